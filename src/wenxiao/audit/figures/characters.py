"""The characters of a text: folded to plain ones, one for one, so that every range stays valid; compared."""

from __future__ import annotations

import re

_SIGNS = "．％（）［］＋－／：＜＞＝～"
_WIDE = "".join(map(chr, range(0xFF10, 0xFF1A))) + "".join(
    map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
)
_KEPT = "："
_PLAIN = {
    **{sign: chr(ord(sign) - 0xFEE0) for sign in _SIGNS + _WIDE if sign not in _KEPT},
    **dict(zip("【】﹝﹞−萬億\xa0\u3000\u2009\u202f", "〔〕〔〕-万亿    ", strict=True)),
}
_UNPLAIN = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


def folded(text: str) -> str:
    """Make full-width letters, digits, brackets and signs plain; the length stays, so do Chinese commas."""
    return _UNPLAIN.sub(lambda found: _PLAIN[found[0]], text)  # few are: faster than str.translate


def squeezed(text: str) -> str:
    """Drop all blanks and line breaks."""
    return "".join(text.split())


def common_end(one: str, other: str) -> int:
    """Tell how many letters two texts have in common at their end."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
