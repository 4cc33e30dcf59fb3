"""The identities of a ledger as data: what the rules claim about its figures, before anything is judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.ledger import Ledger, thresholds_of
from wenxiao.audit.rules import RULES
from wenxiao.fact import Fact, FactTable, name_key
from wenxiao.packages.model import Package
from wenxiao.place import CellPlace
from wenxiao.quantity import Quantity
from wenxiao.standards.model import Standard
from wenxiao.standards.names import PROJECT_TOTALS

_RATE = "执行率"
_DEPARTMENT_RATE = "预算执行率"


@dataclass(frozen=True, slots=True)
class Identity:
    """A claim about the ledger and the code of the rule that makes it ("" for the rate of execution)."""

    rule: str
    claim: Claim


def identities(package: Package, facts: FactTable, standard: Standard) -> tuple[Identity, ...]:
    """Give every claim of the rules about a package, in code order, then its rates of execution."""
    ledger = Ledger(package, facts, thresholds_of(standard))
    answers = ((rule.code, answer) for rule in RULES for answer in rule.check(ledger))
    claimed = [Identity(code, answer.claim) for code, answer in answers if answer.claim]
    return (*claimed, *(Identity("", claim) for claim in _rates(ledger)))


def _rates(ledger: Ledger) -> Iterator[Claim]:
    """Claim of each rate of execution what it was computed from: the amount spent over the budget."""
    names = [row.text("name") for row in ledger.package.rows("project")]
    keys = [f"{name_key(name)}.{_RATE}" for name in (*names, PROJECT_TOTALS)]
    for fact in filter(None, map(ledger.fact, (*keys, _DEPARTMENT_RATE))):
        parts = [ledger.fact(key) for key in fact.derivation.inputs] if fact.derivation else []
        if len(parts) == 2:
            operands = tuple(_term(part) for part in parts if part)
            yield Claim(ClaimKind.RATE, fact.title, _term(fact), operands)


def _term(fact: Fact) -> Term:
    value = fact.value if isinstance(fact.value, Quantity) else None
    places = tuple(source for source in fact.sources if isinstance(source, CellPlace))
    return Term(fact.key, fact.title, value, places, fact.reason)
