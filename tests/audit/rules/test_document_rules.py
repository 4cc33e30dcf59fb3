"""Every rule for documents keeps what it promises: its examples run, and ordinary text breaks none."""

from __future__ import annotations

import re

import pytest

from wenxiao.audit.examine import manuscript_of
from wenxiao.audit.findings import findings_by
from wenxiao.audit.reference import as_markdown, explain_as_json, explain_lines
from wenxiao.audit.registry import DocumentRule, document_rule, rule
from wenxiao.audit.rules import DOCUMENT_RULES, RULES
from wenxiao.audit.rules.form.personal import is_identity_number
from wenxiao.audit.trial import manuscript_for
from wenxiao.finding import Finding, Severity
from wenxiao.place import TextPlace

rules = pytest.mark.parametrize("checked", DOCUMENT_RULES, ids=[one.code for one in DOCUMENT_RULES])


def found(text: str) -> tuple[Finding, ...]:
    return findings_by(DOCUMENT_RULES, manuscript_of(text))


def tried(checked: DocumentRule, text: str) -> tuple[Finding, ...]:
    """Give the findings in an example of a rule, by all rules."""
    return findings_by(DOCUMENT_RULES, manuscript_for(checked, text))


def marked(text: str, code: str) -> list[str]:
    """Give the text at the first place of each finding of a rule."""
    firsts = [finding.places[0] for finding in found(text) if finding.rule == code]
    return [place.text for place in firsts if isinstance(place, TextPlace)]


@rules
def test_its_good_example_is_clean(checked: DocumentRule) -> None:
    assert tried(checked, checked.good) == ()


@rules
def test_its_bad_example_breaks_this_rule_and_no_other(checked: DocumentRule) -> None:
    assert {finding.rule for finding in tried(checked, checked.bad)} == {checked.code}


@rules
def test_its_finding_says_what_where_and_what_to_do(checked: DocumentRule) -> None:
    for finding in tried(checked, checked.bad):
        assert (finding.severity, finding.title) == (checked.severity, checked.title)
        assert finding.places
        assert re.search("[一-鿿]", finding.message)
        assert finding.suggestion.startswith("请")


def test_both_kinds_of_rules_share_one_space_of_codes() -> None:
    assert not {one.code for one in RULES} & {one.code for one in DOCUMENT_RULES}
    with pytest.raises(ValueError, match="WX101: malformed or registered twice"):
        document_rule(
            "WX101", severity=Severity.INFO, title="t", basis="b", explanation="e", good="g", bad="b"
        )
    with pytest.raises(ValueError, match="WX131: malformed or registered twice"):
        rule("WX131", severity=Severity.INFO, title="t", basis="b", explanation="e", bad=RULES[0].bad)


def test_the_page_and_the_explanation_show_the_texts_of_a_document_rule() -> None:
    section = as_markdown().split("## WX606\n")[1].split("\n## ")[0]
    assert "```text\n项目于2023年2月29日完工，4月30日验收。\n```" in section
    assert "  项目于2023年2月29日完工，4月30日验收。" in explain_lines("WX606")
    assert explain_as_json("wx606")["bad"] == "项目于2023年2月29日完工，4月30日验收。"


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n（一）收入\n1. 财政拨款\n2. 事业收入\n（二）支出\n1. 基本支出\n2. 项目支出\n二、问题",
        "一、背景：1.甲；2.乙；3.丙。\n二、做法\n四是加强管理。",
        "项目的目的的确定，为了了解情况，参与与会人员研究研究，进行一步一步的改进。",
        "2024年2月29日验收，2023年12月31日入账，占比为35.20%，增长1.50倍，满意率为98.5分。",
        "支出合计13812345678.00元，账号123456789012345678。",
        "若没有数据，请写明本表为空的原因。",
        "十十、甲\n一一、乙\n（二百）丙",
        "决算数增加（减少以负数表示），见表。",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "code", "places"),
    [
        ("一、甲事\n二、乙事\n二、丙事", "WX601", ["二、"]),
        ("（一）甲事\n（二）乙事\n（四）丁事", "WX601", ["（四）"]),
        ("依据某财〔2022〕3号和某政（2021）8号办理。", "WX602", ["（2021）8号"]),
        ("预算执行率为96.10；完成率97.20%。", "WX603", ["执行率为96.10"]),
        (
            "支出120.50万元，增长12.35。比例由97.45下降为91.45，分别增长2.35、6.6个百分点。",
            "WX603",
            ["增长12.35"],
        ),
        ("指数为111.30，比上年下降6.80。", "WX603", []),
        ("经费1,938万元,同比下降18.87;其余持平。", "WX603", ["下降18.87"]),
        ("由XX单位于202X年完成，另见【】。", "WX604", ["XX", "【】"]),
        ("绩效评价绩效评价工作已完成，，效果良好。", "WX605", ["绩效评价绩效评价", "，，"]),
        ("于13月1日、6月31日和2021年13月各检查一次。", "WX606", ["13月1日", "6月31日", "2021年13月"]),
        ("情况良好,进展顺利;完成及时。", "WX607", [","]),
    ],
)
def test_a_fault_of_form_is_marked_where_it_stands(text: str, code: str, places: list[str]) -> None:
    assert marked(text, code) == places


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("110101199003070012", False),
        ("11010119900307001X", False),
        ("110101199013070011", False),
    ],
)
def test_a_number_without_a_right_check_digit_is_nobodys(number: str, *, expected: bool) -> None:
    assert is_identity_number(number) is expected


def test_exactly_one_check_digit_is_right() -> None:
    assert sum(is_identity_number(f"11010119900307001{last}") for last in "0123456789X") == 1
