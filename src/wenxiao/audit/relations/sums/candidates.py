"""The amounts of a document as what may be a whole or a part of one, with what is asked of each again and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.claims import Direction
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.figures.model import TALLIED
from wenxiao.audit.relations.amounts import Amount, Line, Role
from wenxiao.audit.relations.proven.told import told_in
from wenxiao.audit.relations.sums.terms import can_be_added
from wenxiao.quantity import Kind

Row = Sequence["Candidate"]
"""Amounts in the order in which they are tried, the nearest first."""


class Candidate(NamedTuple):
    """An amount, where it stands, and what it can be.

    ``depth`` says how deep in brackets it stands; ``direction`` is that of a change, None for a plain amount;
    ``opens_sentence`` tells that a sentence ends before it, ``is_counted`` that it is a number of things or people.
    """

    amount: Amount
    value: Decimal
    measure: tuple[Kind, str]
    start: int
    line: int
    block: int
    depth: int
    direction: Direction | None
    opens_sentence: bool
    is_counted: bool
    can_be_whole: bool
    can_be_part: bool


def candidates_in(lines: Iterable[Line]) -> list[Candidate]:
    """Give the amounts of a document in order, without percentages and what something is compared with."""
    return [
        _candidate(one.amount, one.line, one.depth)
        for one in told_in(lines)
        if one.amount.role in {Role.MAIN, Role.CHANGE}
    ]


def _candidate(amount: Amount, line: int, depth: int) -> Candidate:
    quantity, figure = amount.quantity, amount.figure
    addable = quantity.is_exact and quantity.value >= 0 and can_be_added(amount)
    direction = amount.direction if amount.role is Role.CHANGE else None
    counted = figure.kind in TALLIED and bool(quantity.unit) and "." not in figure.text
    measure = quantity.kind, quantity.unit
    is_whole = addable and quantity.value > 0
    place = figure.start, line, figure.block, depth
    opens = SENTENCES.search(amount.lead) is not None
    return Candidate(amount, quantity.value, measure, *place, direction, opens, counted, is_whole, addable)


def alike_in(one: Candidate, whole: Candidate) -> bool:
    """Tell whether an amount is measured like a whole: forms, and the men who filled them in, are counted alike."""
    return one.measure == whole.measure or (one.is_counted and whole.is_counted)
