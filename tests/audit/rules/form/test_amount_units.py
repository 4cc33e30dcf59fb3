"""WX610 to WX612: units of amounts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("其中办公费12.50万元、差旅费3.20元、会议费8.60万元。", ["3.20元"]),
        ("收入12.50亿元，支出9.80亿元，结余2.70万元。", ["2.70万元"]),
        ("办公费12500元，会议费8600元，差旅费3200万元。", ["3200万元"]),
        ("收入12.50亿元，支出9.80亿元，人均经费4.70元，与上一年度相同口径的水平相比又增加了0.25元。", []),
        ("全年发放6240万元，月人均补差640元，比上年提高40元。", []),
        ("收入12.50亿元。支出9.80亿元。\n结余2.70万元。", []),
        ("收入12.50亿元，支出9.80亿元，其中培训费320万元。", []),
        ("办公费12.50万元，差旅费3.20元。", []),
        ("办公费12.50万元，会议费8.60万元，人均1200元。", []),
        ("办公费12.50万元，会议费8.60万元，收费12元/人。", []),
        ("办公费12.50万元，会议费8.60万元，差旅费3.20元，培训费4.50元。", []),
        ("办公费3200元、会议费8600元，培训费1.20万元。", []),
        ("月人均2400元，上年580元，今年610元，相当于每年2.88万元。", []),
        ("收入12.50亿元，支出9.80亿元，折合6500美元。", []),
    ],
)
def test_one_amount_in_another_unit_is_odd(marked: Marked, text: str, odd: list[str]) -> None:
    assert marked("WX610", text) == odd


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("其中办公费12.50万元、差旅费3.20、会议费0.86万元。", ["3.20"]),
        ("其中办公费12.50万元、差旅费3.20万元、会议费0.86万元。", []),
        ("其中办公费12.50万元、购车3辆、会议费0.86万元。", []),
    ],
)
def test_each_amount_of_a_list_has_a_unit(marked: Marked, text: str, bare: list[str]) -> None:
    assert marked("WX611", text) == bare


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("预算执行率为95.20万元。", ["95.20万元"]),
        ("预算执行率为95.20%。", []),
        ("调整金额达到75%。", ["75%"]),
        ("调整金额为12万元，占75%。", []),
        ("汇率为6.90元。", []),
    ],
)
def test_a_rate_is_a_percentage_and_an_amount_is_money(marked: Marked, text: str, odd: list[str]) -> None:
    assert marked("WX612", text) == odd
