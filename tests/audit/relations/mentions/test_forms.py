from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.forms import pairs_with_amounts, pairs_with_forms
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.documents.text import document_of

FORM = "指标\t年度目标值\t实际完成值\n游客接待人次\t≥5000人次\t6274人次\n"


def _pairs(prose: str) -> list[tuple[str, str]]:
    reading = read(document_of(f"{prose}\n\n{FORM}", "报告.txt"))
    return [
        (one.figure.text, other.figure.text) for one, other in pairs_with_forms(reading, mentions_of(reading))
    ]


@pytest.mark.parametrize("told", ["6274人次", "6724人次"])
def test_a_result_in_prose_is_found_again_in_the_form(told: str) -> None:
    assert _pairs(f"全年接待游客{told}。") == [(told, "6274人次")]


@pytest.mark.parametrize(
    "prose", ["全年接待游客3100人次。", "举办讲座听众6724人次。", "一、绩效目标\n\n接待游客6724人次。", ""]
)
def test_another_figure_is_not_the_result_of_the_form(prose: str) -> None:
    assert _pairs(prose) == []


def test_a_result_named_exactly_like_its_row_is_the_same_whatever_its_value() -> None:
    assert _pairs("全年游客接待人次5913人次。") == []
    assert _pairs("游客接待人次5913人次。") == [("5913人次", "6274人次")]


@pytest.mark.parametrize(
    ("title", "is_told"), [("整理乡镇志页数", True), ("整理乡镇志数量", True), ("整理乡镇志目录", False)]
)
def test_the_row_of_a_result_may_say_that_it_is_counted(title: str, *, is_told: bool) -> None:
    text = f"整理乡镇志126页。\n\n指标\t年度目标值\t实际完成值\n{title}\t≥120页\t226页\n"
    reading = read(document_of(text, "报告.txt"))

    assert bool(list(pairs_with_forms(reading, mentions_of(reading)))) is is_told


@pytest.mark.parametrize(
    ("prose", "pairs"),
    [
        ("实际完成：补植4.92万亩，抚育3.5万亩。", [("4.92万亩", "5.92万亩")]),
        ("补植4.92万亩，抚育3.5万亩。", []),
        ("实际完成：补植0.32万亩，抚育3.5万亩。", []),
    ],
)
def test_a_paragraph_that_sums_up_the_results_calls_them_as_the_rows(
    prose: str, pairs: list[tuple[str, str]]
) -> None:
    text = f"{prose}\n\n指标\t年度目标值\t实际完成值\n补植面积\t≥4.5万亩\t5.92万亩\n"
    reading = read(document_of(text, "报告.txt"))
    found = [
        (one.figure.text, other.figure.text) for one, other in pairs_with_forms(reading, mentions_of(reading))
    ]
    assert found == pairs


AMOUNTS = "情况表\n年度实际收入（万元）\t\n收入合计\t上年结转\n812.46\t6.35\n"


@pytest.mark.parametrize(
    ("prose", "pairs"),
    [
        (
            "2023年财政收入812.46万元，其中上年结转6.35万元。",
            [("812.46万元", "812.46"), ("6.35万元", "6.35")],
        ),
        ("一般公共预算财政拨款收入812.46万元。", [("812.46万元", "812.46")]),
        ("公务用车运行维护费6.35万元。", []),
        ("年初计划收入812.46万元。", []),
        ("", []),
    ],
)
def test_an_amount_of_prose_is_found_again_under_a_heading_of_a_form(
    prose: str, pairs: list[tuple[str, str]]
) -> None:
    reading = read(document_of(f"{prose}\n\n{AMOUNTS}", "报告.txt"))
    found = [(one.figure.text, other.figure.text) for one, other in pairs_with_amounts(mentions_of(reading))]

    assert found == pairs
