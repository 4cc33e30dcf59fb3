"""WX3: goals, targets, actuals and scores form one chain that can be measured."""

from __future__ import annotations

from wenxiao.audit.rules.goals import (
    comparable,
    document_chain,
    document_forms,
    document_goals,
    document_results,
    document_scores,
    goals,
    missed,
    padding,
    targets,
)

__all__ = [
    "comparable",
    "document_chain",
    "document_forms",
    "document_goals",
    "document_results",
    "document_scores",
    "goals",
    "missed",
    "padding",
    "targets",
]
