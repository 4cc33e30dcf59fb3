"""Facts of the indicators: targets in words, actual values, how far the target was reached."""

from __future__ import annotations

from decimal import Decimal

from wenxiao.engine.compute import Label, add_computed
from wenxiao.engine.workings import Workings, key_of
from wenxiao.fact import Fact
from wenxiao.packages.model import Package, Row
from wenxiao.quantity import Kind, Quantity, same_measure
from wenxiao.standards.formula import parse

NO_TARGET = "年初未设目标值"
NO_ACTUAL = "未报告实际完成值"
QUALITATIVE = "定性"

_COMPLETION = parse("实际值 / 目标值 * 100")


def add_indicators(work: Workings, package: Package) -> None:
    """Add the actual value of every indicator, and its rate of completion where there is one."""
    actuals, keys = actual_rows(package), indicator_keys(package)
    for row in package.rows("indicator"):
        key, name = keys[row.text("code")], row.text("name")
        _fill_target(work, row, key)
        _add_actual(work, key, name, actuals.get(row.text("code")))
        _add_completion(work, key, name)


def actual_rows(package: Package) -> dict[str, Row]:
    """Give the rows of reported results by the code of their indicator."""
    return {row.text("indicator"): row for row in package.rows("actual")}


def indicator_keys(package: Package) -> dict[str, str]:
    """Give the fact key of each indicator by code: the name of its project, if any, and its own name."""
    names = {project.text("code"): project.text("name") for project in package.rows("project")}
    return {
        row.text("code"): key_of(names.get(row.text("project"), ""), row.text("name"))
        for row in package.rows("indicator")
    }


def incomparable(target: Quantity, actual: Quantity) -> str:
    """Say why an actual value cannot be held against its target; "" when it can."""
    if same_measure(target, actual):
        return ""
    return f"目标值的单位是「{_unit(target)}」，实际完成值的单位是「{_unit(actual)}」，口径不同，不能比较"


def reached(row: Row, actual: Row | None) -> bool | None:
    """Tell whether an indicator's target was reached; None when it cannot be known."""
    if actual is None or not has_target(row):
        return None
    if row.text("target_form") == QUALITATIVE:
        grade = actual.text("attainment")
        return grade == "达成" if grade else None
    target, value = row.quantity("target_value"), actual.quantity("value")
    if target is None or value is None or incomparable(target, value):
        return None
    return _reached(row.text("target_form"), target.value, value)


def is_reported(actual: Row) -> bool:
    """Tell whether a row of results says anything about the result."""
    return actual.quantity("value") is not None or bool(actual.text("text") or actual.text("attainment"))


def has_target(row: Row) -> bool:
    """Tell whether an indicator was given a target: a form, and the figure or words it asks for."""
    words = row.text("target_form") == QUALITATIVE and row.text("target_text")
    return bool(row.text("target_form") and (words or row.quantity("target_value")))


def _reached(form: str, target: Decimal, actual: Quantity) -> bool | None:
    """Compare the whole interval of the actual value with the target.

    A target "=" above zero is reached from the target upwards, a target of zero only by nothing at all,
    as in the scoring rules.
    """
    if form in {"≤", "<"} or (form == "=" and target == 0):
        strict = form == "<"
        return _decide(_below(actual.high, target, strict=strict), _below(actual.low, target, strict=strict))
    strict = form == ">"
    return _decide(_above(actual.low, target, strict=strict), _above(actual.high, target, strict=strict))


def _decide(surely: bool | None, possibly: bool | None) -> bool | None:  # noqa: FBT001  (two readings of one question)
    if surely:
        return True
    return False if possibly is False else None


def _below(bound: Decimal | None, target: Decimal, *, strict: bool) -> bool | None:
    if bound is None:
        return None
    return bound < target if strict else bound <= target


def _above(bound: Decimal | None, target: Decimal, *, strict: bool) -> bool | None:
    if bound is None:
        return None
    return bound > target if strict else bound >= target


def _fill_target(work: Workings, row: Row, key: str) -> None:
    words = row.text("target_text")
    title = f"{row.text('name')}的目标值"
    target = Fact(
        key_of(key, "目标值"),
        title,
        words or None,
        row.place("target_text"),
        reason="" if words else NO_TARGET,
    )
    work.fill(target)


def _add_actual(work: Workings, key: str, name: str, actual: Row | None) -> None:
    if actual is None:
        work.add(Fact(key, name, None, reason=NO_ACTUAL))
        return
    value = actual.quantity("value")
    words = actual.text("text") or actual.text("attainment")
    field = "value" if value is not None else "text" if actual.text("text") else "attainment"
    shown: Quantity | str | None = value if value is not None else words or None
    work.add(Fact(key, name, shown, actual.place(field), reason="" if shown is not None else NO_ACTUAL))
    _add_grade(work, key, name, actual)


def _add_grade(work: Workings, key: str, name: str, actual: Row) -> None:
    if grade := actual.text("attainment"):
        work.add(Fact(key_of(key, "达成等级"), f"{name}的达成等级", grade, actual.place("attainment")))
    if share := actual.quantity("share"):
        work.add(Fact(key_of(key, "定性得分率"), f"{name}的定性得分率", share, actual.place("share")))


def _add_completion(work: Workings, key: str, name: str) -> None:
    target, actual = work.quantity(key_of(key, "目标值")), work.quantity(key)
    if target is None or actual is None:
        return
    title = f"{name}的完成率"
    if reason := incomparable(target, actual):
        work.add(Fact(key_of(key, "完成率"), title, None, reason=reason))
        return
    names = {"实际值": key, "目标值": key_of(key, "目标值")}
    label = Label(key_of(key, "完成率"), title, "%")
    add_computed(work, label, _COMPLETION, names.__getitem__)


def _unit(quantity: Quantity) -> str:
    return quantity.unit or ("无单位" if quantity.kind is Kind.NUMBER else quantity.kind)
