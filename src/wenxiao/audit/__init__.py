"""Rules that check facts and claims, and the registry they stand in."""

from __future__ import annotations
