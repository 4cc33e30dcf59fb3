"""Thresholds that others pass: compared with what was reached, and never a base or this time's figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("存款余额[905.4亿元]，首次突破[900亿元]大关。", "compare pass 9054000.00 > 9000000.00 万元"),
        ("存款余额[895.4亿元]，首次突破[900亿元]大关。", "compare fail 8954000.00 < 9000000.00 万元"),
        ("专利授权突破[5000件]，达[5213件]。", "compare pass 5000 < 5213 件"),
        ("专利授权突破[5000件]，达[4213件]。", "compare fail 5000 > 4213 件"),
        ("税收收入[118.2亿元]，[超过100亿元]。", "compare pass 1182000.00 > 1000000.00 万元"),
    ],
)
def test_a_threshold_is_held_against_what_passed_it(stated: Stated, text: str, claim: str) -> None:
    assert stated(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "税收收入[98亿元]，其中增值税突破[40亿元]。",
        "规上企业[30家]，产值超[1亿元]的企业[12家]。",
        "参加人数[20人]，[不超过30人]。",
        "游客突破[120万人次]，旅游收入[9.6亿元]。",
    ],
)
def test_a_threshold_of_something_else_says_nothing(stated: Stated, text: str) -> None:
    assert not any(claim.startswith("compare fail") for claim in stated(text))


@pytest.mark.parametrize("passed", ["首次突破[900亿元]", "一举迈上[900亿元]台阶", "[超过900亿元]"])
def test_what_grew_is_never_the_threshold(stated: Stated, passed: str) -> None:
    found = stated(f"存款余额[905.4亿元]，{passed}，较年初增加[75.4亿元]，增长[9.1%]。")
    assert "growth pass 754000.00 ÷ (9054000.00 - 754000.00) × 100 = 9.08 ≈ 9.10" in found
    assert [claim for claim in found if claim.startswith("growth")] == found[:1]


def test_a_figure_told_to_the_last_decimal_is_no_threshold(stated: Stated) -> None:
    found = stated("生产总值突破[3055.2亿元]，比上年增加[148.0亿元]，增长[5.1%]。")
    assert found == ["growth pass 1480000.00 ÷ (30552000.00 - 1480000.00) × 100 = 5.09 ≈ 5.10"]
