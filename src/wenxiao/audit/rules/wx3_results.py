"""WX331: results a document reports against its own targets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import failing, figures_of, is_timed
from wenxiao.documents.model import Document
from wenxiao.finding import Severity

_CAUSE = re.compile("因为?|由于|受.{1,20}影响|原因|导致")


def _is_unexplained(one: Judged, document: Document) -> bool:
    """Tell whether no paragraph with a figure of the pair gives a cause."""
    blocks = [document.blocks[figure.block] for figure in figures_of(one) if figure.block >= 0]
    return not is_timed(one) and not any(
        _CAUSE.search(document.text, block.start, block.end) for block in blocks
    )


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
    return failing(
        manuscript,
        ClaimKind.TARGET,
        _is_unexplained,
        message="{result}没有达到，也没有说明原因",
        suggestion="请核对完成数；确未达到的，说明原因和改进措施。",
    )
