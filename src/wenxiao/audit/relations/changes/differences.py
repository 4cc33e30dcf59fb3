"""Differences in sentences: 收入 A，支出 B，结余 C; 自评 A，复核 B，扣减 C; 共 A，已开工 B，未开工的 C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, Direction, judge
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.changes.balances import balance_at
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.changes.ends import REACHED
from wenxiao.audit.relations.changes.savings import saved_at
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_LEFT = re.compile("(?:结余|节余|节约|节省|剩余|结转)(?:下年|结余|资金|经费)*(?:了|为)?$")
_OVER = re.compile("(?:超支|超出)(?:了|为)?$")
_FROM = re.compile("收入|预算|总额|资金|安排|下达|到位")
_TAKEN = re.compile("支出|决算|实际|支付|使用|拨付|发放")
_CHANGED = re.compile(
    "(?:扣减|核减|调减|剩余|结余|节约|尚有|尚余|仅剩|超出|超过|超额|相差|净增|多出|少于|未[一-龥]{2})(?:目标|计划|资金|预算)?(?:了|为)?$"
)
_PARTS_BOTH = re.compile("^[，,](?:扣减|核减|调减|(?P<either>相差|差[值额距]|净增))(?:了|为)?$")
_UNDONE = re.compile("未(?P<verb>[一-龥]{2})的?$")
_BASE = re.compile("预算数?|计划数?|上年|去年")
_NEAR, _TELLING, _ALL = 4, 10, 100


def differences_in(line: Line, earlier: Earlier) -> Iterator[Claim]:
    """Give what is left of two figures, what parts the two right before it, and what parts two to the last digit."""
    amounts, before = line.amounts, earlier.of_block(line.block)
    yield from _left_over(line, before)
    for index, rest in enumerate(amounts):
        stated = (
            _of_both_before(amounts, index)
            or _undone(amounts, index, before)
            or balance_at(amounts, index, earlier, line.block)
            or saved_at(line, index, earlier)
        )
        if stated is not None:
            yield stated
        elif rest.role is Role.CHANGE or _CHANGED.search(rest.lead):
            mains = [one for one in amounts[:index] if one.role is Role.MAIN][-_NEAR:]
            yield from _parting([*before[-_NEAR:], *mains], rest)


def _of_both_before(amounts: Sequence[Amount], index: int) -> Claim | None:
    """Give what words of parting say of the two figures right before it: 自评 A，复核 B，扣减 C."""
    told = _PARTS_BOTH.search(amounts[index].lead) if index > 1 else None
    if told is None:
        return None
    first, second, rest = amounts[index - 2 : index + 1]
    if SENTENCES.search(second.lead) or REACHED.search(second.lead):
        return None
    if not (alike(first, second) and alike(first, rest)):
        return None
    if told["either"] and first.quantity.value < second.quantity.value:
        first, second = second, first
    return claim(ClaimKind.DIFFERENCE, rest, (first, second))


def _undone(amounts: Sequence[Amount], index: int, before: Sequence[Amount]) -> Claim | None:
    """Give what is not done as the difference of all and what is: 共 A，已开工 B …未开工的 C."""
    rest = amounts[index]
    named = _UNDONE.search(rest.label)
    if named is None or rest.quantity.kind is Kind.PERCENT:
        return None
    earlier = [*before, *(one for one in amounts[:index] if one.role is Role.MAIN)]
    for at in range(len(earlier) - 1, 0, -1):
        done, whole = earlier[at], earlier[at - 1]
        if SENTENCES.search(done.lead) or whole.quantity.value < done.quantity.value:
            continue
        if done.label.endswith(f"已{named['verb']}") and alike(done, rest) and alike(whole, rest):
            return claim(ClaimKind.DIFFERENCE, rest, (whole, done))
    return None


def _parting(near: Sequence[Amount], rest: Amount) -> Iterator[Claim]:
    """Give the nearest two figures whose difference is exactly what is stated, if they are large enough to tell.

    Where the words say the opposite of which of the two is larger, the difference is of a base and what came
    after it, as their names tell.
    """
    fitting = [one for one in near if alike(one, rest) and one.quantity.is_exact]
    stated = rest.quantity.value
    if not rest.quantity.is_exact or stated <= 0 or any(one.quantity.value == stated for one in fitting):
        return
    turned: Claim | None = None
    for later in range(len(fitting) - 1, 0, -1):
        for former in range(later - 1, -1, -1):
            first, second = fitting[former], fitting[later]
            parted = second.quantity.value - first.quantity.value
            if abs(parted) != stated or max(first.quantity.value, second.quantity.value) < _TELLING:
                continue
            rises = parted > 0
            if rest.role is not Role.CHANGE or rises is (rest.direction is Direction.UP):
                yield claim(ClaimKind.DIFFERENCE, rest, (second, first) if rises else (first, second))
                return
            if turned is None and _BASE.search(first.label) and not _BASE.search(second.label):
                turned = claim(ClaimKind.DIFFERENCE, rest, (first, second) if rises else (second, first))
    if turned is not None:
        yield turned


def _left_over(line: Line, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give what is left of the nearest figure when that right before it is taken, if it closes or was meant to."""
    mains = line.mains()
    for at in range(1, len(mains)):
        taken, rest = mains[at - 1 : at + 1]
        left, over = _LEFT.search(rest.lead), _OVER.search(rest.lead)
        if not (left or over) or not _TAKEN.search(taken.label) or not alike(taken, rest):
            continue
        sources = [mains[at - 2]] if at > 1 else before[-_NEAR:]
        for source in reversed(sources):
            whole, part = (source, taken) if left else (taken, source)
            if not _FROM.search(source.label) or not alike(source, rest):
                continue
            if _is_meant(whole, part, rest) or _is_measured(line, source, taken):
                yield claim(ClaimKind.DIFFERENCE, rest, (whole, part))
                break


def _is_meant(whole: Amount, part: Amount, rest: Amount) -> bool:
    """Tell whether a rest closes, or a slip of the pen is all that parts it from closing."""
    found = claim(ClaimKind.DIFFERENCE, rest, (whole, part))
    if judge(found).verdict is Verdict.PASS:
        return True
    return is_slip(whole.quantity, [part.quantity, rest.quantity])


def _is_measured(line: Line, source: Amount, taken: Amount) -> bool:
    """Tell whether a rate in the same line says that one figure was taken of the other: then the rest is left."""
    rates = (one for one in line.amounts if one.quantity.kind is Kind.PERCENT and one.direction is None)
    return any(
        0 < rate.quantity.value < _ALL
        and judge(claim(ClaimKind.RATE, rate, (taken, source))).verdict is Verdict.PASS
        for rate in rates
    )
