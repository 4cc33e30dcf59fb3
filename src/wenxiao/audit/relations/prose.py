"""The claims that the prose of a document states between its figures."""

from __future__ import annotations

from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.amounts import Line, lines_of
from wenxiao.audit.relations.comparisons import comparisons_in
from wenxiao.audit.relations.differences import differences_in
from wenxiao.audit.relations.earlier import Earlier
from wenxiao.audit.relations.growth import growth_in
from wenxiao.audit.relations.lists import sums_of_lists
from wenxiao.audit.relations.products import products_in
from wenxiao.audit.relations.ratios import ratios_in
from wenxiao.audit.relations.respective import respective_shares
from wenxiao.audit.relations.sums import sums_in, unannounced_sums


def claims_in_prose(reading: Reading) -> list[Claim]:
    """Give the sums, shares, rates, growths, products and comparisons that sentences and lists state."""
    lines = lines_of(reading)
    claims: list[Claim] = []
    earlier, last = Earlier(), None
    for line in lines:
        claims.extend(_of_line(line, last, earlier))
        earlier.add(line)
        last = line if line.amounts else last
    claims.extend(sums_of_lists(lines))
    return claims


def _of_line(line: Line, last: Line | None, earlier: Earlier) -> list[Claim]:
    before = earlier.of_block(line.block)
    found = (
        *sums_in(line),
        *unannounced_sums(line, last),
        *ratios_in(line, last, earlier),
        *respective_shares(line, before),
        *growth_in(line, earlier),
        *differences_in(line, before),
        *products_in(line, before),
        *comparisons_in(line, last),
    )
    return list(dict.fromkeys(found))
