"""Audits as JSON and text for the terminal; folders of files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wenxiao.audit.examine import examine, manuscript_of
from wenxiao.audit.suppression import Suppression
from wenxiao.documents.text import document_of
from wenxiao.errors import WenxiaoError
from wenxiao.report.audited.as_json import audit_as_json, claims_as_json, figures_as_json
from wenxiao.report.audited.batch import Options, audit_files, files_in, options_for
from wenxiao.report.audited.summary import as_json, lines
from wenxiao.report.audited.terminal import audit_lines, claim_lines, figure_lines
from wenxiao.report.columns import width

BROKEN = "一、支出\n2023年本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。\n"
SOUND = BROKEN.replace("43.30", "40.30")


def audited(text: str, *suppressions: Suppression) -> dict[str, Any]:
    return audit_as_json(examine(document_of(text, "稿.txt"), suppressions=suppressions))


def test_figures_are_ranges_of_the_text() -> None:
    found = figures_as_json(manuscript_of(BROKEN, "稿.txt").reading)
    assert (found["document"], found["text_length"]) == ("稿.txt", len(BROKEN))
    whole = next(one for one in found["figures"] if one["value"] == "1205000")
    assert BROKEN[whole["start"] : whole["end"]] == whole["text"] == "120.50万元"
    assert (whole["unit"], whole["kind"], whole["low"], whole["high"]) == (
        "元",
        "money",
        "1205000",
        "1205000",
    )
    assert {"label", "period"} <= whole.keys()
    assert json.loads(json.dumps(found)) == found


def test_claims_have_a_result_operands_a_verdict_and_the_arithmetic() -> None:
    (found,) = [one for one in claims_as_json(manuscript_of(BROKEN))["claims"] if one["kind"] == "sum"]
    assert found["verdict"] == "fails"
    assert found["result"]["value"] == "1205000"
    assert [operand["value"] for operand in found["operands"]] == ["802000", "433000"]
    assert found["arithmetic"].startswith("80.20 + 43.30 = 123.50 ≠ 120.50")


def test_an_audit_has_findings_with_places_and_the_coverage() -> None:
    found = audited(BROKEN)
    (finding,) = found["findings"]
    assert (finding["rule"], finding["severity"]) == ("WX131", "error")
    assert finding["places"][0]["text"] == "120.50万元"
    assert {"start", "end", "line", "column"} <= finding["places"][0].keys()
    assert found["coverage"]["claims"]["fails"] == 1


def test_the_terminal_quotes_the_line_with_carets_under_the_figure() -> None:
    shown = audit_lines(examine(document_of(BROKEN, "稿.txt")))
    quoted = next(i for i, line in enumerate(shown) if "^" in line)
    carets = shown[quoted]
    start = width(shown[quoted - 1].split("120.50万元")[0])
    assert carets == " " * start + "^" * width("120.50万元")
    assert any("算式：80.20 + 43.30 = 123.50 ≠ 120.50" in line for line in shown)
    assert any(line.strip().startswith("建议：请") for line in shown)
    assert shown[-1] == "发现：错误 1 条、警告 0 条、提示 0 条。"


def test_a_long_list_is_counted_by_rule_at_its_end() -> None:
    broken = (
        "".join(f"科目{name}执行率为9{name}.10。\n" for name in range(9))
        + f"{BROKEN}\n情况良好,已自查。\n约200余人。"
    )
    shown = audit_lines(examine(document_of(broken, "稿.txt")))
    head = shown.index("规则   级别  条数  名称")
    assert shown[head + 1 : head + 3] == ["WX603  警告     9  比率漏写百分号", "其余 3 种各 1 条"]
    assert not any("级别" in line for line in audit_lines(examine(document_of(BROKEN, "稿.txt"))))


def test_a_long_passage_is_quoted_by_its_beginning() -> None:
    goal = "进一步提升服务水平，大力推进全民阅读，" * 6
    shown = audit_lines(examine(document_of(f"一、绩效目标\n{goal}做好各项工作。\n", "稿.txt")))
    (carets,) = [line for line in shown if "^" in line and width(line) > 60]
    assert width(carets.strip()) == 80
    assert shown[shown.index(carets) - 1].endswith("…")


@pytest.mark.parametrize(
    ("text", "said"), [("情况良好。", "没有读到任何数字"), ("讲座48场。", "没有一处可以互相核对")]
)
def test_the_terminal_says_when_nothing_was_checked(text: str, said: str) -> None:
    shown = "\n".join(audit_lines(examine(document_of(text, "稿.txt"))))
    assert said in shown
    assert "不等于没有问题" in shown


def test_figures_and_claims_are_listed_for_people() -> None:
    manuscript = manuscript_of(BROKEN)
    assert any("1205000" in line and "120.50万元" in line for line in figure_lines(manuscript.reading))
    assert any("不成立" in line and "≠" in line for line in claim_lines(manuscript))
    assert claim_lines(manuscript_of("情况良好。")) == ["没有读到可以互相核对的数字。"]


def test_several_files_are_audited_in_order_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    for name, content in (("a.txt", BROKEN), ("b.txt", ""), ("c.txt", SOUND)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    finished: list[str] = []
    done = audit_files(files_in([tmp_path]), Options(), on_file=finished.append)
    assert [one.path.name for one in done] == ["a.txt", "b.txt", "c.txt"]
    assert sorted(finished) == ["a.txt", "b.txt", "c.txt"]
    assert [bool(one.error) for one in done] == [False, True, False]
    assert [one.counts["error"] for one in done] == [1, 0, 0]
    documents = as_json(done, Options())["documents"]
    assert [sorted(one) for one in documents][1] == ["error", "path"]
    shown = "\n".join(lines(done, Options()))
    assert "无法审核「" in shown
    assert "c.txt" in shown


def test_hidden_files_and_lock_files_are_left_out(tmp_path: Path) -> None:
    for name in ("a.txt", ".b.txt", "~$c.docx", "d.jpg"):
        (tmp_path / name).write_text(SOUND, encoding="utf-8")
    assert files_in([tmp_path, tmp_path / "a.txt"]) == [tmp_path / "a.txt"]
    (tmp_path / "a.txt").unlink()
    with pytest.raises(WenxiaoError, match="没有可以审核的文件"):
        files_in([tmp_path])


def test_the_configuration_beside_the_files_is_used_and_unused_entries_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BROKEN, encoding="utf-8")
    entries = [f'[[audit.suppress]]\nrule = "{rule}"\nreason = "已核"\n' for rule in ("WX131", "WX606")]
    (tmp_path / "wenxiao.toml").write_text("\n".join(entries), encoding="utf-8")
    options = options_for([tmp_path / "a.txt"], select=(), ignore=(), config=None)
    done = audit_files([tmp_path / "a.txt"], options)
    found = as_json(done, options)
    assert found["findings"] == []
    assert found["suppressed"][0]["reason"] == "已核"
    assert [one["rule"] for one in found["unused_suppressions"]] == ["WX606"]
    assert "这条屏蔽没有用上，可以删去：WX606（已核）" in "\n".join(lines(done, options))
