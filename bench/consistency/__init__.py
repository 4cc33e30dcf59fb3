"""An open benchmark of numeric consistency in Chinese public reports: sources, builder and scorer."""

from __future__ import annotations
