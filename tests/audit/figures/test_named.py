"""Numbers that name a thing are mentions, but count nothing."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.blocks import figures_and_sentences
from wenxiao.documents.text import document_of


def kinds(text: str) -> list[tuple[str, str]]:
    figures = figures_and_sentences(document_of(f"说明\n\n{text}\n", "样本.txt"))[0]
    return [(figure.text, figure.kind.value) for figure in figures]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("各项指标见表2-1。", "2-1"),
        ("明细附后（附件1-3）。", "1-3"),
        ("执行GB/T 40001-2019。", "40001-2019"),
        ("邮编：410000。", "410000"),
        ("列2130299科目。", "2130299"),
        ("20508-进修及培训较多。", "20508"),
        ("2130299林业支出较多。", "2130299"),
        ("身份证号110101199001010011。", "110101199001010011"),
        ("数据取自财决03表。", "03"),
        ("印发6号文件。", "6"),
        ("列入2140104“公路建设”。", "2140104"),
        ("浓度以PM2.5计。", "2.5"),
    ],
)
def test_a_number_in_a_name_counts_nothing(text: str, named: str) -> None:
    assert kinds(text) == [(named, "other")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("收入961600，支出少。", "961600"),
        ("受理案件3件。", "3件"),
        ("安装LED 30台。", "30台"),
        ("表扬3人。", "3人"),
    ],
)
def test_what_only_looks_like_a_name_is_counted(text: str, counted: str) -> None:
    assert kinds(text) == [(counted, "count")]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("常住人口[2]增加。", ["[2]"]),
        ("谷物【1】增产。", ["【1】"]),
        ("制度①健全。", ["①"]),
        ("其一是修路，其二是架桥。", ["一是", "二是"]),
        ("3-1 农业情况", ["3-1"]),
    ],
)
def test_marks_of_notes_and_points_are_list_numbers(text: str, marks: list[str]) -> None:
    assert kinds(text) == [(mark, "list-number") for mark in marks]


@pytest.mark.parametrize("number", ["0571-6543210", "0571—6543210", "400-600-1234", "13800000000"])
def test_telephones_are_known_by_their_form(number: str) -> None:
    assert kinds(f"联系{number}。") == [(number, "telephone")]


@pytest.mark.parametrize(
    "text",
    [
        "拨打12345热线。",
        "向“12309”检察服务中心反映。",
        "致电96320。",
        "通过12380举报平台受理。",
        "接120急救指令。",
    ],
)
def test_numbers_of_public_services_are_telephones(text: str) -> None:
    assert [kind for _, kind in kinds(text)] == ["telephone"]


@pytest.mark.parametrize(
    "text", ["受理12345件。", "投入11000元。", "通过120项。", "占地110亩。", "产出95598吨。"]
)
def test_what_is_counted_is_no_telephone(text: str) -> None:
    assert [kind for _, kind in kinds(text)] != ["telephone"]


@pytest.mark.parametrize("text", ["2017-预算数增加。", "2021全区收入增加。", "下达2020中央投资。"])
def test_a_year_without_its_word_is_a_year(text: str) -> None:
    assert [kind for _, kind in kinds(text)] == ["year"]


def test_the_digits_of_an_address_are_passed_over() -> None:
    assert kinds("见https://example.gov.cn/2021/06/t12.html，共3篇。") == [("3篇", "count")]


def test_the_name_of_a_doctrine_counts_nothing() -> None:
    assert kinds("落实八项规定，共八项。") == [("八项", "other"), ("八项", "count")]
    assert kinds("增强四个意识，从四个方面推进。") == [("四个", "other"), ("四个", "count")]
