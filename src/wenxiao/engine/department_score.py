"""Scoring the department as a whole: the standard's framework, one indicator after the other.

An indicator gets its actual value from a formula over facts, from the checklist, or from what the clerk
reports as an indicator of the department with the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from wenxiao.engine.card import framework_score, scorecard
from wenxiao.engine.compute import Label, add_computed, shown, within
from wenxiao.engine.points import POINTS, add_weight, apply_rule
from wenxiao.engine.scorecard import IndicatorScore, Scorecard
from wenxiao.engine.weights import Weight
from wenxiao.engine.workings import Workings, key_of
from wenxiao.errors import InputProblems
from wenxiao.fact import Clause, Derivation, Fact, name_key
from wenxiao.nearest import suggestion
from wenxiao.packages.model import Package, Row
from wenxiao.quantity import Quantity, exact, same_measure
from wenxiao.standards.formula import parse
from wenxiao.standards.model import ChecklistItem, DepartmentScheme, IndicatorRule, Standard
from wenxiao.standards.names import DEPARTMENT

Answers = Mapping[tuple[str, str], Row]
AnswerCounts = Callable[[str], bool]

_CHECKLIST_RATE = parse("符合要点分 / 适用要点分 * 100")
_CHECKLIST_SUMS: Mapping[str, AnswerCounts] = {
    "符合要点分": lambda met: met == "是",
    "适用要点分": lambda met: met != "不适用",
}


def score_department(
    work: Workings, package: Package, standard: Standard, scheme: DepartmentScheme
) -> Scorecard:
    """Score the department by its framework.

    Raises:
        InputProblems: the checklist answers points the standard does not have.
    """
    answers = _answers(package, scheme)
    scoring = _Scoring(work, scheme, answers)
    scores = [scoring.indicator(rule) for rule in scheme.indicators]
    return scorecard(work, (DEPARTMENT, scheme.title), scores, standard)


class _Scoring:
    def __init__(self, work: Workings, scheme: DepartmentScheme, answers: Answers) -> None:
        self._work = work
        self._rules = {name_key(rule.name): rule for rule in scheme.indicators}
        self._answers = answers

    def indicator(self, rule: IndicatorRule) -> IndicatorScore:
        key = key_of(DEPARTMENT, rule.name)
        self._measure(rule)
        add_weight(self._work, key, rule.name, Weight(rule.weight, _clauses(rule)))
        score = apply_rule(self._work, key, rule.name, rule.rule, {"实际值": key})
        return framework_score(rule, key, self._work.quantity(key), score)

    def _measure(self, rule: IndicatorRule) -> None:
        """Add the indicator's actual value, and first those of the indicators its formula needs."""
        key = key_of(DEPARTMENT, rule.name)
        if self._work.get(key):
            return
        label = Label(key, rule.name, rule.unit)
        if rule.rule.items:
            self._measure_checklist(rule, label)
        elif rule.formula is None:
            self._work.add(_reported(self._work, rule, key))
        else:
            for name in rule.formula.names:
                if name in self._rules:
                    self._measure(self._rules[name])
            add_computed(self._work, label, rule.formula, self._locate, _clauses(rule))

    def _locate(self, name: str) -> str:
        return key_of(DEPARTMENT, name) if name in self._rules else name

    def _measure_checklist(self, rule: IndicatorRule, label: Label) -> None:
        for suffix, answer_counts in _CHECKLIST_SUMS.items():
            self._work.add(_checklist_fact(rule, self._answers, suffix, answer_counts))
        inside = within(label.key, work=self._work)
        add_computed(self._work, label, _CHECKLIST_RATE, inside, _clauses(rule))


def _answers(package: Package, scheme: DepartmentScheme) -> Answers:
    """Index the checklist by indicator and point; refuse rows the standard has no point for."""
    known = {
        (name_key(rule.name), name_key(item.text)): item
        for rule in scheme.indicators
        for item in rule.rule.items
    }
    rows = {
        (name_key(row.text("indicator")), name_key(row.text("item"))): row
        for row in package.rows("checklist")
    }
    texts = [f"{rule.name}：{item.text}" for rule in scheme.indicators for item in rule.rule.items]
    problems = [_unknown(row, texts) for key, row in rows.items() if key not in known]
    if problems:
        raise InputProblems("《管理要点》有评价标准里没有的要点，无法评分：", problems)
    return rows


def _unknown(row: Row, texts: list[str]) -> str:
    said = f"{row.text('indicator')}：{row.text('item')}"
    where = "、".join(str(place) for place in row.place("item"))
    return f"{where}：「{said}」。{suggestion(said, texts)}请照抄评价标准的指标名称和要点。"


def _checklist_fact(rule: IndicatorRule, answers: Answers, suffix: str, answer_counts: AnswerCounts) -> Fact:
    """Add up the points of the checklist whose answers count; any point unanswered leaves no value."""
    title = f"{rule.name}的{suffix}"
    key = key_of(DEPARTMENT, rule.name, suffix)
    found = [(item, answers.get((name_key(rule.name), name_key(item.text)))) for item in rule.rule.items]
    places = tuple(place for _, row in found if row for place in row.place("met"))
    derivation = Derivation(f"{title}（要点逐条自查）", tuple(_said(item, row) for item, row in found), ())
    if missing := [item.text for item, row in found if row is None]:
        reason = f"《管理要点》缺少「{rule.name}」的 {len(missing)} 条自查结论"
        return Fact(key, title, None, places, derivation, reason)
    points = sum((item.points for item, row in found if row and answer_counts(row.text("met"))), Decimal(0))
    return Fact(key, title, exact(points, POINTS), places, derivation)


def _said(item: ChecklistItem, row: Row | None) -> str:
    return f"{item.text}：{row.text('met') if row else '没有自查'}（{item.points} 分）"


def _reported(work: Workings, rule: IndicatorRule, key: str) -> Fact:
    """Take over what was reported as the department's indicator of the same name."""
    own = work.get(key_of(rule.name))
    if own is None:
        reason = (
            f"没有填报「{rule.name}」：请在《绩效指标》《指标完成》中作为部门整体指标（项目编号留空）填报"
        )
        return Fact(key, rule.name, None, _clauses(rule), reason=reason)
    derivation = Derivation(f"{rule.name} = 单位填报的实际完成值", (), (own.key,))
    problem = _unusable(own, rule)
    return Fact(key, rule.name, None if problem else own.value, _clauses(rule), derivation, problem)


def _unusable(own: Fact, rule: IndicatorRule) -> str:
    """Say why a reported value cannot be used; "" when it can."""
    if own.value is None:
        return own.reason
    if not isinstance(own.value, Quantity):
        return f"「{rule.name}」填报的不是数字"
    if not same_measure(own.value, exact(0, rule.unit)):
        return f"「{rule.name}」填报的是 {shown(own.value)}，单位应当是 {rule.unit}"
    return ""


def _clauses(rule: IndicatorRule) -> tuple[Clause, ...]:
    return (rule.clause,) if rule.clause.document else ()
