"""Shares told one after another: 甲 A 项、乙 B 项、丙 C 项，分别占 a%、b% 和 c%."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.marks import BREAKS, SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.proven.chance import rounds_to
from wenxiao.audit.relations.ratios.joint_shares import counts_parts
from wenxiao.audit.relations.ratios.ratio_words import JOINED
from wenxiao.audit.relations.ratios.share_lists import Pair, shares_of_fitting_whole
from wenxiao.audit.relations.ratios.whole_names import is_any_whole
from wenxiao.audit.relations.ratios.wholes import Found, Wholes
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_RESPECTIVELY = re.compile(
    "占(?:比|(?P<whole>[^，；。、占]{0,30}?)(?:的)?(?:比重|比例|份额)?)(?:分别)?(?:为|达到|达)?$"
)
_ALL = Decimal(100)
_MOST_SCATTERED = 16
_NAMES = re.compile("[、和与及]")
_FILLERS = re.compile("(?:分别|各自|各|均|所)+$")


class _Row(NamedTuple):
    """The plain amounts before a row of shares, the shares, what their whole is called, and what the parts are."""

    mains: list[Amount]
    shares: list[Amount]
    whole: str
    parts: list[str]


def respective_shares(
    line: Line, before: Sequence[Amount], farther: Callable[[], Sequence[Amount]]
) -> Iterator[Claim]:
    """Give each share of the parts named just before, of the whole (in the line, ``before`` or ``farther``) that they fit."""
    for row in _rows(line.amounts, before):
        pairs = _paired(row.mains, row.shares)
        if pairs:
            yield from shares_of_fitting_whole(pairs, [*before, *row.mains[: -len(row.shares)]], farther())
        else:
            yield from _scattered(row, [*before, *row.mains])


def respective_shares_of_named(line: Line, before: Sequence[Amount], wholes: Wholes) -> Iterator[Claim]:
    """Give each share of the parts named just before, of the whole that is called by its name.

    The names alone do if their figures were told before: 甲、乙、丙分别占总量的 a%、b% 和 c%.
    """
    for row in _rows(line.amounts, before):
        told = list(zip(_told_parts(row, line, wholes), row.shares, strict=False))
        if not is_any_whole(row.whole):
            found = wholes.named(row.whole, line, row.shares[0], row.shares[0])
            yield from _of_best([(one, told or _beside(row, one)) for one in found])
        elif told:
            yield from shares_of_fitting_whole(told, row.mains)


def _scattered(row: _Row, told: Sequence[Amount]) -> Iterator[Claim]:
    """Give the shares of parts that stand apart, in the order of the row, if one whole near by makes all of them fit."""
    plain = [one for one in told if one.role is Role.MAIN and one.quantity.is_exact][-_MOST_SCATTERED:]
    for whole in reversed(plain):
        parts = _fitting_parts(row.shares, plain, whole)
        if len(parts) == len(row.shares):
            yield from (
                claim(ClaimKind.SHARE, share, (part, whole))
                for share, part in zip(row.shares, parts, strict=True)
            )
            return


def _fitting_parts(shares: Sequence[Amount], plain: Sequence[Amount], whole: Amount) -> list[Amount]:
    """Give for each share, one after the other, the next amount that is so much of a whole; those before the first misfit."""
    parts: list[Amount] = []
    rest = iter(one for one in plain if one is not whole and alike(one, whole))
    for share in shares:
        part = next((one for one in rest if _rounds_to(share, one, whole)), None)
        if part is None:
            break
        parts.append(part)
    return parts


def _rounds_to(share: Amount, part: Amount, whole: Amount) -> bool:
    is_told = "." in share.quantity.written and part.quantity.value > 0
    return is_told and rounds_to(share.quantity, part.quantity.value * _ALL, whole.quantity.value)


def _beside(row: _Row, whole: Found) -> list[Pair]:
    """Give the parts that stand right before a row of shares, without their whole."""
    return _paired([one for one in row.mains if one is not whole.told.amount], row.shares)


def _of_best(readings: Sequence[tuple[Found, list[Pair]]]) -> Iterator[Claim]:
    """Give the shares of the whole that most of them agree with, else of the only one that can be meant."""
    claims = [
        (one, [claim(ClaimKind.SHARE, percent, (part, one.told.amount)) for part, percent in pairs])
        for one, pairs in readings
        if pairs and alike(pairs[0][0], one.told.amount)
    ]
    holding = [sum(judge(share).verdict is Verdict.PASS for share in shares) for _, shares in claims]
    best = max(range(len(claims)), key=holding.__getitem__, default=None)
    if best is not None and (holding[best] > 1 or claims[best][0].is_certain):
        yield from claims[best][1]


def _rows(amounts: Sequence[Amount], before: Sequence[Amount]) -> Iterator[_Row]:
    """Give the rows of shares that are told one after another; what is only counted (三类) was told ``before``."""
    for start, amount in enumerate(amounts):
        stated = _RESPECTIVELY.search(amount.lead) if amount.quantity.kind is Kind.PERCENT else None
        shares = _run(amounts, start) if stated else []
        if stated and len(shares) > 1:
            mains = [one for one in amounts[:start] if one.role is Role.MAIN]
            plain = [one for one in mains if not counts_parts(one)]
            is_told = not plain and bool(mains) and mains[-1].quantity.value == len(shares)
            mains = list(before) if is_told else plain
            words = _FILLERS.sub("", BREAKS.split(amount.lead[: stated.start()])[-1])
            yield _Row(mains, shares, stated["whole"] or "", _NAMES.split(words))


def _told_parts(row: _Row, line: Line, wholes: Wholes) -> list[Amount]:
    """Give what the names before a row of shares call, told before: 甲、乙、丙分别占 a%、b%、c%; all or none."""
    if len(row.parts) != len(row.shares):
        return []
    told = [wholes.spoken_of(name, line, row.shares[0]) for name in row.parts]
    found = [one.amount for one in told if one is not None]
    return found if len(found) == len(told) and all(alike(one, found[0]) for one in found) else []


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
