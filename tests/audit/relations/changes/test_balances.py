"""What is left of income, and what parts exports and imports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]

INCOME = "调入资金[300万元]，上年结余[200万元]，收入总计[5200万元]。"
EXPENSES = "本级支出[4700万元]，上解支出[400万元]，支出总计[5100万元]，"


@pytest.mark.parametrize(
    "words", ["收支相抵，结转下年支出", "收支相抵后，年终结余", "收支相抵，净结余", "收支差额为"]
)
def test_the_balance_is_of_the_totals(stated: Stated, words: str) -> None:
    assert "difference pass 5200.00 - 5100.00 = 100.00" in stated(f"{INCOME}{EXPENSES}{words}[100万元]。")
    assert "difference fail 5200.00 - 5100.00 = 100.00 ≠ 400.00" in stated(
        f"{INCOME}{EXPENSES}{words}[400万元]。"
    )


def test_totals_of_other_paragraphs_count_where_they_agree(stated: Stated) -> None:
    text = (
        "全县总收入[5200万元]。\n全县总支出[5100万元]，其中当年支出[4700万元]。收支相抵，结转下年[{}万元]。"
    )
    assert "difference pass 5200.00 - 5100.00 = 100.00" in stated(text.format(100))
    assert not [claim for claim in stated(text.format(400)) if claim.startswith("difference")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "出口[120.5亿元]，进口[150.2亿元]，逆差[29.7亿元]。",
            ["difference pass 1502000.00 - 1205000.00 = 297000.00"],
        ),
        (
            "出口额[150.2亿元]，增长[2%]；进口额[120.5亿元]，下降[3%]；贸易顺差[27.9亿元]。",
            ["difference fail 1502000.00 - 1205000.00 = 297000.00 ≠ 279000.00"],
        ),
        ("出口[8亿元]，进口[5亿元]，顺差扩大[2亿元]。", []),
        ("进出口[15亿元]，出口[8亿元]，顺差[2亿元]。", []),
    ],
)
def test_a_trade_balance_is_of_exports_and_imports(stated: Stated, text: str, claims: list[str]) -> None:
    assert [claim for claim in stated(text) if claim.startswith("difference")] == claims
