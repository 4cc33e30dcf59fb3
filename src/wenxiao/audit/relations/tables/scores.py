"""Scores of self-evaluation forms: 总分 adds what stands in its column, and no 得分 is above its 分值.

What the budget earns is its 分值 by the 执行率, where the form says no other.

A form has one column of weights and one of scores in each of its bands: the money first, the indicators below. Text
between them makes tables of their own of these bands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Relation, judge
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.model import Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.terms import is_one_slip_off, sum_claim, term
from wenxiao.finding import Verdict

_WEIGHT = re.compile(r"(?:分值|权重|标准分|满分)(?:\(.*\))?\Z")
_SCORE = re.compile(r"(?:得分|评分|自评分)(?:\(.*\))?\Z")
_RATE = re.compile(r"执行率(?:\(.*\))?\Z")
_TOTAL = re.compile("(?:自评|评价)?(?:总分|合计|总计|总得分)")

_MOST_BEFORE = 30
"""No form tells more rows before its indicators."""


class _Row(NamedTuple):
    """A row with its weight, its score and the rate that the budget was used at, if it has them."""

    name: str
    weight: Figure | None
    score: Figure | None
    rate: Figure | None


def scores_claimed(tables: Iterable[Sequence[Grid]]) -> Iterator[Claim]:
    """Claim what the scores of forms say, through all bands of each; a total ends a form."""
    before: list[_Row] = []
    for bands in tables:
        rows = [row for band in bands for row in _rows(band)]
        yield from _of_rows(rows)
        yield from _totals(rows, before)
        is_whole = not rows or _TOTAL.fullmatch(rows[-1].name)
        before = [] if is_whole else [*before[-_MOST_BEFORE:], *rows]


def _of_rows(rows: Sequence[_Row]) -> Iterator[Claim]:
    for row in rows:
        if row.weight is not None and row.score is not None:
            label = row.name or row.score.label
            yield Claim(
                ClaimKind.COMPARE, label, term(row.weight), (term(row.score),), relation=Relation.AT_LEAST
            )
            yield from _earned(row.rate, row.score, row.weight)


def _rows(band: Grid) -> Iterator[_Row]:
    weights, scores, rates = (_only(band.headings, pattern) for pattern in (_WEIGHT, _SCORE, _RATE))
    place = scores if weights is None else weights
    if place is None:
        return
    for number in range(band.first_row, band.table.rows):
        weight, score = _at(band, number, weights), _at(band, number, scores)
        if weight or score:
            yield _Row(band.names[number][place].words, weight, score, _at(band, number, rates))


def _earned(rate: Figure | None, score: Figure, weight: Figure) -> Iterator[Claim]:
    """Claim that the score is the rate's part of the weight, where it is: some forms score by steps."""
    if rate is not None and rate.kind is FigureKind.PERCENT and score.unit == weight.unit:
        claim = Claim(ClaimKind.RATE, rate.label, term(rate), (term(score), term(weight)))
        if judge(claim).verdict is Verdict.PASS:
            yield claim


def _only(headings: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    found = [column for column, heading in enumerate(headings) if pattern.search(folded(heading))]
    return found[0] if len(found) == 1 else None


def _at(band: Grid, row: int, column: int | None) -> Figure | None:
    cell = None if column is None else band.cells[row][column]
    if cell is None or cell.figure is None or cell.figure.quantity is None:
        return None
    return None if cell.figure.kind in {FigureKind.MONEY, FigureKind.YEAR} else cell.figure


def _totals(rows: Sequence[_Row], money: Sequence[_Row]) -> Iterator[Claim]:
    """Claim the last row to total those above it, the money too or the indicators alone, whichever closes."""
    if not rows or not _TOTAL.fullmatch(rows[-1].name):
        return
    *above, total = rows
    if any(_TOTAL.fullmatch(row.name) for row in above):
        return
    parts = (above, [row for row in above if row.rate is None], [*money, *above])
    ways = [list(_sums(total, some)) for some in parts]
    best = max(ways, key=lambda sums: sum(holds for _, holds in sums))
    are_told_alike = len({len(claim.operands) for claim, _ in best}) == 1
    is_shown = are_told_alike and any(holds for _, holds in best)
    may_slip = (
        len(best) == 1
    )  # where the weights do not add up either, something of the form stands elsewhere
    yield from (claim for claim, holds in best if holds or is_shown or (may_slip and is_one_slip_off(claim)))


def _sums(total: _Row, rows: Sequence[_Row]) -> Iterator[tuple[Claim, bool]]:
    """Give the sums of weights and of scores, and whether they close."""
    columns = ((total.weight, [row.weight for row in rows]), (total.score, [row.score for row in rows]))
    for whole, column in columns:
        parts = list(filter(None, column))
        if whole is not None and len(parts) > 1:
            claim = sum_claim(total.name, whole, parts)
            yield claim, judge(claim).verdict is Verdict.PASS
