"""Rates whose plan no word announces: of figures that were told before, if they agree or are the only ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.ratios.asked import EVERYTHING
from wenxiao.audit.relations.ratios.rate_names import (
    MOST_PLANS,
    Called,
    done_of,
    is_apart,
    is_done,
    is_doubtful,
    is_planned,
    own_figures,
)
from wenxiao.audit.relations.ratios.ratio_words import is_plausible
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_TELLING, _PAIR = 10, 2
_FUNDS = re.compile("(?:资金|经费|投资|补助|款项?)(?:总额|合计|共)?$")
_INTENDED = re.compile("预算|计划|目标|任务|拟")
_DID = re.compile("^(?:本?年度?|全年|已经?|实际|共|累计)*")
_IN_ALL = re.compile("(?:共计|合计|总计|共)(?:为|达)?$")


def rate_of_told(
    line: Line, index: int, last: Line | None, before: Sequence[Amount], name: Called
) -> Claim | None:
    """Give the rate of figures told in the line, in the one before it, or ``before`` it in its block."""
    percent, own = line.amounts[index], own_figures(line.amounts, index, name)
    done = done_of(own, name)
    agreeing = _agreeing(percent, done, own, before, name)
    if agreeing is not None:
        return agreeing
    if not done:
        return _of_told_part(percent, own, before, name) or _of_likely(percent, own, before, name)
    wholes = _wholes_of(done[0], own, last, before, name)
    granted = _only_grant(done[0], own) if name.of_spending and not name.long else None
    if granted is not None:
        return _of_only(percent, done[0], [granted])
    if name.long or is_apart(done[0], own) or any(is_doubtful(done[0], whole, own, name) for whole in wholes):
        return None
    return _of_only(percent, done[0], wholes)


def rate_of_plan(percent: Amount, own: Sequence[Amount], above: Line, name: Called) -> Claim | None:
    """Give the rate of what the paragraph above plans by the name of the rate: 计划投资 A。/完成投资 B，投资完成率 p%."""
    done = next(iter(done_of(own, name)), None) if name.of_spending else None
    if done is None or name.long or not name.prefix or not done.quantity.is_exact:
        return None
    wholes = [one for one in above.mains() if alike(one, done)]
    agreeing = _agreeing(percent, [done], own, wholes, name)
    planned = [one for one in wholes if is_planned(one) and name.prefix in one.label]
    return agreeing or _of_only(percent, done, planned)


def _of_likely(
    percent: Amount, own: Sequence[Amount], before: Sequence[Amount], name: Called
) -> Claim | None:
    """Give the rate of the count just before if that speaks of it in other words (审结 for 结案率) and agrees."""
    mains = [one for one in own if one.role is Role.MAIN]
    if name.fulfils or name.denies or not mains or not set(name.stem) & set(mains[-1].label):
        return None
    return _agreeing(percent, mains[-1:], own, before, name)


def _agreeing(
    percent: Amount, done: Sequence[Amount], own: Sequence[Amount], before: Sequence[Amount], name: Called
) -> Claim | None:
    """Give the rate of what was done and the nearest earlier figure it agrees with to the last digit."""
    if percent.quantity.value in EVERYTHING:
        return None
    mine = [one for one in own if one.role is Role.MAIN][-MOST_PLANS:]
    told = [] if name.fulfils else [one for one in reversed(before) if name.stem in one.label]
    for part in (*done, *told):
        for whole in reversed([*before, *mine]):
            if whole is part or not alike(whole, part) or not _is_near(percent, part, whole):
                continue
            found = claim(ClaimKind.RATE, percent, (part, whole))
            if judge(found).verdict is Verdict.PASS:
                return found
    return None


def _is_near(percent: Amount, part: Amount, whole: Amount) -> bool:
    """Tell whether a closer look is worth while: within a point, and of figures large enough to tell."""
    base = whole.quantity.value
    if min(base, part.quantity.value) < _TELLING:
        return False
    return abs(100 * part.quantity.value - percent.quantity.value * base) <= base


def _of_only(percent: Amount, part: Amount, wholes: Sequence[Amount]) -> Claim | None:
    """Give the rate of the only figure that what was done can be a part of, if there is just one."""
    if len({one.quantity.value for one in wholes}) != 1 or not part.quantity.is_exact:
        return None
    found = claim(ClaimKind.RATE, percent, (part, wholes[-1]))
    return found if is_plausible(found) else None


def _wholes_of(
    part: Amount, own: Sequence[Amount], last: Line | None, before: Sequence[Amount], name: Called
) -> list[Amount]:
    """Give what a part can be of: what its line counts before it, else what the line before says of the whole."""
    is_counted = not name.fulfils and part.quantity.kind is not Kind.MONEY
    wholes = _larger(own, part) if is_counted else []
    return wholes or (_wholes_before(last, before, part, name) if last is not None else [])


def _only_grant(done: Amount, own: Sequence[Amount]) -> Amount | None:
    """Give the only other sum of its sentence that what was spent can be of: 专项资金 A，使用 B，使用率 p%."""
    beside = [one for one in own if alike(one, done) or one.role is Role.PERCENT]
    if len(beside) != _PAIR or beside[1] is not done or done.quantity.kind is not Kind.MONEY:
        return None
    grant = beside[0]
    is_grant = grant.role is Role.MAIN and _FUNDS.search(grant.label) and not is_done(grant)
    return grant if is_grant and not done.opens_list and not SENTENCES.search(done.lead) else None


def _of_told_part(
    percent: Amount, own: Sequence[Amount], before: Sequence[Amount], name: Called
) -> Claim | None:
    """Give the rate whose part the block told before: 立项 B … 申报 A，立项率 p%."""
    if name.fulfils or name.denies or name.long or not own or own[-1].role is not Role.MAIN:
        return None
    parts = [one for one in before if _DID.sub("", one.label) == name.stem and alike(one, own[-1])]
    found = [claim(ClaimKind.RATE, percent, (part, own[-1])) for part in parts]
    return found[0] if len(found) == 1 and is_plausible(found[0]) else None


def _wholes_before(last: Line, before: Sequence[Amount], part: Amount, name: Called) -> list[Amount]:
    """Give what the sentence before can say of the whole: what it plans, a total, else the block's only figure."""
    mains = [one for one in last.mains() if alike(one, part)]
    if name.of_saving:
        return sorted((one for one in before if is_planned(one)), key=lambda one: one.quantity.value)[-1:]
    if part.quantity.kind is Kind.MONEY:
        return [] if name.fulfils else [one for one in mains if _IN_ALL.search(one.lead)]
    if name.fulfils:
        return mains if _INTENDED.search(last.text) else []
    if _DID.sub("", part.label) != name.stem:
        return []
    return _larger(before, part) or [one for one in last.head()[:1] if one in mains]


def _larger(amounts: Sequence[Amount], part: Amount) -> list[Amount]:
    """Give the plain amounts before a part that can hold it."""
    return [
        one
        for one in amounts
        if one.role is Role.MAIN and one.figure.end <= part.figure.start and alike(one, part)
        if one.quantity.is_exact and one.quantity.value >= part.quantity.value
    ]
