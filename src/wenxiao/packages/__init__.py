"""A department-year on disk, in and out."""

from __future__ import annotations
