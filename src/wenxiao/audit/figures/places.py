"""Numerals in places: the place in a ranking (前三位), and the name of a place on the map (三岔河村)."""

from __future__ import annotations

import re

_RANK = re.compile(r"\s?(?:位(?![一居列于置数])|名(?![称额义册单字词胜优])|强(?![化调制烈力]))")
_BARE_RANK = re.compile(r"\s?(?=[，。；、,;)]|\Z)")
_RANKED = re.compile(r"[居列入排名身进占][^，。；,;]{0,8}前\s?\Z")
_TIMES = frozenset("目之日以此年当提生午眼空会事天月后跟先史产学课赛婚餐")
_MAPPED = re.compile(
    "[一二三四五六七八九十百千双两]{1,2}"
    "[^一二三四五六七八九十百千万亿两个大级类好佳优强保无型化新特优年月日元人户次项件家名位批种条县市区乡镇村，。；、：“”\\s!-~]{1,2}"
    "(?:(?<![乡农城小新山渔水试老贫])村|(?<![城乡])镇|(?<![城村])乡|(?<![全各城州])县|街道|社区"
    "|(?<![城地全各])市|(?<![城园地片校灾景辖山牧林矿老库社小厂街])区)"
)
_RANK_REACH = 12


def rank_end(text: str, start: int, end: int, last: int) -> int:
    """Give the end of a place in a ranking whose numeral is ``start`` to ``end``, 前 before it; 0 if it is none."""
    if start < 1 or text[start - 1] != "前" or text[start - 2 : start - 1] in _TIMES:
        return 0
    rank = _RANK.match(text, end, last)
    if rank is None and _RANKED.search(text, max(0, start - _RANK_REACH), start):
        rank = _BARE_RANK.match(text, end, last)
    return rank.end() if rank else 0


def on_the_map(text: str, start: int, last: int) -> bool:
    """Tell whether a numeral begins the name of a county, town, village or community: 三岔河村."""
    return _MAPPED.match(text, start, last) is not None
