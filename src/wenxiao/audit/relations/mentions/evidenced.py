"""Mentions of one value that the rare words around them and its digits together show to be one thing.

The more digits a value has the less its words must share, and the fewer mentions a shared pair of letters stands
beside the more it tells. Figures that differ are never paired here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

from wenxiao.audit.figures.model import ADDITIVE, FigureKind, Reading
from wenxiao.audit.relations.mentions.evidence import Evidence
from wenxiao.audit.relations.mentions.labels import Mention, Pair
from wenxiao.audit.relations.mentions.names import (
    SharedNames,
    are_dated_apart,
    are_opposed,
    side_of,
    telling_digits,
)

_TOLD = ADDITIVE | {FigureKind.PERCENT}
_MOST_DISTINCT, _MOST_OF_VALUE = 6, 24
_SURE, _FEWEST_DIGITS = 4, 2
"""Values of so many digits need one rare word in common; of fewer than two nothing is told."""

_CERTAIN = 6
"""Nothing but chance of one in a million makes other amounts agree in so many digits."""

_FEWEST_SHARED = {2: 3, 3: 3}
_FEWEST_OF_CELL = {2: 3, 3: 2}
_FEWEST_OF_RARE = 2
"""How many they must share if in prose, if one is a cell, and if next to nothing is told in their unit."""

_FEWEST_LETTERS = {True: 2, False: 4}
"""A name of so many letters that is in the other one tells enough, if one of them is that of a cell or not."""

_RARE_UNIT = 6
_RAREST_UNIT = 2
_HAD, _SPENT = re.compile("到位|收入|下达|筹集|筹措|拨入"), re.compile("支出|支付|使用|列支")
_ONE_PART = re.compile("(?<![0-9])1[个项][，,](?:共计|合计|总?投资|总?资金|金额)*$")
_NEAR = 2
_SIDE = re.compile("收入|支出")
_PLANNED = re.compile("预算|计划|目标|任务|应|拟")
_DONE = re.compile("决算|实际|完成|执行|实[开收付发]")


def pairs_by_evidence(reading: Reading, mentions: list[Mention], shared: SharedNames) -> Iterator[Pair]:
    """Pair each mention with the earlier one of its value that shares the most rare words with it."""
    by_value: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if _can_tell(mention, shared):
            by_value[mention.figure.value, mention.figure.unit].append(mention)
    groups = [group for group in by_value.values() if 1 < len(group) <= _MOST_OF_VALUE]
    if groups:
        evidence = Evidence(reading, chain.from_iterable(groups))
        units = Counter(one.figure.unit for one in mentions)
        for group in groups:
            yield from _in_group(group, evidence, units)


def _needed(one: Mention, other: Mention, evidence: Evidence, units: Counter[str]) -> int:
    """Give how many rare words two mentions must share."""
    digits, has_cell = telling_digits(one.figure), one.is_bare or other.is_bare
    if _is_only_part(one, other):
        return 0
    is_named = evidence.has_name_of(one, other, _FEWEST_LETTERS[has_cell])
    if is_named and digits > _FEWEST_DIGITS - has_cell:
        return 0
    one_changes = [side_of(one), side_of(other)].count("change") == 1
    if digits >= _SURE:
        return 1 + one_changes if digits < _CERTAIN else 0
    if units[one.figure.unit] <= _RAREST_UNIT and one.figure.kind is not FigureKind.MONEY:
        return 0
    fewest = (_FEWEST_OF_CELL if has_cell else _FEWEST_SHARED)[digits]
    if units[one.figure.unit] <= _RARE_UNIT:
        return min(fewest, _FEWEST_OF_RARE)
    return fewest + one_changes


def _can_tell(mention: Mention, shared: SharedNames) -> bool:
    """Tell whether a mention is an amount of two digits, three if its name is shared, or a percentage of four."""
    figure = mention.figure
    is_vague = bool(figure.label) and shared.has(figure)
    fewest = _SURE if figure.kind is FigureKind.PERCENT else _FEWEST_DIGITS + is_vague
    return figure.kind in _TOLD and telling_digits(figure) >= fewest


def _in_group(group: list[Mention], evidence: Evidence, units: Counter[str]) -> Iterator[Pair]:
    things: list[Mention] = []
    for mention in group:
        best, place = -1, 0
        for at, thing in enumerate(things):
            shared = evidence.shared(thing, mention)
            if (
                shared > best
                and shared >= _needed(thing, mention, evidence, units)
                and _can_be_one(thing, mention)
            ):
                best, place = shared, at
        if best >= 0:
            yield things[place], mention
        elif len(things) < _MOST_DISTINCT:
            things.append(mention)


def _is_only_part(one: Mention, other: Mention) -> bool:
    """Tell whether the second amount is that of the only part of the first: 加工类项目1个，共计650万元。3.…项目650万元."""
    return other.number - one.number <= _NEAR and _ONE_PART.search(one.before) is not None


def _can_be_one(one: Mention, other: Mention) -> bool:
    """Tell whether neither year, sentence, words nor role tells two mentions apart."""
    if one.is_bare and other.is_bare:
        return False
    digits = telling_digits(one.figure)
    if digits < _CERTAIN and one.number == other.number:
        return False
    if digits < _SURE and are_dated_apart(one.figure, other.figure):
        return False
    if are_opposed(one.figure.label, other.figure.label) or _are_aim_and_result(one, other):
        return False
    if side_of(one) == side_of(other) == "change" and (
        digits < _SURE or one.figure.kind is FigureKind.PERCENT
    ):
        return False
    sides = [_SIDE.findall(mention.before)[-1:] for mention in (one, other)]
    return not all(sides) or sides[0] == sides[1]


def _are_aim_and_result(one: Mention, other: Mention) -> bool:
    """Tell whether one is planned or had and the other done or spent: they agree where all went as it should."""
    first, second = one.figure.label + one.clause, other.figure.label + other.clause
    return any(
        (_PLANNED.search(here) and _DONE.search(there) and not _PLANNED.search(there))
        or (_HAD.search(here) and _SPENT.search(there) and not _HAD.search(there))
        for here, there in ((first, second), (second, first))
    )
