from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def sums(claims: list[str]) -> list[str]:
    return [claim.removeprefix("sum ") for claim in claims if claim.startswith("sum")]


def test_both_sides_of_an_adjustment_add_up(stated: Stated) -> None:
    text = (
        "预算由年初的[1200万元]调整为[1500万元]，其中：人员由[700万元]调整为[800万元]，"
        "公用由[200万元]增加到[400万元]，项目[300万元]不变。"
    )
    assert sums(stated(text)) == [
        "pass 700.00 + 200.00 + 300.00 = 1200.00",
        "pass 800.00 + 400.00 + 300.00 = 1500.00",
    ]


@pytest.mark.parametrize(
    ("whole", "later"),
    [("由[1300万元]调整为[1500万元]", "[1100万元]"), ("由[1200万元]调整为[1500万元]", "[1010万元]")],
)
def test_where_one_side_adds_up_the_other_should(stated: Stated, whole: str, later: str) -> None:
    text = f"预算{whole}，其中：人员由[800万元]调整为{later}，公用[400万元]不作调整。"
    assert sorted(one.split()[0] for one in sums(stated(text))) == ["fail", "pass"]


@pytest.mark.parametrize(
    "text",
    [
        "预算由[1200万元]调整为[1500万元]，其中：人员由[700万元]调整为[800万元]，公用[150万元]不变。",
        "预算[1500万元]，其中：人员由[700万元]调整为[800万元]，公用[150万元]不变。",
    ],
)
def test_a_list_that_may_leave_something_out_claims_nothing(stated: Stated, text: str) -> None:
    assert sums(stated(text)) == []


def test_the_items_of_a_list_may_have_changed_or_not(stated: Stated) -> None:
    text = (
        "总收入由年初预算[512.40万元]调整为[{}万元]。\n<1、>税收由[213.80万元]调整为[220.10万元]。\n"
        "<2、>补助由[201.10万元]调整为[221.20万元]。\n<3、>上年结余[97.50万元]不变。"
    )
    assert "sum pass 213.80 + 201.10 + 97.50 = 512.40" in stated(text.format("538.80"))
    assert "sum pass 220.10 + 221.20 + 97.50 = 538.80" in stated(text.format("538.80"))
    assert "sum fail 220.10 + 221.20 + 97.50 = 538.80 ≠ 508.80" in stated(text.format("508.80"))


def test_what_is_told_as_a_cause_is_no_part(stated: Stated) -> None:
    text = (
        "收入由[129.81万元]调整为[132.50万元]。其中：税收年初预算[94.07万元]不变；非税由[35.74万元]调整为[38.43万元]，"
        "主要由于：上缴调增[3.49万元]，停收使用费[0.80万元]。"
    )
    assert "sum pass 94.07 + 35.74 = 129.81" in stated(text)
