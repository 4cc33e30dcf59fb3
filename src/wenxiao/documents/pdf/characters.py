"""The characters of a page as pdfium gives them: stand-ins made plain, blanks told by their width."""

from __future__ import annotations

import unicodedata

_RADICALS = dict(
    zip(
        "⺁⺇⺌⺍⺎⺏⺐⺓⺠⺮⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "厂几小小兀尢尢幺民竹虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_STAND_IN_RANGES = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
LOST = "\ufffd"
"""Stands for a character that the file shows but does not name."""


def _plain_of(code: int) -> str:
    """Give the common character for a radical or a compatibility character; what has none stays."""
    char = chr(code)
    if not any(first <= code <= last for first, last in _STAND_IN_RANGES):
        return char
    plain = _RADICALS.get(char, unicodedata.normalize("NFKC", char))
    return plain if len(plain) == 1 else char


_BLANKS = frozenset(
    {
        *range(1, 0x21),
        *range(0x7F, 0xA1),
        0xAD,
        0x1680,
        *range(0x2000, 0x2010),
        *range(0x2028, 0x2030),
        *range(0x205F, 0x2070),
        0x3000,
        0xFEFF,
        0xFFFE,
        0xFFFF,
    }
)


class _Characters(dict[int, str]):
    """Each code point with the character to read for it, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = self._character(code)
        return plain

    @staticmethod
    def _character(code: int) -> str:
        if code in _BLANKS:
            return ""
        if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            return LOST
        return _plain_of(code)


CHARACTERS = _Characters()
"""From code point to the character to read: "" for what leaves no ink, :data:`LOST` for what has no name."""


def is_word(char: str) -> bool:
    """Tell whether a blank beside the character can mean something: Latin letters, digits and signs."""
    return char.isascii()
