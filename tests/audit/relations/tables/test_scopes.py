"""What an amount in an accounting form is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.relations.tables.scopes import Scope, is_kind_of_spending, scope_of


@pytest.mark.parametrize(
    ("title", "headings", "name", "scope"),
    [
        ("支出决算表", ("合计",), "", Scope("支出", "", "", "决算", "")),
        ("支出决算表", ("基本支出",), "", Scope("支出", "", "基本支出", "决算", "")),
        ("2023年收入预算表", ("财政拨款收入",), "", Scope("收入", "财政拨款", "", "预算", "2023")),
        ("收支预算总表", ("收入", "预算数"), "二、事业收入", Scope("收入", "事业收入", "", "预算", "")),
        ("收入支出决算总表", ("支出", "决算数"), "年末结转和结余", Scope("结转", "", "年末", "决算", "")),
        (
            "财政拨款收入支出决算总表",
            ("支出", "政府性基金预算财政拨款"),
            "",
            Scope("支出", "政府性基金预算", "", "决算", ""),
        ),
        (
            "一般公共预算基本支出表",
            ("2024年预算数", "人员经费"),
            "",
            Scope("支出", "一般公共预算", "人员经费", "预算", "2024"),
        ),
        ("“三公”经费支出表", ("公务接待费", "年初预算数"), "", Scope("支出", "", "公务接待", "年初预算", "")),
    ],
)
def test_the_nearest_words_tell_what_an_amount_is_about(
    title: str, headings: tuple[str, ...], name: str, scope: Scope
) -> None:
    assert scope_of(title, headings, name) == scope


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("收支总表", ("金额",)),
        ("职工名册", ("工资",)),
        ("支出决算表", ("比上年增减",)),
        ("支出决算表", ("占总支出的比重",)),
    ],
)
def test_changes_ratios_and_other_tables_are_about_nothing_that_is_told_again(
    title: str, headings: tuple[str, ...]
) -> None:
    assert scope_of(title, headings, "") is None


def test_a_kind_of_spending_is_told_from_a_purpose() -> None:
    assert is_kind_of_spending("基本支出")
    assert not is_kind_of_spending("教育支出")


@given(st.text(max_size=30), st.lists(st.text(max_size=12), max_size=3), st.text(max_size=12))
def test_any_words_give_a_scope_of_one_side_or_none(title: str, headings: list[str], name: str) -> None:
    scope = scope_of(title, tuple(headings), name)
    assert scope is None or scope.side in {"收入", "支出", "结转"}
