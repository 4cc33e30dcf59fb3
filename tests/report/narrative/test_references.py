from __future__ import annotations

import pytest

from wenxiao.errors import WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.nearest import nearest
from wenxiao.quantity import exact, parse
from wenxiao.report.blocks import Figure, Text
from wenxiao.report.figures import figure, shown
from wenxiao.report.narrative.references import Reference, read_reference, resolve

FACTS = FactTable(
    {
        "支出总计": Fact("支出总计", "支出总计", exact("743.31", "万元")),
        "执行率": Fact("执行率", "执行率", exact("86.22754491017964", "%")),
        "科普.覆盖人次": Fact("科普.覆盖人次", "覆盖人次", parse("3000多人次")),
        "科普.得分": Fact("科普.得分", "得分", None, reason="未设分值"),
        "单位名称": Fact("单位名称", "单位名称", "某市科协"),
    },
    {"KP01": "科普.覆盖人次"},
)


@pytest.mark.parametrize(
    ("body", "reference"),
    [
        ("支出总计", Reference("支出总计")),
        (" 支出总计 : 万元 ", Reference("支出总计", "万元")),
        ("科普.得分:分.1|暂缺", Reference("科普.得分", "分", 1, "暂缺")),
        ("支出总计：元｜见表：一", Reference("支出总计", "元", None, "见表：一")),
    ],
)
def test_a_reference_is_read(body: str, reference: Reference) -> None:
    assert read_reference(body) == reference


@pytest.mark.parametrize("body", ["", " ", ":万元", "a:", "a:b:c", "a|", "a:元.x"])
def test_a_malformed_reference_shows_the_right_form(body: str) -> None:
    with pytest.raises(WenxiaoError, match=r"写法不对。应为 \{名称\}"):
        read_reference(body)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("支出总计", "743.31万元"),
        ("支出总计:万元.1", "743.3万元"),
        ("支出总计:元", "7433100元"),
        ("执行率", "86.23%"),
        ("执行率:%.0", "86%"),
        ("KP-01", "3000多人次"),
        ("单位名称", "某市科协"),
    ],
)
def test_a_figure_is_shown_in_the_asked_unit(body: str, text: str) -> None:
    inline = resolve(read_reference(body), FACTS)
    assert isinstance(inline, Figure)
    assert inline.text == text


def test_an_alias_gives_the_key_of_the_fact() -> None:
    assert resolve(Reference("KP-01"), FACTS) == Figure("科普.覆盖人次", "3000多人次")


def test_a_fallback_stands_in_for_a_missing_value_only() -> None:
    assert resolve(Reference("科普.得分", fallback="暂缺"), FACTS) == Text("暂缺")
    with pytest.raises(WenxiaoError, match=r"没有名为「科普\.分」"):
        resolve(Reference("科普.分", fallback="暂缺"), FACTS)


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("支出合计", "您要的是不是「支出总计」"),
        ("覆盖人数", "您要的是不是「科普.覆盖人次」"),
        ("科普.得分", "未设分值。请补充数据，或写成 {科普.得分|暂缺}"),
        ("支出总计:人", "「人」不是「支出总计」可用的单位"),
        ("单位名称:元", "不能带单位「元」"),
    ],
)
def test_what_cannot_be_shown_says_why_and_what_to_do(body: str, part: str) -> None:
    with pytest.raises(WenxiaoError) as raised:
        resolve(read_reference(body), FACTS)
    assert part in str(raised.value)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("0.005", "万元", "0.01万元"),
        ("80", "万元", "80.00万元"),
        ("80", "%", "80%"),
        ("99.995", "%", "100%"),
        ("12.5", "%", "12.5%"),
        ("120", "%", "120%"),
        ("0", "%", "0%"),
        ("8.5", "分", "8.5分"),
    ],
)
def test_the_usual_form_of_a_kind(value: str, unit: str, text: str) -> None:
    assert shown(Fact("甲", "甲", exact(value, unit))) == text


def test_a_bare_amount_leaves_the_unit_to_the_heading() -> None:
    assert figure(FACTS, "支出总计", "万元", 2, bare=True).text == "743.31"
    assert figure(FACTS, "没有") == Text("未提供")
    assert figure(FACTS, "科普.得分", missing="无法评定") == Text("无法评定")


def test_a_fact_without_value_cannot_be_shown() -> None:
    with pytest.raises(ValueError, match="has no value"):
        shown(FACTS["科普.得分"])


def test_nearest_names_come_best_first_and_strangers_not_at_all() -> None:
    assert nearest("得分", FACTS)[0] == "科普.得分"
    assert nearest("zzz", FACTS) == []
