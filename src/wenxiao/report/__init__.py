"""The official report: blocks, forms and their writers."""

from __future__ import annotations
