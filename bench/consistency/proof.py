"""Prove the labels of a benchmark document with arithmetic of its own, so that a label holds where it says so.

Nothing of the package under test is used here. A figure is known to half of its last printed digit (whole
counts are exact); among the figures of a sum the finest printed digit counts for all that share the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from consistency.source import LabelledClaim, Mark, Source

Range = tuple[Fraction, Fraction]

_PRINTED = re.compile(r"[0-9][0-9,，]*(?:[.．]([0-9]+))?")
_ARITHMETIC = frozenset(("sum", "difference", "growth", "share", "rate", "product", "equal"))


def contradictions(source: Source) -> Iterator[str]:
    """Name every claim whose label the arithmetic contradicts.

    Targets, counts, comparisons and the direction that a word says are judgements, not arithmetic.
    """
    misdirected = {name for name, kind in source.errors if kind == "direction"}
    for claim in source.claims:
        if claim.result in misdirected:
            continue
        if claim.kind in _ARITHMETIC and claim.verdict != "unassessable":
            holds = _holds(source, claim)
            if holds != (claim.verdict == "holds"):
                yield f"{source.name}: {claim.kind} {claim.result} is labelled {claim.verdict}"


def _holds(source: Source, claim: LabelledClaim) -> bool:
    result = source.mark(claim.result)
    operands = [source.mark(name) for name in claim.operands]
    finest = _finest(claim.kind, [result, *operands])
    ranges = [_range(mark, finest) for mark in operands]
    stated = _range(result, finest)
    if claim.kind == "growth":  # the figures may be the current value and the change, or the previous value
        low, high = sorted(map(abs, stated))
        current, other = ranges
        fallen = (-other[1], -other[0])  # 减少 X: the change is printed without its sign
        forms = (
            _growth_by_change(current, other),
            _growth_by_change(current, fallen),
            _growth_over_previous(current, other),
        )
        return any(_overlap(sorted(map(abs, form)), (low, high)) for form in forms)
    return _overlap(_combined(claim.kind, ranges), stated)


def _overlap(one: Sequence[Fraction], other: Sequence[Fraction]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _growth_by_change(current: Range, change: Range) -> Range:
    return 100 * change[0] / (current[1] - change[0]), 100 * change[1] / (current[0] - change[1])


def _growth_over_previous(current: Range, previous: Range) -> Range:
    return 100 * (current[0] / previous[1] - 1), 100 * (current[1] / previous[0] - 1)


def _finest(kind: str, marks: list[Mark]) -> Fraction | None:
    """Give the finest half digit of the amounts; two mentions of one amount are each as fine as they are."""
    halves = [half_digit(mark) for mark in marks if mark.kind == "money"]
    return None if kind == "equal" else min(halves, default=None)


def half_digit(mark: Mark) -> Fraction:
    """Give half a unit of the last printed digit in base units; whole counts are exact."""
    printed = _PRINTED.search(mark.text)
    if printed is None or not mark.value or mark.low != mark.high:
        return Fraction(0)
    number = Fraction(Decimal(printed[0].replace(",", "").replace("，", "").replace("．", ".")))
    decimals = len(printed[1] or "")
    if not number or (mark.kind in {"count", "person-times"} and not decimals):
        return Fraction(0)
    return abs(Fraction(mark.value)) / number * Fraction(f"1e-{decimals}") / 2


def _range(mark: Mark, finest: Fraction | None) -> Range:
    half = half_digit(mark) if finest is None or mark.kind != "money" else min(half_digit(mark), finest)
    value = Fraction(mark.value or 0)
    low = value if mark.low is None else Fraction(mark.low)
    high = value if mark.high is None else Fraction(mark.high)
    return low - half, high + half


def _combined(kind: str, ranges: list[Range]) -> Range:
    (low, high), *others = ranges
    if kind == "difference":
        return low - sum(top for _, top in others), high - sum(bottom for bottom, _ in others)
    if kind in {"share", "rate"}:
        whole_low, whole_high = others[0]
        return 100 * low / whole_high, 100 * high / whole_low
    if kind == "product":
        for other_low, other_high in others:
            low, high = low * other_low, high * other_high
        return low, high
    return low + sum(bottom for bottom, _ in others), high + sum(top for _, top in others)
