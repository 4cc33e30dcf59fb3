"""WX302 to WX304 and WX314: every indicator has a target, an actual, and a reason where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from wenxiao.audit.answers import Answer, failed, listed, passed
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import Ledger
from wenxiao.audit.registry import rule
from wenxiao.audit.rules.bases import EXCESS_EXPLAINED, SELF_EVALUATION
from wenxiao.finding import Severity
from wenxiao.packages.model import Row
from wenxiao.quantity import Quantity, same_measure

_QUALITATIVE = "定性"
_UPWARDS = ("≥", ">", "=")


@rule(
    "WX302",
    severity=Severity.WARNING,
    title="指标没有目标",
    basis=SELF_EVALUATION,
    explanation="每条指标都要有年初目标：定量指标填目标形式和目标值，定性指标填目标描述。没有目标就不能评价是否完成。",
    bad=SOUND.edit("indicator", "KP-01", 目标形式="", 目标值=""),
)
def wx302_indicators_have_targets(ledger: Ledger) -> Iterable[Answer]:
    """Every indicator has a target value, or a target text if it is qualitative."""
    return _by_project(
        ledger,
        concerns=lambda _: True,
        defect=lambda row: not _has_target(row),
        message="{count} 条指标没有目标：{names}",
        suggestion="请按批复的绩效目标补填；年初确实未设目标的，保留空白并在报告中说明。",
    )


@rule(
    "WX303",
    severity=Severity.WARNING,
    title="有目标而没有完成情况",
    basis=SELF_EVALUATION,
    explanation="设了目标的指标都要报告实际完成值；定性指标报告完成情况。",
    bad=SOUND.edit("actual", "KP-01", 实际完成值=""),
)
def wx303_targets_have_actuals(ledger: Ledger) -> Iterable[Answer]:
    """Every indicator with a target reports what came of it."""
    return _by_project(
        ledger,
        concerns=_has_target,
        defect=lambda row: not _has_actual(ledger, row),
        message="{count} 条指标有目标而没有完成情况：{names}",
        suggestion="请补填实际完成值和数据来源；没有开展的填 0，并说明偏差原因。",
    )


@rule(
    "WX304",
    severity=Severity.WARNING,
    title="大幅超额完成而没有说明原因",
    basis=EXCESS_EXPLAINED,
    explanation=(
        "实际完成值超过目标值的幅度大于限值（评价标准未规定时为 30%），往往说明目标定得偏低，"
        "要在“偏差原因”中说明。约数按它的下限计算。"
    ),
    bad=SOUND.edit("actual", "KP-01", 实际完成值="80000"),
)
def wx304_over_achievement_is_explained(ledger: Ledger) -> Iterable[Answer]:
    """(actual - target) / target above the threshold needs a written cause; compared without division."""
    limit = 100 + Fraction(ledger.thresholds.over_achievement)
    for row, target, actual in ledger.pairs():
        if row.text("target_form") in _UPWARDS and target.value > 0 and same_measure(target, actual):
            yield _judge_excess(ledger, row, target, actual, limit)


@rule(
    "WX314",
    severity=Severity.WARNING,
    title="定性指标没有达成等级",
    basis=SELF_EVALUATION,
    explanation="定性指标按达成、部分达成、未达成三档评定；只有描述没有等级，不能评分。",
    bad=SOUND.edit("actual", "XS-02", 达成等级=""),
)
def wx314_qualitative_indicators_are_graded(ledger: Ledger) -> Iterable[Answer]:
    """Every qualitative indicator that reports something has an attainment grade."""
    return _by_project(
        ledger,
        concerns=lambda row: row.text("target_form") == _QUALITATIVE and _has_actual(ledger, row),
        defect=lambda row: not ledger.actual_text(row, "attainment"),
        message="{count} 条定性指标没有达成等级：{names}",
        suggestion="请对照目标描述评定等级，填在《指标完成》的“达成等级”一栏，并备好依据。",
    )


def _by_project(
    ledger: Ledger,
    *,
    concerns: Callable[[Row], bool],
    defect: Callable[[Row], bool],
    message: str,
    suggestion: str,
) -> Iterator[Answer]:
    """Report, project by project, the indicators concerned that have a defect."""
    for subject, indicators in ledger.indicator_groups():
        concerned = [row for row in indicators if concerns(row)]
        if concerned:
            yield listed(subject, filter(defect, concerned), "name", message=message, suggestion=suggestion)


def _has_target(row: Row) -> bool:
    if row.text("target_form") == _QUALITATIVE:
        return bool(row.text("target_text"))
    return bool(row.text("target_form")) and row.quantity("target_value") is not None


def _has_actual(ledger: Ledger, row: Row) -> bool:
    actual = ledger.actual(row)
    return actual is not None and bool(
        actual.quantity("value") or actual.text("text") or actual.text("attainment")
    )


def _judge_excess(ledger: Ledger, row: Row, target: Quantity, actual: Quantity, limit: Fraction) -> Answer:
    name = row.text("name")
    least = Fraction(actual.value if actual.low is None else actual.low)
    if least * 100 <= limit * Fraction(target.value):
        return passed(name)
    if cause := ledger.actual_text(row, "deviation_cause"):
        return passed(name, f"已说明原因：{cause}")
    return failed(
        name,
        f"「{name}」目标 {_shown(target)}，实际 {_shown(actual)}，超过目标的 {limit}%，没有说明原因",
        places=ledger.value_places(row),
        suggestion="请在“偏差原因”中说明；目标偏低的，下年按实际水平设定。",
    )


def _shown(quantity: Quantity) -> str:
    return quantity.written if not quantity.is_exact else f"{quantity.value:f}{quantity.unit}"
