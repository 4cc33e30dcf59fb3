"""The outline of a document: title, year, and the parts opened by headings and by first words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.outline import outermost, outline_of, style_of
from wenxiao.documents.text import document_of

REPORT = """某县图书馆
某县图书馆2023年度绩效自评报告
一、基本情况
（一）部门职责
负责全县的公共阅读服务。
二、绩效目标
总体目标：全年接待读者12万人次。
1.举办活动
全年举办活动60场，每场不少于40人。
三、存在问题
部分分馆开放时间不足。
"""


def titles(text: str) -> list[str]:
    return [part.title for part in outline_of(document_of(text, "例.txt")).parts]


def test_title_and_year_are_those_of_the_first_lines() -> None:
    outline = outline_of(document_of(REPORT, "例.txt"))
    assert outline.title.split() == ["某县图书馆", "某县图书馆2023年度绩效自评报告"]
    assert outline.year == 2023


def test_the_latest_year_of_a_title_counts() -> None:
    text = "某县2022年预算执行情况和2023年预算草案的说明\n一、执行情况\n执行正常。"
    assert outline_of(document_of(text, "例.txt")).year == 2023


@pytest.mark.parametrize("text", ["", "2023年实际支出12万元。", "\n\n"])
def test_running_text_is_no_title(text: str) -> None:
    outline = outline_of(document_of(text, "例.txt"))
    assert (outline.title, outline.year) == ("", 0)


def test_headings_and_first_words_open_parts() -> None:
    found = titles(REPORT)
    assert [
        title for title in found if title in {"基本情况", "部门职责", "绩效目标", "总体目标", "存在问题"}
    ] == [
        "基本情况",
        "部门职责",
        "绩效目标",
        "总体目标",
        "存在问题",
    ]


def test_a_part_reaches_to_the_next_heading_of_its_level() -> None:
    document = document_of(REPORT, "例.txt")
    parts = {part.title: part for part in outline_of(document).parts}
    goals = document.text[parts["绩效目标"].start : parts["绩效目标"].end]
    assert "12万人次" in goals
    assert "每场不少于40人" in goals
    assert "分馆" not in goals
    assert "公共阅读" in document.text[parts["基本情况"].start : parts["基本情况"].end]


def test_parts_are_found_by_words_and_refused_by_others() -> None:
    outline = outline_of(document_of(REPORT, "例.txt"))
    found = outline.about(re.compile("目标"), re.compile("总体"))
    assert [part.title for part in found] == ["绩效目标"]


def test_inner_parts_are_left_out() -> None:
    outline = outline_of(document_of(REPORT, "例.txt"))
    assert [part.title for part in outermost(outline.about(re.compile("目标")))] == ["绩效目标"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("一、", "十二、", True),
        ("（一）", "(三)", True),
        ("1.", "2、", True),
        ("1.", "（1）", False),
        ("一、", "第一部分", False),
    ],
)
def test_numbers_of_one_level_have_one_style(one: str, other: str, *, same: bool) -> None:
    assert (style_of(one) == style_of(other)) is same


@given(st.text(alphabet="一二、（）1.．绩效目标：。\n第部分 年", max_size=120))
def test_any_text_has_an_outline_within_its_bounds(text: str) -> None:
    document = document_of(text, "例.txt")
    for part in outline_of(document).parts:
        assert 0 <= part.title_start <= part.title_end <= part.start <= part.end <= len(document.text)
