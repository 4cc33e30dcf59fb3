from __future__ import annotations

from collections.abc import Callable

from wenxiao.audit.example import SOUND, Example, grid
from wenxiao.finding import Finding, Outcome, Verdict

Found = Callable[[str, Example], Finding]
Outcomes = Callable[[str, Example], dict[str, Outcome]]


def test_either_a_source_or_evidence_is_enough(outcomes: Outcomes) -> None:
    example = SOUND.edit("actual", "KP-01", 佐证材料="")
    assert outcomes("WX401", example)["科学普及"].verdict is Verdict.PASS


def test_what_is_not_reported_needs_no_evidence(outcomes: Outcomes) -> None:
    example = SOUND.edit("actual", "KP-01", 实际完成值="", 佐证材料="", 数据来源="")
    assert outcomes("WX401", example)["科学普及"].verdict is Verdict.PASS


def test_each_missing_file_is_named_once(found: Found) -> None:
    example = SOUND.edit("actual", "KP-01", 佐证材料="签到表.pdf；照片.zip").edit(
        "actual", "KP-02", 佐证材料="照片.zip;名册.xlsx"
    )
    finding = found("WX402", example)
    assert finding.message == "evidence/ 目录下没有文件：「照片.zip」、「名册.xlsx」"
    assert len(finding.places) == 3


def test_a_file_may_be_named_with_its_folder(outcomes: Outcomes) -> None:
    example = SOUND.edit("actual", "KP-01", 佐证材料="evidence/签到表.pdf")
    assert outcomes("WX402", example)["指标完成"].verdict is Verdict.PASS


def test_evidence_of_an_actual_is_a_file(found: Found) -> None:
    assert "「现场照片」" in found("WX402", SOUND.edit("actual", "KP-01", 佐证材料="现场照片")).message


def test_a_checklist_may_give_words_instead_of_a_file(outcomes: Outcomes) -> None:
    heading = "指标名称 要点 是否符合 佐证材料"
    words = Example({"checklist": grid(heading, "管理制度健全性 已制定制度 是 见内控手册第3章")})
    assert {one.verdict for one in outcomes("WX402", words).values()} == {Verdict.NOT_APPLICABLE}
    lost = Example({"checklist": grid(heading, "管理制度健全性 已制定制度 是 内控手册.pdf")})
    assert outcomes("WX402", lost)["管理要点"].verdict is Verdict.FAIL


def test_a_measure_without_deadline_is_as_bad_as_without_owner(found: Found) -> None:
    example = SOUND.edit("measure", "1", 责任单位="").edit("measure", "2", 完成期限="")
    assert found("WX404", example).message.startswith("2 条措施没有责任单位或完成期限")


def test_without_problems_and_measures_nothing_is_checked(outcomes: Outcomes) -> None:
    nothing = Example({})
    for code in ("WX403", "WX404", "WX405", "WX406"):
        assert [one.verdict for one in outcomes(code, nothing).values()] == [Verdict.NOT_APPLICABLE]
