"""WX609 and WX616: years that are not the document's own, or not those it compares with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]

TITLE = "某县2022年度部门决算说明\n"


@pytest.mark.parametrize(
    ("sentence", "later"),
    [
        ("2023年实际支出35.20万元。", ["2023年"]),
        ("2022年实际支出35.20万元。", []),
        ("2023年计划支出35.20万元。", []),
        ("2023年3月完成自评。", []),
        ("2023年实现良好开局。", []),
    ],
)
def test_results_are_not_of_a_later_year(marked: Marked, sentence: str, later: list[str]) -> None:
    assert marked("WX609", TITLE + sentence) == later
    assert marked("WX609", "部门决算说明\n" + sentence) == []


@pytest.mark.parametrize(
    ("years", "odd"),
    [
        ("22222", []),
        ("22221", ["2021"]),
        ("2221", []),
        ("22211", []),
        ("222210", []),
    ],
)
def test_one_comparison_with_another_year_is_odd(marked: Marked, years: str, odd: list[str]) -> None:
    text = "".join(f"事项比202{year}年增加{number}件。" for number, year in enumerate(years, 3))
    assert marked("WX616", text) == odd


def test_comparisons_with_budgets_and_with_accounts_are_kept_apart(marked: Marked) -> None:
    text = "收入比2022年度决算数增加3万元。" * 4 + "支出比2023年度预算数减少2万元。"
    assert marked("WX616", text) == []
