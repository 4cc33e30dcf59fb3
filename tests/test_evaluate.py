from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wenxiao.errors import WenxiaoError
from wenxiao.evaluate import evaluate_folder
from wenxiao.settings import ENGINE_VERSION
from wenxiao.standards.load import available

MANIFEST = '[package]\nunit = "某市科协"\nyear = 2021\nstandard = "{standard}"\n'


def package(folder: Path, standard: str = "lishui", outturn: str = "95") -> Path:
    (folder / "package.toml").write_text(MANIFEST.format(standard=standard), encoding="utf-8")
    rows = f"项目编号,项目名称,全年预算数（万元）,全年执行数（万元）\nA,科普,100,{outturn}\n"
    (folder / "项目.csv").write_text(rows, encoding="utf-8")
    (folder / "report.md").write_text("# 报告\n", encoding="utf-8")
    return folder


def test_a_folder_is_measured_scored_and_checked(tmp_path: Path) -> None:
    results = evaluate_folder(package(tmp_path))
    [card] = results.scores.projects
    assert (card.name, str(card.earned)) == ("科普", "9.5")
    assert results.standard.code == "lishui"
    assert results.outcomes
    assert results.engine_version == ENGINE_VERSION


def test_findings_stand_heaviest_first(tmp_path: Path) -> None:
    findings = evaluate_folder(package(tmp_path, outturn="120")).findings
    order = ["error", "warning", "info"]
    ranks = [order.index(finding.severity) for finding in findings]
    assert ranks == sorted(ranks)
    assert ranks


def test_the_digest_changes_with_the_files_and_the_standard(tmp_path: Path) -> None:
    first = evaluate_folder(package(tmp_path))
    assert evaluate_folder(package(tmp_path)) == first
    assert evaluate_folder(package(tmp_path, outturn="96")).digest != first.digest
    own = '[standard]\ncode = "own"\ntitle = "自定"\nversion = "1"\ninherits = "lishui"\n'
    (tmp_path / "standard.toml").write_text(own, encoding="utf-8")
    by_path = evaluate_folder(package(tmp_path, "standard.toml"))
    assert by_path.standard.lineage[-2:] == ("lishui", "own")


@pytest.mark.parametrize("code", [entry.code for entry in available()])
def test_every_shipped_standard_judges_the_real_case(tmp_path: Path, code: str) -> None:
    case = Path(__file__).parent.parent / "examples" / "lishui-kexie-2021"
    folder = Path(shutil.copytree(case, tmp_path / "case"))
    manifest = (folder / "package.toml").read_text(encoding="utf-8").replace("standard.toml", code)
    (folder / "package.toml").write_text(manifest, encoding="utf-8")
    scores = evaluate_folder(folder).scores
    cards = [*scores.projects, *([scores.department] if scores.department else [])]
    assert cards
    assert all(0 <= card.low <= card.earned <= card.high <= card.full == 100 for card in cards)


def test_an_unknown_standard_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WenxiaoError, match="您要的是不是「lishui」"):
        evaluate_folder(package(tmp_path, "lishu"))
