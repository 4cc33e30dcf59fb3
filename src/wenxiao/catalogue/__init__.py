"""What can be recorded: tables, fields and code lists, declared as data."""

from __future__ import annotations
