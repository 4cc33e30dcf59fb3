"""Bounds told by a range, in brackets, or once for several figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.examine import manuscript_of
from wenxiao.finding import Verdict

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "预备费按[1.4%]设置，符合预算法[1%至3%]的规定。",
            ["compare pass 1.4 > 1.0 %", "compare pass 1.4 < 3.0 %"],
        ),
        ("公开招标率[不到四成]（[38.6%]）。", ["compare pass 38.6 < 40.0 %"]),
        ("公开招标率[不到四成]（[43.6%]）。", ["compare fail 43.6 > 40.0 %"]),
        ("面向小企业的占比[71.5%]，较规定的[40%]高出不少。", ["compare pass 71.5 > 40.0 %"]),
        (
            "收入[超200亿元]的有甲校、乙校，分别为[249.8亿元]和[236.1亿元]。",
            ["compare pass 2498000.00 > 2000000.00 万元", "compare pass 2361000.00 > 2000000.00 万元"],
        ),
    ],
)
def test_a_bound_is_held_against_what_it_bounds(stated: Stated, text: str, claims: list[str]) -> None:
    assert [claim for claim in stated(text) if claim.startswith("compare")] == claims


def test_a_bound_may_lack_the_unit_of_its_money() -> None:
    judged = manuscript_of("收入超200亿的有甲校、乙校，分别为249.8亿元和236.1亿元。\n").judged
    found = [one for one in judged if one.claim.kind is ClaimKind.COMPARE]
    assert [one.judgement.verdict for one in found] == [Verdict.PASS, Verdict.PASS]


def test_a_figure_out_of_a_range_of_something_else_says_nothing(stated: Stated) -> None:
    assert stated("预备费按[4.4%]设置，符合预算法[1%至3%]的规定。") == []
