"""The row of the total in a self-evaluation form: always derived, never typed."""

from __future__ import annotations

from wenxiao.engine.scorecard import Scorecard
from wenxiao.fact import FactTable
from wenxiao.report.blocks import Align, Cell, Text
from wenxiao.report.figures import NOT_ASSESSABLE, UNDECIDED
from wenxiao.report.forms.cells import head, inline_cell, label, points, points_inline


def total(facts: FactTable, card: Scorecard, colspan: int) -> tuple[Cell, ...]:
    """Derive the row of the total from the scorecard; while points are open, say how many were assessed."""
    opening = head("总分", colspan), points(facts, f"{card.key}.满分", card.full)
    if card.is_complete:
        return *opening, points(facts, f"{card.key}.得分", card.earned), label(card.grade or UNDECIDED)
    assessed = points_inline(facts, f"{card.key}.可评分值", card.assessed_weight)
    earned = points_inline(facts, f"{card.key}.已评得分", card.earned)
    so_far = inline_cell(
        [Text("可评 "), assessed, Text(" 分，已评得 "), earned, Text(" 分")], align=Align.LEFT
    )
    return *opening, label(NOT_ASSESSABLE), so_far
