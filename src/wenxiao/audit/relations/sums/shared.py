"""Sums that shares tell: parts whose shares of one whole, told one after the other, make 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.sums.claimed import Claimed
from wenxiao.finding import Verdict

_ALL = Decimal(100)
_FEWEST = 2
_ALONE = 3
"""How many terms the share of a single part has."""


def sums_of_shares(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the sum of the parts whose shares make 100 %, if most of the shares are right.

    The shares of one whole are taken in the order of the text, each once; those that are told before or after a full row are
    left out.
    """
    claimed = Claimed(claims)
    by_whole: dict[int, dict[int, Claim]] = {}
    for one in claims:
        figures = [term.figure for term in one.terms]
        if one.kind is ClaimKind.SHARE and len(figures) == _ALONE and all(figures) and figures[2]:
            by_whole.setdefault(figures[2].start, {}).setdefault(_start(one), one)
    for shares in by_whole.values():
        for row in _full_rows([shares[start] for start in sorted(shares)]):
            whole = row[0].operands[1]
            found = Claim(ClaimKind.SUM, whole.label, whole, tuple(share.operands[0] for share in row))
            right = sum(judge(share).verdict is Verdict.PASS for share in row)
            if 2 * right > len(row) and not claimed.covers(found):
                yield found


def _start(share: Claim) -> int:
    return share.result.figure.start if share.result.figure else 0


def _full_rows(shares: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Give the rows, each right after the other, that make 100 % within the rounding of each share."""
    row: list[Claim] = []
    total = rounding = Decimal(0)
    for share in shares:
        quantity = share.result.quantity
        if quantity is None:
            continue
        row.append(share)
        total += quantity.value
        rounding += half_last_digit(quantity)
        while total > _ALL + rounding:
            first = row.pop(0).result.quantity
            if first is not None:
                total -= first.value
                rounding -= half_last_digit(first)
        if len(row) >= _FEWEST and abs(total - _ALL) <= rounding:
            yield row
            row, total, rounding = [], Decimal(0), Decimal(0)
