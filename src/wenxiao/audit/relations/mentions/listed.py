"""Lists of names beside a count: 甲、乙、丙三个项目; 四家单位：甲、乙、丙、丁。; “甲+乙+丙”三支队伍.

A list that ends with 等 need not be all of it, and two names are a list only behind a colon or 分别. Whether 和 parts two
names or stands in one is not always plain, so a list of such names is certain only where neither reading fits its count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Range = tuple[int, int]

_ENCLOSED = re.compile("[“(（《][^“”()（）《》]*[”)）》]")
_BEFORE = re.compile("(?:^|[，。；：,;:])([^，。；：,;:]*、[^，。；：,;:]*)$")
_BEHIND = re.compile(
    "[^，。；：、,;:]{0,12}(?:[：:]|[，,]?(?P<each>分别(?:为|是|有)?)[：:]?)([^，。；：,;:]*、[^，。；：,;:]*)(?P<stop>[。；;，,])"
)
_QUOTED = re.compile(r"“([^“”]*[+＋、][^“”]*)”\s*$")
_QUOTED_EACH = re.compile("(?:“[^“”]{1,30}”[、和]?){3,}$")
_OPEN_AT_END = "等"
_SET_UP = re.compile("[内下]设|设有|设立|设置|包括|包含")
_SHORT, _LONGEST_EACH = 12, 24
_OPEN = re.compile("等|其中|包括|主要|例如|比如")
_PARTED = re.compile("、")
_QUOTED_PARTED = re.compile("[+＋、]")
_JOINED = re.compile("以及|和|及")
_COMMAS = frozenset({"，", ","})
_TOGETHER = re.compile("[，,](?:一共|总共|合计|共计|共)?$")
_UNDER = re.compile("及(?:其|所属|下属|直属)+的?")
_FEWEST, _FEWEST_BEHIND = 3, 2
_LONGEST = 400
"""A list is looked for in so many characters beside its count at most."""


class Listed(NamedTuple):
    """The names of a list; ``is_open`` if there may be more, ``is_certain`` if its form leaves no doubt of their number.

    That of a list that ``is_joined`` by 和 may be one less.
    """

    names: list[Range]
    is_open: bool = False
    is_certain: bool = False
    is_joined: bool = False


def names_before(text: str, start: int, end: int, counted: str) -> Listed:
    """Give the names listed right before a count, between the figure before it and the count itself.

    Names of what is set up (内设办公室、财务科2个科室) that end like what is ``counted`` are certain to be all of it.
    """
    start = max(start, end - _LONGEST)
    quoted = _QUOTED.search(text, start, end)
    if quoted is not None:
        return _enough(_split(text, quoted.span(1), _QUOTED_PARTED))
    each = _QUOTED_EACH.search(text, start, end)
    if each is not None:
        return _enough([found.span() for found in _ENCLOSED.finditer(text, *each.span())])
    plain = _TOGETHER.sub("", _masked(text[start:end]).rstrip())
    is_open = plain.endswith(_OPEN_AT_END)
    listed = _BEFORE.search(plain.removesuffix(_OPEN_AT_END))
    if listed is None or listed[1].endswith("、"):
        return Listed([])
    names = _under(plain, _names(plain, listed.span(1), start), start)
    last = {text[name[1] - 1] for name in names}
    is_certain = bool(_SET_UP.search(listed[1])) and len(last) < len(names) and bool(last & set(counted))
    return _enough(names)._replace(is_open=is_open, is_certain=is_certain and not _JOINED.search(listed[1]))


def names_behind(text: str, start: int, end: int) -> Listed:
    """Give the names of a closed list behind a count and a colon, before the figure that follows."""
    plain = _masked(text[start : min(end, start + _LONGEST)])
    listed = _BEHIND.match(plain)
    if listed is None or _OPEN.search(listed[2]):
        return Listed([])
    goes_on = listed["stop"] in _COMMAS
    if goes_on and not listed["each"]:
        return Listed([])
    names = _names(plain, listed.span(2), start)
    longest = _LONGEST_EACH if listed["each"] else _SHORT
    is_short = all(last - first <= longest for first, last in names)
    is_enough = len(names) >= _FEWEST or bool(listed["each"])
    return _enough(names, _FEWEST_BEHIND)._replace(
        is_open=goes_on,
        is_certain=is_short and is_enough,
        is_joined=_JOINED.search(listed[2]) is not None,
    )


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


def _under(plain: str, names: list[Range], offset: int) -> list[Range]:
    """Part the first name where it says under whom the others are: 局机关及所属的甲中心、乙中心."""
    (start, end), *others = names
    joint = _UNDER.search(plain, start - offset, end - offset)
    if joint is None or joint.end() == end - offset:
        return names
    return [(start, joint.start() + offset), (joint.end() + offset, end), *others]


def _split(text: str, span: Range, mark: re.Pattern[str]) -> list[Range]:
    marks = list(mark.finditer(text, *span))
    starts = [span[0], *(found.end() for found in marks)]
    ends = [*(found.start() for found in marks), span[1]]
    return [_trimmed(text, *span) for span in zip(starts, ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> Range:
    """Leave out the blanks and line breaks around a name."""
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())


def _enough(names: list[Range], fewest: int = _FEWEST) -> Listed:
    return Listed(names if len(names) >= fewest else [])
