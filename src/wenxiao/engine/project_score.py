"""Scoring a level-1 project: budget execution, then its indicators in their blocks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from wenxiao.engine.card import framework_score, scorecard
from wenxiao.engine.compute import Label, add_computed, within
from wenxiao.engine.indicators import (
    NO_ACTUAL,
    NO_TARGET,
    QUALITATIVE,
    actual_rows,
    has_target,
    incomparable,
    indicator_keys,
    is_reported,
    reached,
)
from wenxiao.engine.points import Score, add_weight, apply_rule, no_score
from wenxiao.engine.scorecard import IndicatorScore, Scorecard
from wenxiao.engine.weights import Vacancy, Weight, weigh
from wenxiao.engine.workings import Workings, key_of
from wenxiao.fact import Assumption, Fact
from wenxiao.packages.model import Package, Row
from wenxiao.quantity import exact, format_quantity
from wenxiao.standards.model import IndicatorRule, ProjectScheme, Rule, Standard, Tier, Treatment

_UPWARD = frozenset({"≥", ">", "="})


def score_projects(
    work: Workings, package: Package, standard: Standard, scheme: ProjectScheme
) -> tuple[Scorecard, ...]:
    """Score every level-1 project, in file order."""
    scoring = _Scoring(work, package, standard, scheme)
    return tuple(scoring.project(row) for row in package.rows("project") if not row.text("parent"))


class _Scoring:
    """What all projects of one package share."""

    def __init__(self, work: Workings, package: Package, standard: Standard, scheme: ProjectScheme) -> None:
        self._work = work
        self._package = package
        self._standard = standard
        self._scheme = scheme
        self._actuals = actual_rows(package)
        self._keys = indicator_keys(package)

    def project(self, project: Row) -> Scorecard:
        rows = [row for row in self._package.rows("indicator") if row.text("project") == project.text("code")]
        weighting = weigh(self._scheme, rows)
        name = project.text("name")
        scores = [execution_score(self._work, name, self._scheme.execution)]
        scores += [self._indicator(row, weighting.weights[row.text("code")]) for row in rows]
        scores += [_vacancy_score(self._work, name, vacancy) for vacancy in weighting.vacancies]
        return scorecard(self._work, (name, self._scheme.title), scores, self._standard)

    def _indicator(self, row: Row, weight: Weight) -> IndicatorScore:
        key, name, actual = (
            self._keys[row.text("code")],
            row.text("name"),
            self._actuals.get(row.text("code")),
        )
        add_weight(self._work, key, name, weight)
        score = self._score(key, row, actual, weight)
        return IndicatorScore(
            code=row.text("code"),
            key=key,
            level1=row.text("level1"),
            level2=row.text("level2"),
            name=name,
            target=_target_text(row),
            actual=_actual_text(actual),
            weight=weight.points,
            score=score.points,
            reason=score.reason,
            flags=tuple(self._flags(row, actual)),
            cause=actual.text("deviation_cause") if actual else "",
        )

    def _score(self, key: str, row: Row, actual: Row | None, weight: Weight) -> Score:
        name, inputs = row.text("name"), (key, key_of(key, "目标值"))
        if reason := _obstacle(row, actual) or weight.reason:
            return no_score(self._work, key, name, reason, inputs)
        assert actual is not None  # noqa: S101  (an obstacle otherwise)
        rule = self._scheme.rules[row.text("target_form")]
        if row.text("target_form") == QUALITATIVE:
            return qualitative_score(self._work, key, name, rule, actual)
        return apply_rule(self._work, key, name, rule, {"实际值": key, "目标值": key_of(key, "目标值")})

    def _flags(self, row: Row, actual: Row | None) -> Iterator[str]:
        if actual is None or actual.text("deviation_cause"):
            return
        over = self._scheme.over_achievement
        if over.treatment is not Treatment.NONE and _exceeds(row, actual, over.threshold):
            yield f"超过目标 {over.threshold}% 以上，没有说明原因"
        if reached(row, actual) is False:
            yield "没有达到目标，没有说明原因"


def execution_score(work: Workings, project: str, rule: IndicatorRule) -> IndicatorScore:
    """Score a project's budget execution by the standard's own formula."""
    assert rule.formula is not None  # noqa: S101  (checked when the standard was loaded)
    key, title = key_of(project, rule.name), f"{project}的{rule.name}"
    clauses = [rule.clause] if rule.clause.document else []
    add_computed(work, Label(key, title, rule.unit), rule.formula, within(project, work=work), clauses)
    add_weight(work, key, title, Weight(rule.weight, tuple(clauses)))
    score = apply_rule(work, key, title, rule.rule, {"实际值": key})
    return framework_score(rule, key, work.quantity(key), score)


def qualitative_score(work: Workings, key: str, title: str, rule: Rule, actual: Row) -> Score:
    """Score a qualitative indicator by its grade of attainment and the share of points within it."""
    grade = actual.text("attainment")
    tier = next((tier for tier in rule.tiers if tier.name == grade), None)
    share_key = key_of(key, "定性得分率")
    inputs = (key, key_of(key, "达成等级"), share_key)
    if tier is None:
        reason = f"评价标准没有等级「{grade}」" if grade else "没有评定达成等级"
        return no_score(work, key, title, reason, inputs)
    if reason := _settle_share(work, share_key, title, tier, actual):
        return no_score(work, key, title, reason, inputs)
    return apply_rule(work, key, title, rule, {"实际值": share_key})


def _settle_share(work: Workings, key: str, title: str, tier: Tier, actual: Row) -> str:
    """See that there is a share within the tier, typed or the standard's default; else say why not."""
    bounds = f"「{tier.name}」的得分率在 {tier.lower}% 至 {tier.upper}% 之间"
    share = actual.quantity("share")
    if share is not None:
        return "" if tier.admits(share.value) else f"{bounds}，填写的是 {format_quantity(share)}"
    if tier.default_share is None:
        return f"没有填写定性得分率：{bounds}"
    source = Assumption(f"没有填写定性得分率，按评价标准取「{tier.name}」的默认值 {tier.default_share}%")
    work.add(Fact(key, f"{title}的定性得分率", exact(tier.default_share, "%"), (source,)))
    return ""


def _obstacle(row: Row, actual: Row | None) -> str:
    """Say what stands in the way of applying a rule at all; "" when nothing does."""
    if not has_target(row):
        return NO_TARGET
    if actual is None or not is_reported(actual):
        return NO_ACTUAL
    if row.text("target_form") == QUALITATIVE:
        return ""
    target, value = row.quantity("target_value"), actual.quantity("value")
    if value is None or target is None:
        return "只有文字说明，没有填写实际完成值"
    return incomparable(target, value)


def _vacancy_score(work: Workings, project: str, vacancy: Vacancy) -> IndicatorScore:
    name = f"未分配的{vacancy.block.level1}分值"
    key = key_of(project, name)
    add_weight(work, key, name, Weight(vacancy.points, (vacancy.block.clause,)))
    no_score(work, key, name, vacancy.reason)
    return IndicatorScore(
        code="",
        key=key,
        level1=vacancy.block.level1,
        level2="",
        name=name,
        target="",
        actual="",
        weight=vacancy.points,
        score=None,
        reason=vacancy.reason,
    )


def _exceeds(row: Row, actual: Row, threshold: Decimal) -> bool:
    """Tell whether even the least the actual value can be exceeds the target by more than a threshold."""
    target, value = row.quantity("target_value"), actual.quantity("value")
    if (
        target is None
        or value is None
        or row.text("target_form") not in _UPWARD
        or incomparable(target, value)
    ):
        return False
    limit = Fraction(target.value) * (100 + Fraction(threshold)) / 100
    return target.value > 0 and value.low is not None and Fraction(value.low) > limit


def _target_text(row: Row) -> str:
    target = row.quantity("target_value")
    if target is None:
        return row.text("target_text")
    form = row.text("target_form")
    return f"{'' if form == QUALITATIVE else form}{format_quantity(target)}"


def _actual_text(actual: Row | None) -> str:
    if actual is None:
        return ""
    value = actual.quantity("value")
    return actual.text("text") or actual.text("attainment") if value is None else format_quantity(value)
