"""The lists that sums are known of, to be found by what is told after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount
from wenxiao.audit.relations.proven.told import Told

_MOST_BLOCKS, _MOST_LISTS = 8, 12


class KnownList(NamedTuple):
    """A whole and its parts in the order of the text."""

    whole: Amount
    parts: Sequence[Amount]

    @property
    def places(self) -> tuple[int, ...]:
        """Give where its amounts start, which is what makes two lists one."""
        return (self.whole.figure.start, *(part.figure.start for part in self.parts))

    @property
    def last(self) -> Amount:
        """Give the amount that is told last of the list and its whole."""
        return max(self.whole, self.parts[-1], key=lambda one: one.figure.start)


class KnownLists:
    """The lists of a document."""

    def __init__(self, told: Sequence[Told], claims: Iterable[Claim]) -> None:
        """Take the sums among some claims about the amounts of a document."""
        amounts = {one.amount.figure.start: one.amount for one in told}
        found = (_list(one, amounts) for one in claims if one.kind is ClaimKind.SUM)
        lists = {one.places: one for one in found if one is not None}
        self._lists = sorted(lists.values(), key=lambda one: one.last.figure.start)
        self._ends = [one.last.figure.start for one in self._lists]

    @property
    def all(self) -> Sequence[KnownList]:
        """Give all lists in the order in which they end."""
        return self._lists

    def before(self, amount: Amount) -> Iterator[KnownList]:
        """Give the lists told before an amount, the nearest first."""
        last = bisect_left(self._ends, amount.figure.start)
        first = amount.figure.block - _MOST_BLOCKS
        near = reversed(self._lists[max(last - _MOST_LISTS, 0) : last])
        return takewhile(lambda one: one.last.figure.block >= first, near)


def _list(claim: Claim, amounts: dict[int, Amount]) -> KnownList | None:
    """Give the list of a sum, None if a part stands in no sentence."""
    whole, *parts = (amounts.get(term.figure.start) if term.figure else None for term in claim.terms)
    told = sorted((part for part in parts if part is not None), key=lambda one: one.figure.start)
    return KnownList(whole, told) if whole is not None and len(told) == len(parts) else None
