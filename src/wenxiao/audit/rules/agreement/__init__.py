"""WX2: what is said twice is said alike, in figures, words and names."""

from __future__ import annotations

from wenxiao.audit.rules.agreement import data, limits, names, said_twice

__all__ = ["data", "limits", "names", "said_twice"]
