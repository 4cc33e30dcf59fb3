"""From rows to facts to scores, and back again: why."""

from __future__ import annotations
