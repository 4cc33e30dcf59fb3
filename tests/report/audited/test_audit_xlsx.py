"""The findings of audits as a list in a workbook."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from wenxiao.audit.examine import examine
from wenxiao.audit.suppression import Suppression
from wenxiao.documents.text import document_of
from wenxiao.finding import Finding, Severity
from wenxiao.place import PageLine, Spot, TextPlace
from wenxiao.report.audited.excel import audit_xlsx_bytes, write_audit_xlsx

TITLES = ["序号", "文件", "规则", "级别", "标题", "问题", "位置", "算式", "建议", "整改情况"]
BROKEN = "一、支出\n2022年支出合计90.00万元，其中：基本支出60.00万元，项目支出40.00万元。\n"
SOUND = BROKEN.replace("40.00", "30.00")


def written(tmp_path: Path, texts: dict[str, str], *suppressions: Suppression) -> Any:
    path = tmp_path / "意见.xlsx"
    write_audit_xlsx(
        [examine(document_of(text, name), suppressions=suppressions) for name, text in texts.items()], path
    )
    return load_workbook(path)


def rows_of(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_one_row_is_one_finding_with_room_for_the_answer(tmp_path: Path) -> None:
    book = written(tmp_path, {"甲.txt": BROKEN, "乙.txt": SOUND, "丙.txt": BROKEN})
    titles, *rows = rows_of(book["审核意见"])
    assert titles == TITLES
    assert [row[:4] for row in rows] == [[1, "甲.txt", "WX131", "错误"], [2, "丙.txt", "WX131", "错误"]]
    first = dict(zip(TITLES, rows[0], strict=True))
    assert first["位置"].splitlines()[0] == "第 2 行第 10 列“90.00万元”"
    assert "60.00 + 40.00 = 100.00 ≠ 90.00" in first["算式"]
    assert first["问题"]
    assert first["建议"]
    assert first["整改情况"] is None


def test_places_on_one_page_are_named_together() -> None:
    spots = {
        text: (Spot(0, 1, PageLine(page, 1, 2, (1, 2))),) for text, page in (("9", 3), ("8", 3), ("7", 4))
    }
    places = tuple(TextPlace("甲.pdf", 0, 1, 1, 1, text, spots[text]) for text in "9879")
    finding = Finding("WX199", Severity.ERROR, "题", "", "话", places)
    audit = replace(examine(document_of(SOUND, "甲.pdf")), findings=(finding,))
    sheet = load_workbook(BytesIO(audit_xlsx_bytes([audit])))["审核意见"]
    assert sheet["G2"].value == "第 3 页“9”、“8”\n第 4 页“7”"


def test_the_list_filters_and_prints(tmp_path: Path) -> None:
    sheet = written(tmp_path, {"甲.txt": BROKEN})["审核意见"]
    assert sheet.auto_filter.ref == "A1:J2"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet["F2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height > 30
    assert sheet["J2"].fill.fgColor.rgb == "FFFFF9DB"


def test_each_file_is_told_with_what_was_checked_in_it(tmp_path: Path) -> None:
    book = written(tmp_path, {"甲.txt": BROKEN, "空.txt": "情况良好。"}, Suppression("WX131", "原文如此"))
    titles, first, second = rows_of(book["审核情况"])
    assert titles == ["文件", "错误", "警告", "提示", "核对情况"]
    assert first[:4] == ["甲.txt", 0, 0, 0]
    assert "另有 1 条按 wenxiao.toml 屏蔽" in first[4]
    assert "没有读到任何数字" in second[4]


def test_nothing_found_is_said(tmp_path: Path) -> None:
    _, row = rows_of(written(tmp_path, {"乙.txt": SOUND})["审核意见"])
    assert row[0].startswith("没有发现问题")


def test_what_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    sheet = written(tmp_path, {"=1+1.txt": BROKEN})["审核意见"]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1.txt", "s")


def test_the_same_audits_give_the_same_bytes(tmp_path: Path) -> None:
    audits = [examine(document_of(BROKEN, "甲.txt"))]
    for name in ("1.xlsx", "2.xlsx"):
        write_audit_xlsx(audits, tmp_path / name)
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
