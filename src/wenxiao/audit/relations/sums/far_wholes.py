"""Wholes of lists that stand farther off: what the heading of a list names, or a total of the list and one part more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, alike, claim
from wenxiao.audit.relations.sums.closing import adds_up, closes
from wenxiao.audit.relations.sums.item_lists import ItemList
from wenxiao.digits import significant_digits

_SHORTEST, _LONGEST = 4, 12
_LONGEST_HEADING = 60
_FEWEST_DIGITS = 4


def of_named_whole(
    found: ItemList, columns: Sequence[Sequence[Amount]], named: Mapping[str, Amount]
) -> Iterator[Claim]:
    """Give the columns that add up to what the heading over the list names, whose figure stands far before."""
    heading = found.opening[-1].tail[:_LONGEST_HEADING] if found.opening else ""
    words = {
        heading[at : at + size]
        for size in range(_SHORTEST, _LONGEST)
        for at in range(len(heading) - size + 1)
    }
    wholes = [named[word] for word in sorted(words & named.keys())]
    for column in columns:
        fits = (
            whole for whole in wholes if all(alike(whole, part) for part in column) and adds_up(whole, column)
        )
        yield from (claim(ClaimKind.SUM, whole, column) for whole in islice(fits, 1))


def with_one_more(columns: Sequence[Sequence[Amount]], before: Sequence[Amount]) -> Iterator[Claim]:
    """Give the sums of a list and one part told before it: 总支出, 基本支出, and the projects one by one.

    Both stand before the list, with so many digits that it is no accident. Where the same amount stands there
    more than once, the one whose words are most like those of the items is the whole.
    """
    long = [one for one in before if _is_long(one)]
    places = {one.quantity.value: at for at, one in enumerate(long)}
    for column in columns:
        total = sum(part.quantity.value for part in column)
        found = [
            (whole, [long[places[whole.quantity.value - total]], *column])
            for at, whole in enumerate(long)
            if places.get(whole.quantity.value - total, -1) > at
        ]
        sums = [one for one in found if all(alike(one[0], part) for part in one[1]) and closes(*one)]
        words = set(column[0].label)
        best = max(sums, key=lambda one: len(words & set(one[0].label)), default=None)
        if best is not None:
            yield claim(ClaimKind.SUM, *best)


def _is_long(amount: Amount) -> bool:
    return significant_digits(amount.quantity.value) >= _FEWEST_DIGITS
