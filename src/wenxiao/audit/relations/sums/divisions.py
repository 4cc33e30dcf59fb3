"""Divisions that leave nothing over: names of parts that, listed together, are always the whole.

They are terms of public finance, of offices and of statistics; each entry is the words by which one part is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

_CENTRE, _PROVINCE, _CITY, _COUNTY = "中央", "省|自治区", "市(?!场)", "县|(?<!自治)区(?!域)|旗"
_OWN = "自筹|自有|社会|企业|单位|其[他它]"
_INSTITUTIONS = "^(?!.*(?:参照|参公)).*事业"
_SATISFIED = "^(?!.*(?:基本|比较|较|非常|很|不)满意).*满意"
_DIVISIONS: tuple[tuple[str, ...], ...] = (
    ("基本支出", "项目支出"),
    ("人员", "公用"),
    ("人员类", "运转类", "特定目标类"),
    ("货物", "工程", "服务"),
    ("一般公共预算", "政府性基金", "国有资本经营"),
    ("一般公共预算", "政府性基金"),
    ("一般债", "专项债"),
    ("公务接待", "公务用车|^购置[及和]运行", "因公出国"),
    ("公务接待", "公务用车购置", "公务用车运行", "因公出国"),
    ("购置", "运行"),
    ("外事", "国内"),
    ("(?<!非)税收", "非税"),
    ("返还", "一般性转移支付", "专项转移支付"),
    ("本年收入", "结转"),
    ("本年收入", "结转", "使用(?:专用|非财政拨款)结余"),
    ("本年支出", "结转"),
    ("本年支出", "结转", "结余分配"),
    ("工资", "经营", "财产", "转移"),
    ("上半年", "下半年"),
    ("春季", "秋季"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("第?一产业", "第?二产业", "第?三产业"),
    ("农业(?!.*服务)", "林业(?!.*服务)", "牧业(?!.*服务)", "渔业(?!.*服务)", "服务业|专业及辅助"),
    ("进口", "出口"),
    ("男", "女"),
    ("行政", "事业"),
    ("^(?!.*退休).*(?:在职|职工)", "退休"),
    ("城市", "农村"),
    ("城镇", "[农乡]村"),
    ("中央", "地方(?!.*债)"),
    ("线上", "线下"),
    ("来信", "来访", "来电"),
    ("来访", "来电"),
    ("来信", "来访"),
    ("优秀", "(?<!不)合格", "不合格"),
    ("(?<!不)合格", "不合格"),
    ("农业", "工业", "生活", "生态"),
    ("地表水", "地下水", "再生水|其他水源|非常规"),
    ("养殖", "捕捞"),
    ("^(?!.*(?:应|缺)).*(?:出席|到会|参会)", "缺席|缺勤|请假"),
    ("公办|教育部门", "民办|社会力量"),
    ("新建", "(?:改|续|扩)"),
    ("分散(?:供养|安置)", "集中(?:供养|安置)"),
    ("在职|在编", "离休", "(?<!离)退休"),
    ("在职|在编", "离退休"),
    ("离休", "(?<!离)退休"),
    ("行政", "事业", "工勤"),
    ("行政|管理", "专业技术|专技", "工勤"),
    ("行政", _INSTITUTIONS, "参照|参公"),
    ("行政", _INSTITUTIONS, "参照|参公", "工勤"),
    ("决策|投入", "过程|管理", "产出", "效益|效果"),
    ("决策|投入", "过程|管理", "产出", "效益|效果", "满意"),
    ("决策|投入", "过程|管理", "绩效"),
    ("执行", "产出", "效益|效果", "满意"),
    (_CENTRE, _PROVINCE, _CITY, _COUNTY),
    (_CENTRE, _PROVINCE, _COUNTY),
    (_PROVINCE, _CITY, _COUNTY),
    (_CENTRE, _PROVINCE, _CITY, _COUNTY, _OWN),
    (_CENTRE, _PROVINCE, _CITY, _OWN),
    (_CENTRE, _PROVINCE, _COUNTY, _OWN),
    (_PROVINCE, _CITY, _COUNTY, _OWN),
    (_PROVINCE, _COUNTY, _OWN),
    ("上级", "县|本级|(?<!自治)区(?!域)", _OWN),
    ("财政", _OWN),
    ("本级", "各县|县[(区、市级]|区县|乡镇"),
    (_SATISFIED, "基本满意", "不满意"),
    (_SATISFIED, "基本满意|比较满意|较满意", "一般", "不满意"),
    ("非常满意|很满意", _SATISFIED, "基本满意|一般", "不满意"),
    ("优秀", "良好", "(?<!不)合格|一般|及格", "不合格|较差|不及格"),
    ("优(?!良)", "(?<!优)良", "(?<!其)中", "差"),
    ("建设", "前期"),
    ("汉族", "少数民族"),
    ("现场", "线上|网络|直播"),
    ("新开工", "续建"),
    ("续建", "新建|新开工", "前期|储备"),
    ("竣工|完工|建成", "在建|续建", "未开工|前期|拟建"),
)

Part = tuple[int, int]
"""A part of a division: the numbers of both."""


def _by_words() -> dict[re.Pattern[str], list[Part]]:
    """File each part under its words, which several divisions may share."""
    places: dict[re.Pattern[str], list[Part]] = defaultdict(list)
    for number, division in enumerate(_DIVISIONS):
        for at, words in enumerate(division):
            places[re.compile(words)].append((number, at))
    return dict(places)


_PLACES = _by_words()
_ANY_PART = re.compile("|".join(words.pattern for words in _PLACES))
_SIZES = frozenset(map(len, _DIVISIONS))
LARGEST = max(_SIZES)
"""The most parts a known division has."""

_PAIR = 2
_NOISE = re.compile("[“”\"'（）()《》\\s]")
_DENIED = re.compile("[未不非无](?P<what>[一-龥]{2})")
_WITHOUT = re.compile("无(?P<what>[一-龥])")
_DONE = re.compile("^已(?:经)?(?:完成)?(?P<what>[一-龥]{1,6})$")
_UNDONE = re.compile("^(?:正在|正|尚未|未|未完成|尚待|待|还在)(?P<what>[一-龥]{1,6})$")
_CLOSED = re.compile("已|[办审执处了完]结|完毕|结案")
_OPEN = re.compile("正在|尚未|未[办审执处完了]?结|未[办处完]|在办|待办|待处理|尚有|尚余")


@lru_cache(maxsize=1024)
def is_division(labels: tuple[str, ...]) -> bool:
    """Tell whether the labels are, one to one, the parts of a known division."""
    if len(labels) not in _SIZES:
        return False
    names = [_NOISE.sub("", label) for label in labels]
    if _are_opposites(names):
        return True
    told = [_parts_told(name) for name in names]
    divisions = set.intersection(*({division for division, _ in parts} for parts in told))
    return any(_matches(told, division) for division in divisions)


@lru_cache(maxsize=4096)
def _parts_told(name: str) -> frozenset[Part]:
    """Give the parts that a name can be; most names can be none."""
    if not _ANY_PART.search(name):
        return frozenset()
    return frozenset(place for words, places in _PLACES.items() if words.search(name) for place in places)


def is_done_and_undone(labels: Sequence[str]) -> bool:
    """Tell whether one part is what was done and the other what was not: 已整改, 正在整改."""
    if len(labels) != _PAIR:
        return False
    done, undone = _DONE.search(labels[0]), _UNDONE.search(labels[1])
    return done is not None and undone is not None and done["what"] == undone["what"]


def is_closed_and_open(labels: Sequence[str]) -> bool:
    """Tell whether one part may be what is finished and the other what is not, however they are told."""
    return len(labels) == _PAIR and bool(
        _CLOSED.search(labels[0]) and not _OPEN.search(labels[0]) and _OPEN.search(labels[1])
    )


def _are_opposites(names: Sequence[str]) -> bool:
    """Tell whether the second of two parts is called by denying the first: 国有, 非国有; 有效, 无效."""
    if len(names) != _PAIR:
        return False
    one, other = names
    denied = (found["what"] for found in _DENIED.finditer(other))
    lacking = (f"有{found['what']}" for found in _WITHOUT.finditer(other))
    return not _DENIED.search(one) and any(what in one for what in (*denied, *lacking))


def _matches(told: Sequence[frozenset[Part]], division: int) -> bool:
    """Tell whether each part of a division is told by one name, and each name tells one."""
    parts = range(len(_DIVISIONS[division]))
    if len(told) != len(parts):
        return False
    named = [[at for at, able in enumerate(told) if (division, part) in able] for part in parts]
    return all(len(found) == 1 for found in named) and len({found[0] for found in named}) == len(told)
