"""How lines begin and end: the numbers of headings and list items, by level, and the ends of sentences."""

from __future__ import annotations

import re

CLOSED = re.compile(r"[。；;：:！？!?][”’」）)]?$")
"""The end of a line that ends a sentence, or leads over to what follows."""

_LEVELS = (
    re.compile(r"第[一二三四五六七八九十百]{1,5}[编章部]|[一二三四五六七八九十]{1,3}、"),
    re.compile(r"第[一二三四五六七八九十百]{1,5}节|[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"[0-9]{1,2}(?:[、．]|\.(?![0-9]))"),
    re.compile(r"[（(][0-9]{1,2}[）)]|[0-9]{1,2}[）)]|[①-⑳]"),
)


def number_level(text: str) -> int:
    """Give the level, from 1, of the number a line begins with; 0 if there is none."""
    return next((level for level, pattern in enumerate(_LEVELS, 1) if pattern.match(text)), 0)
