"""What a form says about one indicator: its target, its actual value, and the remark beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wenxiao.engine.scorecard import IndicatorScore
from wenxiao.fact import FactTable
from wenxiao.packages.model import Package, Row
from wenxiao.quantity import Quantity
from wenxiao.report.blocks import Cell, Figure, Inline, Text
from wenxiao.report.figures import NOT_PROVIDED, figure
from wenxiao.report.forms.cells import one_line, points

QUALITATIVE = "定性"
_EQUAL = "="


_NO_ACTUAL = Row("actual", {}, {})


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator as recorded (``row``, ``actual``) and as scored (``score``), with its fact key."""

    key: str
    row: Row
    actual: Row
    score: IndicatorScore | None = None

    def target(self, facts: FactTable) -> tuple[Inline, ...]:
        """Give the target as a form shows it: ``≥2000人次``, or the words of a qualitative target."""
        form = self.row.text("target_form")
        shown = figure(facts, f"{self.key}.目标值", missing="")
        if form == QUALITATIVE or isinstance(shown, Text):
            return (Text(self.row.text("target_text") or NOT_PROVIDED),)
        if form == _EQUAL or _is_bound(facts, shown.key):
            return (shown,)
        return (Text(form), shown) if form else (shown,)

    def result(self, facts: FactTable) -> tuple[Inline, ...]:
        """Give the actual value as a figure, followed by what was said about it."""
        shown = figure(facts, self.key, missing="")
        remarks = [self.actual.text("text"), self.actual.text("attainment")]
        if isinstance(shown, Figure):
            said = "；".join(remark for remark in remarks if remark and remark != shown.text)
            return (shown, Text(f"（{said}）")) if said else (shown,)
        return (Text("；".join(remark for remark in remarks if remark) or NOT_PROVIDED),)

    def remark(self) -> str:
        """Give cause and improvement, and why the indicator could not be scored."""
        reason = self.score.reason if self.score and self.score.score is None else ""
        cause, improvement = self.actual.text("deviation_cause"), self.actual.text("improvement")
        named = [("偏差原因", cause), ("改进措施", improvement), ("未评定", reason)]
        return "；".join(f"{name}：{one_line(text).rstrip('。')}" for name, text in named if text)

    def points(self, facts: FactTable) -> tuple[Cell, Cell]:
        """Give the cells of full and earned points."""
        return score_points(facts, self.key, self.score)


def _is_bound(facts: FactTable, key: str) -> bool:
    """Tell whether a target's own words say from where or up to where, as ``3个以上`` does."""
    value = facts[key].value
    return isinstance(value, Quantity) and (value.low is None or value.high is None)


def score_points(facts: FactTable, key: str, score: IndicatorScore | None) -> tuple[Cell, Cell]:
    """Give the cells of full and earned points of a scored indicator, each tied to its fact."""
    weight, earned = (score.weight, score.score) if score else (None, None)
    return points(facts, f"{key}.分值", weight, NOT_PROVIDED), points(facts, f"{key}.得分", earned)


def indicator_lines(
    package: Package, rows: Iterable[Row], project: str, scores: Iterable[IndicatorScore] = ()
) -> list[IndicatorLine]:
    """Join indicators to their actual values and scores; ``project`` is the project's key ("": none)."""
    actuals = {row.text("indicator"): row for row in package.rows("actual")}
    by_code = {score.code: score for score in scores}
    return [
        IndicatorLine(
            f"{project}.{row.text('name')}".removeprefix("."),
            row,
            actuals.get(row.text("code"), _NO_ACTUAL),
            by_code.get(row.text("code")),
        )
        for row in rows
    ]
