"""Findings: what is the same fault in several places is told once, and what is not stays apart."""

from __future__ import annotations

from wenxiao.audit.examine import chosen_rules, manuscript_of
from wenxiao.audit.findings import findings_by
from wenxiao.finding import Finding


def found(text: str, code: str) -> tuple[Finding, ...]:
    return findings_by(chosen_rules([code], []), manuscript_of(text))


def test_a_fault_that_a_form_repeats_is_one_finding_with_all_places() -> None:
    text = "各单位进行进行了自查。\n\n附表\n事项\t内容\n自查\t各单位进行进行了自查。\n复查\t通过通过复查。\n"
    first, second = found(text, "WX605")
    assert [len(one.places) for one in (first, second)] == [2, 1]
    assert "进行进行" in first.message


def test_equal_words_with_other_arithmetic_are_other_faults() -> None:
    text = (
        "支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。\n\n"
        "支出120.50万元，其中：基本支出70.20万元，项目支出53.30万元。"
    )
    assert len(found(text, "WX131")) == 2


def test_what_is_only_of_form_comes_after_what_is_wrong_in_substance() -> None:
    text = "各单位进行进行了自查。\n\n单位情况表\n人员编制数\t8\t实有人数\t10\n"
    codes = [one.rule for one in findings_by(chosen_rules(["WX605", "WX209"], []), manuscript_of(text))]
    assert codes == ["WX209", "WX605"]
