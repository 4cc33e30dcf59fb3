"""Rates of what was saved beside what was spent: 成交 A 元，节约 B 元，节约率 p% is B of A and B together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.ratios.asked import holds
from wenxiao.audit.relations.ratios.rate_names import Called, done_of, is_planned
from wenxiao.audit.relations.ratios.ratio_words import tells_part_cut

_PLANNED = re.compile("预算|计划|概算|送审|申报|控制价")
_PAID = re.compile("实际|成交|中标|合同|审定|核定")


def saving_rate(percent: Amount, own: Sequence[Amount], name: Called) -> Claim | None:
    """Give the rate of what was saved of what was paid and saved together, where no budget is told.

    It may be wrong only where the other figure is certainly what was paid.
    """
    is_saving = name.of_saving or name.stem.startswith("节") or tells_part_cut(f"{name.stem}率")
    if not is_saving or any(map(is_planned, own)):
        return None
    saved = next(iter(done_of(own, name)), None)
    if saved is None:
        return None
    paid = [one for one in own if one.role is Role.MAIN and one is not saved and alike(one, saved)]
    if len(paid) != 1 or paid[0].figure.start > saved.figure.start:
        return None
    rate = claim(ClaimKind.RATE, percent, (paid[0], saved))
    rate = replace(rate, form=GrowthForm.CURRENT_DELTA, direction=Direction.DOWN)
    return rate if holds(rate) or _PAID.search(paid[0].label) else None


def read_as_cut(rate: Claim) -> Claim:
    """Give a rate that fails as one of a part and the rest together, if it holds so: 审定 A，核减 B，核减比例 p%."""
    if rate.kind is not ClaimKind.RATE or len(rate.operands) != 2 or holds(rate):
        return rate
    part, rest = rate.operands
    if _PLANNED.search(rest.label):
        return rate
    cut = replace(rate, operands=(rest, part), form=GrowthForm.CURRENT_DELTA, direction=Direction.DOWN)
    return cut if holds(cut) else rate
