"""The fixed rows of an official indicator table: level 1, level 2, and the indicators under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wenxiao.engine.scorecard import IndicatorScore
from wenxiao.report.blocks import Cell
from wenxiao.report.figures import NONE
from wenxiao.report.forms.cells import head
from wenxiao.report.forms.indicators import IndicatorLine

_COST = ("成本指标", ("经济成本", "社会成本", "生态环境成本"))
_OUTPUT = ("产出指标", ("数量指标", "质量指标", "时效指标"))
_OUTPUT_WITH_COST = ("产出指标", ("数量指标", "质量指标", "时效指标", "成本指标"))
_OUTCOME = (
    ("效益指标", ("经济效益", "社会效益", "生态效益", "可持续影响")),
    ("满意度指标", ("服务对象满意度",)),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators of one level-2 class of the form, or points of level 1 no indicator could be given."""

    level1: str
    level2: str
    lines: tuple[IndicatorLine, ...] = ()
    vacancy: IndicatorScore | None = None

    @property
    def height(self) -> int:
        """Count the rows the group takes in the table: an empty class takes one."""
        return len(self.lines) or 1


def grouped(lines: Sequence[IndicatorLine], vacancies: Sequence[IndicatorScore] = ()) -> tuple[Group, ...]:
    """Sort indicators into the official classes, empty ones included.

    Cost is a class of level 1 where the indicators have it there (the layout since 财预〔2021〕101号), a
    class of output otherwise. An indicator filed under a pair the form does not know follows the known
    ones of its level 1; vacant points of a level 1 come last in it.
    """
    level1_names = {line.row.text("level1") for line in lines} | {score.level1 for score in vacancies}
    layout = (_COST, _OUTPUT, *_OUTCOME) if _COST[0] in level1_names else (_OUTPUT_WITH_COST, *_OUTCOME)
    pairs = [(level1, level2) for level1, classes in layout for level2 in classes]
    strays = dict.fromkeys(_filed(line) for line in lines if _filed(line) not in pairs)
    groups = [
        Group(level1, level2, tuple(line for line in lines if _filed(line) == (level1, level2)))
        for level1, level2 in (*pairs, *strays)
    ]
    groups += [Group(score.level1, NONE, vacancy=score) for score in vacancies]
    order = [level1 for level1, _ in layout]
    return tuple(sorted(groups, key=lambda group: order.index(group.level1)))


def first_cells(group: Group, groups: Sequence[Group]) -> tuple[Cell, ...]:
    """Give the cells that open a group's first row: its level 1 if it is the first there, its level 2."""
    siblings = [other for other in groups if other.level1 == group.level1]
    level2 = head(group.level2, rowspan=group.height)
    if siblings[0] is not group:
        return (level2,)
    return head(group.level1, rowspan=sum(sibling.height for sibling in siblings)), level2


def _filed(line: IndicatorLine) -> tuple[str, str]:
    return line.row.text("level1"), line.row.text("level2")
