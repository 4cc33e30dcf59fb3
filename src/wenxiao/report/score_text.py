"""Scorecards as lines for the terminal and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from wenxiao.engine.scorecard import IndicatorScore, Scorecard
from wenxiao.report.columns import aligned, shorten, wrap
from wenxiao.report.figures import NONE, NOT_ASSESSABLE, UNDECIDED, plain_points

_FIRST_REASONS = 3
_INDENT = "  "
_NAME_WIDTH, _VALUE_WIDTH = 40, 18


def overview(cards: Sequence[Scorecard]) -> Iterator[str]:
    """Yield a table of the cards, and under an incomplete one what was not assessed."""
    if not cards:
        yield "没有可以评分的对象。"
        return
    header = ("评价对象", "满分", "可评分值", "已评得分", "总分区间", "等级")
    first, *lines = aligned([header, *(_card_row(card) for card in cards)], right=(1, 2, 3, 4))
    yield first
    for card, line in zip(cards, lines, strict=True):
        yield line
        if not card.is_complete:
            yield from wrap(f"{_INDENT}{not_assessed(card)}", indent=_INDENT)


def _card_row(card: Scorecard) -> tuple[str, ...]:
    points = (card.full, card.assessed_weight, card.earned)
    span = (
        plain_points(card.low)
        if card.low == card.high
        else f"{plain_points(card.low)}~{plain_points(card.high)}"
    )
    return (
        shorten(card.name, _NAME_WIDTH),
        *(plain_points(value) for value in points),
        span,
        card.grade or UNDECIDED,
    )


def not_assessed(card: Scorecard) -> str:
    """Say how many indicators could not be assessed, with the most frequent reasons."""
    reasons = Counter(score.reason for score in card.indicators if score.score is None)
    named = [
        f"{reason or '未注明原因'}（{count} 项）" for reason, count in reasons.most_common(_FIRST_REASONS)
    ]
    rest = len(reasons) - len(named)
    if rest:
        named.append(f"其他 {rest} 种原因")
    return f"未能评定 {reasons.total()} 项：{'；'.join(named or [card.reason])}"


def details(card: Scorecard) -> Iterator[str]:
    """Yield every indicator of a card beside its target, and below it the reason, flags and cause."""
    header = ("指标", "目标值", "实际完成值", "分值", "得分")
    first, *lines = aligned([header, *(_indicator_row(score) for score in card.indicators)], right=(3, 4))
    yield f"{_INDENT}{first}"
    for score, line in zip(card.indicators, lines, strict=True):
        yield f"{_INDENT}{line}"
        for note in _notes(score):
            yield from wrap(f"{_INDENT * 2}{note}", indent=_INDENT * 2)


def _indicator_row(score: IndicatorScore) -> tuple[str, ...]:
    values = (shorten(text or NONE, _VALUE_WIDTH) for text in (score.target, score.actual))
    weight = NONE if score.weight is None else plain_points(score.weight)
    points = NOT_ASSESSABLE if score.score is None else plain_points(score.score)
    return shorten(score.name, _NAME_WIDTH), *values, weight, points


def _notes(score: IndicatorScore) -> Iterator[str]:
    if score.reason:
        yield f"原因：{score.reason}"
    yield from (f"注意：{flag}" for flag in score.flags)
    if score.cause:
        yield f"偏差原因：{score.cause}"


def as_json(card: Scorecard) -> dict[str, Any]:
    """Give a card as data; points are decimal strings, null where not assessed."""
    return {
        "key": card.key,
        "name": card.name,
        "scheme": card.scheme,
        "full": plain_points(card.full),
        "assessed_weight": plain_points(card.assessed_weight),
        "earned": plain_points(card.earned),
        "low": plain_points(card.low),
        "high": plain_points(card.high),
        "grade": card.grade,
        "reason": card.reason,
        "indicators": [_indicator(score) for score in card.indicators],
    }


def _indicator(score: IndicatorScore) -> dict[str, Any]:
    return {
        "code": score.code,
        "key": score.key,
        "name": score.name,
        "level1": score.level1,
        "level2": score.level2,
        "target": score.target,
        "actual": score.actual,
        "weight": _decimal(score.weight),
        "score": _decimal(score.score),
        "reason": score.reason,
        "flags": list(score.flags),
        "cause": score.cause,
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else plain_points(value)
