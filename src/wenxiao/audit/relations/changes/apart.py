"""By how much an amount is apart from the one told right before it: A，低于全市平均水平 (B) C; 与预算相比分别短收 C、超收 D."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim, outward
from wenxiao.audit.relations.changes.ends import is_base
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_THAN = re.compile(
    "(?:(?P<more>超过|超出|超|高于|高出|多于|快于|优于|大于|领先于?)|(?P<less>低于|少于|慢于|不足|落后于?|滞后于?|小于|短于))"
    "(?P<name>[^，。；、,;:]{0,16})$"
)
_THAN_BASE = re.compile("[比较][^，。；、,;:]{0,16}$")
_BY = re.compile("(?:(?P<more>[多高快长大])|(?P<less>[少低慢短小]))(?![为于])[一-龥]{0,2}")
_BESIDE = frozenset({"", ")", "了", ")了"})
_RESPECTIVE = re.compile("分别[^，。；、,;]{0,8}$")
_ROW = re.compile("^[、和与及][^，。；、,;0-9]{0,6}$")
_FEWEST, _LONGEST = 2, 8


def apart_in(line: Line, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give what parts two figures of a sentence, the second of which it is told right behind; and rows of such."""
    amounts = line.amounts
    for at in range(2, len(amounts)):
        if _RESPECTIVE.search(amounts[at].lead):
            yield from _row(amounts, at, before)
            continue
        is_more = _is_more(amounts, at)
        if is_more is not None:
            yield from _from_base(amounts, at, is_more=is_more)


def _is_more(amounts: Sequence[Amount], at: int) -> bool | None:
    """Tell whether a figure is said to be above (True) or below another by an amount: 高于 B C, 比 B 多修 C."""
    if amounts[at].lead in _BESIDE:
        told = _THAN.search(amounts[at - 1].lead[-24:].rstrip("("))
    else:
        told = _BY.fullmatch(amounts[at].lead) if _THAN_BASE.search(amounts[at - 1].lead[-24:]) else None
    return None if told is None else told["more"] is not None


def _from_base(amounts: Sequence[Amount], at: int, *, is_more: bool) -> Iterator[Claim]:
    base, gap = amounts[at - 1 : at + 1]
    in_points = gap.quantity.kind is Kind.PERCENTAGE_POINTS and base.quantity.kind is Kind.PERCENT
    is_measured_so = in_points or (alike(base, gap) and base.quantity.kind is not Kind.PERCENT)
    if base.role is Role.CHANGE or not is_measured_so:
        return
    found = [
        claim(ClaimKind.DIFFERENCE, gap, (one, base) if is_more else (base, one))
        for one in _subjects(amounts, at - 1)
    ]
    held = next((one for one in found if judge(one).verdict is Verdict.PASS), None)
    meant = held or next((one for one in found if len(found) == 1 and _is_likely(one)), None)
    if meant is not None:
        yield meant


def _is_likely(parted: Claim) -> bool:
    """Tell whether the first of two figures is the larger one, and both are measured in one unit."""
    larger, smaller = (term.quantity for term in parted.operands)
    if larger is None or smaller is None:
        return False
    return larger.value > smaller.value and larger.spelled == smaller.spelled


def _subjects(amounts: Sequence[Amount], at: int) -> list[Amount]:
    """Give what can be compared with an amount: what stands right before it, else all such of its sentence."""
    like: list[Amount] = []
    for place in outward(amounts, at):
        if SENTENCES.search(amounts[place + 1].lead):
            break
        one = amounts[place]
        if one.role in {Role.MAIN, Role.PERCENT} and one.direction is None and alike(one, amounts[at]):
            if place == at - 1:
                return [one]
            if not is_base(amounts, place):
                like.append(one)
    return like


def _row(amounts: Sequence[Amount], at: int, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give the differences of a row of amounts from one told before, if each comes to what is told of it."""
    gaps = [amounts[at]]
    for one in amounts[at + 1 : at + _LONGEST]:
        if not _ROW.match(one.lead) or not alike(one, gaps[0]):
            break
        gaps.append(one)
    mains = [one for one in amounts[max(at - len(gaps), 0) : at] if alike(one, gaps[0])]
    if len(gaps) < _FEWEST or len(mains) < len(gaps) or gaps[0].role is Role.PERCENT:
        return
    bases = [one for one in (*reversed(amounts[: at - len(gaps)]), *reversed(before)) if alike(one, gaps[0])]
    for base in bases:
        value = base.quantity.value
        pairs = list(zip(gaps, mains, strict=True))
        if all(abs(main.quantity.value - value) == gap.quantity.value for gap, main in pairs):
            for gap, main in pairs:
                larger = main.quantity.value > value
                yield claim(ClaimKind.DIFFERENCE, gap, (main, base) if larger else (base, main))
            return
