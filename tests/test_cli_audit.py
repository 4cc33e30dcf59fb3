"""The commands of the audit, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wenxiao.cli import main

BROKEN = "2023年本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。\n"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "稿 1.txt"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_audit_shows_what_is_wrong_and_exits_with_1(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(broken)]) == 1
    shown = capsys.readouterr().out
    assert "WX131 错误" in shown
    assert "^^^" in shown


def test_audit_of_a_sound_text_exits_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text(BROKEN.replace("43.30", "40.30"), encoding="utf-8")
    assert main(["audit", str(tmp_path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_audit_can_be_narrowed(broken: Path) -> None:
    assert main(["audit", str(broken), "--ignore", "WX1"]) == 0
    assert main(["audit", str(broken), "--select", "WX131"]) == 1


def test_a_file_that_cannot_be_read_is_listed_and_exits_with_2(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", str(broken), str(broken.parent / "没有.txt")]) == 2
    shown = capsys.readouterr().out
    assert "WX131" in shown
    assert "无法审核" in shown


def test_sarif_names_the_file_by_its_uri(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(broken), "--format", "sarif"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.endswith("%E7%A8%BF%201.txt")


@pytest.mark.parametrize(("command", "part"), [("figures", "120.50万元"), ("claims", "≠ 120.50")])
def test_figures_and_claims_print_json_or_a_list(
    command: str, part: str, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(broken)]) == 0
    assert json.loads(capsys.readouterr().out)[command]
    assert main([command, str(broken), "--format", "text"]) == 0
    assert part in capsys.readouterr().out


def test_a_wrong_configuration_is_one_clear_message(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (broken.parent / "wenxiao.toml").write_text('[[audit.suppress]]\nrule = "WX131"\n', encoding="utf-8")
    assert main(["audit", str(broken)]) == 2
    assert "没有写理由" in capsys.readouterr().err


def test_out_writes_a_page_a_list_and_a_marked_copy(tmp_path: Path) -> None:
    source = tmp_path / "说明.txt"
    source.write_text("本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。", encoding="utf-8")

    assert main(["audit", str(source), "-o", str(tmp_path / "out")]) == 1
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "说明.txt.audit.html",
        "说明.txt.audit.xlsx",
    }


def test_two_files_of_one_name_do_not_overwrite_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "报告.txt").write_text("支出5万元。", encoding="utf-8")

    assert main(["audit", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "同名" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
