from __future__ import annotations

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.example import SOUND, Example
from wenxiao.audit.identities import Identity, identities
from wenxiao.audit.run import check
from wenxiao.audit.trial import ledger_of
from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.finding import Verdict
from wenxiao.standards.model import Standard

STANDARD = Standard("示例", "示例标准", "1", ())


def listed(example: Example) -> tuple[Identity, ...]:
    package = ledger_of(example).package
    return identities(package, facts_of(package, core_catalogue()), STANDARD)


def of(rule: str, found: tuple[Identity, ...]) -> list[Claim]:
    return [identity.claim for identity in found if identity.rule == rule]


def test_rules_show_what_they_claim_before_it_is_judged() -> None:
    claims = {claim.subject: claim for claim in of("WX105", listed(SOUND))}
    claim = claims["基本支出（决算数）"]

    assert claim.kind is ClaimKind.SUM
    assert [term.label for term in claim.terms] == ["基本支出", "人员经费", "公用经费"]


def test_each_claim_has_the_verdict_of_its_rule() -> None:
    package = ledger_of(SOUND.edit("statement", "公用经费", 决算数="25")).package
    facts = facts_of(package, core_catalogue())
    outcomes = {(one.rule, one.subject): one.verdict for one in check(package, facts, STANDARD)}
    found = [one for one in identities(package, facts, STANDARD) if one.rule]

    assert {(one.rule, judge(one.claim).verdict) for one in found} > {("WX105", Verdict.FAIL)}
    assert all(outcomes[one.rule, one.claim.subject] is judge(one.claim).verdict for one in found)


def test_rates_of_execution_come_with_what_they_were_computed_from() -> None:
    claims = {claim.result.key: claim for claim in of("", listed(SOUND))}
    rate = claims["预算执行率"]

    assert rate.kind is ClaimKind.RATE
    assert [term.key for term in rate.operands] == ["本年支出合计", "本年支出合计.全年预算数"]
    assert "一级项目合计.执行率" in claims


def test_a_rate_without_its_amounts_is_claimed_all_the_same() -> None:
    claims = of("", listed(SOUND.without("statement", "本年支出合计")))

    assert "预算执行率" not in {claim.result.key for claim in claims}
    assert claims
