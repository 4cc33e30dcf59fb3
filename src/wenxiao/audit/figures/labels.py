"""What a figure measures and when, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import FigureKind

_LONGEST = 30
_NOISE = re.compile(r"^(?:其中|包括|分别|以及|并|和|与|及|的|：)+")
_TRAILING = re.compile(
    r"(?:共计|合计为|分别为|共|为|达到|达|完成|(?<![实现])有|是|约|增长|下降|增加|减少|了|在|到|[:：“”\"(])+$"
)
_ASIDE = re.compile(r"\([^()]*\)")
_COMPARED = ("比", "较", "与", "同")
_COMPARING = re.compile("[比较占]|同比|环比|与上年")
_REACH = 60
_RELATIVE_REACH = 12
_SHORTEST = 3
_NAMED_BEHIND = frozenset({FigureKind.COUNT, FigureKind.PERSON_TIMES, FigureKind.ORDINAL})
_UNLABELLED = frozenset(
    {FigureKind.LIST_NUMBER, FigureKind.YEAR, FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.OTHER}
)
_CLAUSE = re.compile(r"[，、；。：！？,;:()“”《》]")
_RELATIVE = re.compile(
    "(?=[上去年])(?<![比较])(?:(?P<last>上年|去年|上一年)|(?P<end>年末|年底)|(?P<begin>年初(?!预算)))"
)


def labels_in(gaps: Sequence[str], found: Sequence[Mention]) -> list[str]:
    """Give what each mention of a sentence measures: the phrase before it, else behind it, else as before."""
    labels: list[str] = []
    latest = ""
    for index, mention in enumerate(found):
        if mention.kind in _UNLABELLED:
            labels.append("")
            continue
        phrase = _before(gaps[index])
        if len(phrase) < _SHORTEST and mention.kind in _NAMED_BEHIND:
            phrase = _trimmed(_CLAUSE.split(gaps[index + 1][:_REACH])[0])[:_LONGEST] or phrase
        latest = phrase or latest
        labels.append(latest)
    return labels


def _before(gap: str) -> str:
    """Give the nearest clause before that names something and is not just 比上年增加."""
    near = gap[-_REACH:]
    for clause in reversed(_CLAUSE.split(_ASIDE.sub("", near) if "(" in near else near)[-3:]):
        phrase = _trimmed(clause)
        if phrase and not _COMPARING.match(phrase):
            return phrase[-_LONGEST:]
    return ""


def _trimmed(clause: str) -> str:
    return _TRAILING.sub("", _NOISE.sub("", clause))


class Periods:
    """The year that counts where none is named: of the sentence, the section, the title."""

    def __init__(self) -> None:
        """Start with no year known."""
        self._title = ""
        self._section = ""

    @property
    def current(self) -> str:
        """The period of a figure beside which nothing is written."""
        return _spelled(self._section or self._title)

    def of(self, gaps: Sequence[str], found: Sequence[Mention], *, heading: bool) -> list[str]:
        """Give the period of each mention of a sentence, and remember the year a heading names."""
        # 比2020年增加: the figure is not of that year
        years = ["" if gap.endswith(_COMPARED) else _year(one) for gap, one in zip(gaps, found, strict=False)]
        named = next(filter(None, years), "")
        if named and not self._title:
            self._title = named
        if heading and named:
            self._section = named
        year = named or self._section or self._title
        periods = []
        for gap, mention, own in zip(gaps, found, years, strict=False):
            year = own or year
            relative = _RELATIVE.search(gap[-_RELATIVE_REACH:]) if "年" in gap else None
            if _is_year_end(mention):
                periods.append(f"{mention.value}年末")
            else:
                periods.append(_shifted(year, relative) if relative else _spelled(year))
        return periods


def _year(mention: Mention) -> str:
    if mention.kind is FigureKind.YEAR:
        return mention.value
    is_full = mention.kind is FigureKind.DATE and mention.value[4:5] == "-"
    return mention.value[:4] if is_full else ""


def _is_year_end(mention: Mention) -> bool:
    return (
        mention.kind is FigureKind.YEAR
        and mention.quantity is not None
        and mention.quantity.written[-1] in "末底"
    )


def _spelled(year: str) -> str:
    return f"{year}年度" if year else ""


def _shifted(year: str, relative: re.Match[str]) -> str:
    if not year.isdecimal():
        return relative[0]
    if relative["last"]:
        return f"{int(year) - 1}年度"
    return f"{year}年末" if relative["end"] else f"{year}年初"
