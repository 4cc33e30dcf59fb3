"""Amounts: figures that can be counted, each with the words before it and its role; and the lines they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm, Relation, Term
from wenxiao.audit.figures.model import Figure
from wenxiao.quantity import Quantity, same_measure

_UP = "增加|增长|上升|提高|提升|增多|增收|增支|净增|上涨|上浮|回升|攀升|增产|增幅|扩大|多支|多收|多出|增"
_DOWN = "负增长|减少|下降|降低|压减|缩减|萎缩|减收|减支|短收|净减|减幅|降幅|下浮|下滑|下跌|减产|回落|缩小|收窄|少支|少收|减|降"
_THAN = "(?<=[年期月季度])"  # 比上年多, but not 共多 or 最少
CHANGE = re.compile(
    rf"(?=[{''.join(sorted({word[0] for word in f'{_UP}|{_DOWN}|多|少'.split('|')}))}])"
    rf"(?:(?P<up>{_UP}|{_THAN}多)|(?P<down>{_DOWN}|{_THAN}少))(?:了|额|率|金额|幅度|支出|收入|资金|经费|投入)?(?:为|达|约)?(?:\([^()]{{0,6}}\))?(?:为)?$"
)
"""The word of change that leads to an amount, at the end of the words before it."""


class Role(StrEnum):
    """What an amount is in its sentence; a reference is what another is compared with (比上年的 X)."""

    MAIN = auto()
    CHANGE = auto()
    PERCENT = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Amount:
    """A figure with the words between it and the one before (``lead``) and those right before it (``label``).

    ``opens_list`` tells whether a list of parts begins with the amount; ``term`` is the amount as a term of a claim.
    An amount is equal to itself only.
    """

    figure: Figure
    quantity: Quantity
    lead: str
    role: Role
    direction: Direction | None
    label: str
    opens_list: bool
    term: Term = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the term once: an amount is tried in many claims."""
        label = self.figure.label or self.label or self.figure.text
        object.__setattr__(self, "term", Term("", label, self.quantity, figure=self.figure))


@dataclass(frozen=True, slots=True)
class Line:
    """The amounts of a sentence in order, the words after the last one, and its list number if it has one."""

    amounts: tuple[Amount, ...]
    tail: str
    block: int
    start: int
    number: str = ""
    style: str = ""
    _mains: tuple[Amount, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort out the plain amounts once: every relation asks for them."""
        mains = tuple(amount for amount in self.amounts if amount.role is Role.MAIN)
        object.__setattr__(self, "_mains", mains)

    @property
    def text(self) -> str:
        """Give all words of the line without its amounts."""
        return "□".join([*(amount.lead for amount in self.amounts), self.tail])

    def mains(self) -> tuple[Amount, ...]:
        """Give the amounts that are neither percentages nor changes."""
        return self._mains

    def head(self) -> tuple[Amount, ...]:
        """Give the amounts before the first list of parts."""
        marked = (at for at, amount in enumerate(self.amounts) if at and amount.opens_list)
        return self.amounts[: next(marked, None)]


def claim(kind: ClaimKind, result: Amount, operands: Iterable[Amount | Term]) -> Claim:
    """Make a claim of amounts."""
    stated = result.term
    terms = tuple(one.term if isinstance(one, Amount) else one for one in operands)
    return Claim(kind, stated.label, stated, terms)


def growth_claim(
    percent: Amount, first: Amount, second: Amount, form: GrowthForm, direction: Direction
) -> Claim:
    """Make the claim that a figure grew or fell by a percentage."""
    stated = percent.term
    return Claim(
        ClaimKind.GROWTH,
        stated.label,
        stated,
        (first.term, second.term),
        form=form,
        direction=direction,
    )


def comparison(first: Amount, relation: Relation, second: Amount) -> Claim:
    """Make the claim that the figure mentioned first stands so to the other."""
    stated = first.term
    return Claim(ClaimKind.COMPARE, stated.label, stated, (second.term,), relation)


def alike(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts can be added or compared."""
    return same_measure(one.quantity, other.quantity)


def outward(amounts: Sequence[Amount], index: int) -> Iterator[int]:
    """Give the positions before ``index``, the nearest first, without those inside brackets closed before it."""
    depth = 0
    for at in range(index, 0, -1):
        lead = amounts[at].lead
        depth = max(depth + lead.count(")") - lead.count("("), 0)
        if not depth:
            yield at - 1
