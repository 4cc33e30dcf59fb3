"""Shares in items and paragraphs of their own, whose whole stands before them: 共 A 家。（一）甲 B 家，占总数的 p%."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim, outward
from wenxiao.audit.relations.ratios.asked import EVERYTHING, holds
from wenxiao.audit.relations.ratios.evened import without_evened
from wenxiao.audit.relations.ratios.ratio_words import (
    SHARE,
    is_of_figure_before,
    is_plausible,
    name_of_whole,
)
from wenxiao.audit.relations.ratios.share_lists import Pair, whole_of_shares
from wenxiao.audit.relations.ratios.whole_names import is_any_whole, is_total
from wenxiao.quantity import Kind

_APART, _BACK, _MOST, _FEWEST, _PAIR = 2, 8, 16, 2, 2
_GIVEN = frozenset({ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.GROWTH})


class _Open(NamedTuple):
    """A share that nothing is claimed of, in the line of that number, and what its whole is called."""

    line: int
    part: Amount
    percent: Amount
    name: str

    @property
    def block(self) -> int:
        return self.percent.figure.block

    @property
    def pair(self) -> Pair:
        return self.part, self.percent


def shares_of_items(lines: Sequence[Line], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the shares still unclaimed of the figure before their row that they, or their parts, agree in.

    One that does not hold is claimed if most of its row do. One that stands alone goes on with what a share of the
    same name in its line is of, or, if it agrees, the share before it in its paragraph.
    """
    open_shares = list(_open_shares(lines, claims))
    if not open_shares:
        return
    bases = _Bases(lines, claims)
    found: list[Claim] = []
    for row in _rows(open_shares, lines):
        found += list(_of_row(row, lines)) or filter(None, map(bases.share_of, row))
    mine = set(map(id, found))
    yield from (one for one in without_evened([*claims, *found]) if id(one) in mine)


def _open_shares(lines: Sequence[Line], claims: Iterable[Claim]) -> Iterator[_Open]:
    """Give the shares of a whole that is only called a total, which nothing is claimed of."""
    given = {
        one.result.figure.start for one in claims if one.kind in _GIVEN and one.result.figure is not None
    }
    for number, line in enumerate(lines):
        for index, percent in enumerate(line.amounts):
            if percent.quantity.kind is not Kind.PERCENT or percent.figure.start in given:
                continue
            stated = None if percent.quantity.value in EVERYTHING else SHARE.search(percent.lead)
            part = None if stated is None else _part_of(line, index, percent.lead[: stated.start()])
            name = "" if stated is None else stated["whole"] or ""
            if part is not None and (is_any_whole(name) or is_total(name)):
                yield _Open(number, part, percent, name)


def _part_of(line: Line, index: int, words: str) -> Amount | None:
    """Give the amount right before a percentage; ``words`` before 占 name nothing else."""
    if not is_of_figure_before(words):
        return None
    plain = (line.amounts[at] for at in outward(line.amounts, index))
    return next((one for one in plain if one.role is Role.MAIN), None)


def _rows(open_shares: Sequence[_Open], lines: Sequence[Line]) -> Iterator[list[_Open]]:
    """Give the shares of one measure that stand close together, no figure between them that can be another whole.

    A paragraph of several shares is a row of its own; items of one share each make a row together.
    """
    shares_in = Counter(one.block for one in open_shares)
    row: list[_Open] = []
    for one in open_shares:
        last = row[-1] if row else one
        is_other = last.block != one.block and max(shares_in[last.block], shares_in[one.block]) > 1
        if is_other or not alike(one.part, last.part) or (row and _is_parted(last, one, lines)):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _of_row(row: Sequence[_Open], lines: Sequence[Line]) -> Iterator[Claim]:
    """Give the shares of a row of the last figure before it that they agree in."""
    before = _before(row[0], lines)
    whole = whole_of_shares([one.pair for one in row], before) if len(row) >= _FEWEST else None
    if whole is None:
        return
    shares = [claim(ClaimKind.SHARE, one.percent, (one.part, whole)) for one in row]
    right = sum(map(holds, shares))
    is_clear = 2 * right > len(row) or sum(one.part.quantity.value for one in row) == whole.quantity.value
    yield from (share for share in shares if holds(share) or (is_clear and is_plausible(share)))


def _before(first: _Open, lines: Sequence[Line]) -> list[Amount]:
    """Give the plain amounts before the first part of a row."""
    near = lines[max(first.line - _BACK, 0) : first.line + 1]
    mains = [one for line in near for one in line.mains() if one.figure.start < first.part.figure.start]
    return mains[-_MOST:]


def _is_parted(last: _Open, one: _Open, lines: Sequence[Line]) -> bool:
    """Tell whether two shares stand far apart, or a figure between them can be what the second is of."""
    if one.line - last.line > _APART:
        return True
    between = (main for line in lines[last.line : one.line + 1] for main in line.mains())
    return any(
        last.percent.figure.start < main.figure.start < one.part.figure.start
        and alike(main, one.part)
        and main.quantity.value >= one.part.quantity.value
        for main in between
    )


class _Bases:
    """What the shares that are claimed are of: by their line and the name of the whole, and the last of a block."""

    def __init__(self, lines: Sequence[Line], claims: Iterable[Claim]) -> None:
        shares = [one for one in claims if one.kind is ClaimKind.SHARE and len(one.operands) == _PAIR]
        by_place = {one.result.figure.start: one for one in shares if one.result.figure is not None}
        self._last = {one.result.figure.block: one for one in shares if one.result.figure is not None}
        self._named: dict[tuple[int, str], Claim] = {}
        for number, line in enumerate(lines):
            for amount in line.amounts:
                share = by_place.get(amount.figure.start)
                name = name_of_whole(amount.lead) if share is not None else ""
                if share is not None and name and holds(share):
                    self._named[number, name] = share

    def share_of(self, one: _Open) -> Claim | None:
        """Give the share of what another share of the same line and name is of, or of the last one if it agrees."""
        named = self._named.get((one.line, one.name))
        base = named or self._last.get(one.block)
        whole = base.operands[-1] if base is not None else None
        if whole is None or whole.figure is None or whole.figure.start >= one.part.figure.start:
            return None
        share = claim(ClaimKind.SHARE, one.percent, (one.part, whole))
        return share if holds(share) or (named is not None and is_plausible(share)) else None
