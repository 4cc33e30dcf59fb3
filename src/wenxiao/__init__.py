"""Wenxiao 问效: budget performance management, from a department-year to an explained report."""

from __future__ import annotations
