"""Differences in sentences: 收入 A，支出 B，结余 C; 预算 A，实际支出 B，节约 C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, Direction, judge
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.plausible import is_slip
from wenxiao.finding import Verdict

_LEFT = re.compile("(?:结余|节余|节约|节省|剩余|结转)(?:资金|经费)?(?:了|为)?$")
_OVER = re.compile("(?:超支|超出)(?:了|为)?$")
_FROM = re.compile("收入|预算|总额|资金|安排|下达")
_TAKEN = re.compile("支出|决算|实际|支付|使用|拨付|发放")
_CHANGED = re.compile(
    "(?:扣减|核减|调减|剩余|结余|节约|尚有|尚余|仅剩|超出|超过|超额|相差|净增|多出|少于|未[一-龥]{2})(?:目标|计划|资金|预算)?(?:了|为)?$"
)
_NEAR, _TELLING = 4, 10


def differences_in(line: Line, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give what is left of the two figures before it, and what parts two earlier figures to the last digit."""
    yield from _left_over(line.mains())
    for index, rest in enumerate(line.amounts):
        if rest.role is Role.CHANGE or _CHANGED.search(rest.lead):
            mains = [one for one in line.amounts[:index] if one.role is Role.MAIN][-_NEAR:]
            yield from _parting([*before[-_NEAR:], *mains], rest)


def _parting(near: Sequence[Amount], rest: Amount) -> Iterator[Claim]:
    """Give the nearest two figures whose difference is exactly what is stated, if they are large enough to tell."""
    fitting = [one for one in near if alike(one, rest) and one.quantity.is_exact]
    if not rest.quantity.is_exact or rest.quantity.value <= 0:
        return
    for later in range(len(fitting) - 1, 0, -1):
        for former in range(later - 1, -1, -1):
            first, second = fitting[former], fitting[later]
            larger, smaller = sorted((first, second), key=lambda one: one.quantity.value, reverse=True)
            if rest.role is Role.CHANGE and (larger is second) is not (rest.direction is Direction.UP):
                continue
            if larger.quantity.value < _TELLING or rest.quantity.value in {
                one.quantity.value for one in fitting
            }:
                continue
            if larger.quantity.value - smaller.quantity.value == rest.quantity.value:
                yield claim(ClaimKind.DIFFERENCE, rest, (larger, smaller))
                return


def _left_over(mains: Sequence[Amount]) -> Iterator[Claim]:
    """Give what is left of the two figures right before it."""
    for rest, first, second in zip(mains[2:], mains, mains[1:], strict=False):
        left, over = _LEFT.search(rest.lead), _OVER.search(rest.lead)
        if not (left or over) or not (alike(first, second) and alike(first, rest)):
            continue
        if _FROM.search(first.label) and _TAKEN.search(second.label):
            found = claim(ClaimKind.DIFFERENCE, rest, (first, second) if left else (second, first))
            if judge(found).verdict is Verdict.PASS or _is_slip(first, second, rest, left=bool(left)):
                yield found


def _is_slip(first: Amount, second: Amount, rest: Amount, *, left: bool) -> bool:
    """Tell whether one slip of the pen parts whole = taken + rest from closing."""
    whole, taken = (first, second) if left else (second, first)
    return is_slip(whole.quantity, [taken.quantity, rest.quantity])
