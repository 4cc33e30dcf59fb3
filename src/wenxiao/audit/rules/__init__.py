"""The rules, a folder for each family; importing this package registers them all.

Beside the families stands what their rules share: clauses of regulations, answers from failing claims, faults told
together, searching a text, and the wording of goals.
"""

from __future__ import annotations

from wenxiao.audit.registry import registered, registered_for_documents
from wenxiao.audit.rules import agreement, arithmetic, evidence, form, goals, structure

__all__ = ["DOCUMENT_RULES", "RULES", "agreement", "arithmetic", "evidence", "form", "goals", "structure"]

RULES = registered()
DOCUMENT_RULES = registered_for_documents()
