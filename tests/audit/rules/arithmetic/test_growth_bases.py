"""A growth that was reckoned over the wrong figure is told as such, and is no contradiction of words."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import examine
from wenxiao.documents.text import document_of


def told(text: str) -> list[tuple[str, str]]:
    """Give rule and message of the findings about growth."""
    findings = examine(document_of(text, "例.txt")).findings
    return [(one.rule, one.message) for one in findings if one.rule in {"WX133", "WX139"}]


@pytest.mark.parametrize("percent", ["8.33%", "7.69%"])  # 10 ÷ 120, and 10 ÷ (120 + 10)
def test_a_base_that_is_not_the_last_years_figure_is_named(percent: str) -> None:
    ((rule, message),) = told(f"本年支出120.00万元，比上年增加10.00万元，增长{percent}。")
    assert rule == "WX133"
    assert "没有以上期数为基数" in message


def test_any_other_percentage_is_merely_wrong() -> None:
    ((rule, message),) = told("本年支出120.00万元，比上年增加10.00万元，增长12.00%。")
    assert rule == "WX133"
    assert "没有以上期数为基数" not in message


def test_words_that_contradict_are_still_about_the_direction() -> None:
    assert [rule for rule, _ in told("本年支出120.00万元，比上年增加10.00万元，下降9.09%。")] == ["WX139"]


def test_an_approximate_base_is_no_error_of_the_last_digit() -> None:
    assert told("销售约776.67亿元，同比增加44.42亿元，增长约6.06%。") == []
