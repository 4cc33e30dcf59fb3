"""WX301 and WX309 to WX311: goals, money and indicators form one chain that can be measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wenxiao.audit.answers import Answer, failed, listed, not_assessable, passed
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import PROJECT_COLUMNS, Ledger
from wenxiao.audit.registry import rule
from wenxiao.audit.rules.bases import GOALS, MEASURABLE_GOALS
from wenxiao.audit.rules.wording import is_vague
from wenxiao.finding import Severity
from wenxiao.packages.model import Row

_BLOCKS = ("产出指标", "效益指标")
_FEWEST_INDICATORS = 3


@rule(
    "WX301",
    severity=Severity.WARNING,
    title="有资金无目标，或有目标无资金",
    basis=GOALS,
    explanation="绩效目标与预算同时批复：每个一级项目既要有金额，也要有绩效目标。",
    bad=SOUND.without("goal", "1"),
)
def wx301_goal_and_money_go_together(ledger: Ledger) -> Iterable[Answer]:
    """Every level-1 project has both a goal and an amount."""
    return (_judge_pair(ledger, project) for project in ledger.level1())


@rule(
    "WX309",
    severity=Severity.WARNING,
    title="目标笼统，无法衡量",
    basis=MEASURABLE_GOALS,
    explanation=(
        "目标中有“进一步、提升、加强、做好”等词，却没有任何数量、比例或时限，年末无法判断是否完成。"
        "定性目标要写清做到什么程度算完成。"
    ),
    bad=SOUND.edit("indicator", "XS-02", 定性目标="进一步提升学术影响"),
)
def wx309_goals_can_be_measured(ledger: Ledger) -> Iterable[Answer]:
    """A goal or qualitative target with a vague verb names a quantity, a share or a date."""
    yield from _vague(ledger.package.rows("goal"), "expected", "预期目标")
    for subject, indicators in ledger.indicator_groups():
        yield from _vague(indicators, "target_text", f"{subject}（定性目标）")


@rule(
    "WX310",
    severity=Severity.WARNING,
    title="资金明细没有对应的指标",
    basis=GOALS,
    explanation="每笔二级项目资金至少要有一条指标说明它办成了什么。在《绩效指标》的“对应资金”一栏填二级项目编号。",
    bad=SOUND.edit("indicator", "KP-02", 对应资金=""),
)
def wx310_every_line_has_an_indicator(ledger: Ledger) -> Iterable[Answer]:
    """Every funding line is the money of at least one indicator."""
    served = {row.text("funding_line") for row in ledger.package.rows("indicator")} - {""}
    for project in ledger.level1():
        if lines := ledger.lines(project):
            yield _judge_lines(project.text("name"), lines, served)


@rule(
    "WX311",
    severity=Severity.WARNING,
    title="指标过少或缺产出、效益",
    basis="财预〔2015〕88号 绩效目标审核：完整性（少于三条为通行标准，未核对原文）",
    explanation="每个一级项目至少要有三条指标，并且既有产出指标，又有效益指标。",
    bad=SOUND.without("indicator", "KP-02")
    .without("actual", "KP-02")
    .edit("indicator", "KP-01", 分值="80")
    .edit("indicator", "KP-03", 对应资金="KP2"),
)
def wx311_indicators_are_complete(ledger: Ledger) -> Iterable[Answer]:
    """A project has at least three indicators, among them output and benefit."""
    return (_judge_completeness(project, ledger.indicators(project)) for project in ledger.level1())


def _judge_pair(ledger: Ledger, project: Row) -> Answer:
    name = project.text("name")
    amounts = [ledger.project_amount(project, column).quantity for column in PROJECT_COLUMNS]
    has_money = any(amount and amount.value > 0 for amount in amounts)
    has_goal = bool(ledger.goals(project))
    if has_money == has_goal:
        return passed(name) if has_goal else not_assessable(name, "项目既没有金额，也没有绩效目标")
    missing = "绩效目标" if has_money else "金额"
    return failed(
        name,
        f"「{name}」没有{missing}",
        places=project.place("name"),
        suggestion=f"请补填{missing}；当年未安排的项目从《项目》中删去。",
    )


def _vague(rows: Iterable[Row], field: str, subject: str) -> Iterator[Answer]:
    worded = [row for row in rows if row.text(field)]
    if worded:
        yield listed(
            subject,
            (row for row in worded if is_vague(row.text(field))),
            field,
            message="{count} 处目标笼统：{names}",
            suggestion="请写出数量、比例或完成时间；确实不能量化的，写清达成、部分达成、未达成的判断标准。",
        )


def _judge_lines(subject: str, lines: tuple[Row, ...], served: set[str]) -> Answer:
    if not served:
        return not_assessable(subject, "《绩效指标》的“对应资金”一栏全部未填")
    return listed(
        subject,
        (line for line in lines if line.text("code") not in served),
        "name",
        message="{count} 笔资金明细没有对应的指标：{names}",
        suggestion="请为这笔资金补设指标，或在已有指标的“对应资金”一栏填写它的编号。",
    )


def _judge_completeness(project: Row, indicators: tuple[Row, ...]) -> Answer:
    name = project.text("name")
    levels = {row.text("level1") for row in indicators}
    defects = [f"没有{block}" for block in _BLOCKS if block not in levels]
    if len(indicators) < _FEWEST_INDICATORS:
        defects.insert(0, f"只有 {len(indicators)} 条指标")
    if not defects:
        return passed(name)
    return failed(
        name,
        f"「{name}」{'，'.join(defects)}",
        places=project.place("name"),
        suggestion="请按产出、效益补齐指标，每个项目至少三条。",
    )
