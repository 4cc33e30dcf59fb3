"""Shares and rates in sentences: 占…的 p%, 完成预算的 p%, 执行率 p%, 到位率 p%."""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.relations.amounts import Line
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.ratios.rates import rate_at
from wenxiao.audit.relations.ratios.respective import respective_shares_of_named
from wenxiao.audit.relations.ratios.share_lists import shares_of_common_whole
from wenxiao.audit.relations.ratios.shares import share_at, share_between
from wenxiao.quantity import Kind


def ratios_in(line: Line, last: Line | None, earlier: Earlier) -> Iterator[Claim]:
    """Give the shares and rates of a line; a whole that is only named is looked up in the text before."""
    percents = [index for index, one in enumerate(line.amounts) if one.quantity.kind is Kind.PERCENT]
    if not percents:
        return
    yield from respective_shares_of_named(line, earlier)
    yield from shares_of_common_whole(line, last.mains() if last is not None else (), earlier.plain())
    common: Term | None = None
    for index in percents:
        share = share_between(line, index) or share_at(line, index, earlier, common)
        found = share or rate_at(line, index, last, earlier)
        if found is None:
            continue
        yield found
        if found.kind is ClaimKind.SHARE:
            common = found.operands[1]
