"""WX209 and WX210: what one cell of a form limits another to."""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.kinds import ClaimKind
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import failing, in_cells
from wenxiao.documents.model import Document
from wenxiao.finding import Severity

_PERSONS = "人"


def _is_staff(one: Judged, document: Document) -> bool:
    """Tell whether persons are limited: staff by posts."""
    units = {term.quantity.unit for term in one.claim.terms if term.quantity}
    return _PERSONS in units and in_cells(one, document)


def _is_score(one: Judged, document: Document) -> bool:
    return in_cells(one, document) and not _is_staff(one, document)


@document_rule(
    "WX209",
    severity=Severity.WARNING,
    title="实有人数超过编制数",
    basis="地方各级人民政府机构设置和编制管理条例（未核对原文）",
    explanation="实有人数一般不超过编制数。超过的，要么口径不同（含编外、工勤、下属单位人员），要么数有误，都应写明。",
    good="单位情况表\n人员编制数\t10\t实有人数\t9",
    bad="单位情况表\n人员编制数\t8\t实有人数\t9",
)
def wx209_staff(manuscript: Manuscript) -> Iterator[Answer]:
    """Find more staff than posts."""
    return failing(
        manuscript,
        ClaimKind.COMPARE,
        _is_staff,
        message="{result}少于实有人数",
        suggestion="请核对两个数；含编外人员或下属单位人员的，写明口径。",
    )


@document_rule(
    "WX210",
    severity=Severity.ERROR,
    title="得分超过分值",
    basis="项目支出绩效评价管理办法（财预〔2020〕10号）：各项指标在分值以内计分（未核对原文）",
    explanation="一项指标的得分最高等于它的分值。",
    good="三级指标\t目标值\t实际完成值\t分值\t得分\n培训人数\t90人\t92人\t20\t20\n合格率\t95%\t96%\t30\t29",
    bad="三级指标\t目标值\t实际完成值\t分值\t得分\n培训人数\t90人\t92人\t20\t21\n合格率\t95%\t96%\t30\t29",
)
def wx210_score(manuscript: Manuscript) -> Iterator[Answer]:
    """Find scores above what an indicator can earn."""
    return failing(
        manuscript,
        ClaimKind.COMPARE,
        _is_score,
        message="{result}是这项指标的最高分，得分比它高",
        suggestion="请核对分值和得分，改正有误的一个，并重新计算总分。",
    )
