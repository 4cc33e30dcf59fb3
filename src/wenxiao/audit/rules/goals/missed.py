"""WX331: results a document reports against its own targets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from wenxiao.audit.answers import Answer
from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.indicators import Column
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import failing, figures_of
from wenxiao.audit.rules.wording import CAUSE
from wenxiao.documents.model import BlockKind, Document
from wenxiao.finding import Severity

_SHORT = "未能?(?:完成|达|实现|足)|没有?(?:能|全部)?(?:完成|达|实现)|不足|不及|低于|少|差|缺口|偏低|偏离|滞后|慢于|[只仅](?:完成|实现|达)"
"""Words for what was missed of a target."""

_OPENING = re.compile(
    rf"\s*(?:[^，。；]{{0,6}}原因|由于|因为|受.{{1,20}}影响|[^，,。；]{{0,8}}(?:{_SHORT})[^。；]{{0,40}}?(?:{CAUSE.pattern}))"
)
_NAMED_SHORT = re.compile(rf"[^。；\n]{{0,20}}?(?:{_SHORT})[^。；\n]{{0,60}}?(?:{CAUSE.pattern})")
_PIECES, _UNIT_NOTE = re.compile("[\t|\n，,。；;：:、]"), re.compile("[(（][^()（）]{1,6}[)）]$|[≥>≤<=]+$")
_LEAST_NAME, _FARTHEST = 4, 100
_PART_END = re.compile("[；。！？]")
Values = tuple[str, ...]

_UNDER_WAY = re.compile(
    r"目前|(?:时间|序时)进度|上半年|前.{1,3}个?月|截[至止](?!.{0,8}(?:12|十二)月|.{0,6}年[底末])|[0-9]\s*[-—－~～至]\s*[0-9]{1,2}\s*月"
)
"""Words of a report in the course of the year, when a target is not yet due."""

_NOTHING = re.compile("[-—/\\\\无]*")


def _is_unexplained(one: Judged, document: Document) -> bool:
    """Tell whether no cause is given beside a figure of the pair, nor where the text names what fell short."""
    figures = [figure for figure in figures_of(one) if figure.block >= 0]
    return not any(_gives_cause(document, figure) for figure in figures) and not any(
        _is_named_short(document.text, name) for name in {_name(document, figure) for figure in figures}
    )


def _name(document: Document, figure: Figure) -> str:
    """Give what a target is of, without its unit: the heading of its row, or the words right before it."""
    block = document.blocks[figure.block]
    row = document.text[document.text.rfind("\n", 0, block.start) + 1 : figure.start]
    words = row if block.kind is BlockKind.CELL else document.text[block.start : figure.start]
    pieces = [_UNIT_NOTE.sub("", piece).strip() for piece in _PIECES.split(words)]
    return next((piece for piece in reversed(pieces) if len(piece) >= _LEAST_NAME), "")


def _is_named_short(text: str, name: str) -> bool:
    """Tell whether a sentence anywhere says why what is so named fell short: 甲只完成 p%，主要因为…."""
    at = text.find(name) if name else -1
    while at >= 0:
        behind = at + len(name)
        if _NAMED_SHORT.match(text, behind, behind + _FARTHEST):
            return True
        at = text.find(name, behind)
    return False


def _is_due(one: Judged, document: Document) -> bool:
    """Tell whether no paragraph of the pair says that the year is not over."""
    blocks = [document.blocks[figure.block] for figure in figures_of(one) if figure.block >= 0]
    return not any(_UNDER_WAY.search(document.text, block.start, block.end) for block in blocks)


def _gives_cause(document: Document, figure: Figure) -> bool:
    """Tell whether a cause stands in the cell of a figure, in its part of the sentence, or opens the next part."""
    block = document.blocks[figure.block]
    if block.kind is BlockKind.CELL:
        return bool(CAUSE.search(document.text, block.start, block.end))
    ends = [end.end() for end in _PART_END.finditer(document.text, block.start, block.end)]
    start = max((end for end in ends if end <= figure.start), default=block.start)
    later = [end for end in ends if end >= figure.end]
    end = later[0] if later else block.end
    return bool(CAUSE.search(document.text, start, end) or _OPENING.match(document.text, end, block.end))


def _explained(manuscript: Manuscript) -> frozenset[Values]:
    """Give the targets and results of which a cause is given anywhere: a form gives it for the text, too."""
    blocks = _explained_blocks(manuscript)
    return frozenset(
        _values(one)
        for one in manuscript.failing
        if one.claim.kind is ClaimKind.TARGET
        and (figures_of(one)[0].block in blocks or not _is_unexplained(one, manuscript.document))
    )


def _values(one: Judged) -> Values:
    """Give what a target and its result are known again by; shares are too alike to be."""
    return tuple(
        str(figure.start) if figure.kind is FigureKind.PERCENT else f"{figure.value}{figure.unit}"
        for figure in figures_of(one)
    )


def _explained_blocks(manuscript: Manuscript) -> frozenset[int]:
    """Give the cells of targets of which the form itself gives the cause, in a column for it."""
    starts = [block.start for block in manuscript.document.blocks]
    targets = (
        one.cells[Column.TARGET]
        for one in manuscript.indicators
        if Column.TARGET in one.cells and not _NOTHING.fullmatch(one.text(Column.CAUSE))
    )
    return frozenset(bisect_right(starts, cell.start) - 1 for cell in targets)


@document_rule(
    "WX331",
    severity=Severity.WARNING,
    title="没有达到目标",
    basis="项目支出绩效评价管理办法（财预〔2020〕10号）：未完成绩效目标的应说明原因（未核对原文）",
    explanation="完成数达不到本报告写明的目标数的，应在同一处说明原因和改进措施；已说明原因的，只作提示，供复核原因是否成立；"
    "年度中间通报进度的（目前、上半年、1—9月），目标尚未到期，不在此列。",
    good="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座22场。",
    bad="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座18场。",
)
def wx331_missed_target(manuscript: Manuscript) -> Iterator[Answer]:
    """Find results below their targets; where a cause is given, the reviewer is only told of it."""
    if not any(one.claim.kind is ClaimKind.TARGET for one in manuscript.failing):
        return
    explained = _explained(manuscript)
    yield from failing(
        manuscript,
        ClaimKind.TARGET,
        lambda one, document: _values(one) not in explained and _is_due(one, document),
        message="{result}没有达到，也没有说明原因",
        suggestion="请核对完成数；确未达到的，说明原因和改进措施。",
    )
    told = failing(
        manuscript,
        ClaimKind.TARGET,
        lambda one, document: _values(one) in explained and _is_due(one, document),
        message="{result}没有达到，报告说明了原因",
        suggestion="请复核所说的原因是否成立、有无改进措施。",
    )
    yield from (replace(answer, severity=Severity.INFO) for answer in told)
