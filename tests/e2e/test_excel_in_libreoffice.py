"""The workbook of the real case, calculated by a spreadsheet program: as written, and after a clerk's edits."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from wenxiao.evaluate import evaluate_folder
from wenxiao.report.compose import compose
from wenxiao.report.excel.write import write_xlsx

CASE = Path(__file__).parents[2] / "examples" / "lishui-kexie-2021"
ERRORS = {"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}


def cell(book: Any, name: str) -> Any:
    """Find the cell a defined name stands for."""
    sheet, address = book.defined_names[name].attr_text.rsplit("!", 1)
    return book[sheet.strip("'")][address.replace("$", "")]


def edit(path: Path, changed: Path, **values: float) -> None:
    """Type values into named cells; saving drops every stored result, so that all must be calculated."""
    book = load_workbook(path)
    for name, value in values.items():
        cell(book, name.replace("__", ".")).value = value
    book.save(changed)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("excel")
    results = evaluate_folder(CASE)
    write_xlsx(compose(results), results, folder / "report.xlsx")
    edit(folder / "report.xlsx", folder / "same.xlsx")
    edit(
        folder / "report.xlsx",
        folder / "edited.xlsx",
        人员经费=353.57,
        公务用车购置费=0,
        科学普及__全年执行数=80,
        学会学术发展__优秀论文评选__得分=12.5,
        学会学术发展__主论坛在丽水召开__得分=12.5,
        学会学术发展__未分配的效益指标分值__得分=30,
        学会学术发展__未分配的满意度指标分值__得分=10,
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / name) for name in ("same.xlsx", "edited.xlsx")]
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", str(folder / "out"), *files],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder


def live(path: Path) -> Iterator[tuple[str, str]]:
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            yield from ((sheet.title, found.coordinate) for found in row if found.data_type == "f")


def test_every_formula_gives_what_was_written_beside_it(folder: Path) -> None:
    stated = load_workbook(folder / "report.xlsx", data_only=True)
    calculated = load_workbook(folder / "out" / "same.xlsx", data_only=True)
    cells = list(live(folder / "report.xlsx"))
    differing = [
        (sheet, at, stated[sheet][at].value, calculated[sheet][at].value)
        for sheet, at in cells
        if (stated[sheet][at].value or "") != pytest.approx(calculated[sheet][at].value or "", abs=1e-9)
    ]

    assert len(cells) > 500
    assert differing == []


def test_no_cell_is_an_error(folder: Path) -> None:
    for name in ("same.xlsx", "edited.xlsx"):
        book = CalamineWorkbook.from_path(str(folder / "out" / name))
        for sheet in book.sheet_names:
            cells = {str(found) for row in book.get_sheet_by_name(sheet).to_python() for found in row}
            assert not cells & ERRORS, sheet


def row_of(sheet: Any, *opening: str) -> list[Any]:
    return next(
        [found.value for found in row]
        for row in sheet.iter_rows()
        if {found.value for found in row} >= set(opening)
    )


def comments_of(sheet: Any) -> str:
    return "\n".join(found.comment.text for row in sheet.iter_rows() for found in row if found.comment)


def test_the_real_case_agrees_where_it_has_numbers(folder: Path) -> None:
    sheet = load_workbook(folder / "out" / "same.xlsx", data_only=True)["勾稽"]

    assert row_of(sheet, "WX106", "项目支出（决算数）")[3:7] == [296.73, 296.73, 0, "相符"]
    assert row_of(sheet, "WX105", "基本支出（决算数）")[3:7] == [446.58, 446.58, 0, "相符"]
    assert row_of(sheet, "WX108", "三公经费（决算数）")[3:7] == [1.44, "缺数", None, "无法核对"]


def test_a_changed_amount_moves_forms_and_checks(folder: Path) -> None:
    book = load_workbook(folder / "out" / "edited.xlsx", data_only=True)

    assert row_of(book["财务收支情况表"], "人员经费")[3] == 353.57
    assert row_of(book["勾稽"], "WX105", "基本支出（决算数）")[3:7] == [446.58, 447.08, -0.5, "不符"]
    assert row_of(book["勾稽"], "WX108", "三公经费（决算数）")[3:7] == [1.44, 1.44, 0, "相符"]
    assert row_of(book["勾稽"], "科学普及的执行率")[3:7] == [1, 0.8, 0.2, "不符"]


def test_a_score_moves_the_total_and_decides_the_grade(folder: Path) -> None:
    book = load_workbook(folder / "out" / "edited.xlsx", data_only=True)
    totals = {
        row[3].value: row[7].value
        for row in book["评分"].iter_rows(min_row=4)
        if row[0].value == "学会学术发展"
    }

    assert [totals[name] for name in ("可评分值", "已评得分", "最高得分", "得分", "等级")] == [100] * 4 + [
        "优"
    ]
    assert row_of(book["评分汇总表"], "学会学术发展")[3] == 100


def test_names_and_comments_survive(folder: Path) -> None:
    before, after = (load_workbook(folder / name) for name in ("report.xlsx", "out/same.xlsx"))

    assert set(before.defined_names) == set(after.defined_names)
    assert "来源：" in comments_of(after["财务收支情况表"])
