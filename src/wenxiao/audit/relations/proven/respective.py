"""Percentages told in a row after as many amounts: all of them are shares of one whole, which proves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.chance import rounds_to
from wenxiao.audit.relations.proven.told import Told, near
from wenxiao.quantity import Kind

_JOINS = ("、", "和", "与", "及")
_FEWEST, _MOST = 2, 12


def respective_shares(told: Sequence[Told]) -> Iterator[Claim]:
    """Give the shares that rows of percentages tell of the amounts before them."""
    at = 0
    while at < len(told):
        shares = _row(told, at)
        if _FEWEST <= len(shares) <= at:
            parts = [one.amount for one in told[at - len(shares) : at]]
            if all(part.role is not Role.PERCENT and part.quantity.is_exact for part in parts):
                yield from _of_one_whole(shares, parts, near(told, at).amounts)
        at += max(len(shares), 1)


def _row(told: Sequence[Told], at: int) -> list[Amount]:
    row: list[Amount] = []
    for one in told[at : at + _MOST]:
        if one.amount.quantity.kind is not Kind.PERCENT or (row and not one.amount.lead.startswith(_JOINS)):
            break
        row.append(one.amount)
    return row


def _of_one_whole(
    shares: Sequence[Amount], parts: Sequence[Amount], around: Sequence[Amount]
) -> Iterator[Claim]:
    pairs = list(zip(shares, parts, strict=True))
    for whole in around:
        if all(
            alike(whole, part) and part is not whole and _fits(share, part, whole) for share, part in pairs
        ):
            yield from (claim(ClaimKind.SHARE, share, (part, whole)) for share, part in pairs)
            return


def _fits(share: Amount, part: Amount, whole: Amount) -> bool:
    return rounds_to(share.quantity, part.quantity.value * 100, whole.quantity.value)
