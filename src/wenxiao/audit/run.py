"""Run the rules over a package: every rule on every subject, in code order, nothing swallowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wenxiao.audit.ledger import Ledger, thresholds_of
from wenxiao.audit.registry import Rule
from wenxiao.audit.rules import RULES
from wenxiao.errors import WenxiaoError
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
    for prefix in (*select, *ignore):
        if not prefix or not any(rule.code.startswith(prefix) for rule in RULES):
            raise WenxiaoError(
                f"没有以「{prefix}」开头的规则。请写规则代码或它的开头，例如 WX1、WX103；"
                f"现有规则为 {RULES[0].code} 至 {RULES[-1].code}。"
            )
    wanted = tuple(select) or ("",)
    return tuple(
        outcome
        for outcome in outcomes
        if outcome.rule.startswith(wanted) and not outcome.rule.startswith(tuple(ignore))
    )
