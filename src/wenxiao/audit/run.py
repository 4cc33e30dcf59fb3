"""Run the rules over a package: every rule on every subject, in code order, nothing swallowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wenxiao.audit.ledger import Ledger, thresholds_of
from wenxiao.audit.registry import Rule
from wenxiao.audit.rules import RULES
from wenxiao.audit.selection import chooser
from wenxiao.fact import FactTable
from wenxiao.finding import Outcome
from wenxiao.packages.model import Package
from wenxiao.standards.model import Standard


def check(package: Package, facts: FactTable, standard: Standard) -> tuple[Outcome, ...]:
    """Apply all rules, in the order of their codes.

    An exception inside a rule is a fault of the program and is not caught.
    """
    return apply(RULES, Ledger(package, facts, thresholds_of(standard)))


def apply(rules: Iterable[Rule], ledger: Ledger) -> tuple[Outcome, ...]:
    """Apply rules to a ledger, one after the other."""
    return tuple(outcome for rule in rules for outcome in rule.apply(ledger))


def select(
    outcomes: Iterable[Outcome], select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Outcome, ...]:
    """Keep the outcomes whose code starts with one of ``select`` (all if empty) and none of ``ignore``.

    Raises:
        WenxiaoError: a prefix fits no rule.
    """
    is_chosen = chooser([rule.code for rule in RULES], select, ignore)
    return tuple(outcome for outcome in outcomes if is_chosen(outcome.rule))
