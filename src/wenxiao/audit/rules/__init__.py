"""The rules, one file per family."""

from __future__ import annotations
