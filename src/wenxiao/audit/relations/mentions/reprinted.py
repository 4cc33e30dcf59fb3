"""One amount printed in two ways: without its unit, without its sign, or rounded: 3,090.52 under 单位：万元.

The digits must be the same, or round to the same, and the words around both share what is rare in the document: the
fewer digits, the more of them. Figures that differ otherwise are never paired here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Reading
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.mentions.evidence import Evidence
from wenxiao.audit.relations.mentions.labels import Mention, Pair
from wenxiao.audit.relations.mentions.names import are_dated_apart, are_opposed, side_of, telling_digits

_PRINTED = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SHORTFALL = re.compile("赤字|缺口|不抵|超支|短少|亏损|[增减升降]|负")
_BESIDE = 12
_MOST_ALIKE = 8
"""A figure is compared with so many of its digits at most, which keeps the time linear."""

_FEWEST_SHARED = {2: 4, 3: 2, 4: 1}
"""How many rare words figures of so many digits must share; of more digits none."""

_FEWEST_DIGITS, _DIGITS_OF_CELL, _CERTAIN = 2, 3, 6
"""Figures of fewer digits tell nothing; cells without unit need more; of so many digits chance is ruled out."""


def pairs_printed_otherwise(reading: Reading, mentions: list[Mention]) -> Iterator[Pair]:
    """Pair the figures that are one amount printed in two ways."""
    told = [one for one in mentions if _can_tell(one)]
    money = [one for one in told if one.figure.kind is FigureKind.MONEY and _is_exact(one)]
    found = [*_of_same_digits(told), *_rounded(money)]
    evidence = Evidence(reading, told) if found else None
    for one, other in found:
        if evidence is not None and _are_one(one, other, evidence):
            yield (one, other) if one.figure.start < other.figure.start else (other, one)


def _can_tell(mention: Mention) -> bool:
    figure = mention.figure
    return figure.kind in ADDITIVE and telling_digits(figure) >= _FEWEST_DIGITS


def _of_same_digits(told: list[Mention]) -> Iterator[Pair]:
    """Pair a figure that lacks its unit or its sign with those printed so beside it that have them."""
    by_number: dict[str, list[Mention]] = defaultdict(list)
    for mention in told:
        group = by_number[_printed(mention.figure)]
        for other in group:
            if _lacks_unit(mention, other) or _lacks_sign(mention, other):
                yield other, mention
        if len(group) < _MOST_ALIKE:
            group.append(mention)


def _printed(figure: Figure) -> str:
    """Give the number as printed, without the noughts behind its point."""
    found = _PRINTED.search(figure.text.replace(",", "").replace("，", ""))
    return f"{Decimal(found[0]).normalize():f}" if found else ""


def _lacks_unit(one: Mention, other: Mention) -> bool:
    """Tell whether one of two figures lacks the unit of the other: an amount below 单位：万元, or a cell."""
    bare, full = (one, other) if one.figure.unit == "" else (other, one)
    if bare.figure.unit or not full.figure.unit:
        return False
    is_amount = "." in bare.figure.text and full.figure.kind is FigureKind.MONEY
    return is_amount or (bare.is_bare and telling_digits(bare.figure) >= _DIGITS_OF_CELL)


def _lacks_sign(one: Mention, other: Mention) -> bool:
    """Tell whether a cell is below zero and prose says so in words, or the other way round."""
    if one.figure.unit != other.figure.unit or one.is_bare is other.is_bare:
        return False
    below, above = sorted((one, other), key=_value)
    is_opposite = _value(below) == -_value(above) < 0
    return is_opposite and bool(_SHORTFALL.search(above.before[-_BESIDE:]))


def _rounded(told: list[Mention]) -> Iterator[Pair]:
    """Pair a figure with those that round to it."""
    ordered = sorted(told, key=_value)
    values = [_value(mention) for mention in ordered]
    for mention, value in zip(ordered, values, strict=True):
        half = half_last_digit(mention.figure.quantity) if mention.figure.quantity else Decimal(0)
        first, last = bisect_left(values, value - half), bisect_right(values, value + half)
        for other in ordered[first : min(last, first + _MOST_ALIKE)]:
            is_finer = telling_digits(other.figure) > telling_digits(mention.figure)
            if is_finer and _value(other) != value and other.figure.unit == mention.figure.unit:
                yield mention, other


def _is_exact(mention: Mention) -> bool:
    """Tell whether a figure is no approximation: of 约5.8万元 nothing can be proven."""
    return mention.figure.quantity is not None and mention.figure.quantity.is_exact


def _value(mention: Mention) -> Decimal:
    return mention.figure.quantity.value if mention.figure.quantity else Decimal(0)


def _are_one(one: Mention, other: Mention, evidence: Evidence) -> bool:
    """Tell whether neither sentence, year, words nor role tells two figures apart, and their words are alike."""
    if one.number == other.number or (one.is_bare and other.is_bare):
        return False
    digits = min(telling_digits(mention.figure) for mention in (one, other))
    if digits < _CERTAIN and (
        are_dated_apart(one.figure, other.figure) or are_opposed(one.figure.label, other.figure.label)
    ):
        return False
    if _lacks_sign(one, other):
        return evidence.shared(one, other) > 0
    is_change = [side_of(mention) == "change" for mention in (one, other)]
    needed = _FEWEST_SHARED.get(digits, 0) + (is_change[0] is not is_change[1])
    return evidence.shared(one, other) >= needed
