"""Averages found by their words and units: what is counted, what is shared out, and what is chance."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.proven.told import told_in
from wenxiao.audit.relations.ratios.averages import averages_in
from wenxiao.documents.text import document_of


def averages(text: str) -> list[list[str]]:
    """Give the total, the average and the number of things of each average; all of them hold."""
    found = list(averages_in(told_in(lines_of(read(document_of(text, "例.txt")))), ()))
    assert {judge(claim).verdict.value for claim in found} <= {"pass"}
    return [[term.figure.text for term in claim.terms if term.figure] for claim in found]


@pytest.mark.parametrize(
    ("text", "average"),
    [
        ("走访服务站18家，收集建议77条，平均每家4.3条。", ["77条", "4.3条", "18家"]),
        ("接待来访32批次、205人次。每批次平均6.4人。", ["205人次", "6.4人", "32批次"]),
        ("药品支出4113.6万元，门诊20万人次，门诊次均药费205.68元。", ["4113.6万元", "205.68元", "20万人次"]),
        ("旱地1260亩，一亩合340元，发放42.84万元。", ["42.84万元", "340元", "1260亩"]),
        ("修路1.6公里，花了72万元，合一公里45万元。", ["72万元", "45万元", "1.6公里"]),
        ("护林员46名，林地13846亩，平均每名护林员管护301亩。", ["13846亩", "301亩", "46名"]),
        ("新增泊位2450个，投入318.5万元，单个泊位1300元。", ["318.5万元", "1300元", "2450个"]),
        ("慰问老人32人，每人500元，计1.6万元。", ["1.6万元", "500元", "32人"]),
    ],
)
def test_the_unit_finds_the_number_of_things(text: str, average: list[str]) -> None:
    assert averages(text) == [average]


@pytest.mark.parametrize(
    "text",
    [
        "走访服务站18家，收集建议77条，平均每家5.1条。",
        "走访服务站18家，收集建议77条，最高每家4.3条。",
        "走访服务站18个，收集建议77条，平均每家4.3条。",
        "门诊20万人次，其中急诊3万人次，平均等候18分钟。",
    ],
)
def test_what_does_not_fit_or_is_of_other_things_says_nothing(text: str) -> None:
    assert averages(text) == []


def test_an_exact_product_goes_before_a_rounded_one() -> None:
    text = "上年补贴6400万元，当年补贴7040万元，预算7392万元。当年客运量3520万人次，平均每人次补贴2元，比上年的2.5元低。"
    assert averages(text) == [["7040万元", "2元", "3520万人次"]]
