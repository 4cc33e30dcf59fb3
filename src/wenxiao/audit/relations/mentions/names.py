"""What a figure is called, freed of what may be said or left out: 全市税收收入完成 and 税收收入 are one name.

Words of the body itself (本单位, 我局), of the running year (本年, 全年) and of doing (实现, 完成) tell nothing apart.
Words of a region or level (全市, 市级) do, where both names have them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from wenxiao.audit.figures.model import Figure
from wenxiao.audit.relations.mentions.labels import Mention, core, role

_REMEMBERED = 4096
_FEWEST_LEFT = 4
_OWN = re.compile(
    "(?:本|我|全)(?:单位|部门|系统|机关|局|委|办|院|校|会|馆|站|所|中心)|本年度?|全年|当年|今年|年内|经审计|各项"
)
_SCOPE = re.compile("全[国省市州区县镇乡村]|[国省市州区县镇乡][本级]级?|中央本级|本级|中央|地方")
_DOING = re.compile("实现|(?<!未)完成|发现")
_PUBLIC_BUDGET = re.compile("(一般公共预算)(?:财政拨款|拨款|当年拨款)(?=.)")
_END = re.compile("(?:(?:决算|执行)数?|[类款项]?科目)$")
_VAGUE = re.compile("其中|由年初|年初(?=预算|安排)|预算|决算|执行|汇总|批准|收到|[数额了为由均及和与的]")
"""Words that may stand in a name or not."""

_OPPOSITES = (
    ("收入", "支出"),
    ("基本", "项目"),
    ("购置费", "运行"),
    ("年初", "年末"),
    ("期初", "期末"),
    ("国内", "国外"),
    ("新增", "到期"),
    ("一般", "专项"),
    ("进口", "出口"),
    ("供", "用"),
    ("受理", "结"),
)
"""Words of which a name has only one."""

_PAIRED = tuple(word for pair in _OPPOSITES for word in pair)
_MARK = re.compile("[非未女]|[人户日月年平]均|农村|(?<!^)以[上下]|审结|办结|" + "|".join(_PAIRED))
"""Words that make another name of a name: alone, or against their opposite."""

_JOINING = "而且并但"
_LED_TO = re.compile(
    "^(?:主要(?:原因)?(?:是|为|系)|因为|(?:建议|拟|现)?将(?=.{4})|[由因](?=.{4})|(?:年初)?(?:预算)?安排(?=.{4}))+"
)
_RUNNING = re.compile("运行费")
_COST = re.compile("费支出$")

_MOST_VALUES = 2
"""A name that more values go by is shared by many things."""

_TIME = re.compile("[0-9]{1,2}月|[一二三四]季度|[上下]半年|全年|年初|年末")
_YEAR = re.compile("[0-9]{4}年")


class Name(NamedTuple):
    """What is measured, and the region or level it is said of ("" if none is said)."""

    scope: str
    what: str


@lru_cache(maxsize=_REMEMBERED)
def name_of(label: str) -> Name:
    """Give what a label names."""
    what, scope = core(label).lstrip(_JOINING), ""
    while (led := _led(what)) is not None:
        scope = scope or ("" if _OWN.fullmatch(led) else led)
        what = what[len(led) :]
    what = _END.sub("", _PUBLIC_BUDGET.sub(r"\1", _DOING.sub("", what)))
    return Name(scope, _COST.sub("费", _RUNNING.sub("运行维护费", _LED_TO.sub("", what))))


def _led(what: str) -> str | None:
    """Give the words at the head of a name that may be left out, None if too little would be left."""
    head = _OWN.match(what) or _SCOPE.match(what)
    return head[0] if head and len(what) - head.end() >= _FEWEST_LEFT else None


class Likeness(NamedTuple):
    """How alike two names are: letters in both, and what share of the shorter and the longer that is, in percent."""

    shared: int
    of_shorter: int
    of_longer: int

    def is_at_least(self, other: Likeness) -> bool:
        """Tell whether these names are as much alike as others, or more."""
        return all(mine >= theirs for mine, theirs in zip(self, other, strict=True))


def likeness(one: str, other: str) -> Likeness | None:
    """Tell how alike two labels are but for words that tell nothing; None if a word tells the two apart."""
    first, second = letters(one), letters(other)
    shared = len(first & second)
    if not shared or are_opposed(one, other):
        return None
    shorter, longer = sorted((len(first), len(second)))
    return Likeness(shared, 100 * shared // shorter, 100 * shared // longer)


@lru_cache(maxsize=_REMEMBERED)
def letters(label: str) -> frozenset[str]:
    """Give the letters of a name but for words that tell nothing."""
    return frozenset(_VAGUE.sub("", name_of(label).what))


def are_opposed(one: str, other: str) -> bool:
    """Tell whether a word of one label makes it another thing than the other."""
    first, second = _marks(one), _marks(other)
    if first == second:
        return False
    here, there = first - second, second - first
    return not here.union(there).issubset(_PAIRED) or any(
        (a in here and b in there) or (b in here and a in there) for a, b in _OPPOSITES
    )


@lru_cache(maxsize=_REMEMBERED)
def _marks(label: str) -> frozenset[str]:
    return frozenset(_MARK.findall(label))


def are_related(one: Figure, other: Figure) -> bool:
    """Tell whether one of two names is in the other."""
    first, second = name_of(one.label).what, name_of(other.label).what
    return first in second or second in first


def are_dated_apart(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of two different years."""
    years = [found[0] for figure in (one, other) if (found := _YEAR.match(figure.period))]
    return len(set(years)) > 1


def are_timed_apart(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions are of different periods, or of different months of a year by the words before them."""
    periods = {mention.figure.period for mention in (one, other)} - {""}
    times = [set(_TIME.findall(mention.before)) for mention in (one, other)]
    return len(periods) > 1 or (all(times) and times[0] != times[1])


def telling_digits(figure: Figure) -> int:
    """Count the digits that tell a number from others: without the noughts at both ends."""
    return len(figure.value.replace(".", "").strip("0-"))


def side_of(mention: Mention) -> str:
    """Tell what the words make of a figure, be it that it is a result, which need not be said."""
    return role(name_of(mention.figure.label).what + mention.clause).replace("actual", "")


class SharedNames:
    """The names that several values go by, so that a value of few digits under them tells nothing."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Look at all mentions once."""
        self._values: dict[tuple[str, str], set[str]] = defaultdict(set)
        for mention in mentions:
            values = self._values[self._key(mention.figure)]
            if len(values) <= _MOST_VALUES:
                values.add(mention.figure.value)

    def has(self, figure: Figure) -> bool:
        """Tell whether the name of a figure is shared."""
        return len(self._values[self._key(figure)]) > _MOST_VALUES

    @staticmethod
    def _key(figure: Figure) -> tuple[str, str]:
        return name_of(figure.label).what, figure.unit
