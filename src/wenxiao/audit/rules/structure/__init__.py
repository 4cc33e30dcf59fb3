"""WX5: a document has the parts its kind must have, and its empty tables are explained."""

from __future__ import annotations

from wenxiao.audit.rules.structure import empty_tables, outline

__all__ = ["empty_tables", "outline"]
