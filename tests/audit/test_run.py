from __future__ import annotations

from collections.abc import Iterable

import pytest

from wenxiao.audit.answers import Answer
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import Ledger
from wenxiao.audit.registry import Rule
from wenxiao.audit.rules import RULES
from wenxiao.audit.run import apply, check, select
from wenxiao.audit.trial import ledger_of
from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.engine.score import score
from wenxiao.errors import WenxiaoError
from wenxiao.finding import Outcome, Severity, Verdict
from wenxiao.packages.folder import package_from_tables
from wenxiao.standards.load import load_standard


def evaluated() -> tuple[Outcome, ...]:
    package = package_from_tables(SOUND.tables)
    standard = load_standard("project-self-evaluation", year=2021)
    _, facts = score(package, facts_of(package, core_catalogue()), standard)
    return check(package, facts, standard)


def test_a_sound_package_measured_and_scored_lacks_only_its_files() -> None:
    failed = [outcome.rule for outcome in evaluated() if outcome.verdict is not Verdict.PASS]
    assert failed == ["WX402"]


def test_all_rules_run_in_the_order_of_their_codes_and_alike_each_time() -> None:
    outcomes = evaluated()
    codes = list(dict.fromkeys(outcome.rule for outcome in outcomes))
    assert codes == [rule.code for rule in RULES] == sorted(codes)
    assert outcomes == evaluated()


def test_a_fault_inside_a_rule_is_not_swallowed() -> None:
    def broken(ledger: Ledger) -> Iterable[Answer]:
        raise ZeroDivisionError(ledger.package.unit)

    rule = Rule("WX199", Severity.ERROR, "t", "b", "e", SOUND, SOUND, broken)
    with pytest.raises(ZeroDivisionError):
        apply([rule], ledger_of(SOUND))


def test_rules_are_selected_and_ignored_by_the_beginning_of_their_code() -> None:
    outcomes = evaluated()
    assert {outcome.rule[:3] for outcome in select(outcomes, ["WX1", "WX4"])} == {"WX1", "WX4"}
    assert {outcome.rule for outcome in select(outcomes, ["WX10"], ["WX101", "WX103"])} == {
        *("WX102", "WX104", "WX105", "WX106", "WX107", "WX108", "WX109")
    }
    assert select(outcomes) == outcomes


@pytest.mark.parametrize("prefix", ["WX2", "wx1", "", "金额"])
def test_a_selection_that_fits_no_rule_is_refused(prefix: str) -> None:
    with pytest.raises(WenxiaoError, match=f"没有以「{prefix}」开头的规则.*WX101 至 WX406"):
        select((), ignore=[prefix])
