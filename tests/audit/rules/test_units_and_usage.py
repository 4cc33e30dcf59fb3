"""WX609 to WX615: years, units and usage."""

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


@pytest.mark.parametrize(
    ("code", "text", "odd"),
    [
        ("WX613", "截止2023年末，截止目前，报名于5月截止，截止日期为5月1日，截至年底。", ["截止", "截止"]),
        ("WX613", "部份帐户已核对，矿井安装。", ["部份", "帐户"]),
        ("WX617", "填报单位（盖章）：\n填报日期：2023年3月1日\n联系人：\t某某", ["填报单位（盖章）："]),
        ("WX618", "<p>阅读&nbsp;and推广 and 服务</p>，A and B。", ["<p>", "&nbsp;", " and ", "</p>"]),
        ("WX614", "约200余人，近3万多人次，约200人，200余人，近10多年来。", ["约200余", "近3万多"]),
        ("WX615", "1.甲事。\n2、乙事。\n3、丙事。", ["2、"]),
        ("WX615", "（1）甲事。\n(2)乙事。\n1.丙事。\n2.丁事。", ["(2)"]),
        ("WX615", "1.甲事。\n2.乙事。\n1、丙事。\n2、丁事。", []),
        ("WX615", "1、甲事。\n2、乙事。\n1.丙事。\n2.丁事。\n3、戊事。", []),
    ],
)
def test_usage_is_settled(marked: Marked, code: str, text: str, odd: list[str]) -> None:
    assert marked(code, text) == odd


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
