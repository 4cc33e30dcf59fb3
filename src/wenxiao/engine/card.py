"""The scorecard of a project or the department: what was earned, what could not be assessed, the grade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from wenxiao.engine.compute import shown
from wenxiao.engine.points import POINTS, Score, plain
from wenxiao.engine.scorecard import IndicatorScore, Scorecard
from wenxiao.engine.workings import Workings, key_of
from wenxiao.fact import Derivation, Fact
from wenxiao.quantity import Quantity, exact, format_quantity
from wenxiao.standards.model import IndicatorRule, Standard

_FULL = Decimal(100)


def framework_score(rule: IndicatorRule, key: str, actual: Quantity | None, score: Score) -> IndicatorScore:
    """Give the score of an indicator that the standard itself sets: it has no code and no target."""
    return IndicatorScore(
        code="",
        key=key,
        level1=rule.level1,
        level2=rule.level2,
        name=rule.name,
        target="",
        actual=shown(actual) if actual else "",
        weight=rule.weight,
        score=score.points,
        reason=score.reason,
    )


def scorecard(
    work: Workings,
    name_and_scheme: tuple[str, str],
    scores: Sequence[IndicatorScore],
    standard: Standard,
) -> Scorecard:
    """Add up the scores of one scheme and add the facts ``<name>.得分``, ``.等级`` and their parts."""
    name, scheme = name_and_scheme
    assessed = _sum(one.weight for one in scores if one.score is not None)
    earned = _sum(one.score for one in scores)
    high = earned + max(_FULL - assessed, Decimal(0))
    reason = _misweighted(scores) or _unassessed(scores, assessed, earned)
    lower, upper = standard.grade_of(earned), standard.grade_of(high)
    grade = lower if lower == upper and not _misweighted(scores) else ""
    card = Scorecard(
        key_of(name), name, scheme, tuple(scores), _FULL, assessed, earned, earned, high, grade, reason
    )
    _add_facts(work, card)
    return card


def _misweighted(scores: Sequence[IndicatorScore]) -> str:
    """Say how the points given differ from the full score; points given to nobody are no mistake here."""
    given = _sum(one.weight for one in scores)
    return f"各指标分值合计 {plain(given)} 分，超过 {_FULL} 分" if given > _FULL else ""


def _unassessed(scores: Sequence[IndicatorScore], assessed: Decimal, earned: Decimal) -> str:
    if assessed == _FULL:
        return ""
    count = sum(one.score is None for one in scores)
    open_points = _FULL - assessed
    return (
        f"{count} 项共 {plain(open_points)} 分无法评定，可评的 {plain(assessed)} 分得 {plain(earned)} 分，"
        f"总分在 {plain(earned)} 至 {plain(earned + open_points)} 之间"
    )


def _add_facts(work: Workings, card: Scorecard) -> None:
    assessed = [one for one in card.indicators if one.score is not None]
    weights = [key_of(one.key, "分值") for one in assessed]
    scores = [key_of(one.key, "得分") for one in assessed]
    add = _adder(work, card)
    add("可评分值", card.assessed_weight, "能够评定的各项分值之和", weights)
    add("已评得分", card.earned, "能够评定的各项得分之和", scores)
    add("最低得分", card.low, "无法评定的各项都不得分时的总分", scores)
    add("最高得分", card.high, "无法评定的各项都得满分时的总分", [*scores, key_of(card.name, "可评分值")])
    everything = [key_of(one.key, "得分") for one in card.indicators]
    add("得分", card.earned if card.is_complete else None, "各项得分之和", everything)
    _add_grade(work, card)


def _adder(work: Workings, card: Scorecard) -> Callable[[str, Decimal | None, str, Sequence[str]], None]:
    def add(suffix: str, points: Decimal | None, formula: str, inputs: Sequence[str]) -> None:
        value = None if points is None else exact(points, POINTS)
        step = () if points is None else (_step(work, inputs, points),)
        work.add(
            Fact(
                key_of(card.name, suffix),
                f"{card.name}的{suffix}",
                value,
                derivation=Derivation(f"{suffix} = {formula}", step, tuple(inputs)),
                reason="" if value else card.reason,
            )
        )

    return add


def _step(work: Workings, inputs: Sequence[str], points: Decimal) -> str:
    parts = [work.quantity(key) for key in inputs]
    if all(parts) and sum(part.value for part in parts if part) == points:
        return f"{' + '.join(format_quantity(part, bare=True) for part in parts if part)} = {plain(points)}"
    return f"{plain(points)} 分"


def _add_grade(work: Workings, card: Scorecard) -> None:
    inputs = (key_of(card.name, "最低得分"), key_of(card.name, "最高得分"))
    step = f"总分在 {plain(card.low)} 至 {plain(card.high)} 之间"
    work.add(
        Fact(
            key_of(card.name, "等级"),
            f"{card.name}的等级",
            card.grade or None,
            derivation=Derivation("等级 = 总分所在的区间", (step,), inputs),
            reason="" if card.grade else card.reason,
        )
    )


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))
