"""WX1: the arithmetic of accounts, and of what a document says."""

from __future__ import annotations

from wenxiao.audit.rules.arithmetic import budget, claims, entries, records, rounded, sums, suspected

__all__ = ["budget", "claims", "entries", "records", "rounded", "sums", "suspected"]
