"""Examples of rules made into ledgers and manuscripts, so that documentation and tests can run them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from wenxiao.audit.examine import manuscript_of
from wenxiao.audit.example import Example
from wenxiao.audit.ledger import Ledger, Thresholds
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import DocumentRule
from wenxiao.fact import Fact, FactTable, name_key
from wenxiao.packages.folder import package_from_tables
from wenxiao.quantity import parse

# The examples are judged by a scheme that gives the indicators 90 points and the execution rate 10.
_THRESHOLDS = Thresholds(indicator_points=Decimal(90))


def ledger_of(example: Example) -> Ledger:
    """Make an example into the ledger of a unit for 2021."""
    package = package_from_tables(example.tables, unit="示例单位", year=2021)
    return Ledger(
        replace(package, digests=dict.fromkeys(example.files, "")),
        FactTable(dict(_fact(key, text) for key, text in example.facts.items())),
        _THRESHOLDS,
    )


def manuscript_for(rule: DocumentRule, text: str) -> Manuscript:
    """Read an example of a rule for documents, with the data it is compared with, if any."""
    facts = FactTable(dict(_fact(key, value) for key, value in rule.data.items()))
    return manuscript_of(text, facts=facts if rule.data else None)


def _fact(key: str, text: str) -> tuple[str, Fact]:
    normal = ".".join(name_key(part) for part in key.split("."))
    return normal, Fact(normal, key, parse(text))
