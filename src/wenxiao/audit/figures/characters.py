"""Folding of text to plain characters, one for one, so that every range stays valid."""

from __future__ import annotations

_SIGNS = "．％（）［］＋－／：＜＞＝～"
_WIDE = "".join(map(chr, range(0xFF10, 0xFF1A))) + "".join(
    map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
)
_KEPT = "："
_TABLE: dict[int, int | str] = {
    **{ord(sign): ord(sign) - 0xFEE0 for sign in _SIGNS + _WIDE if sign not in _KEPT},
    ord("【"): "〔",
    ord("】"): "〕",
    ord("−"): "-",
    ord("萬"): "万",
    ord("億"): "亿",
    0xA0: " ",
    0x3000: " ",
}


def folded(text: str) -> str:
    """Make full-width letters, digits, brackets and signs plain; the length stays, so do Chinese commas."""
    return text.translate(_TABLE)


def squeezed(text: str) -> str:
    """Drop all blanks and line breaks."""
    return "".join(text.split())
