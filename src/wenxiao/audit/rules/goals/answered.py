"""Which counts in the parts on goals and on results speak of the same thing in the same unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.model import TALLIED, Figure, FigureKind
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.outline import Part, outermost
from wenxiao.audit.rules.failing import figures_of
from wenxiao.audit.rules.gathered import Span
from wenxiao.audit.rules.goals.measured import tells_amount

_GOALS = re.compile(
    "(?:绩效|总体|年度|预期|项目|整体|^)总?目标(?:设[置定]|绩效|内容|情况|$)|目标绩效|^总目标"
)
_NO_GOALS = re.compile("完成|实现|达成|管理|问题|原因|建议|措施|偏[离差]|评价|自评|监控|结果|分析|合理|科学")
_RESULTS = re.compile("完成情况|实现情况|目标完成|目标达成|达成情况|实施结果")
_QUOTED = re.compile("[“‘《（(][^”’》）)]*$")
_POINTS = "分"
_CLAUSE_ENDS = "，。；,;！？\n："
_GENERAL = frozenset((
    "组织", "开展", "完成", "活动", "工作", "项目", "以上", "全年", "年度", "举办", "参加", "实施", "邀请", "人次",
))  # fmt: skip
_REACH = 40
_FAR = 400
_FEWEST_SHARED = 2
_FEWEST_LETTERS = 10


def goals_of(manuscript: Manuscript) -> list[Part]:
    """Give the parts that set goals."""
    return list(outermost(manuscript.outline.about(_GOALS, _NO_GOALS)))


def results_of(manuscript: Manuscript) -> list[Part]:
    """Give the parts that report on goals."""
    found = outermost(manuscript.outline.about(_RESULTS))
    return [part for part in found if part.end - part.start >= _FEWEST_LETTERS]


@dataclass(frozen=True, slots=True)
class Count:
    """A count in its clause; ``sentence`` tells where its sentence begins."""

    span: Span
    sentence: int
    is_answered: bool


def counts_of(manuscript: Manuscript, parts: Sequence[Part], others: Sequence[Part]) -> list[Count]:
    """Give the counts of ``parts``, and whether a clause of ``others`` answers them; [] if either is empty."""
    if not parts or not others:
        return []
    text = manuscript.document.text
    paired = {
        figure.start
        for one in manuscript.judged
        if one.claim.kind is ClaimKind.TARGET
        for figure in figures_of(one)
    }
    told: dict[tuple[FigureKind, str], set[str]] = defaultdict(set)
    for figure in _tallied(manuscript, others):
        told[figure.kind, figure.unit] |= _topics(text, figure)
    counts = []
    for figure in _tallied(manuscript, parts):
        start, end = clause_around(text, figure)
        if not _QUOTED.search(text, start, figure.start):
            shared = _topics(text, figure) & told[figure.kind, figure.unit]
            is_answered = figure.start in paired or len(shared) >= _FEWEST_SHARED
            counts.append(Count((start, end), text.rfind("。", max(start - _FAR, 0), start), is_answered))
    return counts


def _tallied(manuscript: Manuscript, parts: Sequence[Part]) -> list[Figure]:
    """Give the counts of running text within parts."""
    blocks = manuscript.document.blocks
    inside = {number for part in parts for number in part.blocks if blocks[number].table < 0}
    return [
        figure
        for figure in manuscript.reading.figures
        if figure.kind in TALLIED
        and figure.block in inside
        and figure.unit != _POINTS
        and tells_amount(manuscript.document.text, figure)
    ]


def clause_around(text: str, figure: Figure) -> Span:
    """Give the clause a figure stands in, cut where it is long."""
    start, end = figure.start, figure.end
    while start > 0 and figure.start - start < _REACH and text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    while end < len(text) and end - figure.end < _REACH and text[end] not in _CLAUSE_ENDS:
        end += 1
    shown = text[start:end]
    return start + len(shown) - len(shown.lstrip()), end - len(shown) + len(shown.rstrip())


def _topics(text: str, figure: Figure) -> set[str]:
    """Give the pairs of letters of the clause a figure stands in, without what any goal is told with."""
    start, end = clause_around(text, figure)
    words = re.sub(r"[^一-鿿]+", " ", text[start : figure.start] + " " + text[figure.end : end])
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    return {pair for pair in pairs if " " not in pair} - _GENERAL
