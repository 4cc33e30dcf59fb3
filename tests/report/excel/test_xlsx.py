from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from wenxiao.engine.scorecard import Scores
from wenxiao.evaluate import Results
from wenxiao.finding import Finding, Outcome, Severity, Verdict
from wenxiao.place import CellPlace
from wenxiao.report.blocks import Cell, Document, Figure, Paragraph, Table, Text
from wenxiao.report.excel.book import lines_of, sheet_names
from wenxiao.report.excel.homes import Home, settle
from wenxiao.report.excel.write import write_xlsx, xlsx_bytes
from wenxiao.standards.model import Grade, Standard

GRADES = tuple(Grade(name, Decimal(lower)) for name, lower in (("优", 90), ("良", 80), ("中", 60), ("差", 0)))
STANDARD = Standard("示例", "示例标准", "1", GRADES)
OWN = ["数字", "评分", "勾稽", "检查意见"]


def words(text: str, **more: Any) -> Cell:
    return Cell((Text(text),), **more)


def figure(key: str, text: str) -> Cell:
    return Cell((Figure(key, text),))


FORM = Table(
    "收支/情况表",
    "收支情况表（2021年度）",
    (
        (words("项目", header=True), words("金额", colspan=2, header=True)),
        (words("=支出", rowspan=2), figure("支出总计", "743.31"), figure("支出总计", "7433100元")),
        (figure("科学普及.执行率", "95%"), Cell((Text("共 "), Figure("支出总计", "743.31万元")))),
    ),
    (2, 1, 1),
    header_rows=1,
    note="单位：万元",
)


def document(*tables: Table) -> Document:
    return Document("自评报告", "某市科协", 2021, (Paragraph((Figure("编制数", "8人"),)), *tables))


@pytest.fixture
def assessed(science: Results) -> Results:
    return replace(science, standard=STANDARD)


def opened(results: Results, *tables: Table, data_only: bool = False) -> Any:
    return load_workbook(io.BytesIO(xlsx_bytes(document(*tables), results)), data_only=data_only)


def column(sheet: Any, letter: str, label_column: str, labels: str) -> Iterator[Any]:
    for label in labels.split():
        row = next(cell.row for cell in sheet[label_column] if cell.value == label)
        yield sheet[f"{letter}{row}"].value


def test_each_table_is_a_sheet_followed_by_our_own(assessed: Results) -> None:
    book = opened(assessed, FORM, replace(FORM, name="数字"))

    assert book.sheetnames == ["收支情况表", "数字（2）", *OWN]


def test_spans_become_merged_cells_below_title_and_unit(assessed: Results) -> None:
    sheet = opened(assessed, FORM)["收支情况表"]

    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:C1", "A2:C2", "B3:C3", "A4:A5"}
    assert [sheet[cell].value for cell in ("A1", "A2", "A3", "B3")] == [
        "收支情况表（2021年度）",
        "单位：万元",
        "项目",
        "金额",
    ]


def test_a_form_prints_on_a4_one_page_wide_with_its_header_on_each_page(assessed: Results) -> None:
    book = opened(assessed, FORM, replace(FORM, name="横表", landscape=True))
    upright, across = book["收支情况表"], book["横表"]

    assert (upright.page_setup.paperSize, upright.page_setup.fitToHeight) == (9, 0)
    assert upright.sheet_properties.pageSetUpPr.fitToPage
    assert upright.print_title_rows == "$1:$3"
    assert (upright.page_setup.orientation, across.page_setup.orientation) == ("portrait", "landscape")


def test_a_figure_refers_to_its_fact_and_looks_as_in_word(assessed: Results) -> None:
    formulas, values = (
        opened(assessed, FORM)["收支情况表"],
        opened(assessed, FORM, data_only=True)["收支情况表"],
    )
    told = [
        (formulas[at].value, values[at].value, formulas[at].number_format) for at in ("B4", "C4", "B5", "C5")
    ]

    assert told == [
        ("=支出总计", 743.31, "0.00"),
        ("=支出总计*10000", 7433100, '0"元"'),
        ("=科学普及.执行率", 0.95, "0%"),
        ("共 743.31万元", "共 743.31万元", "General"),
    ]


def test_a_comment_tells_how_a_figure_came_about(assessed: Results) -> None:
    sheet = opened(assessed, FORM)["收支情况表"]

    assert sheet["B5"].comment.text.splitlines()[:3] == [
        "科学普及的执行率 = 95%",
        "公式：科学普及的执行率 = 全年执行数 ÷ 全年预算数 × 100",
        "算式：= 95万元 ÷ 100万元 × 100",
    ]
    assert sheet["C5"].comment is not None
    assert sheet["A4"].comment is None


def test_what_looks_like_a_formula_stays_a_text(assessed: Results) -> None:
    hostile = ("=1+1", "+1", "-1", "@SUM(A1)", "<r><t>x</t></r>", '=HYPERLINK("http://x")')
    table = Table("表", "", tuple((words(text),) for text in hostile), (1,))
    sheet = opened(assessed, table)["表"]
    cells = [sheet.cell(row, 1) for row in range(2, 2 + len(hostile))]

    assert [cell.value.strip() for cell in cells] == list(hostile)
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [True, True, True, True, False, True]


def test_only_formulas_are_locked_in_a_form(assessed: Results) -> None:
    sheet = opened(assessed, FORM)["收支情况表"]

    assert sheet.protection.sheet
    assert sheet["B4"].protection.locked
    assert not sheet["C5"].protection.locked


def test_every_figure_is_listed_once_with_its_exact_value(assessed: Results) -> None:
    sheet = opened(assessed, FORM)["数字"]
    rows = {row[1].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=4)}

    assert rows["编制数"][:5] == ["编制数", "编制数", "8", "人", 8]
    assert rows["支出总计"][2:5] == ["743.31", "万元", 743.31]
    assert rows["科学普及.执行率"][4] == 0.95
    assert "第 10 行" in rows["支出总计"][7]
    assert rows["科学普及.年初预算数"][2:5] == ["90", "万元", 90]
    assert (rows["科学普及.全年执行数"][2], rows["科学普及.全年执行数"][6]) == (
        "95",
        "80万元 + 15万元 = 95万元",
    )
    assert (rows["年末结转结余"][2:5], rows["年末结转结余"][8]) == (["未提供", None, None], "没有填写")


def test_each_valid_key_names_the_cell_of_its_figure(assessed: Results) -> None:
    book = opened(assessed, FORM)
    sheet, address = book.defined_names["支出总计"].attr_text.split("!")

    assert book[sheet.strip("'")][address.replace("$", "")].value == 743.31
    assert book.defined_names["科学普及.覆盖人次.得分"].attr_text.startswith("'评分'!$H$")


@pytest.mark.parametrize("key", ["A1", "R1C1", "SUM", "912工程", "甲+乙", "甲%", "支出①", "长" * 256])
def test_a_key_that_is_no_name_is_referred_to_by_address(key: str) -> None:
    places = settle({key: Home("数字", 3, 4)})

    assert not places.names
    assert places.reference(key) == "'数字'!$E$4"


def test_names_that_differ_only_in_case_go_to_the_first() -> None:
    places = settle({"项目a": Home("数字", 3, 4), "项目A": Home("数字", 4, 4)})

    assert dict(places.addresses()) == {"项目a": "'数字'!$E$4"}
    assert places.reference("项目A") == "'数字'!$E$5"


def test_scores_are_added_up_by_formulas(assessed: Results) -> None:
    formulas, values = opened(assessed)["评分"], opened(assessed, data_only=True)["评分"]
    labels = "满分 可评分值 已评得分 最低得分 最高得分 得分 等级"
    lowest, highest = (f"LOOKUP({end},$K$4:$K$7,$L$4:$L$7)" for end in ("H10", "H11"))

    assert list(column(formulas, "H", "D", labels)) == [
        100,
        "=ROUND(SUMPRODUCT(--ISNUMBER(H4:H6),G4:G6),6)",
        "=ROUND(SUM(H4:H6),6)",
        "=H9",
        "=ROUND(H9+MAX(H7-H8,0),6)",
        '=IF(H8=H7,H9,"无法评定")',
        f'=IF(ROUND(SUM(G4:G6),6)>H7,"未定",IF({lowest}={highest},{lowest},"未定"))',
    ]
    assert list(column(values, "H", "D", labels)) == [100, 100, 87.5, 87.5, 87.5, 87.5, "良"]
    assert [values[f"{letter}{row}"].value for row in (4, 7) for letter in "KL"] == [0, "差", 90, "优"]


def test_what_was_not_assessed_is_neither_nothing_nor_full_marks(assessed: Results) -> None:
    sheet = opened(assessed, data_only=True)["评分"]
    row = next(cell.row for cell in sheet["D"] if cell.value == "院士人数")
    totals = {row[3].value: row[7].value for row in sheet.iter_rows() if row[0].value == "人才发展"}

    assert [sheet[f"{letter}{row}"].value for letter in "GHI"] == [90, "无法评定", "口径不同"]
    assert [totals[name] for name in ("最低得分", "最高得分", "得分", "等级")] == [0, 100, "无法评定", "未定"]


def test_a_card_without_indicators_adds_up_nothing(assessed: Results) -> None:
    empty = replace(assessed.scores.projects[0], indicators=())
    sheet = opened(replace(assessed, scores=Scores((empty,), None)))["评分"]

    assert list(column(sheet, "H", "D", "已评得分")) == ["=ROUND(SUM(H4:H4),6)"]


def test_identities_of_the_ledger_are_live(assessed: Results) -> None:
    formulas, values = opened(assessed)["勾稽"], opened(assessed, data_only=True)["勾稽"]
    row = next(cell.row for cell in formulas["B"] if cell.value == "基本支出（决算数）")

    assert [formulas[f"{letter}{row}"].value for letter in "ACDEF"] == [
        "WX105",
        "基本支出 = 人员经费 + 公用经费",
        '=IF(COUNT(基本支出)=1,基本支出,"缺数")',
        '=IF(COUNT(人员经费,公用经费)=2,SUM(人员经费,公用经费),"缺数")',
        f'=IF(COUNT(D{row}:E{row})=2,ROUND(D{row}-E{row},6),"")',
    ]
    assert [values[f"{letter}{row}"].value for letter in "DEFG"] == [446.58, 446.58, 0, "相符"]


def test_a_missing_amount_is_never_in_agreement(assessed: Results) -> None:
    values = opened(assessed, data_only=True)["勾稽"]
    verdicts = {
        f"{row[0].value} {row[1].value}": tuple(row[column].value for column in (3, 4, 6))
        for row in values.iter_rows(min_row=4)
    }

    assert verdicts["WX111 人才发展"] == (55.74, "缺数", "无法核对")
    assert verdicts["WX103 支出总计（决算数）"] == (743.31, 743.31, "相符")
    assert verdicts["— 人才发展的执行率"] == ("缺数", "缺数", "无法核对")
    assert verdicts["— 科学普及的执行率"] == (0.95, 0.95, "相符")


def test_findings_are_listed_filtered_and_frozen(assessed: Results) -> None:
    places = tuple(CellPlace("项目.csv", "项目", row, "C", "年初预算数", "80") for row in (2, 5))
    finding = Finding("WX101", Severity.ERROR, "收入不等", "=收入", "相差", places, "1 + 1 ≠ 3", "请核对")
    outcome = Outcome("WX101", "收入", Verdict.FAIL, finding=finding)
    sheet = opened(replace(assessed, outcomes=(outcome,)))["检查意见"]

    assert [cell.value for cell in sheet[2]] == [
        *("WX101", "错误", "=收入", "收入不等", "相差"),
        "「项目.csv」工作表「项目」第 2、5 行 C 列（年初预算数）",
        *("1 + 1 ≠ 3", "请核对"),
    ]
    assert sheet["C2"].data_type == "s"
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:H2", "B2")


def test_no_finding_is_said(assessed: Results) -> None:
    assert opened(assessed)["检查意见"]["A2"].value == "没有发现问题。"


def test_a_text_too_long_for_a_cell_says_where_the_rest_is(assessed: Results) -> None:
    sheet = opened(assessed, Table("表", "", ((words("长" * 40_000),),), (1,)))["表"]

    assert sheet["A2"].value.endswith("……（共 40000 字，全文见 results.json）")


def test_equal_results_give_equal_bytes_dated_by_their_year(assessed: Results) -> None:
    assert xlsx_bytes(document(FORM), assessed) == xlsx_bytes(document(FORM), assessed)
    assert str(opened(assessed).properties.created) == "2021-12-31 00:00:00"


def test_the_workbook_is_written_whole(build: Callable[..., Results], tmp_path: Any) -> None:
    empty = replace(build({}), standard=STANDARD)
    write_xlsx(Document("报告", "某市科协", 2021, ()), empty, tmp_path / "report.xlsx")

    assert load_workbook(tmp_path / "report.xlsx").sheetnames == OWN


def test_sheet_names_are_short_distinct_and_plain() -> None:
    names = sheet_names(["", "'表'", "a:b", "A/B", "长" * 40, "长" * 41], ["数字"])

    assert names == ["表", "表（2）", "ab", "AB（2）", "长" * 31, "长" * 28 + "（2）"]


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("一二三四", 1), ("一二三四五", 2), ("一\n二", 2), ("12345678", 1)]
)
def test_lines_are_counted_by_the_width_of_characters(text: str, lines: int) -> None:
    assert lines_of(text, 9.5) == lines
