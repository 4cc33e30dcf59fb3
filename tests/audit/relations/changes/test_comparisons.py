from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]
PAIR = "年初预算为[{0}万元]，支出决算为[{1}万元]。"


@pytest.mark.parametrize(
    ("figures", "words", "claim"),
    [
        (("5", "4"), "决算数小于预算数的主要原因：厉行节约。", "compare pass 5.00 > 4.00 万元"),
        (("5", "6"), "决算数小于预算数的主要原因：厉行节约。", "compare fail 5.00 < 6.00 万元"),
        (("5", "6"), "决算数大于预算数。", "compare pass 5.00 < 6.00 万元"),
        (("5", "5"), "决算数与预算数持平。", "compare pass 5.00 = 5.00 万元"),
        (("5", "4.9"), "决算数与预算数持平。", "compare fail 5.00 > 4.90 万元"),
        (("5", "4.9"), "决算数未超过预算数。", "compare pass 5.00 > 4.90 万元"),
        (("5", "5.1"), "决算数未超过预算数。", "compare fail 5.00 < 5.10 万元"),
    ],
)
def test_words_of_comparison_are_held_against_the_figures(
    stated: Stated, figures: tuple[str, str], words: str, claim: str
) -> None:
    assert stated(PAIR.format(*figures) + words) == [claim]


def test_words_without_one_pair_of_figures_claim_nothing(stated: Stated) -> None:
    assert stated("支出决算为[4万元]。决算数小于预算数。") == []
    assert stated(PAIR.format("5", "4") + "\n决算数大于预算数。") == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("会议费[12.00万元]，与上年预算[12.00万元]持平。", ["compare pass 12.00 = 12.00 万元"]),
        ("会议费[10.00万元]，与上年预算[12.00万元]持平。", ["compare fail 10.00 < 12.00 万元"]),
        ("满意度[95.0%]，低于目标值[90.0%]。", ["compare fail 95 > 90 %"]),
        ("一般公共预算支出[1741.75万元]，决算数大于预算数[55.93万元]。", []),
        ("税收占比[73.5%]，提升[2.4个百分点]，质量高于全省平均水平[3.7个百分点]。", []),
    ],
)
def test_two_figures_side_by_side_are_compared(stated: Stated, text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    "former", ["由去年的[1020.00万元]、占[1.39%]，", "由去年的[1020.00万元]", "从上年的[1020.00万元]，"]
)
def test_what_fell_to_more_is_told(stated: Stated, former: str) -> None:
    assert stated(f"补贴{former}回落到[1740.00万元]，其中集中支付[300.00万元]。")[:1] == [
        "compare fail 1020.00 < 1740.00 万元"
    ]
