"""Shares and rates in sentences: 占…的 p%, 完成预算的 p%, 执行率 p%, 到位率 p%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.relations.amounts import Line
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.ratios.contributions import contribution_at
from wenxiao.audit.relations.ratios.evened import without_evened
from wenxiao.audit.relations.ratios.rates import rate_at
from wenxiao.audit.relations.ratios.ratio_words import name_of_whole
from wenxiao.audit.relations.ratios.respective import respective_shares, respective_shares_of_named
from wenxiao.audit.relations.ratios.share_lists import shares_of_common_whole
from wenxiao.audit.relations.ratios.shares import settled, share_at, share_between
from wenxiao.audit.relations.ratios.wholes import Wholes
from wenxiao.quantity import Kind


def ratios_in(line: Line, last: Line | None, earlier: Earlier, wholes: Wholes) -> Iterator[Claim]:
    """Give the shares and rates of a line; a whole that is only named is looked up in the text before."""
    line = _joined_to(last, line)
    percents = [index for index, one in enumerate(line.amounts) if one.quantity.kind is Kind.PERCENT]
    if percents:
        before = earlier.of_block(line.block)
        rows = (
            respective_shares_of_named(line, before, wholes),
            respective_shares(line, before, earlier.plain),
            shares_of_common_whole(line, last.mains() if last is not None else (), earlier.plain()),
            _one_by_one(line, percents, last, earlier, wholes),
        )
        yield from without_evened(chain.from_iterable(rows))


def _joined_to(last: Line | None, line: Line) -> Line:
    """Join a line that begins with 占 to the one that broke off before it: 甲支出 A⏎占总支出的 p%."""
    if last is None or last.tail or not line.amounts or not line.amounts[0].lead.startswith("占"):
        return line
    if last.amounts[-1].figure.block + 1 != line.amounts[0].figure.block:
        return line
    return replace(line, amounts=(*last.amounts, *line.amounts))


def _one_by_one(
    line: Line, percents: Iterable[int], last: Line | None, earlier: Earlier, wholes: Wholes
) -> Iterator[Claim]:
    """Give the share or rate that each percentage is by itself."""
    common: Term | None = None
    for index in percents:
        share = share_between(line, index) or share_at(line, index, wholes, earlier, common)
        found = share or contribution_at(line, index, wholes) or rate_at(line, index, last, earlier)
        if found is None:
            continue
        yield found
        if found.kind is ClaimKind.SHARE:
            common = found.operands[-1]
            wholes.remember(line, name_of_whole(line.amounts[index].lead), common)
    yield from settled(wholes)
