"""Lists of names beside a count: 甲、乙、丙三个项目; 四家单位：甲、乙、丙、丁。; “甲+乙+丙”三支队伍.

A list that ends with 等 is not all of it, and two names beside a count of more are no list.
"""

from __future__ import annotations

import re

Range = tuple[int, int]

_ENCLOSED = re.compile("[“(（《][^“”()（）《》]*[”)）》]")
_BEFORE = re.compile("(?:^|[，。；：,;:])([^，。；：,;:]*、[^，。；：,;:]*)$")
_BEHIND = re.compile("[^，。；：、,;:]{0,12}[：:]([^，。；：,;:]*、[^，。；：,;:]*)[。；]")
_QUOTED = re.compile(r"“([^“”]*[+＋、][^“”]*)”\s*$")
_OPEN_AT_END = ("等", "、")
_OPEN = re.compile("等|其中|包括|主要|例如|比如")
_PARTED = re.compile("、")
_QUOTED_PARTED = re.compile("[+＋、]")
_JOINED = re.compile("以及|和|及")
_FEWEST = 3
_LONGEST = 400
"""A list is looked for in so many characters beside its count at most."""


def names_before(text: str, start: int, end: int) -> list[Range]:
    """Give the names listed right before a count, between the figure before it and the count itself."""
    start = max(start, end - _LONGEST)
    quoted = _QUOTED.search(text, start, end)
    if quoted is not None:
        return _enough(_split(text, quoted.span(1), _QUOTED_PARTED))
    plain = _masked(text[start:end]).rstrip()
    listed = _BEFORE.search(plain)
    if listed is None or plain.endswith(_OPEN_AT_END):
        return []
    return _enough(_names(plain, listed.span(1), start))


def names_behind(text: str, start: int, end: int) -> list[Range]:
    """Give the names of a closed list behind a count and a colon, before the figure that follows."""
    plain = _masked(text[start : min(end, start + _LONGEST)])
    listed = _BEHIND.match(plain)
    if listed is None or _OPEN.search(listed[1]):
        return []
    return _enough(_names(plain, listed.span(1), start))


def _masked(text: str) -> str:
    """Blot out what stands in quotation marks or brackets, letter by letter."""
    return _ENCLOSED.sub(lambda found: "□" * len(found[0]), text)


def _names(plain: str, span: Range, offset: int) -> list[Range]:
    """Part a list at its marks, and its last name at 和."""
    *first, last = _split(plain, span, _PARTED)
    joints = [
        joint for joint in _JOINED.finditer(plain, *last) if last[0] < joint.start() and joint.end() < last[1]
    ]
    parted = [(last[0], joints[-1].start()), (joints[-1].end(), last[1])] if joints else [last]
    return [(start + offset, end + offset) for start, end in (*first, *parted)]


def _split(text: str, span: Range, mark: re.Pattern[str]) -> list[Range]:
    marks = list(mark.finditer(text, *span))
    starts = [span[0], *(found.end() for found in marks)]
    ends = [*(found.start() for found in marks), span[1]]
    return [_trimmed(text, *span) for span in zip(starts, ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> Range:
    """Leave out the blanks and line breaks around a name."""
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())


def _enough(names: list[Range]) -> list[Range]:
    return names if len(names) >= _FEWEST else []
