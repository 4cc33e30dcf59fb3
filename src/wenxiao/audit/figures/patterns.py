"""The patterns of number-bearing mentions in folded text; each is linear and anchored on a numeral."""

from __future__ import annotations

import re

from wenxiao.approximation import AFTER
from wenxiao.numerals import CHARACTERS
from wenxiao.units import UNIT, UNIT_BEGINS

_SCALE = "(?:[十百千]?(?:万亿|[万亿])|[百千](?![瓦克米伏分]))"
_NOT_UNITS = (
    "成[立员果功为绩本效长都交]|本[年级部单市区县期次项]|期[末初间]|元[素旦]|分[别管类工]|点[击赞评]|部[署分]|级[别]"
    "|处[理置于]|面[向对积]|段[落]|门[户]|度[过]|站[位]|例[如]|节[约能]|头[条]|对[于接比]|堂[课]|周[期]|片[区]|年[代级]|所[示需有属述在以得长]|次[年月日产]"
    "|层[面级次出]|页[面码]|口[岸径号味]|道[路德理]|眼[前科]|版[本面权]|列[入支为示于出]|股[份东权]|单[独价一项纯]"
    "|方[面案便式法向针位]|针[对]"
    "|升[级学值至到高降]|包[括含装]|位[一居列于置]|票[据价]|担[任保当负]|具[有备体]|尊[重]|席[卷]|餐[饮厅费]|顶[层级]|克[服]|岗[前后]"
)
_UNIT = rf"(?:{UNIT_BEGINS}(?!{_NOT_UNITS}){UNIT}(?:(?<![A-Za-z])|(?![A-Za-z])))"
_DECIMALS = r"(?:(?!\.[0-9]{4}\s?年)\.[0-9]+)?"
_MEASURE = f"(?:%|{_UNIT})"
_PARTED = (
    r"(?<=[\u4e00-\u9fff(:：，、；])(?<![表图第年月])(?<!附件)[0-9]{1,3}(?:\x20[0-9]{3})+"
    rf"(?=(?:\.[0-9]+)?\s?{_SCALE}?{_MEASURE})"
)
_TORN = (
    r"(?<=[\u4e00-\u9fff(:：，、；])[0-9]{1,3}(?:,\x20?[0-9]{3}|\x20,[0-9]{3}){1,4}(?:\.\x20?[0-9]+)?"
    rf"(?=\s?{_SCALE}?{_MEASURE})"
)
_WIDE_COMMAS = r"(?<![0-9，])[0-9]{1,3}(?:，[0-9]{3})+(?=(?:\.[0-9]{2})?\s?[百千]?[万亿]?元)"
ARABIC = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+){_DECIMALS}"
CHINESE = rf"[{CHARACTERS}]+(?:点[{CHARACTERS}]+)?"
BARE = re.compile(r"-?(?:[0-9]{1,6}|[0-9]{1,15}(?=\.)|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,9})?%?")
"""A cell that is nothing but an amount; longer numbers may be those of a telephone or an account."""

_SMALL = "[一二三四五六七八九十]{1,3}"
_DAY = r"[0-9〇零一二三四五六七八九十]{1,3}"
_CENTURY = "(?:19|20)[0-9]{2}"
_YEAR = r"(?:[0-9]{4}|[〇零一二三四五六七八九]{4})"
_LINK = r"(?:亿\s?[0-9]+(?:\.[0-9]+)?(?=\s?[百千]?万))?"

_BEGINNING = rf"(?=[0-9{CHARACTERS}〔\[(①-⑳第每首双hw-])"
"""What every mention begins with, asked first: nine characters in ten are passed over at once."""

MENTION = re.compile(
    rf"{_BEGINNING}(?:(?P<document>[〔\[(][0-9]{{4}}[〕\])]\s?(?:第\s?)?[0-9]{{1,5}}\s?号)"
    rf"|(?P<date>(?<![0-9]){_YEAR}\s?年\s?{_DAY}\s?月(?:\s?{_DAY}\s?日)?"
    r"|(?<![0-9])[0-9]{4}(?P<part>[-/.])[0-9]{1,2}(?P=part)[0-9]{1,2}(?![0-9])"
    rf"|(?<![0-9]){_DAY}\s?月\s?{_DAY}\s?日)"
    rf"|(?P<year>(?<![0-9]){_YEAR}\s?(?:[-—–~至]{{1,2}}\s?{_YEAR}\s?)?(?:年(?:年?[末底初]|度)?(?!级)|学年))"
    rf"|(?P<years>(?<![0-9.]){_CENTURY}\s?(?:[-—–~至]{{1,2}}\s?{_CENTURY}(?![0-9.,])(?!\s?{_SCALE}?{_MEASURE})"
    rf"|(?=[、和与及]\s?{_CENTURY}\s?年|-[预决执度年]|(?:全|本|中|各)[年市县区省国乡镇央])))"
    r"|(?P<telephone>(?<![0-9])(?:1[3-9][0-9]{9}|0[0-9]{2,3}[-—–]{1,2}[0-9]{7,8}|[48]00-[0-9]{3,4}-[0-9]{3,4})(?![0-9]))"
    rf"|(?P<listed>\(\s?(?:[0-9]{{1,2}}|{_SMALL})\s?\)|[①-⑳]|[〔\[]\s?注?\s?[0-9]{{1,2}}\s?[\]〕])"
    r"|(?P<clock>(?<![0-9:.])(?:[0-9]{1,2}[:：][0-5][0-9](?![0-9:.%])"
    r"|(?:1?[0-9]|2[0-4])\s?时(?![间长段候期空])(?:[0-5]?[0-9]分)?))"
    rf"|(?P<fraction>{_SMALL}分之{_SMALL}|(?<![0-9/])[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/元]))"
    r"|(?P<tenths>[一二三四五六七八九]成(?:半|[一二三四五六七八九](?![十百千万亿个人线分年月期类级成])))"
    rf"|(?P<ratio>[百千万]分之\s?(?:{ARABIC}|{CHINESE}))"
    rf"|(?P<ordinal>第\s*(?P<place>[0-9]+|[{CHARACTERS}]+)(?:[-—–~至]第?(?:[0-9]+|[{CHARACTERS}]+))?)"
    rf"|(?P<each>每(?P<span>半年|季度|季|周|月|年|天|日)(?![度初末底]))"
    rf"|(?P<number>(?:(?<![0-9A-Za-z年月日%)元万—-])-)?(?:{_PARTED}{_DECIMALS}|{_TORN}|{_WIDE_COMMAS}{_DECIMALS}|{ARABIC}{_LINK})|{CHINESE})"
    r"|(?P<first>首[次批届个家位例轮])"
    r"|(?P<double>双)"
    r"|(?P<address>(?:https?://|www\.)[!-~]+))"
)
"""A mention begins here; the group tells which sort of beginning it is."""

_MORE = r"多(?:[了出于支收花用付增获拿领得报计列发拨缴修建]|\s{0,2}[0-9])"
"""多 is a verb before these: 比去年的 575 项多出 67 项, 比 575 项多 67 项."""

_REST = (
    rf"(?:\s{{0,3}}{_SCALE})?(?:\s{{0,3}}(?!{_MORE})[多余](?:\s{{0,3}}{_SCALE})?)?"
    rf"(?:\s{{0,3}}(?P<unit>{_UNIT}))?(?:\s{{0,3}}(?!{_MORE})(?:{AFTER}))?"
)
TAIL = re.compile(_REST)
"""What belongs to a number behind it: the end of a range, multipliers, 多 and 余, the unit, 以上."""

RANGE = re.compile(
    rf"(?:\s{{0,3}}{_SCALE})?(?:\s{{0,3}}{_UNIT})?\s{{0,3}}[-‐—–~至]{{1,2}}\s{{0,3}}(?:{ARABIC}|{CHINESE}){_REST}"
)
"""What stands behind the first number of a range."""

RANGE_SIGN = re.compile("[-‐—–~至]")
"""What joins the two numbers of a range: a quick test, for ranges are rare."""

BEFORE = re.compile(
    r"(?:将近|接近|(?<![附邻靠最临])近|大约|(?<![节集预签合公条制履违契])约为?|大概|[≥≧>≤≦<]=?|至少|不低于|不少于|不小于|大于等于|大于|高于|多于|超过|超|逾|满|最低|最少"
    r"|至多|不满|未满|不超过|未超过|不高于|不多于|不大于|小于等于|小于|低于|少于|不足|不到|最多|最高|最长)\s{0,3}\Z"
)
"""A word of approximation right before a number."""

BEFORE_ENDS = frozenset("近约为概≥≧>≤≦<=少于过超逾满低多高长足到")
"""The last characters of such words: a quick test."""

RANK = re.compile(r"\s?(?:等奖|等功|大(?=[^家量会大小型]|\Z)|级(?!以上))")
"""What makes an ordinal of a Chinese numeral: 一等奖, 二级."""
