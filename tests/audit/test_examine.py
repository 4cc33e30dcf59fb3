"""The audit of a document from text to findings: order, causes, selection, suppression, coverage."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import Audit, chosen_rules, examine
from wenxiao.audit.rules import DOCUMENT_RULES
from wenxiao.audit.suppression import Suppression, parse_configuration, unused
from wenxiao.documents.text import document_of
from wenxiao.errors import WenxiaoError
from wenxiao.finding import Severity
from wenxiao.place import TextPlace

BROKEN_SUM = "2023年本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。"


def audit(text: str, **options: tuple[str, ...]) -> Audit:
    return examine(document_of(text, "稿.txt"), **options)  # type: ignore[arg-type]  # options of examine


def codes(text: str, **options: tuple[str, ...]) -> list[str]:
    return [finding.rule for finding in audit(text, **options).findings]


def test_a_broken_sum_is_found_where_it_stands_with_its_arithmetic() -> None:
    (finding,) = audit(BROKEN_SUM).findings
    assert finding.rule == "WX131"
    assert "≠ 120.50" in finding.arithmetic
    assert "差 3.00 万元" in finding.message
    place = finding.places[0]
    assert isinstance(place, TextPlace)
    assert BROKEN_SUM[place.start : place.end] == place.text == "120.50万元"


def test_errors_come_before_warnings_and_hints() -> None:
    severities = [one.severity for one in audit(f"情况良好,进行进行了自查。\n\n{BROKEN_SUM}").findings]
    assert severities == [Severity.ERROR, Severity.WARNING, Severity.INFO]


def test_a_larger_sum_of_money_comes_first() -> None:
    small = "2023年培训费12.15万元，其中：师资费8.04万元，住宿费4.32万元。"
    lines = audit(f"{small}\n\n{BROKEN_SUM}").findings
    assert [line.arithmetic.split(" = ")[0] for line in lines] == ["80.20 + 43.30", "8.04 + 4.32"]


def test_rules_are_chosen_by_the_beginning_of_their_code() -> None:
    text = f"情况良好,进行进行了自查。\n\n{BROKEN_SUM}"
    assert codes(text, select=("WX6",)) == ["WX605", "WX607"]
    assert codes(text, ignore=("WX607", "WX1")) == ["WX605"]
    assert chosen_rules((), ()) == DOCUMENT_RULES


@pytest.mark.parametrize("prefix", ["", "WX9", "E1"])
def test_a_prefix_that_fits_no_rule_is_refused(prefix: str) -> None:
    with pytest.raises(WenxiaoError, match=r"没有以「.*」开头的规则.*wenxiao rules"):
        chosen_rules((prefix,), ())


def test_a_finding_can_be_let_stand_with_a_reason() -> None:
    why = Suppression("WX131", "口径另有说明", file="*.txt", text="120.50")
    other = Suppression("WX131", "别处", text="999")
    result = examine(document_of(BROKEN_SUM, "稿.txt"), suppressions=(other, why))
    assert result.findings == ()
    assert [(finding.rule, one.reason) for finding, one in result.suppressed] == [("WX131", "口径另有说明")]
    assert unused((other, why), [one for _, one in result.suppressed]) == (other,)


@pytest.mark.parametrize("why", [Suppression("WX132", "r"), Suppression("WX131", "r", file="*.docx")])
def test_a_suppression_of_another_rule_or_file_does_nothing(why: Suppression) -> None:
    assert len(examine(document_of(BROKEN_SUM, "稿.txt"), suppressions=(why,)).findings) == 1


def test_a_configuration_is_read() -> None:
    content = '[audit]\nignore = ["WX607"]\n[[audit.suppress]]\nrule = "WX201"\nreason = "已核"\n'
    read = parse_configuration(content.encode(), "wenxiao.toml")
    assert read.ignore == ("WX607",)
    assert read.suppressions == (Suppression("WX201", "已核"),)
    assert parse_configuration(b"", "wenxiao.toml").suppressions == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[[audit.suppress]]\nrule = "WX201"', "第 1 条屏蔽没有写理由"),
        ('[[audit.suppress]]\nreason = "已核"', "第 1 条屏蔽没有写规则代码"),
        ('[[audit.suppress]]\nrule = "WX201"\nwhy = "x"', "只能有 rule、file、text、reason"),
        ("[[audit.suppress]]\nrule = 201", "都应是用引号括起的文字"),
        ('[audit]\nsuppress = "WX201"', "两层方括号"),
        ('[audit]\nignore = "WX607"', "应是规则代码的列表"),
        ("[audit]\nlevel = 1", "只能有 ignore"),
        ("[audit", "不符合 TOML 格式"),
    ],
)
def test_a_wrong_configuration_is_refused_with_what_to_do(content: str, message: str) -> None:
    with pytest.raises(WenxiaoError, match=message):
        parse_configuration(content.encode(), "wenxiao.toml")


def test_the_coverage_tells_what_was_checked() -> None:
    coverage = audit(f"{BROKEN_SUM}\n\n另有设备12台。").coverage
    assert (coverage.counted, coverage.failing, coverage.verified, coverage.unchecked) == (4, 3, 0, 1)
    assert dict(coverage.claims)["fails"] == 1
    assert coverage.share == "75.0"
    assert coverage.status == "checked"


def test_figures_of_a_sum_that_holds_are_verified() -> None:
    coverage = audit(BROKEN_SUM.replace("43.30", "40.30")).coverage
    assert (coverage.verified, coverage.failing, coverage.share) == (3, 0, "100.0")


@pytest.mark.parametrize(
    ("text", "status"), [("本单位工作情况良好。", "nothing-read"), ("全年举办讲座48场。", "nothing-checked")]
)
def test_nothing_checked_is_no_pass(text: str, status: str) -> None:
    result = audit(text)
    assert result.findings == ()
    assert result.coverage.status == status


def test_the_same_text_gives_the_same_audit() -> None:
    text = f"{BROKEN_SUM}\n\n情况良好,进行进行了自查。"
    assert audit(text).findings == audit(text).findings
