"""How goals and results are worded: vague verbs, causes, editions and years, and texts that repeat each other."""

from __future__ import annotations

import re
from functools import lru_cache

from wenxiao.fact import name_key
from wenxiao.quantity import QuantityError, parse

# Words that promise without saying how much; a text with one of them needs a measure.
VAGUE_WORDS = (
    "进一步", "不断", "切实", "大力", "积极", "着力", "全面", "持续", "有效", "明显", "显著",
    "提升", "提高", "增强", "加强", "强化", "深化", "推进", "推动", "促进", "优化", "完善", "改善",
    "做好", "抓好", "落实", "贯彻", "营造", "弘扬", "打造", "助力",
)  # fmt: skip
CAUSE = re.compile("原因|因(?![此素地人公])|由于|导致|造成|所致|受.{1,20}影响|主要[是系]|缘于|源于|根源")
"""What gives a cause, wherever in a passage it stands."""

_MEASURE = re.compile(
    r"[0-9０-９%％]|百分之|[一二三四五六七八九十百千两][个名人次场家篇项件所台年月期届份]|全覆盖|零"
)
# 第36届, 〔2021〕5号: such numbers name a thing and measure nothing.
_NUMBERING = re.compile(
    r"第[0-9０-９零〇一二三四五六七八九十百]+[届号次]|[〔\[（(][0-9]{4}[〕\]）)]\s*[0-9]+号"
)
_EDITION = re.compile(r"第([0-9０-９零〇一二三四五六七八九十百]+)届")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})\s*年")
_SAME = 90
_SHORTEST = 4


def is_vague(text: str) -> bool:
    """Tell whether a goal uses a vague word and names no quantity, share, date or tier."""
    return any(word in text for word in VAGUE_WORDS) and not _MEASURE.search(_NUMBERING.sub("", text))


@lru_cache(maxsize=512)
def bare(text: str) -> str:
    """Reduce a text to its words, without punctuation; a rule compares each text with many others."""
    return name_key(text).replace("。", "")


def repeats(text: str, other: str) -> bool:
    """Tell whether two texts are the same but for punctuation, or more than 90 % alike.

    Texts of fewer than four characters say too little to be called a copy.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  (loaded only when rules run)

    one, two = bare(text), bare(other)
    if min(len(one), len(two)) < _SHORTEST:
        return False
    return one == two or fuzz.ratio(one, two, score_cutoff=_SAME) > _SAME


def editions(*texts: str) -> frozenset[int]:
    """Give the editions mentioned: 第36届 and 第三十六届 are both 36."""
    return frozenset(
        number for text in texts for written in _EDITION.findall(text) if (number := _ordinal(written))
    )


def years(*texts: str) -> frozenset[int]:
    """Give the years of this century that are mentioned."""
    return frozenset(int(year) for text in texts for year in _YEAR.findall(text))


def _ordinal(written: str) -> int | None:
    try:
        return int(parse(f"第{written}届").value)
    except QuantityError:
        return None
