"""Shares told one after another: 甲 A 项、乙 B 项、丙 C 项，分别占 a%、b% 和 c%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_RESPECTIVELY = re.compile("(?:分别|各)占(?:比|总数|总量|总额|全部)?(?:的|为)?$")
_NEXT = frozenset({"、", "和", "与", "及", "，", "以及"})


def respective_shares(line: Line, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give each share of the parts named just before, of the whole (in the line or ``before``) most of them fit."""
    amounts = line.amounts
    for start, amount in enumerate(amounts):
        if amount.quantity.kind is not Kind.PERCENT or not _RESPECTIVELY.search(amount.lead):
            continue
        shares = _run(amounts, start)
        mains = [one for one in amounts[:start] if one.role is Role.MAIN]
        parts, others = mains[-len(shares) :], mains[: -len(shares)]
        if len(shares) > 1 and len(parts) == len(shares):
            yield from _of_fitting_whole(shares, parts, [*before, *others])


def _run(amounts: Sequence[Amount], start: int) -> list[Amount]:
    """Give the percentages that stand in a row."""
    run = [amounts[start]]
    for one in amounts[start + 1 :]:
        if one.quantity.kind is not Kind.PERCENT or one.lead not in _NEXT:
            break
        run.append(one)
    return run


def _of_fitting_whole(
    shares: Sequence[Amount], parts: Sequence[Amount], wholes: Sequence[Amount]
) -> Iterator[Claim]:
    for whole in reversed(wholes):
        if not all(alike(whole, part) for part in parts):
            continue
        found = [
            claim(ClaimKind.SHARE, share, (part, whole)) for share, part in zip(shares, parts, strict=True)
        ]
        if 2 * sum(judge(one).verdict is Verdict.PASS for one in found) > len(found):
            yield from found
            return
