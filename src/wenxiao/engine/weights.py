"""The points of a project's indicators: as typed, or split equally where the standard allows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wenxiao.engine.indicators import NO_TARGET, has_target
from wenxiao.fact import Assumption, Source
from wenxiao.packages.model import Row
from wenxiao.standards.model import BlockRule, MissingWeights, ProjectScheme

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Weight:
    """The points of an indicator and where they come from; None with a reason when it has none."""

    points: Decimal | None
    sources: tuple[Source, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Points of a block that no indicator carries."""

    block: BlockRule
    points: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Weighting:
    """The weights by indicator code, and the points left over."""

    weights: Mapping[str, Weight]
    vacancies: tuple[Vacancy, ...]


def weigh(scheme: ProjectScheme, rows: Sequence[Row]) -> Weighting:
    """Give every indicator of one project its points, as the standard says."""
    weights = {row.text("code"): _typed(row, scheme) for row in rows}
    if scheme.weights_when_missing is MissingWeights.EQUAL:
        for block in scheme.blocks:
            weights |= _split(block, _members(block, rows))
    if _total(weights.values()) == sum(block.weight for block in scheme.blocks):
        return Weighting(weights, ())
    vacancies = [_vacancy(block, _members(block, rows), weights) for block in scheme.blocks]
    return Weighting(weights, tuple(vacancy for vacancy in vacancies if vacancy.points > 0))


def _typed(row: Row, scheme: ProjectScheme) -> Weight:
    points = row.number("weight")
    if points is not None:
        return Weight(points, row.place("weight"))
    if all(block.level1 != row.text("level1") for block in scheme.blocks):
        return Weight(None, reason=f"没有填写分值，评价标准也没有给「{row.text('level1')}」分值")
    return Weight(None, reason="没有填写分值，评价标准不允许代填")


def _split(block: BlockRule, members: Sequence[Row]) -> dict[str, Weight]:
    """Split what a block has left among its indicators that have a target but no weight."""
    unweighted = [row for row in members if row.number("weight") is None]
    takers = [row for row in unweighted if has_target(row)]
    left = block.weight - sum((row.number("weight") or Decimal(0) for row in members), Decimal(0))
    result = {row.text("code"): Weight(None, reason=f"{NO_TARGET}，不分配分值") for row in unweighted}
    if left <= 0:
        spent = f"「{block.level1}」的 {block.weight} 分已经分完，没有余下的分值"
        return {code: Weight(None, reason=spent) for code in result}
    source = Assumption(
        f"同类指标分值相等：「{block.level1}」的 {left} 分由设有目标而没有填写分值的 {len(takers)} 条指标平分，"
        "除不尽的 0.01 分按填报顺序依次加给前面的指标"
    )
    shares = equal_shares(left, len(takers))
    return result | {
        row.text("code"): Weight(points, (source,)) for row, points in zip(takers, shares, strict=True)
    }


def equal_shares(points: Decimal, count: int) -> list[Decimal]:
    """Split points into ``count`` equal shares of whole hundredths that add up exactly.

    What is left over (less than 0.01 each) goes to the first shares (largest remainder; all are equal).
    """
    if count == 0:
        return []
    each, rest = divmod(int(points / _CENT), count)
    return [(each + (number < rest)) * _CENT for number in range(count)]


def _vacancy(block: BlockRule, members: Sequence[Row], weights: Mapping[str, Weight]) -> Vacancy:
    left = block.weight - _total(weights[row.text("code")] for row in members)
    if not members:
        reason = f"没有设「{block.level1}」"
    elif not any(has_target(row) for row in members):
        reason = f"「{block.level1}」的指标年初都没有设目标值"
    else:
        reason = f"「{block.level1}」的分值没有全部分配给指标"
    return Vacancy(block, left, reason)


def _members(block: BlockRule, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.text("level1") == block.level1]


def _total(weights: Iterable[Weight]) -> Decimal:
    return sum((one.points for one in weights if one.points is not None), Decimal(0))
