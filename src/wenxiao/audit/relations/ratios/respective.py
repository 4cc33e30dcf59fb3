"""Shares told one after another: 甲 A 项、乙 B 项、丙 C 项，分别占 a%、b% 和 c%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.changes.ends import SENTENCES
from wenxiao.audit.relations.ratios.ratio_words import JOINED
from wenxiao.audit.relations.ratios.share_lists import Pair, shares_of_fitting_whole
from wenxiao.quantity import Kind

_RESPECTIVELY = re.compile("占(?:比|(?P<whole>[^，；。、占]{0,30}?)(?:的)?(?:比重|比例)?)(?:分别)?(?:为)?$")


def respective_shares(line: Line, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give each share of the parts named just before, of the whole (in the line or ``before``) that they fit."""
    for mains, shares, _ in _rows(line.amounts):
        pairs = _paired(mains, shares)
        if pairs:
            yield from shares_of_fitting_whole(pairs, [*before, *mains[: -len(shares)]])


def respective_shares_of_named(line: Line, earlier: Earlier) -> Iterator[Claim]:
    """Give each share of the parts named just before, of the whole that is called by its name."""
    for mains, shares, name in _rows(line.amounts):
        whole = earlier.named(name, line, shares[0], like=mains[-1]) if name and mains else None
        if whole is None:
            continue
        pairs = _paired([one for one in mains if one is not whole], shares)
        yield from (claim(ClaimKind.SHARE, percent, (part, whole)) for part, percent in pairs)


def _rows(amounts: Sequence[Amount]) -> Iterator[tuple[list[Amount], list[Amount], str]]:
    """Give the plain amounts before a row of shares, the shares, and what their whole is called."""
    for start, amount in enumerate(amounts):
        stated = _RESPECTIVELY.search(amount.lead) if amount.quantity.kind is Kind.PERCENT else None
        shares = _run(amounts, start) if stated else []
        if stated and len(shares) > 1:
            mains = [one for one in amounts[:start] if one.role is Role.MAIN]
            yield mains, shares, stated["whole"] or ""


def _paired(mains: Sequence[Amount], shares: Sequence[Amount]) -> list[Pair]:
    """Pair the last amounts with the shares, if they are of one measure and stand in one sentence."""
    parts = mains[-len(shares) :]
    is_row = len(parts) == len(shares) and all(
        alike(one, parts[0]) and not SENTENCES.search(one.lead) for one in parts[1:]
    )
    return list(zip(parts, shares, strict=True)) if is_row else []


def _run(amounts: Sequence[Amount], start: int) -> list[Amount]:
    """Give the percentages that stand in a row."""
    run = [amounts[start]]
    for one in amounts[start + 1 :]:
        if one.quantity.kind is not Kind.PERCENT or one.lead not in JOINED:
            break
        run.append(one)
    return run
