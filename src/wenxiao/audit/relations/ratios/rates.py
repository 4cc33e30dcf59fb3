"""Rates in sentences: 预算 A，决算 B，完成预算的 p%; 抽查 A，合格 B，合格率 p%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Line, alike, claim
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.ratios.rate_names import (
    Called,
    Pair,
    called,
    done_of,
    is_done,
    is_doubtful,
    is_planned,
    own_figures,
    pairs_of,
)
from wenxiao.audit.relations.ratios.ratio_words import is_plausible, tells_part_cut
from wenxiao.audit.relations.ratios.told_rates import rate_of_told
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_NAMED = re.compile("(?:进度|率|比例)[^，；。]{0,6}$")
_GRANTED = re.compile("到位|下达")
_CORRECTED = re.compile("^[，,](?:实为|实际为|应为|核实为|复核为)$")


def rate_at(line: Line, index: int, last: Line | None, earlier: Earlier) -> Claim | None:
    """Give done ÷ planned of a percentage that is called a rate: the reading that holds, else the only one."""
    percent = line.amounts[index]
    if percent.direction is not None and not tells_part_cut(percent.lead):
        return None
    name = called(percent.lead)
    if name is None:
        return _in_brackets(line, index) if _is_corrected(line.amounts, index) else None
    last = last if last is not None and last.block == line.block else None
    return (
        _in_brackets(line, index)
        or _planned_rate(line, index, last, name)
        or rate_of_told(line, index, last, earlier.of_block(line.block), name)
    )


def _is_corrected(amounts: Sequence[Amount], index: int) -> bool:
    """Tell whether a percentage is what a rate should have been: 执行率自评为 100%，实为 p%."""
    if not index or not _CORRECTED.search(amounts[index].lead):
        return False
    return amounts[index - 1].quantity.kind is Kind.PERCENT and bool(_NAMED.search(amounts[index - 1].lead))


def _in_brackets(line: Line, index: int) -> Claim | None:
    """Give the rate whose two figures stand in brackets after it: 执行率 p%（预算 A，支出 B）."""
    following = line.amounts[index + 1 : index + 3]
    if len(following) < 2 or not following[0].lead.startswith("(") or not alike(*following):
        return None
    planned, done = following if is_planned(following[0]) else following[::-1]
    if any(")" in one.lead for one in following) or not is_planned(planned) or not is_done(done):
        return None
    return claim(ClaimKind.RATE, line.amounts[index], (done, planned))


def _planned_rate(line: Line, index: int, last: Line | None, name: Called) -> Claim | None:
    """Give the rate of the list item it stands in, of the sentence, or of what the sentence before planned."""
    amounts, own = line.amounts, own_figures(line.amounts, index, name)
    start = next((at for at in range(index, 0, -1) if amounts[at].opens_list), 0)
    item = own[-(index - start) :] if index > start else ()
    head = pairs_of(amounts[:start], amounts[:start], name) if start else []
    is_behind_parts = bool(head) and index - start > 1  # 预算 A，支出 B，其中甲 C、乙 D，执行率 p%: of B
    pairs = pairs_of(item, item, name)
    if not pairs and not name.fulfils and not is_behind_parts:
        pairs = pairs_of(item, amounts[:start], name)
    if not pairs and not (name.fulfils and done_of(item, name)):
        pairs = head
    if not pairs and not start and last is not None:
        planned = [one for one in last.head() if is_planned(one)]
        pairs = pairs_of(own if index else last.head(), planned, name)
    claims = [claim(ClaimKind.RATE, amounts[index], pair) for pair in pairs]
    fitting = next((one for one in claims if judge(one).verdict is Verdict.PASS), None)
    return fitting or next((one for one in _clear(pairs, claims, own, name) if is_plausible(one)), None)


def _clear(
    pairs: Sequence[Pair], rates: Sequence[Claim], own: Sequence[Amount], name: Called
) -> Sequence[Claim]:
    """Give the rate that is meant, fit or not.

    It is the only one; that of the whole its name names (资产 of 资产负债率); that of what was granted, not of
    what was planned before; for counted things that of the nearest.
    """
    if not pairs or is_doubtful(*pairs[0], own, name):
        return []
    if len({(done, planned.quantity.value) for done, planned in pairs}) == 1:
        return rates[:1]
    if tells_part_cut(f"{name.stem}率"):
        largest = max(planned.quantity.value for _, planned in pairs)
        return [
            rate for rate, (_, planned) in zip(rates, pairs, strict=True) if planned.quantity.value == largest
        ]
    first = [
        (rate, planned) for rate, (done, planned) in zip(rates, pairs, strict=True) if done is pairs[0][0]
    ]
    named = [rate for rate, planned in first if name.prefix and name.prefix in planned.label]
    granted = [rate for rate, planned in first if name.of_spending and _GRANTED.search(planned.label)]
    is_counted = not name.fulfils and not name.of_spending and pairs[0][0].quantity.kind is not Kind.MONEY
    return next((some for some in (named, granted) if len(some) == 1), [first[0][0]] if is_counted else [])
