"""Where the title of a report may be broken, so that no word is cut (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re

_SEAMS = re.compile(r"(?<=年度)|(?<!^)(?=部门整体|项目支出|绩效评价|绩效自评)")


def phrases(title: str) -> tuple[str, ...]:
    """Split a title after its year and before what it reports on; joined again, it is the same."""
    return tuple(part for part in _SEAMS.split(title) if part)
