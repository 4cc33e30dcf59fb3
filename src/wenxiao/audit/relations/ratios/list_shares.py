"""Shares of the parts of a list told before: A 甲、B 乙……。甲一家就占 p%; 三项费用占比分别为 p%、q% 和 r%.

The list has its whole, and the words name the part, or there are as many percentages as parts. A share by itself is claimed
if it agrees; of a row, each is, once most of them do.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.kinds import PERCENTAGES
from wenxiao.audit.relations.amounts import Amount, Line, claim
from wenxiao.audit.relations.proven.chance import SELDOM, most_trials
from wenxiao.audit.relations.proven.told import Told
from wenxiao.audit.relations.ratios.asked import EVERYTHING, holds, is_near
from wenxiao.audit.relations.ratios.evened import without_evened
from wenxiao.audit.relations.ratios.list_slips import slipped_share
from wenxiao.audit.relations.ratios.ratio_words import JOINED, is_plausible
from wenxiao.audit.relations.sums.known_lists import KnownList, KnownLists
from wenxiao.audit.relations.sums.terms import shares_letters
from wenxiao.quantity import Kind

_BESIDE = re.compile(r"\(|[，,]?占")
_LEAD, _FEWEST, _ALL = 40, 2, Decimal(100)


def shares_of_lists(lines: Sequence[Line], told: Sequence[Told], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the shares of the parts of known lists, without the percentages that are claimed already."""
    lists = KnownLists(told, claims)
    given = {one.result.figure.start for one in claims if one.kind in PERCENTAGES and one.result.figure}
    beside = list(_beside(lines, lists, given))
    yield from beside
    given.update(one.result.figure.start for one in beside if one.result.figure)
    for line in lines:
        for row in _rows(line):
            if not any(line.amounts[at].figure.start in given for at in row):
                yield from _of_row([line.amounts[at] for at in row], lists) or _of_named(line, row[0], lists)


def _beside(lines: Sequence[Line], lists: KnownLists, given: Container[int]) -> Iterator[Claim]:
    """Give the shares told right after each part of a list: 甲 A 元（p%）、乙 B 元（q%）."""
    shares = {
        one.figure.start: after
        for line in lines
        for one, after in pairwise(line.amounts)
        if after.quantity.kind is Kind.PERCENT and after.direction is None and _BESIDE.match(after.lead)
    }
    for known in lists.all:
        percents = [shares[part.figure.start] for part in known.parts if part.figure.start in shares]
        if len(percents) == len(known.parts):
            row = _most_of(percents, known)
            yield from (one for one in row if one.result.figure and one.result.figure.start not in given)


def _rows(line: Line) -> Iterator[list[int]]:
    """Give the places of percentages that 、 or 和 joins, each row by itself."""
    row: list[int] = []
    for at, one in enumerate(line.amounts):
        is_share = one.quantity.kind is Kind.PERCENT and one.direction is None
        if row and not (is_share and row[-1] == at - 1 and one.lead in JOINED):
            yield row
            row = []
        if is_share:
            row.append(at)
    if row:
        yield row


def _of_row(row: Sequence[Amount], lists: KnownLists) -> list[Claim]:
    """Give the shares of the nearest list of as many parts of which most hold."""
    same = (known for known in lists.before(row[0]) if len(known.parts) == len(row) >= _FEWEST)
    return next(filter(None, (_most_of(row, known) for known in same)), [])


def _most_of(percents: Sequence[Amount], known: KnownList) -> list[Claim]:
    """Give the shares that percentages are of the parts of a list, if most of them hold."""
    pairs = zip(percents, known.parts, strict=True)
    shares = [claim(ClaimKind.SHARE, percent, (part, known.whole)) for percent, part in pairs]
    is_clear = 2 * sum(map(holds, shares)) > len(shares)
    row = without_evened(shares) if is_clear else ()
    return [one for one in row if holds(one) or is_plausible(one)]


def _of_named(line: Line, at: int, lists: KnownLists) -> list[Claim]:
    """Give the share of the part that the words before a percentage name, if it agrees."""
    percent = line.amounts[at]
    if percent.quantity.value in EVERYTHING or "成" in percent.figure.text:  # 三成 agrees with much
        return []
    words = SENTENCES.split("".join(one.lead for one in line.amounts[: at + 1]))[-1][-_LEAD:]
    named = (
        (part, known.whole)
        for known in lists.before(percent)
        for part in known.parts
        if shares_letters(part.label, words)
    )
    few = islice(named, most_trials(percent.quantity, _ALL, SELDOM))
    shares = (
        claim(ClaimKind.SHARE, percent, (part, whole))
        for part, whole in few
        if is_near(percent, part.quantity, whole.quantity)
    )
    found = next(filter(holds, shares), None) or slipped_share(percent, words, lists)
    return [] if found is None else [found]
