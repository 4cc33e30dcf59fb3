"""Plain text in columns: East Asian width, padding and wrapping for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

SCREEN = 100

# A Latin word or number stays whole, and no line may begin with closing punctuation.
_UNBREAKABLE = re.compile(r"(?:[!-~]+|.)[，。；：、！？）》」』〕”’]*", re.DOTALL)


def width(text: str) -> int:
    """Count the columns a text takes: two for a wide or full-width character, one for others."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def shorten(text: str, columns: int) -> str:
    """Cut a text that takes more than ``columns``, ending it with an ellipsis."""
    if width(text) <= columns:
        return text
    while width(text) > columns - 1:
        text = text[:-1]
    return f"{text}…"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill a text with blanks to so many columns; ``right`` puts the blanks before it."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def wrap(text: str, columns: int = SCREEN, indent: str = "") -> list[str]:
    """Break a text into lines of at most ``columns``; every line but the first begins with ``indent``."""
    lines, line, taken = [], "", 0
    for match in _UNBREAKABLE.finditer(text):
        piece = match[0]
        size = width(piece)
        if line.strip() and taken + size > columns:
            lines.append(line.rstrip())
            piece = indent + piece.lstrip()
            line, taken, size = "", 0, width(piece)
        line, taken = line + piece, taken + size
    return [*lines, line.rstrip()]


def aligned(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """Lay rows out in columns two blanks apart; the columns numbered in ``right`` are flush right."""
    sizes = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    flush = set(right)
    return [
        "  ".join(pad(cell, sizes[i], right=i in flush) for i, cell in enumerate(row)).rstrip()
        for row in rows
    ]
