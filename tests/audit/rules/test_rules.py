"""Every rule keeps what it promises: its examples run, its code is unique, its page is complete."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module

import pytest

from wenxiao.audit import rules as rules_package
from wenxiao.audit.example import SOUND
from wenxiao.audit.reference import as_markdown
from wenxiao.audit.registry import Rule, rule
from wenxiao.audit.rules import DOCUMENT_RULES, RULES
from wenxiao.audit.run import apply
from wenxiao.audit.trial import ledger_of
from wenxiao.finding import Severity, Verdict

rules = pytest.mark.parametrize("checked", RULES, ids=[one.code for one in RULES])


@rules
def test_it_passes_its_good_example(checked: Rule) -> None:
    verdicts = {outcome.verdict for outcome in checked.apply(ledger_of(checked.good))}
    assert Verdict.PASS in verdicts
    assert Verdict.FAIL not in verdicts


@rules
def test_its_bad_example_breaks_this_rule_and_no_other(checked: Rule) -> None:
    outcomes = apply(RULES, ledger_of(checked.bad))
    assert {outcome.rule for outcome in outcomes if outcome.verdict is Verdict.FAIL} == {checked.code}


@rules
def test_its_finding_says_what_where_and_what_to_do(checked: Rule) -> None:
    findings = [outcome.finding for outcome in checked.apply(ledger_of(checked.bad)) if outcome.finding]
    for finding in findings:
        assert (finding.rule, finding.severity, finding.title) == (
            checked.code,
            checked.severity,
            checked.title,
        )
        assert finding.subject
        assert finding.places
        assert re.search("[一-鿿]", finding.message)
        assert finding.suggestion.startswith("请")


def test_a_sound_department_year_breaks_no_rule() -> None:
    outcomes = apply(RULES, ledger_of(SOUND))
    assert [outcome for outcome in outcomes if outcome.verdict is Verdict.FAIL] == []
    assert [outcome for outcome in outcomes if outcome.verdict is Verdict.NOT_ASSESSABLE] == []


def test_every_rule_function_is_registered_under_the_code_in_its_name() -> None:
    functions = {
        name: function
        for module in pkgutil.walk_packages(rules_package.__path__, f"{rules_package.__name__}.")
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction)
        if re.match(r"wx\d{3}_", name)
    }
    by_check: dict[object, str] = {one.check: one.code for one in RULES}
    by_check |= {one.check: one.code for one in DOCUMENT_RULES}
    assert len(by_check) == len(RULES) + len(DOCUMENT_RULES) == len(functions)
    for name, function in functions.items():
        assert by_check[function] == name[:5].upper()
        assert function.__doc__


def test_the_rule_page_has_every_rule_with_its_basis_and_an_example_finding() -> None:
    page = as_markdown()
    for one in RULES:
        section = page.split(f"## {one.code}\n")[1].split("\n## ")[0]
        assert one.title in section
        assert one.explanation in section
        assert f"依据：{one.basis}" in section
        assert "\n> " in section
    assert page == as_markdown()


def test_a_code_can_be_registered_only_once() -> None:
    with pytest.raises(ValueError, match="WX101: malformed or registered twice"):
        rule("WX101", severity=Severity.INFO, title="t", basis="b", explanation="e", bad=SOUND)


def test_a_rule_needs_its_texts() -> None:
    with pytest.raises(ValueError, match="WX199: title, basis and explanation are needed"):
        rule("WX199", severity=Severity.INFO, title="t", basis="", explanation="e", bad=SOUND)
