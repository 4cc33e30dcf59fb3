"""The rules, one file per family; importing this package registers them all."""

from __future__ import annotations

from wenxiao.audit.registry import registered
from wenxiao.audit.rules import (
    wx1_budget,
    wx1_entries,
    wx1_records,
    wx1_sums,
    wx3_comparable,
    wx3_goals,
    wx3_padding,
    wx3_targets,
    wx4_evidence,
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
RULES = registered()
