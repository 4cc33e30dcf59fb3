"""The rules, one file per family; importing this package registers them all."""

from __future__ import annotations

from wenxiao.audit.registry import registered, registered_for_documents
from wenxiao.audit.rules import (
    wx1_budget,
    wx1_claims,
    wx1_entries,
    wx1_records,
    wx1_sums,
    wx2_agreement,
    wx3_comparable,
    wx3_goals,
    wx3_padding,
    wx3_results,
    wx3_targets,
    wx4_evidence,
    wx5_structure,
    wx6_form,
)

FAMILIES = (
    wx1_sums,
    wx1_budget,
    wx1_entries,
    wx1_records,
    wx3_goals,
    wx3_padding,
    wx3_targets,
    wx3_comparable,
    wx4_evidence,
)
DOCUMENT_FAMILIES = (wx1_claims, wx2_agreement, wx3_results, wx5_structure, wx6_form)
RULES = registered()
DOCUMENT_RULES = registered_for_documents()
