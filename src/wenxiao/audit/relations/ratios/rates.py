"""Rates in sentences: 预算 A，决算 B，完成预算的 p%; 抽查 A，合格 B，合格率 p%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.ratios.asked import holds
from wenxiao.audit.relations.ratios.joint_rates import joint_rate
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
from wenxiao.audit.relations.ratios.ratio_words import is_one_of_run, is_plausible, tells_part_cut
from wenxiao.audit.relations.ratios.saving_rates import read_as_cut, saving_rate
from wenxiao.audit.relations.ratios.told_rates import rate_of_plan, rate_of_told
from wenxiao.quantity import Kind

_NAMED = re.compile("(?:进度|率|比例)[^，；。]{0,6}$")
_FINAL = re.compile("调整后|调整预算|预算调整|预算总额|总预算|预算合计")
_BEHIND = re.compile("^[，,](?:实际|累计|已|共)*(?:完成|实现)[^，,；;。]{0,8}$")
_GRANTED = re.compile("到位|下达")
_RESPECTIVE = re.compile("分别[^，。；,;]*$")
_SUBMITTED = re.compile("[送报]审|申报|上报")
_EARLIER = re.compile("(?:上年|去年|上届|上期)(?:度|同期)?(?!末|结[转余]|度?结[转余])[^，。；,;]*$")
"""Words before a rate that is of another year than the figures beside it may be."""

_CORRECTED = re.compile("^[，,](?:实为|实际为|应为|核实为|复核为)$")


def rate_at(line: Line, index: int, last: Line | None, earlier: Earlier) -> Claim | None:
    """Give done ÷ planned of a percentage that is called a rate: the reading that holds, else the only one."""
    percent = line.amounts[index]
    if percent.direction is not None and not tells_part_cut(percent.lead):
        return None
    if _RESPECTIVE.search(percent.lead) and is_one_of_run(line, index):
        return None
    name = called(percent.lead)
    if name is None:
        return _in_brackets(line, index) if _is_corrected(line.amounts, index) else None
    found = _best(_readings(line, index, last, earlier, name))
    return None if found is None or (_EARLIER.search(percent.lead) and not holds(found)) else found


def _readings(
    line: Line, index: int, last: Line | None, earlier: Earlier, name: Called
) -> Iterator[Claim | None]:
    """Give the ways a rate can be read, the likeliest first."""
    percent, own = line.amounts[index], own_figures(line.amounts, index, name)
    above = last if last is not None and last.block == line.block - 1 else None
    last = last if last is not None and last.block == line.block else None
    yield _in_brackets(line, index)
    yield _planned_rate(line, index, last, name)
    yield _done_behind(line, index, own, name)
    yield joint_rate(percent, own, name)
    yield rate_of_told(line, index, last, earlier.of_block(line.block), name)
    yield saving_rate(percent, own, name)
    if above is not None:
        yield rate_of_plan(percent, own, above, name)


def _best(readings: Iterable[Claim | None]) -> Claim | None:
    """Give the first reading that holds, else the first, over what was cut and what was left together if that holds."""
    first: Claim | None = None
    for found in readings:
        if found is not None and holds(found):
            return found
        first = first or found
    return None if first is None else read_as_cut(first)


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
    if not name.of_spending and done_of(item, name):
        head = []  # 预算 A，节约 B，节约率；其中甲成交 C，节约 D，节约率 p%: of D
    is_behind_parts = bool(head) and index - start > 1  # 预算 A，支出 B，其中甲 C、乙 D，执行率 p%: of B
    pairs = pairs_of(item, item, name)
    if not pairs and not name.fulfils and not is_behind_parts:
        pairs = pairs_of(item, amounts[:start], name)
    if not pairs:
        pairs = head
    is_behind_list = index - start > 1 and not name.fulfils
    if not pairs and last is not None and (not start or is_behind_list):
        planned = [one for one in last.head() if is_planned(one)]
        pairs = pairs_of(amounts[:start] or own or last.head(), planned, name)
    if tells_part_cut(f"{name.stem}率"):
        pairs = sorted(pairs, key=lambda pair: _SUBMITTED.search(pair[1].label) is None)
    claims = [claim(ClaimKind.RATE, amounts[index], pair) for pair in pairs]
    fitting = next((one for one in claims if holds(one)), None)
    return fitting or next((one for one in _clear(pairs, claims, own, name) if is_plausible(one)), None)


def _done_behind(line: Line, index: int, own: Sequence[Amount], name: Called) -> Claim | None:
    """Give the rate whose figure follows it: 年度计划投资 A，已完成年度计划的 p%，完成投资 B."""
    done = line.amounts[index + 1] if index + 1 < len(line.amounts) else None
    if done is None or not name.fulfils or not own or done.role is not Role.MAIN:
        return None
    planned = own[-1]
    if not is_planned(planned) or not alike(done, planned) or not _BEHIND.search(done.lead):
        return None
    found = claim(ClaimKind.RATE, line.amounts[index], (done, planned))
    return found if is_plausible(found) else None


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
    final = [rate for rate, planned in first if name.of_spending and _FINAL.search(planned.label)]
    granted = [rate for rate, planned in first if name.of_spending and _GRANTED.search(planned.label)]
    is_counted = not name.fulfils and not name.of_spending and pairs[0][0].quantity.kind is not Kind.MONEY
    return next(
        (some for some in (final, named, granted) if len(some) == 1), [first[0][0]] if is_counted else []
    )
