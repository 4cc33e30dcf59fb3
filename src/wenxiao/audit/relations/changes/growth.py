"""Growth in sentences: 比上年增加 X，增长 p%; 由 X 增至 Y，增长 p%; and the change itself, Y − X."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm, judge
from wenxiao.audit.relations.amounts import CHANGE, Amount, Line, Role, alike, claim, growth_claim
from wenxiao.audit.relations.changes.current import current_of
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.changes.ends import Ends, base_of, ends_of, is_end
from wenxiao.audit.relations.changes.points import percentages_of
from wenxiao.audit.relations.changes.respective_growth import respective_growths
from wenxiao.audit.relations.changes.signed import negated
from wenxiao.audit.relations.ratios.ratio_words import tells_part_cut
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_LONGEST, _YEAR_DIGITS = 12, 4
_PARTED = re.compile("。")
_PLAIN = re.compile(
    "[，,；;、()和及即约也]|同比|环比|(?:比|较)(?:上年|去年|上期|年初|上月|上季)[度末]?(?:同期)?|相应|增减|幅度"
)
_UNDECIDED = re.compile(
    r"(?:[增升提涨][^()，]{0,3}\([^()]{0,3}[减降][^()]{0,3}\)|[减降][^()，]{0,3}\([^()]{0,3}[增升提涨][^()]{0,3}\))[^()]{0,2}$"
)
_APART = re.compile("^[)]?(?:(?P<up>高出?|快)|(?:低|慢))了?$")
_YEARLY = re.compile("年均|年平均|平均每年|每年平均|年递[增减]|复合")
"""A change a year is not the change between the ends."""

_ADJUSTED = re.compile("(?<!全)口径|剔除|扣除|可比|不变价|名义|实际增")
"""A change of other figures than those printed, unless they happen to be the same."""

_BOTH = (Direction.UP, Direction.DOWN)


def growth_in(line: Line, earlier: Earlier) -> Iterator[Claim]:
    """Give the growths and differences that a line states."""
    amounts = line.amounts
    if all(
        amount.direction is None and amount.quantity.kind is not Kind.PERCENTAGE_POINTS for amount in amounts
    ):
        return
    yield from respective_growths(line, earlier)
    before, farther = earlier.of_block(line.block), earlier.plain()
    for index, amount in enumerate(map(_directed, amounts)):
        if amount.direction is None or _YEARLY.search(amount.lead):
            continue
        if amount.role is Role.CHANGE:
            ends = ends_of(amounts, index, before, farther)
            if ends is not None and alike(amount, ends[0]):
                yield _difference(amount, ends)
        elif amount.quantity.kind is Kind.PERCENTAGE_POINTS:
            ends = percentages_of(amounts, index)
            if ends is not None:
                yield from _points(amount, ends)
        elif not is_end(amounts, index) and not tells_part_cut(amount.lead):
            growths = _growth(line, index, earlier)
            yield from filter(_holds, growths) if _ADJUSTED.search(amount.lead) else growths


def _holds(claim: Claim) -> bool:
    return judge(claim).verdict is Verdict.PASS


def _directed(amount: Amount) -> Amount:
    """Give percentage points the direction of 高 and 低: 比全省 (B%) 高 m 个百分点."""
    apart = _APART.search(amount.lead) if amount.quantity.kind is Kind.PERCENTAGE_POINTS else None
    if apart is None or amount.direction is not None:
        return amount
    return replace(amount, direction=Direction.UP if apart["up"] else Direction.DOWN)


def _difference(change: Amount, ends: Ends) -> Claim:
    latter, former = ends
    rises = change.direction is Direction.UP or (
        _UNDECIDED.search(change.lead) and latter.quantity.value >= former.quantity.value
    )
    return claim(ClaimKind.DIFFERENCE, change, (latter, former) if rises else (former, latter))


def _points(change: Amount, ends: Ends) -> Iterator[Claim]:
    """Give the difference of two percentages, of which a fall may be told by its word: 下降 3%，比上年 (2%) 回落.

    Where nothing tells whether the other one is of a fall too, only what holds is claimed.
    """
    latter, former = map(_signed, ends)
    signed = _difference(change, (latter, former))
    if latter is ends[0] and former is ends[1]:
        yield signed
        return
    ways = (signed, _difference(change, ends))
    held = next((one for one in ways if judge(one).verdict is Verdict.PASS), None)
    is_certain = former.direction is not None or former.quantity.value < 0
    if held is not None or is_certain:
        yield held or signed


def _growth(line: Line, index: int, earlier: Earlier) -> Iterator[Claim]:
    """Give the growth by both ends, where they are stated, and by the change that the percentage repeats."""
    percent, at = line.amounts[index], _change_beside(line.amounts, index)
    told, farther = earlier.of_block(line.block), earlier.plain()
    ends = ends_of(line.amounts, index if at is None else min(at, index), told, farther)
    if ends is not None:
        growths = [
            growth_claim(percent, *ends, GrowthForm.CURRENT_PREVIOUS, direction)
            for direction in _directions(percent)
        ]
        yield from _fitting(growths)
    if at is None:
        return
    change = line.amounts[at]
    if ends is not None:
        if set(_directions(percent)) & set(_directions(change)):
            yield from _by_change(percent, change, ends[0])
        return
    base = base_of(line.amounts, min(at, index))
    if base is not None and alike(base, change):
        yield from _by_change(percent, change, base, GrowthForm.PREVIOUS_DELTA)
        return
    currents, is_clear = current_of(line, min(at, index), change, earlier)
    found = [one for current in currents for one in _by_change(percent, change, current)]
    fitting = [one for one in found if judge(one).verdict is Verdict.PASS]
    is_meant = is_clear and not any(_is_of_earlier_year(one, change) for one in currents)
    is_refuted = is_meant or not set(_directions(percent)) & set(_directions(change))
    yield from fitting[:1] or found[: int(is_refuted)]


def _is_of_earlier_year(one: Amount, change: Amount) -> bool:
    """Tell whether an amount is of a year before that which a change leads to: 甲年末余额 X，…乙年末余额比上年末增加."""
    year, reached = (amount.figure.period[:_YEAR_DIGITS] for amount in (one, change))
    return year.isdecimal() and reached.isdecimal() and year < reached


def _change_beside(amounts: Sequence[Amount], index: int) -> int | None:
    """Give where the change stands that a percentage repeats: 增加 X，增长 p%, or 增长 p%，增加 X."""
    if index and _repeats(amounts[index - 1], amounts[index]):
        return index - 1
    after = index + 1
    if after == len(amounts) or not _repeats(amounts[after], amounts[after]):
        return None
    followed = after + 1 < len(amounts) and _is_growth(amounts[after + 1]) and _adjoins(amounts[after + 1])
    return None if followed else after


def _repeats(change: Amount, later: Amount) -> bool:
    return change.role is Role.CHANGE and _adjoins(later)


def _is_growth(amount: Amount) -> bool:
    return amount.quantity.kind is Kind.PERCENT and amount.direction is not None


def _adjoins(amount: Amount) -> bool:
    """Tell whether nothing but a comma and words of comparison parts an amount from the one before it."""
    if len(amount.lead) > _LONGEST or _PARTED.search(amount.lead):
        return False
    return len(_PLAIN.sub("", CHANGE.sub("", amount.lead))) <= 1


def _directions(amount: Amount) -> tuple[Direction, ...]:
    """Give the direction an amount states; both, where a form was left undecided: 增加（减少）."""
    if amount.direction is None or _UNDECIDED.search(amount.lead):
        return _BOTH
    return (amount.direction,)


def _by_change(
    percent: Amount, change: Amount, figure: Amount, form: GrowthForm = GrowthForm.CURRENT_DELTA
) -> Iterator[Claim]:
    """Give the growth of a figure, this time's or the last time's, by its change.

    Where the words contradict each other (减少 X，增长 p%), the percentage counts against the change; with a
    minus they do not (减少 X，增长 -p%).
    """
    shared = [one for one in _directions(percent) if one in _directions(change)]
    stated = percent if shared else negated(percent)
    if stated.quantity.value > 0:
        shared = shared or list(_directions(change))
    growths = [
        growth_claim(stated, figure, change, form, direction)
        for direction in shared or (*_directions(change), *_directions(percent))
    ]
    if shared:
        yield from _fitting(growths)
    else:
        yield next((one for one in growths if judge(one).verdict is Verdict.FAIL), growths[0])


def _signed(percent: Amount) -> Amount:
    """Give a percentage of change with the sign its word tells: 下降 3% is -3%."""
    falls = percent.direction is Direction.DOWN and percent.quantity.value > 0
    return negated(percent) if falls else percent


def _fitting(growths: Sequence[Claim]) -> Iterator[Claim]:
    """Give the growth that holds, else the first that does not, else the first."""
    if len(growths) == 1:
        yield growths[0]
        return
    by_verdict = {judge(one).verdict: one for one in reversed(growths)}
    yield by_verdict.get(Verdict.PASS) or by_verdict.get(Verdict.FAIL) or growths[0]
