"""The sheet 评分: every indicator's points, and totals and grades that follow them by formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wenxiao.engine.scorecard import IndicatorScore, Scorecard
from wenxiao.fact import FactTable
from wenxiao.report.excel.book import HEAD, INPUT, LIVE, WORDS, Sheet, lines_of
from wenxiao.report.excel.homes import Home
from wenxiao.report.figures import NOT_ASSESSABLE, UNDECIDED
from wenxiao.standards.model import Grade

NAME = "评分"

_TITLE = "评分"
_HINT = (
    "改动黄色的分值、得分，合计和等级随之变动。「无法评定」的项不计零分也不计满分；"
    "全部评定了才有总分，最低得分和最高得分落在同一等级才有等级。"
)
_COLUMNS = {
    "评价对象": 22,
    "一级指标": 12,
    "二级指标": 14,
    "三级指标": 34,
    "指标值": 20,
    "实际完成值": 24,
    "分值": 9,
    "得分": 11,
    "说明": 44,
}
_HEADER_ROW = 2
_LABEL, _WEIGHT, _SCORE = 3, 6, 7
_GRADE = 10
_TOTALS = ("满分", "可评分值", "已评得分", "最低得分", "最高得分", "得分", "等级")
_DIGITS = 6  # what lies beyond in a binary sum is noise


@dataclass(frozen=True, slots=True)
class Placed:
    """A scorecard in the sheet: its first row (from 0); the totals follow its indicators."""

    card: Scorecard
    first: int

    @property
    def last(self) -> int:
        """Give the row of the last indicator; a card without any keeps one empty row."""
        return self.first + max(len(self.card.indicators), 1) - 1

    def row(self, total: str) -> int:
        """Give the row of a total."""
        return self.last + 1 + _TOTALS.index(total)

    def cell(self, total: str) -> str:
        """Give the address of a total, as formulas in this sheet write it."""
        return f"H{self.row(total) + 1}"


def place(cards: Sequence[Scorecard]) -> tuple[Placed, ...]:
    """Lay the cards out below each other."""
    row, placed = _HEADER_ROW + 1, []
    for card in cards:
        placed.append(Placed(card, row))
        row = placed[-1].row(_TOTALS[-1]) + 1
    return tuple(placed)


def homes(placed: Sequence[Placed], facts: FactTable) -> dict[str, Home]:
    """Give the facts of scoring their cells: points of indicators, totals, grades."""
    found = (pair for each in placed for pair in _homes(each))
    return {key: home for key, home in found if key in facts.facts}


def _homes(placed: Placed) -> Iterator[tuple[str, Home]]:
    for row, score in enumerate(placed.card.indicators, placed.first):
        yield f"{score.key}.分值", Home(NAME, row, _WEIGHT, score.weight)
        yield f"{score.key}.得分", Home(NAME, row, _SCORE, score.score)
    for total in _TOTALS:
        value = _totals(placed.card)[total]
        number = value if isinstance(value, Decimal) else None
        yield f"{placed.card.key}.{total}", Home(NAME, placed.row(total), _SCORE, number)


def write(sheet: Sheet, placed: Sequence[Placed], grades: Sequence[Grade]) -> None:
    """Write the sheet; ``grades`` stand beside the scores, for the formulas to look up."""
    sheet.heading(_TITLE, _HINT, len(_COLUMNS))
    sheet.head(_HEADER_ROW, list(_COLUMNS), list(_COLUMNS.values()))
    _write_grades(sheet, grades)
    for each in placed:
        for row, score in enumerate(each.card.indicators, each.first):
            _write_indicator(sheet, row, each.card.name, score)
        _write_totals(sheet, each, len(grades))
    sheet.print_on_a4(landscape=True)
    sheet.lock()


def _write_grades(sheet: Sheet, grades: Sequence[Grade]) -> None:
    """List the grades from the lowest, as LOOKUP wants them."""
    for column, title in enumerate(("等级下限", "等级"), _GRADE):
        sheet.text(_HEADER_ROW, column, title, HEAD)
    for row, grade in enumerate(sorted(grades, key=lambda grade: grade.lower), _HEADER_ROW + 1):
        sheet.number(row, _GRADE, grade.lower, LIVE, "General")
        sheet.text(row, _GRADE + 1, grade.name, WORDS)


def _write_indicator(sheet: Sheet, row: int, name: str, score: IndicatorScore) -> None:
    remarks = [score.reason, *score.flags, score.cause]
    opening = (name, score.level1, score.level2, score.name, score.target, score.actual)
    texts = (*opening, "", "", "；".join(filter(None, remarks)))
    sheet.line(row, texts, list(_COLUMNS.values()))
    _write_points(sheet, row, _WEIGHT, score.weight, "")
    _write_points(sheet, row, _SCORE, score.score, NOT_ASSESSABLE)


def _write_points(sheet: Sheet, row: int, column: int, points: Decimal | None, missing: str) -> None:
    if points is None:
        sheet.text(row, column, missing, INPUT)
    else:
        sheet.number(row, column, points, INPUT, "General")


def _write_totals(sheet: Sheet, placed: Placed, grades: int) -> None:
    formulas, values = _formulas(placed, grades), _totals(placed.card)
    for total in _TOTALS:
        row = placed.row(total)
        for column in range(len(_COLUMNS)):
            sheet.text(row, column, "", HEAD)
        sheet.text(row, 0, placed.card.name, HEAD)
        sheet.text(row, _LABEL, total, HEAD)
        if total in formulas:
            sheet.formula(row, _SCORE, formulas[total], values[total], {**HEAD, "align": "right"})
    sheet.number(placed.row("满分"), _SCORE, placed.card.full, INPUT, "General")
    sheet.text(placed.row("得分"), len(_COLUMNS) - 1, placed.card.reason, {**HEAD, "align": "left"})
    sheet.height(placed.row("得分"), lines_of(placed.card.reason, _COLUMNS["说明"]))


def _totals(card: Scorecard) -> dict[str, Decimal | str]:
    return {
        "满分": card.full,
        "可评分值": card.assessed_weight,
        "已评得分": card.earned,
        "最低得分": card.low,
        "最高得分": card.high,
        "得分": card.earned if card.is_complete else NOT_ASSESSABLE,
        "等级": card.grade or UNDECIDED,
    }


def _formulas(placed: Placed, grades: int) -> dict[str, str]:
    weights, scores = (f"{letter}{placed.first + 1}:{letter}{placed.last + 1}" for letter in "GH")
    full, assessed, earned, low, high = map(placed.cell, _TOTALS[:5])
    return {
        "可评分值": f"ROUND(SUMPRODUCT(--ISNUMBER({scores}),{weights}),{_DIGITS})",
        "已评得分": f"ROUND(SUM({scores}),{_DIGITS})",
        "最低得分": earned,
        "最高得分": f"ROUND({earned}+MAX({full}-{assessed},0),{_DIGITS})",
        "得分": f'IF({assessed}={full},{earned},"{NOT_ASSESSABLE}")',
        "等级": _grade(f"ROUND(SUM({weights}),{_DIGITS})>{full}", low, high, grades),
    }


def _grade(misweighted: str, low: str, high: str, grades: int) -> str:
    """Look the grade up at both ends of the total; points beyond the full score decide nothing."""
    first, last = _HEADER_ROW + 2, _HEADER_ROW + 1 + grades
    lower, upper = (f"LOOKUP({end},$K${first}:$K${last},$L${first}:$L${last})" for end in (low, high))
    return f'IF({misweighted},"{UNDECIDED}",IF({lower}={upper},{lower},"{UNDECIDED}"))'
