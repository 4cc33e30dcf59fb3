"""Reports audited against the data they were written from, with the example as a person would do it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from wenxiao.cli import main
from wenxiao.documents.open import open_document
from wenxiao.evaluate import evaluate_folder
from wenxiao.report.write import write_report

EXAMPLE = Path(__file__).parents[3] / "examples" / "lishui-kexie-2021"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    write_report(evaluate_folder(EXAMPLE), folder, formats=["docx", "pdf", "html"])
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "数据包"))


def audited(
    path: Path, package: Path, capsys: pytest.CaptureFixture[str], status: int | None = None
) -> dict[str, Any]:
    found = main(["audit", str(path), "--against", str(package), "--select", "WX211", "--format", "json"])
    assert status is None or found == status
    shown: dict[str, Any] = json.loads(capsys.readouterr().out)
    return shown


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "report.html"])
def test_a_report_agrees_with_the_data_it_was_written_from(
    name: str, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = audited(reports / name, EXAMPLE, capsys, status=0)["coverage"]["data"]
    assert data["differing"] == 0
    assert data["matching"] == data["stated"] > 250


def test_the_source_of_the_report_says_nothing_against_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(EXAMPLE / "report.md", EXAMPLE, capsys, status=0)["findings"] == []


def test_a_figure_changed_in_the_report_is_found(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = open_document(reports / "report.docx").text
    (tmp_path / "稿.txt").write_text(text.replace("734.04万元", "743.04万元", 1), encoding="utf-8")
    (finding,) = audited(tmp_path / "稿.txt", EXAMPLE, capsys, status=1)["findings"]
    assert (finding["rule"], finding["severity"]) == ("WX211", "error")
    assert [place["text"] for place in finding["places"]] == ["743.04万元"]
    assert "734.04 ≠ 743.04" in finding["arithmetic"]
    assert "「收支决算.csv」" in finding["arithmetic"]


def test_a_figure_changed_in_the_data_is_found_wherever_the_report_states_it(
    reports: Path, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = package / "收支决算.csv"
    written = table.read_text(encoding="utf-8-sig")
    assert "公务接待费,1.67,1.44" in written
    table.write_text(written.replace("公务接待费,1.67,1.44", "公务接待费,1.67,1.54"), encoding="utf-8-sig")
    findings = audited(reports / "report.docx", package, capsys, status=1)["findings"]
    assert {finding["places"][0]["text"] for finding in findings} == {"1.44"}
    assert all("公务接待费" in finding["message"] for finding in findings)


def test_the_summary_is_told_in_words_and_says_when_nothing_was_compared(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["audit", str(reports / "report.docx"), "--against", str(EXAMPLE), "--select", "WX211"])
    assert "不一致 0 个" in capsys.readouterr().out
    (tmp_path / "别处.txt").write_text("2021年全县接待游客30万人次。", encoding="utf-8")
    main(["audit", str(tmp_path / "别处.txt"), "--against", str(EXAMPLE)])
    assert "没有与数据核对" in capsys.readouterr().out


@pytest.mark.parametrize("spoil", ["nothing there", "empty", "wrong amount"])
def test_a_wrong_package_is_one_clear_message(
    spoil: str, reports: Path, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if spoil == "nothing there":
        package = tmp_path / "没有"
    elif spoil == "empty":
        package = tmp_path / "空"
        package.mkdir()
    else:
        table = package / "人员情况.csv"
        written = table.read_text(encoding="utf-8-sig")
        table.write_text(written.replace("实有人数,10", "实有人数,很多"), encoding="utf-8-sig")
    assert main(["audit", str(reports / "report.docx"), "--against", str(package)]) == 2
    out, error = capsys.readouterr()
    assert not out
    assert "请" in error
    assert "Traceback" not in error
