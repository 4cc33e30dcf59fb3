"""The claims that the prose of a document states between its figures."""

from __future__ import annotations

from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.amounts import Line
from wenxiao.audit.relations.changes.comparisons import comparisons_in
from wenxiao.audit.relations.changes.differences import differences_in
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.changes.formulas import formulas_in
from wenxiao.audit.relations.changes.growth import growth_in
from wenxiao.audit.relations.changes.products import products_in
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.ratios.ratios import ratios_in
from wenxiao.audit.relations.ratios.respective import respective_shares
from wenxiao.audit.relations.sums.followed import sums_of_paragraphs
from wenxiao.audit.relations.sums.lists import sums_of_lists
from wenxiao.audit.relations.sums.recent import Recent
from wenxiao.audit.relations.sums.sums import sums_in
from wenxiao.audit.relations.sums.unannounced import unannounced_sums


def claims_in_prose(reading: Reading) -> list[Claim]:
    """Give the sums, shares, rates, growths, products and comparisons that sentences and lists state."""
    lines = lines_of(reading)
    claims: list[Claim] = []
    earlier, recent, last = Earlier(), Recent(), None
    for line in lines:
        claims.extend(_of_line(line, last, earlier, recent))
        earlier.add(line)
        recent.add(line)
        last = line if line.amounts else last
    claims.extend(dict.fromkeys((*sums_of_lists(lines), *sums_of_paragraphs(lines))))
    return claims


def _of_line(line: Line, last: Line | None, earlier: Earlier, recent: Recent) -> list[Claim]:
    if not line.amounts:
        return list(comparisons_in(line, last))
    before = earlier.of_block(line.block)
    found = (
        *sums_in(line, recent),
        *unannounced_sums(line, recent),
        *formulas_in(line),
        *ratios_in(line, last, earlier),
        *respective_shares(line, before),
        *growth_in(line, earlier),
        *differences_in(line, before),
        *products_in(line, before),
        *comparisons_in(line, last),
    )
    return list(dict.fromkeys(found))
