"""Figures of made-up documents: values, kinds, bounds, labels, periods, tables and hostile text."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.figures.blocks import figures_and_sentences
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.figures.unit_notes import table_unit
from wenxiao.documents.text import document_of


def figures(text: str) -> tuple[Figure, ...]:
    return figures_and_sentences(document_of(text, "样本.txt"))[0]


def summary(text: str) -> list[tuple[str, str, str]]:
    return [(figure.text, figure.value, figure.kind.value) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("购置费支出12.5万元。", [("12.5万元", "125000", "money")]),
        ("投资3亿2000万元。", [("3亿2000万元", "320000000", "money")]),
        ("受益1.2 万余人次。", [("1.2 万余人次", "12000", "person-times")]),
        ("增长百分之八十。", [("百分之八十", "80", "percent")]),
        ("满意度９５．５％。", [("９５．５％", "95.5", "percent")]),
        ("提高3.2个百分点。", [("3.2个百分点", "3.2", "percentage-points")]),
        ("补助500万—800万元。", [("500万—800万元", "5000000", "money")]),
        ("慰问五十六户。", [("五十六户", "56", "count")]),
        ("举办第十二届展会。", [("第十二届", "12", "ordinal")]),
        ("荣获二等奖。", [("二等奖", "2", "ordinal")]),
        ("每周三期。", [("每周三期", "3", "count")]),
        ("于2020年3月9日开工。", [("2020年3月9日", "2020-03-09", "date")]),
        ("据海财〔2020〕7 号执行。", [("海财〔2020〕7 号", "海财〔2020〕7号", "document-number")]),
        ("热线电话 6543210", [("6543210", "6543210", "telephone")]),
        ("5月完成。", [("5月", "5", "date")]),
        ("历时5个月。", [("5个月", "5", "count")]),
        ("新增5G基站。", [("5", "5", "other")]),
        ("上午9:30开会。", [("9:30", "9:30", "other")]),
        ("三分之一的村。", [("三分之一", "1/3", "other")]),
        ("慰问数十人。", [("数十人", "", "other")]),
    ],
)
def test_a_mention_has_its_value_and_kind(text: str, found: list[tuple[str, str, str]]) -> None:
    assert summary(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "进一步统一认识，十分重视，万一出错。",
        "百姓一致好评。",
        "金额以万元计。",
        "壮大人才队伍。",
        "千方百计，一如既往。",
    ],
)
def test_words_that_count_nothing_are_no_mentions(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("近260名", "250", "260"),
        ("3个以上", "3", None),
        ("不超过5%", None, "5"),
        ("3000多人", "3000", "4000"),
    ],
)
def test_words_of_approximation_belong_to_the_mention(text: str, low: str | None, high: str | None) -> None:
    (figure,) = figures(f"共有{text}。")
    assert figure.text == text
    assert figure.quantity is not None
    bounds = [None if end is None else f"{end:f}" for end in (figure.quantity.low, figure.quantity.high)]
    assert bounds == [low, high]


def test_list_numbers_are_told_from_counts() -> None:
    text = "主要做法：一是建章立制；二是抓好12项任务。\n\n（三）投入\n\n1、资金到位8万元。"
    kinds = [(figure.text, figure.kind.value) for figure in figures(text)]
    assert kinds == [
        ("一是", "list-number"),
        ("二是", "list-number"),
        ("12项", "count"),
        ("（三）", "list-number"),
        ("1", "list-number"),
        ("8万元", "money"),
    ]


def test_a_figure_knows_what_it_measures_and_when() -> None:
    text = "2020年，培训经费支出8万元，比2019年增加3万元。上年培训经费支出5万元。"
    money = [figure for figure in figures(text) if figure.kind == "money"]
    assert [(figure.label, figure.period) for figure in money] == [
        ("培训经费支出", "2020年度"),
        ("培训经费支出", "2020年度"),
        ("上年培训经费支出", "2019年度"),
    ]


def test_the_cells_of_a_table_take_its_unit_and_codes_stay_codes() -> None:
    text = "支出表\n单位：万元\n科目编码\t名称\t金额\n20105\t统计\t12.50\n20106\t财政\t7\n合计\t\t19.50\n"
    found = {figure.text: (figure.value, figure.kind.value, figure.label) for figure in figures(text)}
    assert found["12.50"] == ("125000", "money", "统计·金额")
    assert found["7"] == ("70000", "money", "财政·金额")
    assert found["20105"][:2] == ("20105", "other")


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("单位：万元", "万元"),
        ("（单位：元）", "元"),
        ("金额单位:亿元", "亿元"),
        ("预算表（万元）", "万元"),
        ("本单位人员", ""),
        ("（单位：除注明外均为万元）\n概况\n一\n二\n三\n四", "万元"),
    ],
)
def test_the_note_above_a_table_gives_its_unit(note: str, unit: str) -> None:
    document = document_of(f"{note}\n名称\t数额\n甲\t12.50\n乙\t7\n合计\t19.50\n", "样本.txt")
    assert table_unit(document, 0) == unit


def test_a_column_of_a_year_is_measured_as_the_others() -> None:
    text = "单位：万元\n项目\t2021年度\t2022年度\n收入\t12.50\t13.10\n支出\t7.20\t8.30\n"
    assert {figure.unit for figure in figures(text) if "." in figure.text} == {"元"}


def test_a_heading_with_its_own_unit_goes_before_the_note_of_the_table() -> None:
    text = "单位：万元\n名称\t数额\t场次（场）\n甲\t12.50\t3\n乙\t7\t4\n合计\t19.50\t7\n"
    found = {figure.label: (figure.value, figure.unit) for figure in figures(text)}
    assert found["甲·场次(场)"] == ("3", "场次")
    assert found["甲·数额"] == ("125000", "元")


def test_gaps_are_the_plain_words_between_the_figures() -> None:
    _, sentences = figures_and_sentences(
        document_of("收入 5 万元（其中： 补助2万元），好。支出1元。", "样本.txt")
    )
    assert [sentence.gaps for sentence in sentences] == [
        ("收入", "(其中：补助", ")，好。"),
        ("支出", "。"),
    ]


@given(
    st.text(
        alphabet="0123456789.,，。万亿千百十一二两第年月日%（）()〔〕号元人次 \n\t约近至—其中A", max_size=80
    )
)
def test_any_text_is_read_in_order_and_without_overlap(text: str) -> None:
    found = figures(text)
    assert all(figure.text == text[figure.start : figure.end] != "" for figure in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_the_printed_value_is_exact(value: object) -> None:
    (figure,) = figures(f"拨付{value}元。")
    assert figure.quantity is not None
    assert figure.quantity.value == value


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "一" * 100_000, "第" + " " * 100_000, "其中" * 50_000, "近 " * 50_000 + "1"]
)
def test_hostile_text_is_read_promptly(text: str) -> None:
    began = process_time()
    found = figures(text)
    assert process_time() - began < 5
    assert len(found) <= 1
    assert all(figure.quantity is None or figure.text.endswith("1") for figure in found)


def test_figures_of_two_readings_of_one_text_are_the_same() -> None:
    document = document_of("收入12.5万元，支出8万元，结余4.5万元。", "例.txt")
    once, again = (figures_and_sentences(document)[0] for _ in range(2))
    assert len({*once, *again}) == len(once) == 3
