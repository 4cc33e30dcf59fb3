"""WX331: results a document reports against its own targets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.indicators import Column
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import failing, figures_of
from wenxiao.documents.model import BlockKind, Document
from wenxiao.finding import Severity

_CAUSE = re.compile("因为?|由于|受.{1,20}影响|原因|导致")
_OPENING = re.compile(r"\s*(?:[^，。；]{0,6}原因|由于|因为|受.{1,20}影响)")
_PART_END = re.compile("[；。！？]")
_NOTHING = re.compile("[-—/\\\\无]*")


def _is_unexplained(one: Judged, document: Document) -> bool:
    """Tell whether no cause is given beside a figure of the pair."""
    return not any(_gives_cause(document, figure) for figure in figures_of(one) if figure.block >= 0)


def _gives_cause(document: Document, figure: Figure) -> bool:
    """Tell whether a cause stands in the cell of a figure, in its part of the sentence, or opens the next part."""
    block = document.blocks[figure.block]
    if block.kind is BlockKind.CELL:
        return bool(_CAUSE.search(document.text, block.start, block.end))
    ends = [end.end() for end in _PART_END.finditer(document.text, block.start, block.end)]
    start = max((end for end in ends if end <= figure.start), default=block.start)
    later = [end for end in ends if end >= figure.end]
    end = later[0] if later else block.end
    return bool(_CAUSE.search(document.text, start, end) or _OPENING.match(document.text, end, block.end))


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
    title="没有达到目标，也没有说明原因",
    basis="项目支出绩效评价管理办法（财预〔2020〕10号）：未完成绩效目标的应说明原因（未核对原文）",
    explanation="完成数达不到本报告写明的目标数的，应在同一处说明原因和改进措施。",
    good="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座22场。",
    bad="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座18场。",
)
def wx331_missed_target(manuscript: Manuscript) -> Iterator[Answer]:
    """Find results below their targets without a cause."""
    explained = _explained_blocks(manuscript)

    def is_unexplained(one: Judged, document: Document) -> bool:
        return figures_of(one)[0].block not in explained and _is_unexplained(one, document)

    return failing(
        manuscript,
        ClaimKind.TARGET,
        is_unexplained,
        message="{result}没有达到，也没有说明原因",
        suggestion="请核对完成数；确未达到的，说明原因和改进措施。",
    )
