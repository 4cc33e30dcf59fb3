from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def ratios(claims: list[str]) -> list[str]:
    return [claim for claim in claims if claim.startswith(("share", "rate"))]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "受理投诉[800件]，其中质量问题[240件]、合同问题[160件]、售后问题[80件]，共占[60.0%]。",
            ["share pass (240 + 160 + 80) ÷ 800 × 100 = 60.00"],
        ),
        (
            "受理投诉[800件]，其中质量问题[240件]、合同问题[160件]、售后问题[80件]，共占[90.0%]。",
            ["share fail (240 + 160 + 80) ÷ 800 × 100 = 60.00 ≠ 90.00"],
        ),
        (
            "受理投诉[800件]，其中质量问题[240件]、合同问题[160件]、售后问题[80件]，后[两项]合计占投诉总量的[30.0%]。",
            ["share pass (160 + 80) ÷ 800 × 100 = 30.00"],
        ),
        ("农业产值[80.0亿元]，工业产值[320.0亿元]，两者合计占生产总值的[62.5%]。", []),
    ],
)
def test_parts_may_have_a_share_together(stated: Stated, text: str, claims: list[str]) -> None:
    assert ratios(stated(text)) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "共回收问卷[384份]，非常满意[300份]，满意[60份]，满意率[93.75%]。",
            ["rate pass (300 + 60) ÷ 384 × 100 = 93.75"],
        ),
        (
            "抽查[160家]，优秀[40家]，良好[80家]，合格[32家]，不合格[8家]，合格率[95%]。",
            ["rate pass (40 + 80 + 32) ÷ 160 × 100 = 95.00"],
        ),
        ("共回收问卷[384份]，非常满意[300份]，满意[60份]，满意率[63.75%]。", []),
    ],
)
def test_grades_make_a_rate_together(stated: Stated, text: str, claims: list[str]) -> None:
    assert ratios(stated(text)) == claims
