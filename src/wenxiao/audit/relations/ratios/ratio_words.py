"""When a percentage is about the figures beside it: words that belong to its name, values that can be meant."""

from __future__ import annotations

import re
from decimal import Decimal

from wenxiao.audit.claims import Claim
from wenxiao.audit.relations.amounts import Line
from wenxiao.quantity import Kind

SHARE = re.compile(
    "占(?:比|(?P<whole>[^，；。、占]{0,30}?)(?:的)?(?:比重|比例|百分比|份额)?(?:\\([^()]{0,20}\\))?)(?:为|达|达到|高达|仅|约|近|超过?)*[:：]?$"
)
"""The words of a share at the end of those before a percentage, with what names its whole."""

ANY_WHOLE = frozenset({"", "总数", "总额", "总量", "全部", "总", "比"})
"""Names of a whole that say nothing."""

JOINED = frozenset({"、", "和", "与", "及", "，", ",", "以及"})
"""What parts the amounts of a row."""

_NEUTRAL = re.compile(
    r"\([^()]*\)|截[至止到][一-龥0-9]{0,8}?[年月日底末]|[上下]半年|目前|[，、；,;:：（）()。]|共计|合计|总计|分别|大约|同比|基本|全年|全部|年初|年度|本年|调整|实际|累计|"
    "预算|决算|支出|收入|资金|经费|项目|财政|拨款|整体|部门|单位|总体|"
    "[约共仅各均也还则已就只总的]"
)
_CUT = re.compile("[核审]减率(?:为)?$")
_TEN = 10
_SHIFTS = (10, 100, 10**3, 10**4, 10**8)
_NEARLY = (Decimal("0.97"), Decimal("1.03"))
_PUNCTUATION = re.compile("[，。；：,;:()]")
_OTHER = re.compile("其中")
_APART = ("；", ";")


def tells_part_cut(words: str) -> bool:
    """Tell whether the words before a percentage say how much of a whole was cut: 核减率 is no fall."""
    return bool(_CUT.search(words))


def is_plausible(ratio: Claim) -> bool:
    """Tell whether a ratio that does not hold can be about its figures.

    It is neither ten times nor ten points off, or off by a point or a unit that was moved.
    """
    stated, (part, whole) = ratio.result.quantity, (term.quantity for term in ratio.operands)
    if stated is None or part is None or whole is None or stated.spelled != "%":
        return False
    computed, printed = 100 * abs(part.value), abs(stated.value * whole.value)
    if not computed or not printed:
        return True
    larger, smaller = max(computed, printed), min(computed, printed)
    if larger < _TEN * smaller or larger - smaller < _TEN * abs(whole.value):
        return True
    return any(_NEARLY[0] * smaller <= larger / unit <= _NEARLY[1] * smaller for unit in _SHIFTS)


def is_one_of_run(line: Line, index: int) -> bool:
    """Tell whether another percentage is joined to this one: ratios of several parts, told respectively."""
    after = line.amounts[index + 1] if index + 1 < len(line.amounts) else None
    return after is not None and after.quantity.kind is Kind.PERCENT and after.lead in JOINED


def name_of_whole(words: str) -> str:
    """Give what the words before a percentage call the whole it is a share of, "" if nothing."""
    stated = SHARE.search(words)
    return "" if stated is None else stated["whole"] or ""


def own_name(words: str) -> str:
    """Give what the words between a figure and its ratio name of their own, "" if nothing; after a semicolon all do."""
    is_same = is_of_figure_before(words) and not words.startswith(_APART)
    return "" if is_same else _PUNCTUATION.split(words)[-1]


def is_of_figure_before(words: str, most: int = 1) -> bool:
    """Tell whether the words between a figure and its ratio name nothing of their own in more than ``most`` letters."""
    return not _OTHER.search(words) and len(_NEUTRAL.sub("", words)) <= most
