"""Characters nobody sees: they come along when text is copied, and no document can show them."""

from __future__ import annotations

import re

# Control characters but tab and line breaks, soft hyphens, zero-width and directional marks, noncharacters.
INVISIBLE = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""The pattern of one such character."""

_INVISIBLE = re.compile(INVISIBLE)


def first_invisible(text: str) -> str:
    """Name the first invisible character of a text, as in ``U+200B``; "" if all can be seen."""
    found = _INVISIBLE.search(text)
    return code_point(found[0]) if found else ""


def code_point(character: str) -> str:
    """Name a character that cannot be shown."""
    return f"U+{ord(character):04X}"
