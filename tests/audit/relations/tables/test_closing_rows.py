"""Tests of rows that come to another one, and of rows of ratios, told by arithmetic alone."""

from __future__ import annotations

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

TABLE = """指标\t2030年\t2031年\t2032年
常住人口（万人）\t81.37\t82.95\t84.02
城区人口{unit}\t35.12\t37.48\t39.91
乡镇人口{unit}\t46.25\t45.47\t{last}
城镇化率（%）\t43.16\t45.18\t{rate}
"""


def verdicts(
    kinds: set[ClaimKind], last: str = "44.11", rate: str = "47.50", unit: str = "（万人）"
) -> list[Verdict]:
    claims = claims_in_tables(read(document_of(TABLE.format(unit=unit, last=last, rate=rate), "例.txt")))
    return [judge(claim).verdict for claim in claims if claim.kind in kinds]


def test_two_rows_come_to_a_third_in_all_columns() -> None:
    assert verdicts({ClaimKind.SUM}) == [Verdict.PASS] * 3
    assert verdicts({ClaimKind.SUM}, unit="") == [Verdict.PASS] * 3


def test_rows_that_come_to_it_in_some_columns_only_are_not_claimed() -> None:
    assert verdicts({ClaimKind.SUM}, last="44.17", unit="") == []


def test_a_row_of_ratios_is_the_quotient_of_two_rows_above() -> None:
    assert verdicts({ClaimKind.RATE, ClaimKind.SHARE}) == [Verdict.PASS] * 3


def test_ratios_that_do_not_all_fit_are_not_claimed() -> None:
    assert verdicts({ClaimKind.RATE, ClaimKind.SHARE}, rate="49.50") == []
