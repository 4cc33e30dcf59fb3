"""What prose tells of a row of a table by its name: 其他收入减少 81.42 万元，下降 55.16%, whose amounts the table gives.

The amounts of the row, or of another row named beside it, are what a change, a growth or a share is tried against.
Only what fits, where chance could hardly make it fit, is claimed; what does not is wrong where the row leaves no choice
(:mod:`wenxiao.audit.relations.tables.told_years`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations, permutations, product

from wenxiao.audit.claims import Claim, ClaimKind, Direction, judge
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Reading, Sentence
from wenxiao.audit.relations.proven.chance import MAGNITUDES, SELDOM, most_trials, rounds_to
from wenxiao.audit.relations.tables.named_rows import Row, Rows, by_beginning, names_in, rows_by_name
from wenxiao.audit.relations.tables.terms import alike, term, terms_of_one_measure
from wenxiao.audit.relations.tables.told_years import change_of_years, share_of_row
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_MOST_NAMED = 3
"""How many of the names told last are looked at."""

_CHANGE = re.compile("[增减降升多少超短差丢扣节余涨浮压缺缴]|[高低快慢][出于]")
_FALL = re.compile("[减降少短压缩负]|下[降滑]")
_DONE = re.compile("(?:完成|执行|达到|兑现|支付|使用)[^，。；]*$")
_OF = re.compile("占|比[重例]|份额")
_SHARE_OF = re.compile("占[^，。；占]{2,20}的(?:比[重例])?(?:为)?$")
_NEAR = 12
_HUNDRED = 100


def told_of_rows(reading: Reading) -> Iterator[Claim]:
    """Claim the changes, growths and shares that prose tells of rows it names."""
    rows = rows_by_name(reading)
    if not rows:
        return
    begun = by_beginning(rows)
    blocks = reading.document.blocks
    for sentence in reading.sentences:
        if sentence.figures and blocks[sentence.block].table < 0:
            yield from _in_sentence(sentence, rows, begun)


def _in_sentence(sentence: Sentence, rows: Rows, begun: Mapping[str, Sequence[str]]) -> Iterator[Claim]:
    named: list[str] = []
    for figure, gap in zip(sentence.figures, sentence.gaps, strict=False):
        names = [name for name in names_in(gap, begun) if _may_be_meant(figure, gap, rows[name])]
        named = [*named, *names][-_MOST_NAMED:]
        if named and figure.quantity is not None and figure.quantity.value > 0:
            told = change_of_years(figure, gap, rows[named[-1]][0]) if len(rows[named[-1]]) == 1 else None
            near = [row for name in reversed(named) for row in rows[name]]
            fitting = [told] if told else list(_told(figure, gap, near))
            yield from fitting or _meant_share(figure, gap, [rows[name] for name in names])


def _meant_share(figure: Figure, gap: str, named: Sequence[Sequence[Row]]) -> Iterator[Claim]:
    """Give the share that one row was meant to be of another: 甲占乙的 X, both named of one row alone."""
    is_asked = figure.kind is FigureKind.PERCENT and _SHARE_OF.search(gap)
    if is_asked and len(named) == 2 and all(len(rows) == 1 for rows in named):
        claim = share_of_row(figure, named[0][0], named[1][0])
        if claim is not None:
            yield claim


def _may_be_meant(figure: Figure, gap: str, rows: Sequence[Row]) -> bool:
    """Tell whether the amount that prose gives right after a name is none, or one of the row's."""
    if figure.kind not in ADDITIVE or _CHANGE.search(gap[-_NEAR:]):
        return True
    return any(_value(one) == _value(figure) for row in rows for one in row.amounts.values())


def _told(figure: Figure, gap: str, near: Sequence[Row]) -> Iterator[Claim]:
    """Give the first claim about a figure that fits."""
    lead = gap[-_NEAR:]
    quantity = figure.quantity
    if quantity is None:
        return
    if figure.kind is FigureKind.PERCENT and quantity.kind is Kind.PERCENT:
        is_rate = _DONE.search(lead) is not None
        ways = _shares(figure, near) if _OF.search(gap) else _growths(figure, lead, near, is_rate=is_rate)
    elif _CHANGE.search(lead):
        ways = _changes(figure, near)
    else:
        return
    claim = next(ways, None)
    if claim is not None and judge(claim).verdict is Verdict.PASS:
        yield claim


def _changes(change: Figure, near: Sequence[Row]) -> Iterator[Claim]:
    """Give the difference of two amounts of a row, or of two rows named in one breath (甲县比乙县高出 X)."""
    within = (pair for row in near for pair in combinations(row.amounts.values(), 2))
    beside = (
        (one.amounts[column], other.amounts[column])
        for one, other in combinations(near, 2)
        if one.grid == other.grid and one.row != other.row
        for column in one.amounts.keys() & other.amounts.keys()
    )
    pairs = chain(within, beside)
    likes = (
        (one, two) for one, two in pairs if _are_measured_so(change, one) and _are_measured_so(change, two)
    )
    for tried, pair in enumerate(likes, 1):
        smaller, larger = sorted(pair, key=_value)
        gap = _value(larger) - _value(smaller)
        if gap == _value(change) and change.quantity:
            if tried <= most_trials(change.quantity, _value(larger), SELDOM):
                result, *operands = terms_of_one_measure((change, larger, smaller))
                yield Claim(ClaimKind.DIFFERENCE, change.label, result, tuple(operands))
            return


def _growths(percent: Figure, lead: str, near: Sequence[Row], *, is_rate: bool) -> Iterator[Claim]:
    """Give the growth from one amount of a row to another, or what one is of another (完成计划的 90%)."""
    if percent.quantity is None or not (is_rate or _CHANGE.search(lead)):
        return
    direction = Direction.DOWN if _FALL.search(lead) and not is_rate else Direction.UP
    sign = -1 if direction is Direction.DOWN else 1
    pairs = (pair for row in near for pair in permutations(row.amounts.values(), 2))
    for tried, (one, base) in enumerate(((one, two) for one, two in pairs if alike(one, two)), 1):
        part = _value(one) if is_rate else (_value(one) - _value(base)) * sign
        if rounds_to(percent.quantity, part * _HUNDRED, _value(base)):
            if _is_telling(percent, tried):
                kind = ClaimKind.RATE if is_rate else ClaimKind.GROWTH
                terms = terms_of_one_measure((one, base))
                yield Claim(kind, percent.label, term(percent), terms, direction=direction)
            return


def _shares(percent: Figure, near: Sequence[Row]) -> Iterator[Claim]:
    if percent.quantity is None:
        return
    pairs = (
        (part.amounts[column], whole.amounts[column])
        for whole, part in product(near, repeat=2)
        if whole.grid == part.grid and whole.row != part.row
        for column in part.amounts.keys() & whole.amounts.keys()
    )
    for tried, (part, whole) in enumerate(pairs, 1):
        if alike(part, whole) and rounds_to(percent.quantity, _value(part) * _HUNDRED, _value(whole)):
            if _is_telling(percent, tried):
                terms = terms_of_one_measure((part, whole))
                yield Claim(ClaimKind.SHARE, percent.label, term(percent), terms)
            return


def _is_telling(percent: Figure, tried: int) -> bool:
    quantity = percent.quantity
    return quantity is not None and 2 * tried <= most_trials(quantity, quantity.value * MAGNITUDES, SELDOM)


def _are_measured_so(change: Figure, one: Figure) -> bool:
    if change.quantity is not None and change.quantity.kind is Kind.PERCENTAGE_POINTS:
        return one.kind is FigureKind.PERCENT
    return change.kind in ADDITIVE and alike(change, one)


def _value(figure: Figure) -> Decimal:
    return figure.quantity.value if figure.quantity else Decimal(0)
