"""Targets and what was reached in the rows of performance forms, one figure against one.

The words of an indicator tell what its target is when no sign does: costs, complaints and deadlines are to be
kept below it, all else is to be reached. Where neither tells it (a sum of money, a span of time), nothing is
claimed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import TALLIED, Figure, FigureKind, GridCell, Reading
from wenxiao.audit.indicators import Column, Indicator, indicators_of
from wenxiao.quantity import Kind, Quantity

_PERCENTS = frozenset({FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS})
_COMPARED = TALLIED | _PERCENTS | {FigureKind.MONEY, FigureKind.DATE}
_BETTER_MORE = re.compile("节约|节省|增收|增加|收入|产值|税收|效益|募集|降低|下降|减少")
_BETTER_LESS = re.compile("成本|费用|投诉|事故|差错|失误|误差|违规|违纪|逾期|超支|流失|死亡|伤亡|能耗|退货")
_ASKED = re.compile("指标|目标|计划|预期")
_DEADLINE = re.compile("(?:[在于])?(?:之?前|以前|底前)?(?:完成|完工)?")
_FUNDS = re.compile("资金$|总额|拨款$|结转")
_LASTING = re.compile("时间|时长|时限|工期|天数")


@dataclass(frozen=True, slots=True)
class FormTarget:
    """The row of an indicator that sets one figure against one."""

    indicator: Indicator
    target: Figure
    reached: Figure

    @property
    def row(self) -> tuple[int, int]:
        """Give its table and row."""
        return self.indicator.grid.index, self.indicator.row

    def claim(self) -> Claim | None:
        """Give the claim that the target was reached, None if nothing tells which way it is meant."""
        aim = _aim(self.target, self.reached, self.indicator)
        if aim is None:
            return None
        name = self.indicator.name or self.target.text
        reached = _counted_as(self.reached.quantity, aim)
        return Claim(
            ClaimKind.TARGET,
            name,
            Term("", name, aim, figure=self.target),
            (Term("", name, reached, figure=self.reached),),
        )


def form_targets(reading: Reading) -> list[FormTarget]:
    """Give the indicators of all forms that set one figure against one."""
    text = reading.document.text
    asking = {grid.index for grid in reading.grids if _ASKED.search(text, grid.table.start, grid.table.end)}
    starts = [figure.start for figure in reading.figures] if asking else []
    found: list[FormTarget] = []
    for indicator in indicators_of(reading.grids) if asking else ():
        if indicator.grid.index not in asking:
            continue
        target, reached = (
            _figure(indicator.cells.get(column), reading.figures, starts)
            for column in (Column.TARGET, Column.ACTUAL)
        )
        if target is None or reached is None or target.kind not in _COMPARED:
            continue
        if target.kind not in _PERCENTS and _FUNDS.search(indicator.name):
            continue
        if target.kind is reached.kind or {target.kind, reached.kind} == TALLIED:
            found.append(FormTarget(indicator, target, reached))
    return found


def _figure(cell: GridCell | None, figures: Sequence[Figure], starts: list[int]) -> Figure | None:
    """Give the one figure a cell consists of, but for the words of a deadline."""
    if cell is None:
        return None
    first = bisect_left(starts, cell.start)
    if first >= len(figures) or bisect_left(starts, cell.end) != first + 1:
        return None
    figure = figures[first]
    around = cell.text.replace("".join(figure.text.split()), "", 1)
    is_all = cell.figure is figure or (figure.kind is FigureKind.DATE and _DEADLINE.fullmatch(around))
    return figure if is_all and figure.quantity is not None else None


def _aim(target: Figure, reached: Figure, indicator: Indicator) -> Quantity | None:
    """Give the target with the bounds that its sign or the words of the row give it; None if nothing does."""
    quantity = _counted_as(target.quantity, reached.quantity)
    if quantity is None or not quantity.is_exact:
        return quantity
    names = "".join((*indicator.levels, indicator.name))
    if _BETTER_MORE.search(indicator.name):
        return quantity
    if quantity.kind is Kind.DATE or _BETTER_LESS.search(names):
        return replace(quantity, low=None)
    return None if target.kind is FigureKind.MONEY or _LASTING.search(indicator.name) else quantity


def _counted_as(quantity: Quantity | None, other: Quantity | None) -> Quantity | None:
    """Give a number without unit as what the other figure of its row counts."""
    if quantity is None or other is None or quantity.kind is not Kind.NUMBER or quantity.unit:
        return quantity
    return replace(quantity, unit=other.unit, kind=other.kind)
