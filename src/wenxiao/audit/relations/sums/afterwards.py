"""Totals in a sentence of their own, after what they add: 甲 3 万元，乙 5 万元。两项合计 8 万元; and after a list of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.sums.closing import adds_up, is_telling
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.terms import can_be_added
from wenxiao.audit.relations.sums.totals import is_of_the_same

_TOTAL = re.compile(
    "^(?:以上|上述|前述|这)?[^，,；;。：:]{0,12}(?:合计|总计|总共|(?<!公)共计?)[^，,；;。：:]{0,8}$"
)
_OF_ABOVE = re.compile("^(?:以上|上述|前述|这)[^，,；;。：:]{0,12}总[^，,；;。：:]{0,8}$")
_NEW = re.compile("^(?:20|[0-9])|全[县市区省年]|本年")
_FEWEST, _MOST = 2, 30
_NUMBERED = 2
"""A total that says how many things it adds (三项合计) is the second amount of its sentence."""

Found = tuple[Amount, int]
"""A total and how many things it says that it adds, 0 if it does not say."""


def sums_told_after(lines: Sequence[Line]) -> Iterator[Claim]:
    """Give the sums of totals that begin a sentence."""
    for at, line in enumerate(lines):
        found = _total(line) if at else None
        if found:
            total, number = found
            parts = _items(lines[max(at - _MOST, 0) : at], total) or _sentence(lines[at - 1], total, number)
            if len(parts) >= _FEWEST and _is_meant(total, parts, number, line):
                yield claim(ClaimKind.SUM, total, parts)


def _total(line: Line) -> Found | None:
    """Give the total that a sentence begins with."""
    lead = ""
    number = 0
    for amount in line.amounts[:_NUMBERED]:
        lead += amount.lead
        if _TOTAL.search(lead) or _OF_ABOVE.search(lead):
            is_plain = amount.role is Role.MAIN and can_be_added(amount) and not _NEW.search(lead)
            return (amount, number) if is_plain else None
        if not amount.quantity.is_exact or amount.quantity.value > _MOST:
            return None
        number = int(amount.quantity.value)
        lead += "项"
    return None


def _items(before: Sequence[Line], total: Amount) -> list[Amount]:
    """Give what the items of the list right before a total tell, each one thing of its measure."""
    style = before[-1].style if before else ""
    if not style:
        return []
    rows = [_alike(line, total) for line in takewhile(lambda line: line.style == style, reversed(before))]
    return [row[0] for row in reversed(rows)] if all(len(row) == 1 for row in rows) else []


def _sentence(line: Line, total: Amount, number: int) -> list[Amount]:
    """Give what the sentence before a total tells in its measure: of every part the first, if it tells more of each."""
    if abs(total.figure.block - line.block) >= _FEWEST:
        return []
    amounts = _alike(line, total)
    each, over = divmod(len(amounts), number or len(amounts) or 1)
    return amounts if over or each < _FEWEST else amounts[::each]


def _alike(line: Line, total: Amount) -> list[Amount]:
    return [one for one in line.mains() if alike(one, total) and can_be_added(one)]


def _is_meant(total: Amount, parts: Sequence[Amount], number: int, line: Line) -> bool:
    """Tell whether parts come to a total, or should: it says how many they are, or one slip is between."""
    if adds_up(total, parts):
        return number == len(parts) or is_telling(total, parts)
    if number:
        return number == len(parts) and is_of_the_same(total, parts)
    return line.amounts[0] is total and is_slip(total.quantity, [part.quantity for part in parts])
