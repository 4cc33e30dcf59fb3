"""What agrees by chance: pairs that are named apart, changes of few digits, numbers that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wenxiao.audit.figures.marks import CLAUSES
from wenxiao.audit.figures.model import FigureKind
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core
from wenxiao.audit.relations.mentions.names import (
    SharedNames,
    are_opposed,
    are_related,
    side_of,
    telling_digits,
)

_TELLING_DIGITS = 3
_NOUN = 2
_BESIDE = 10
_YEAR = re.compile("[0-9]{4}(?=年)")
_MARKS = {"": 10000, "分": 101}
"""Below this a number without unit, or of points, is the same by chance."""

_NAMED = re.compile("[”’》]|工程|工作|行动|计划|体系|模式|机制|思路|战略")
"""What stands behind a number that is a name (“152”工作体系)."""

_LIST_WORDS = frozenset({"种", "类", "批", "季度", "阶段", "步", "方面"})
_HEADING_NUMBER = re.compile("[0-9]{1,2}")
_HEADED = ("：", ":")


def named_as_one(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Keep the pairs that are not named apart: in one paragraph, by opposite words, or by the year in their clauses."""
    for one, other in pairs:
        is_apart = one.figure.block != other.figure.block
        if not is_apart and core(one.figure.label) != core(other.figure.label):
            continue
        before, again = one.before[-_BESIDE:], other.before[-_BESIDE:]
        is_opposed = before != again and are_opposed(before, again)
        if not is_opposed and not _tell_two_years(one, other):
            yield one, other


def _tell_two_years(one: Mention, other: Mention) -> bool:
    if "年" not in one.before or "年" not in other.before:
        return False
    years = [_YEAR.findall(CLAUSES.split(mention.before)[-1])[-1:] for mention in (one, other)]
    return all(years) and years[0] != years[1]


def telling(pairs: Iterable[Pair], shared: SharedNames) -> Iterator[Pair]:
    """Drop the pairs of few digits that may be of two things: of a name that many share, or a change of something."""
    for one, other in pairs:
        is_change = "change" in (side_of(one), side_of(other))
        is_named = are_related(one.figure, other.figure) or _is_followed_alike(one, other)
        is_vague = is_change or shared.has(other.figure) or not is_named
        if not is_vague or telling_digits(other.figure) > _TELLING_DIGITS:
            yield one, other


def _is_followed_alike(one: Mention, other: Mention) -> bool:
    """Tell whether the same noun stands right behind two counts."""
    noun = one.after[:_NOUN]
    return noun == other.after[:_NOUN] and noun.isalpha()


def say_nothing(one: Mention, other: Mention) -> bool:
    """Tell whether two equal figures say nothing.

    So do zeros, small numbers of prose that count nothing or are points, and numbers that only say which of a list is
    meant (第一种 … 第二种 …, 目标1：…).
    """
    figure = one.figure
    if figure.quantity is None or figure.value != other.figure.value:
        return False
    if _counts_a_list(one) and _counts_a_list(other):
        return True
    is_mark = figure.kind is FigureKind.COUNT and figure.unit in _MARKS and not one.is_bare
    if is_mark and not _NAMED.match(one.after):
        return abs(figure.quantity.value) < _MARKS[figure.unit]
    return not figure.quantity.value


def _counts_a_list(mention: Mention) -> bool:
    figure = mention.figure
    if figure.kind is FigureKind.ORDINAL:
        return figure.unit in _LIST_WORDS
    is_number = not figure.unit and _HEADING_NUMBER.fullmatch(figure.text) is not None
    return is_number and mention.after.startswith(_HEADED)
