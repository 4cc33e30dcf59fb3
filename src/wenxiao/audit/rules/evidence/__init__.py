"""WX4: results have a source; problems have causes, measures, owners and dates."""

from __future__ import annotations

from wenxiao.audit.rules.evidence import document_problems, document_sources, records

__all__ = ["document_problems", "document_sources", "records"]
