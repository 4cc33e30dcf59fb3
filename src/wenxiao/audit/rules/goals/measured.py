"""Pieces of a text that promise something, and whether they say how much or until when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.rules.gathered import Span
from wenxiao.audit.rules.wording import VAGUE_WORDS

_PIECE = re.compile(r"[^。；;！？\n<>]+")
_CLAUSE = re.compile(r"[^，,。；;！？\n]+")
_QUOTATION = re.compile(r"[“‘《][^“”‘’《》\n]{0,60}[”’》](?:[（(][^（）()\n]{0,60}[）)])?")
_VAGUE = re.compile("|".join(VAGUE_WORDS))
_LIMITS = re.compile(
    "全覆盖|零(?:事故|投诉|差错|延误)|全部|每[周月季年天日]|[年月季]底|[年月日]前|以内|不超过|按[月季]|如期|优秀"
)
_BARE_TASK = re.compile("(?:完成|做好|开展|组织|推进|落实).{2,40}(?:工作|任务|活动|评选|建设)$")
_BARE_CHANGE = re.compile(
    "(?:进一步|不断|显著|明显|持续|有效|稳步|大幅|逐步|切实|全面|得到|较大)"
    "(?:扩大|提高|提升|增强|增加|改善|优化|加强|降低|完善|好转|加快|深化|规范)$"
)
_GOES_ON = re.compile("^(?:达到?|由|从|比|较|增长|至|力争|确保|实现)|%|百分")
_ANNOUNCES = re.compile("如下|[:：]$|绩效目标|绩效管理|绩效评价|自评|详见")
_LEAD = re.compile(
    r"(?:\s|[（(][\d一二三四五六七八九十]{1,3}[）)]|[\d一二三四五六七八九十]{1,3}[、.．](?!\d)|[^，。；：:,;\s\d]{2,12}[：:])*"
)
_SHORTEST = 4


class Promises:
    """Finds what a manuscript promises without a measure; what was found once is not told again."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Keep the figures at hand, in order."""
        self._text = manuscript.document.text
        self._figures: Sequence[Figure] = manuscript.reading.figures
        self._starts = [figure.start for figure in self._figures]
        self._told: set[str] = set()

    def vague(self, start: int, end: int) -> Iterator[Span]:
        """Give the pieces from ``start`` to ``end`` that name neither a quantity nor a time."""
        for piece in _PIECE.finditer(self._text, start, end):
            for span in self._vague_in(*_trimmed(self._text, *piece.span())):
                words = "".join(filter(str.isalnum, self._text[slice(*span)]))
                if words not in self._told:
                    self._told.add(words)
                    yield span

    def _vague_in(self, start: int, end: int) -> Iterator[Span]:
        said = "".join(self._text[start:end].split())
        if len(said) < _SHORTEST or _ANNOUNCES.search(said):
            return
        if not self._is_measured(start, end):
            if _VAGUE.search(said) or _BARE_TASK.search(said):
                yield start, end
            return
        clauses = [clause.span() for clause in _CLAUSE.finditer(self._text, start, end)]
        for at, clause in enumerate(clauses):
            words = "".join(self._text[slice(*clause)].split())
            following = self._text[slice(*clauses[at + 1])] if at + 1 < len(clauses) else ""
            is_bare = _BARE_CHANGE.search(words) and not _GOES_ON.search(following.strip())
            if is_bare and not self._is_measured(*clause):
                yield _trimmed(self._text, *clause)

    def _is_measured(self, start: int, end: int) -> bool:
        """Tell whether a quantity, a date or a limit is named outside quotation marks."""
        if _LIMITS.search(self._text, start, end):
            return True
        quoted = {
            number
            for named in _QUOTATION.finditer(self._text, start, end)
            for number in self._within(*named.span())
        }
        return any(
            number not in quoted and tells_amount(self._text, self._figures[number])
            for number in self._within(start, end)
        )

    def _within(self, start: int, end: int) -> range:
        """Give the numbers of the figures from ``start`` to ``end``."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))


def tells_amount(text: str, figure: Figure) -> bool:
    """Tell whether a figure says how much or until when: no edition, no number in a name (十四届八次全会)."""
    if figure.kind is FigureKind.DATE:
        return True
    return figure.is_counted and bool(figure.unit) and text[figure.start - 1 : figure.start] != "届"


def _trimmed(text: str, start: int, end: int) -> Span:
    """Leave out blanks around a piece, and the number and the few words with a colon before it."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    return start, start + len(text[start:end].rstrip())
