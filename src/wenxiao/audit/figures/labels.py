"""What a figure measures and when, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.figures.column_years import LAST_YEAR
from wenxiao.audit.figures.marks import BRACKETED
from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import DATED, FigureKind

_LONGEST = 30
_NOISE = re.compile(r"(?:其中|包括|分别|以及|并|和|与|及|的|：|共有|份(?!额)|[.)])+")
_TRAILING = re.compile(
    r"(?:共计|合计为|分别为|共|为|达到|(?<!下)达|完成|累计实现|(?<![实现])有|是|约|增长|下降|增加|减少|提高|上升|降低|回落|增收|减收"
    r"|了|在|到|的|已|(?<![高初国集其])中|[:：“”\"(])+$"
)
_JOINING = frozenset("、，,；;")
_ENDING = frozenset("；;：:，,")
_USE = "用于"
_PLACED = re.compile("[上中](?!.*[会赛展])|期间|(?:的|在)")
_TRAILED = tuple('计为共到达成现有是约长降加少高升低落收了在的已中:：“”"(')
"""The last letters of all that ``_TRAILING`` drops: asked first, for most words end in none of them."""

_COMPARED = ("比", "较", "与", "同")
_COMPARING = re.compile(
    "[比较占]|同比|环比|与上年|.{0,12}相比|同口径|按.{1,12}(?:计算|口径)"
    "|(?:为|超过?|完成了?)(?:年|全年|任务|计划|目标|预算|预期|时间进度|序时进度|均衡进度)"
)
_REACH = 60
_RELATIVE_REACH = 12
_SHORTEST = 3
_NAMED_BEHIND = frozenset({FigureKind.COUNT, FigureKind.PERSON_TIMES, FigureKind.ORDINAL})
_UNLABELLED = frozenset(
    {FigureKind.LIST_NUMBER, FigureKind.YEAR, FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.OTHER}
)
_CLAUSE = re.compile(r"[，、；。：！？,;:()“”《》]")
_PART_ENDS = re.compile("[；。;]")
_RELATIVE = re.compile(
    "(?=[上去年])(?<![比较与同])(?:(?P<last>上年(?!结[转余])|去年|上一年)|(?P<end>年末|年底)|(?P<begin>年初(?!预算)))"
)


def labels_in(gaps: Sequence[str], found: Sequence[Mention]) -> list[str]:
    """Give what each mention of a sentence measures: the phrase before it, else behind it, else as before."""
    labels: list[str] = []
    latest = ""
    for index, mention in enumerate(found):
        if mention.kind in _UNLABELLED:
            labels.append("")
            continue
        if mention.kind is FigureKind.ORDINAL and (event := _behind(gaps[index + 1])):
            labels.append(event)
            continue
        phrase = "" if _is_base(gaps, found, index) else _before(gaps[index])
        if _is_named_behind(gaps[index], phrase, mention.kind):
            phrase = _trimmed(_first_clause(gaps[index + 1]))[:_LONGEST] or phrase
        elif gaps[index + 1].startswith(_USE) and gaps[index][-1:] in _ENDING:
            phrase = _first_clause(gaps[index + 1])[:_LONGEST]
        latest = phrase or latest
        labels.append(latest)
    return labels


def _before(gap: str) -> str:
    """Give the nearest clause before that names something and is not just 比上年增加."""
    near = gap[-_REACH:]
    for clause in reversed(_CLAUSE.split(BRACKETED.sub("", near) if "(" in near else near)[-3:]):
        phrase = _trimmed(clause)
        if phrase and not _COMPARING.match(phrase):
            return _part(phrase)[-_LONGEST:]
    return ""


def _is_named_behind(gap: str, phrase: str, kind: FigureKind) -> bool:
    """Tell whether things are counted before they are named: 对16个部门、200家企业进行了审计."""
    return kind in _NAMED_BEHIND and (len(phrase) < _SHORTEST or gap[-1:] in _JOINING)


def _behind(gap: str) -> str:
    """Give the event an edition is of: the words right behind it, as far as they name something."""
    event = _PLACED.split(_first_clause(gap), maxsplit=1)[0]
    return event[:_LONGEST] if len(event) >= _SHORTEST else ""


def _is_base(gaps: Sequence[str], found: Sequence[Mention], index: int) -> bool:
    """Tell whether the words before a figure are what it is compared with: 比2023年预算数减少."""
    if not index or not gaps[index - 1].endswith(_COMPARED):
        return False
    return found[index - 1].kind is FigureKind.YEAR and not _CLAUSE.search(gaps[index])


def _first_clause(gap: str) -> str:
    return _CLAUSE.split(gap[:_REACH], maxsplit=1)[0]


def _part(phrase: str) -> str:
    """Give the part that is named behind its whole: 项目支出包括培训费."""
    return phrase if "在内" in phrase else phrase.rpartition("包括")[2] or phrase


def _trimmed(clause: str) -> str:
    led = _NOISE.match(clause)
    words = clause[led.end() :] if led else clause
    return _TRAILING.sub("", words) if words.endswith(_TRAILED) else words


class Periods:
    """The year that counts where none is named: of the sentence, the section, the title."""

    def __init__(self) -> None:
        """Start with no year known."""
        self._title = ""
        self._section = ""

    def told(self, period: str) -> str:
        """Give the period of a cell whose table tells ``period``; "" is that of the section or the document."""
        year = self._section or self._title
        if period == LAST_YEAR and year.isdecimal():
            return _spelled(str(int(year) - 1))
        return period or _spelled(year)

    def of(self, gaps: Sequence[str], found: Sequence[Mention], *, heading: bool) -> list[str]:
        """Give the period of each mention of a sentence, and remember the year a heading names."""
        if "年" not in "".join(gaps) and DATED.isdisjoint([one.kind for one in found]):
            return [self.told("")] * len(found)
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
            relative = _RELATIVE.search(_PART_ENDS.split(gap[-_RELATIVE_REACH:])[-1]) if "年" in gap else None
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
