"""The claims that the prose of a document states between its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim
from wenxiao.audit.relations.amounts import Line
from wenxiao.audit.relations.changes.apart import apart_in
from wenxiao.audit.relations.changes.comparisons import comparisons_in
from wenxiao.audit.relations.changes.differences import differences_in
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.changes.formulas import formulas_in
from wenxiao.audit.relations.changes.growth import growth_in
from wenxiao.audit.relations.changes.net_changes import net_changes
from wenxiao.audit.relations.changes.opened import without_opened
from wenxiao.audit.relations.changes.products import products_in
from wenxiao.audit.relations.changes.reckoned import reckoned_in
from wenxiao.audit.relations.proven.told import told_in
from wenxiao.audit.relations.ratios.averages import averages_in
from wenxiao.audit.relations.ratios.item_shares import shares_of_items
from wenxiao.audit.relations.ratios.list_shares import shares_of_lists
from wenxiao.audit.relations.ratios.ratios import ratios_in
from wenxiao.audit.relations.ratios.wholes import Wholes
from wenxiao.audit.relations.sums.afterwards import sums_told_after
from wenxiao.audit.relations.sums.evident import evident_sums
from wenxiao.audit.relations.sums.followed import sums_of_paragraphs
from wenxiao.audit.relations.sums.lists import sums_of_lists
from wenxiao.audit.relations.sums.measures import sums_of_measures
from wenxiao.audit.relations.sums.proportions import sums_of_proportions
from wenxiao.audit.relations.sums.recent import Recent
from wenxiao.audit.relations.sums.running import running_sums
from wenxiao.audit.relations.sums.shared import sums_of_shares
from wenxiao.audit.relations.sums.some_of import sums_of_some
from wenxiao.audit.relations.sums.sums import sums_in
from wenxiao.audit.relations.sums.unannounced import unannounced_sums


def claims_in_prose(lines: Sequence[Line]) -> list[Claim]:
    """Give the sums, shares, rates, growths, products and comparisons that sentences and lists state."""
    claims: list[Claim] = []
    earlier, recent, wholes, last = Earlier(), Recent(), Wholes(), None
    for line in lines:
        claims.extend(_of_line(line, last, earlier, recent, wholes))
        earlier.add(line)
        recent.add(line)
        wholes.add(line)
        last = line if line.amounts else last
    claims += [*sums_of_lists(lines), *sums_of_paragraphs(lines), *sums_told_after(lines)]
    claims += list(sums_of_measures(lines, claims))
    claims += net_changes(lines)
    told = told_in(lines)
    claims += list(reckoned_in(told, claims))
    claims += list(averages_in(told, claims))
    claims += list(shares_of_items(lines, claims))
    claims += list(sums_of_shares(claims))
    claims += list(sums_of_proportions(lines, claims))
    claims += list(running_sums(lines, claims))
    claims += list(evident_sums(lines, claims))
    claims += list(sums_of_some(told, claims))
    claims += list(shares_of_lists(lines, told, claims))
    return without_opened(claims, lines)


def _of_line(
    line: Line, last: Line | None, earlier: Earlier, recent: Recent, wholes: Wholes
) -> Iterator[Claim]:
    if line.amounts:
        before = earlier.of_block(line.block)
        yield from sums_in(line, recent)
        yield from unannounced_sums(line, recent)
        yield from formulas_in(line)
        yield from ratios_in(line, last, earlier, wholes)
        yield from growth_in(line, earlier)
        yield from differences_in(line, earlier)
        yield from apart_in(line, earlier.plain())
        yield from products_in(line, before)
    yield from comparisons_in(line, last)
