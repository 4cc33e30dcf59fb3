"""Growth of several figures told in rows: 甲、乙分别为 A、B，分别增加 X、Y，分别增长 p%、q%.

The rows must be of one length. One of the growths must hold: it shows that the rows belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, GrowthForm, judge
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, growth_claim
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.finding import Verdict

_EACH = re.compile("分别|各")
_JOINED = frozenset({"、", "和", "及", "与", "，", ",", "以及"})
_FEWEST = 2


def respective_growths(line: Line, earlier: Earlier) -> Iterator[Claim]:
    """Give the growth of each figure of a row by the changes and percentages told in the rows after it."""
    amounts = line.amounts
    for index, first in enumerate(amounts):
        if first.role is Role.PERCENT and first.direction is not None and _EACH.search(first.lead):
            yield from _of_rows(line, index, earlier)


def _of_rows(line: Line, index: int, earlier: Earlier) -> Iterator[Claim]:
    amounts = line.amounts
    percents = _row(amounts, index)
    count = len(percents)
    at = index - count
    if (
        count < _FEWEST
        or at < 0
        or amounts[at].role is not Role.CHANGE
        or _row(amounts, at) != amounts[at:index]
    ):
        return
    changes = amounts[at:index]
    told = amounts[at - count : at] if at >= count else earlier.last_sentence(line, changes[0])
    direction = percents[0].direction
    if direction is None or len(told) != count or not all(map(alike, told, changes)):
        return
    growths = [
        growth_claim(percent, current, change, GrowthForm.CURRENT_DELTA, direction)
        for percent, current, change in zip(percents, told, changes, strict=True)
    ]
    if any(judge(one).verdict is Verdict.PASS for one in growths):
        yield from growths


def _row(amounts: Sequence[Amount], first: int) -> Sequence[Amount]:
    """Give an amount and those that are joined to it by nothing but 、, 和 or a comma."""
    last = next(
        (
            at
            for at in range(first + 1, len(amounts))
            if amounts[at].lead not in _JOINED or _is_other(amounts, first, at)
        ),
        len(amounts),
    )
    return amounts[first:last]


def _is_other(amounts: Sequence[Amount], first: int, at: int) -> bool:
    return (amounts[at].role is Role.PERCENT) is not (amounts[first].role is Role.PERCENT)
