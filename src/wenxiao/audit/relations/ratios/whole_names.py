"""How alike the name of a whole (占X的 p%) is to what an earlier figure is called.

The two are compared without what only says how wide or how long (我国, 全市, 同期, 年度) and without the words for
a total (总值, 总额, 总量, 合计): 占我国出口总值 is of 出口.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum
from functools import lru_cache

from wenxiao.audit.relations.ratios.ratio_words import ANY_WHOLE

_SCOPE = re.compile(
    "我国|我[省市县区州镇乡校院局]|本[省市县区州镇乡校院局]|全[国省市县区州镇乡校院局年]|全系统|全社会|全部|所有|整个|上述|其中"
    "|同期|当年|当期|当月|本年度?|[0-9]{4}年度?|年度|去年|上年|今年|[“”\"'‘’()（）《》]"
)
_TOTAL = re.compile("总计|合计|总和|总共|总体|总")
_MEASURE = re.compile("(?:规模|金额|数额|数量|价值|预算|决算|[数额量值])+$")
_FILLERS = re.compile(
    "(?:大关|合计|共计|总计|累计|预算数|决算数|分别|提前|首次|初步|核算|推算|由|从|到|至|为|是|达|约|共|已|则|近|了|的|完成|实现|安排"
    "|突破|超过|增加|增长|提高|上升|下降|减少|调整|收到|达到)+$"
)
_LEADING = re.compile("^(?:到|了|一共|共计|共|累计|已经|已|完成|实现|达到|而|则|即)+")
_BUDGET = re.compile("预算|决算")
_SIDE = re.compile("(预算|决算)[数总额合计为是达约共的]*$")
_JOINS = re.compile("[和与及、]")
_UNIT_ONLY = re.compile("^总[人件户批场车台]次?数?$")
"""A total that is called by what its parts are counted in: 总人次, 总户数."""

_APART = frozenset("进不非未无其新次副外内")
"""What, right before a name, makes another thing of it: 进出口 is no 出口, 非税收入 no 税收入."""

_LONGEST, _SHORTEST, _TELLING = 40, 2, 3


class Likeness(IntEnum):
    """How much of a name a label says."""

    NONE = 0
    ALIKE = 1
    """Shortened or reworded: what is only alike proves nothing unless the figures agree."""

    ENDS = 2
    SAME = 3
    TOTAL = 4
    """The very words of the total."""


def is_any_whole(name: str) -> bool:
    """Tell whether a name says no more than that something is a whole: 总量, 全市总数."""
    return name in ANY_WHOLE or not core(name) or _UNIT_ONLY.search(name) is not None


def says_total(name: str) -> bool:
    """Tell whether a name ends in the word for a total: 受理总量."""
    return bool(_kind_of_total(name))


def is_total(name: str) -> bool:
    """Tell whether a name says that it is of a total, wherever in it: 检查总户次."""
    return _TOTAL.search(name) is not None


def speaks_of(name: str, label: str) -> bool:
    """Tell whether a label has all letters of the name of a whole: 惠企 of 惠及企业."""
    wanted = core(name)
    return len(wanted) >= _SHORTEST and _is_within(wanted, core(label))


@lru_cache(maxsize=4096)
def core(words: str) -> str:
    """Give what a name says besides how wide, how long and how total it is, and without the verb at its end."""
    return _MEASURE.sub("", _TOTAL.sub("", _own(words)).replace("的", ""))


@lru_cache(maxsize=4096)
def likeness(name: str, label: str) -> Likeness:
    """Tell how alike the name of a whole and the label of a figure are."""
    wanted, called = core(name), core(label)
    if len(wanted) < _SHORTEST or len(called) < _SHORTEST or _are_two_sides(name, label):
        return Likeness.NONE
    total = _own(name)
    is_total = bool(_TOTAL.search(total))
    if is_total and _ends_so(_own(label).replace("的", ""), total.replace("的", "")):
        return Likeness.TOTAL
    if _without_spending(called) == _without_spending(wanted):
        return Likeness.SAME
    if len(wanted) >= _TELLING and sorted(called) == sorted(wanted):
        return Likeness.SAME
    if not is_total and _ends_so(called, wanted):
        return Likeness.ENDS
    return Likeness.ALIKE if _is_reworded(name, label) else Likeness.NONE


def says(label: str, name: str) -> bool:
    """Tell whether a label speaks of what a name calls, and does not deny it: 非税收入 does not say 税收."""
    at = label.find(name)
    return at >= 0 and (not at or label[at - 1] not in _APART)


def _are_two_sides(name: str, label: str) -> bool:
    """Tell whether one is what was planned and the other what was carried out."""
    one, other = _SIDE.search(name), _SIDE.search(label)
    return one is not None and other is not None and one[1] != other[1]


def _without_spending(name: str) -> str:
    """Drop 支出 from the end of a name that says enough without it: 公务接待费支出 is 公务接待费."""
    shorter = name.removesuffix("支出")
    return shorter if len(shorter) > _TELLING else name


def _own(words: str) -> str:
    return _LEADING.sub("", _FILLERS.sub("", _SCOPE.sub("", words[-_LONGEST:])))


def _ends_so(called: str, wanted: str) -> bool:
    """Tell whether a name ends in another one and what stands before only says whose: no 甲和乙, no 进出口 for 出口."""
    if not called.endswith(wanted):
        return False
    before = called[: -len(wanted)]
    return not before or (before[-1] not in _APART and not _JOINS.search(before))


def _is_reworded(name: str, label: str) -> bool:
    """Tell whether one name has all letters of the other, or both speak of a total that is called alike."""
    wanted, called = _BUDGET.sub("", core(name)), _BUDGET.sub("", core(label))
    if min(len(wanted), len(called)) < _SHORTEST:
        return False
    return (
        _is_within(wanted, called)
        or _is_within(called, wanted)
        or _kind_of_total(name) == _kind_of_total(label) != ""
    )


def _is_within(shorter: str, longer: str) -> bool:
    """Tell whether a name has all letters of another one, in whatever order: 筹集工作经费, 经费筹集."""
    return not Counter(shorter) - Counter(longer)


def _kind_of_total(words: str) -> str:
    """Give the word a total is called by: 总值, 总量; "" if none."""
    found = re.search("总[值额量数]$", _own(words))
    return found[0] if found else ""
