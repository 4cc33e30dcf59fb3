"""Growth whose current figure stands in the sentence, the paragraph or the comparison before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "right", "claim"),
    [
        (
            "支出决算[205.27万元]。比上年支出决算[221.17万元]减少[15.90万元]，减少率为[{}%]。",
            "7.19",
            "(221.17 - 205.27) ÷ 221.17 × 100 = 7.19",
        ),
        (
            "本年收入[1200.00万元]，比上年决算数[1150.00万元]，增加[50.00万元]，增长[{}%]。",
            "4.35",
            "(1200.00 - 1150.00) ÷ 1150.00 × 100 = 4.35",
        ),
        (
            "“三公”经费[150.00万元]，较上年决算减少[50.00万元]，下降[25%]；较年初预算数减少[10.00万元]，下降[{}%]。",
            "6.25",
            "10.00 ÷ (150.00 + 10.00) × 100 = 6.25",
        ),
        (
            (
                "预算[63.16亿元]，其中，出国费[19.38亿元]。比上年预算减少[8.35亿元]，下降[11.7%]。"
                "比上年执行数减少[2.50亿元]，下降[{}%]。"
            ),
            "3.81",
            "25000.00 ÷ (631600.00 + 25000.00) × 100 = 3.81",
        ),
        (
            (
                "收入总计[434.72万元]，其中：拨款[430.00万元]。\n支出总计[434.72万元]，其中：工资[400.00万元]。\n"
                "收入支出总体与上年相比，增加[58.21万元]，增长[{}%]。"
            ),
            "15.46",
            "58.21 ÷ (434.72 - 58.21) × 100 = 15.46",
        ),
        (
            "存款余额[24.20万亿元]，较年初增加[2.00万亿元]，较年初增长[{}%]。",
            "9.01",
            "200000000.00 ÷ (2420000000.00 - 200000000.00) × 100 = 9.01",
        ),
    ],
)
def test_a_growth_finds_its_figure_afar(stated: Stated, text: str, right: str, claim: str) -> None:
    assert f"growth pass {claim}" in stated(text.format(right))
    wrong = [one for one in stated(text.format("33.33")) if one.startswith("growth fail")]
    assert any(claim in one for one in wrong)


@pytest.mark.parametrize(
    "text",
    [
        "收入总计[434.72万元]。\n支出总计[400.00万元]。\n收支总额比上年增加[58.21万元]，增长[33.33%]。",
        "甲支出[205.27万元]，乙支出[99.00万元]。比上年支出[221.17万元]减少[14.20万元]，下降[33.33%]。",
        "收入[150.00万元]，其中：甲减少[50.00万元]，下降[25%]；较预算减少[10.00万元]，下降[33.33%]。",
    ],
)
def test_where_two_figures_can_be_meant_no_growth_fails(stated: Stated, text: str) -> None:
    assert [one for one in stated(text) if one.startswith("growth fail (")] == []
    assert not any("434.72" in one for one in stated(text) if " fail " in one)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "支出预算为[290958万元]，根据财力调整支出预算为[298088万元]，较年初预算增加[7130万元]。",
            "difference pass 298088.00 - 290958.00 = 7130.00",
        ),
        (
            "年初预算[1200万元]，调整后为[1350万元]，调增[510万元]。",
            "difference fail 1350.00 - 1200.00 = 150.00 ≠ 510.00",
        ),
    ],
)
def test_what_a_budget_was_adjusted_by(stated: Stated, text: str, claim: str) -> None:
    assert claim in stated(text)
