"""Shares and rates in sentences: 占…的 p%, 完成预算的 p%, 执行率 p%, 到位率 p%."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.earlier import Earlier
from wenxiao.audit.relations.sums import whole_before
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_SHARE = re.compile(
    "占(?:比|(?P<whole>[^，；。、占]{0,30}?)(?:的)?(?:比重|比例|百分比|份额)?)(?:为|达|达到|约)?[:：]?$"
)
_FULFILLED = re.compile("完成(?:了)?[^，；。]{0,16}(?:预算|计划|目标|任务|指标)数?(?:的)?$|[，,]完成(?:了)?$")
_RATE = re.compile("(?P<stem>[一-龥]{2})(?:进度|率|比例)(?:分别)?(?:为|达到|达|:|：)?$")
_SPENDING = frozenset({"执行", "完成", "到位", "支付", "支出", "使用", "拨付", "发放"})
_MOST_PLANS = 6
_EVERYTHING = frozenset({0, 100})
_NEXT = ""
_FEWEST_SHARES, _FEWEST_FITTING = 2, 2
_DONE = re.compile("决算|实际|执行|完成|支付|到位|使用|已支|累计支出")
_OF = re.compile("[，,](?:(?P<share>占)|完成|为)[^，；。]{0,12}$")
_SPENT = re.compile("支出|发放|拨付")
_PLANNED = re.compile("预算|计划|安排|下达|应[到补发]|批复|指标|到位")
_ANY_WHOLE = frozenset({"", "总数", "总额", "总量", "全部", "总", "比"})


def ratios_in(line: Line, last: Line | None, earlier: Earlier) -> Iterator[Claim]:
    """Give the shares and rates of a line; a whole that is only named is looked up in the text before."""
    yield from _shares_of_common_whole(line, last)
    for index, percent in enumerate(line.amounts):
        if percent.quantity.kind is not Kind.PERCENT:
            continue
        found = (
            _between(line, index)
            or _share(line, index, earlier)
            or _rate(line, index, last)
            or _agreeing(line, index, earlier)
        )
        if found is not None:
            yield found


def _shares_of_common_whole(line: Line, last: Line | None) -> Iterator[Claim]:
    """Give the shares of a list whose whole stands in front of it unannounced: most of them must fit it."""
    amounts = line.amounts
    shares = [at for at in range(1, len(amounts)) if _is_nameless_share(amounts, at)]
    if len(shares) < _FEWEST_SHARES:
        return
    before = [one for one in amounts[: shares[0] - 1] if one.role is Role.MAIN]
    earlier = list(last.mains()) if last is not None else []
    for whole in reversed([*earlier, *before]):
        if alike(whole, amounts[shares[0] - 1]):
            found = [claim(ClaimKind.SHARE, amounts[at], (amounts[at - 1], whole)) for at in shares]
            fitting = sum(judge(one).verdict is Verdict.PASS for one in found)
            if fitting >= _FEWEST_FITTING and 2 * fitting > len(found):
                yield from found
                return


def _is_nameless_share(amounts: Sequence[Amount], at: int) -> bool:
    """Tell whether a percentage is the share of the amount before it, of a whole that nothing announces."""
    stated = _SHARE.search(amounts[at].lead)
    if stated is None or (stated["whole"] or "") not in _ANY_WHOLE or amounts[at - 1].role is Role.PERCENT:
        return False
    return amounts[at].quantity.kind is Kind.PERCENT and _whole_of(amounts, at - 1) is None


def _between(line: Line, index: int) -> Claim | None:
    """Give A，占 B 的 p%, and A，完成计划 B 的 p%."""
    if index < 2 or line.amounts[index].lead != "的":
        return None
    part, whole, percent = line.amounts[index - 2 : index + 1]
    words = _OF.search(whole.lead)
    if words is None or Role.PERCENT in {part.role, whole.role} or not alike(part, whole):
        return None
    return claim(ClaimKind.SHARE if words["share"] else ClaimKind.RATE, percent, (part, whole))


def _share(line: Line, index: int, earlier: Earlier) -> Claim | None:
    percent, amounts = line.amounts[index], line.amounts
    stated = _SHARE.search(percent.lead)
    part = _before(amounts, index, lambda one: one.role is not Role.PERCENT)
    if stated is None or part is None:
        return None
    name = stated["whole"] or ""
    nameless = name in _ANY_WHOLE
    whole = _whole_of(amounts, amounts.index(part)) if nameless else earlier.named(name, line, part)
    if whole is None or whole is part or not alike(whole, part):
        return None
    return claim(ClaimKind.SHARE, percent, (part, whole))


def _whole_of(amounts: Sequence[Amount], position: int) -> Amount | None:
    """Give the whole of the list the part stands in: what stands before the nearest marker, if there is one."""
    for index in range(position, 0, -1):
        if amounts[index].opens_list:
            return whole_before(amounts, index)
    return None


def _rate(line: Line, index: int, last: Line | None) -> Claim | None:
    """Give done ÷ planned: of the list item the rate stands in, of the sentence, or planned in the one before."""
    percent, amounts = line.amounts[index], line.amounts
    fulfilled, named = bool(_FULFILLED.search(percent.lead)), _RATE.search(percent.lead)
    if not fulfilled and named is None:
        return None
    stem = named["stem"] if named else _NEXT
    start = _last_marker(amounts, index)
    pairs = _pairs(amounts[start:index], amounts[start:index], stem)
    if not pairs and start and not (fulfilled and _done(amounts[start:index], stem)):
        pairs = _pairs(amounts[:start], amounts[:start], stem)
    if not pairs and not start and last is not None and last.block == line.block:
        mine = amounts[:index] if index else last.head()
        pairs = _pairs(mine, last.head(), stem)
    claims = [claim(ClaimKind.RATE, percent, pair) for pair in pairs]
    fitting = next((one for one in claims if judge(one).verdict is Verdict.PASS), None)
    return fitting or (claims[0] if len(claims) == 1 else None)


def _agreeing(line: Line, index: int, earlier: Earlier) -> Claim | None:
    """Give the rate of the nearest two earlier figures that agree with it to the last digit, if some do."""
    percent = line.amounts[index]
    called = _RATE.search(percent.lead) or _FULFILLED.search(percent.lead)
    if called is None or percent.quantity.value in _EVERYTHING:
        return None
    before = earlier.of_block(line.block)
    mine = [one for one in line.amounts[:index] if one.role is Role.MAIN]
    for done in reversed(mine[-_MOST_PLANS:]):
        for whole in reversed([*before, *mine[-_MOST_PLANS:]]):
            if whole is done or not alike(whole, done):
                continue
            base = whole.quantity.value
            if abs(100 * done.quantity.value - percent.quantity.value * base) > abs(base):
                continue
            found = claim(ClaimKind.RATE, percent, (done, whole))
            if judge(found).verdict is Verdict.PASS:
                return found
    return None


def _pairs(amounts: Sequence[Amount], plans: Sequence[Amount], stem: str) -> list[tuple[Amount, Amount]]:
    """Give what can have been done and what can have been planned, the last first."""
    return [
        (done, planned)
        for done in _done(amounts, stem)
        for planned in reversed(plans[-_MOST_PLANS:])
        if planned is not done and planned.role is Role.MAIN and alike(planned, done)
        if _is_planned(planned) or (_is_named_after(done, stem) and planned.figure.end < done.figure.start)
    ]


def _done(amounts: Sequence[Amount], stem: str) -> list[Amount]:
    """Give the last amounts that were done; what the rate is named after (到位 of 到位率) goes first."""
    mains = [one for one in reversed(amounts[-_MOST_PLANS:]) if one.role is Role.MAIN]
    if stem == _NEXT:
        return mains[:1]
    named = [one for one in mains if stem in one.label]
    return named or ([one for one in mains if _is_done(one)] if stem in _SPENDING else [])


def _is_named_after(done: Amount, stem: str) -> bool:
    """Tell whether a rate of any kind is named after what was counted: 合格率 after 合格2619批次."""
    return stem not in _SPENDING and stem != _NEXT and stem in done.label


def _last_marker(amounts: Sequence[Amount], index: int) -> int:
    return next((at for at in range(index, 0, -1) if amounts[at].opens_list), 0)


def _is_done(amount: Amount) -> bool:
    label = amount.label
    return bool(_DONE.search(label)) or (bool(_SPENT.search(label)) and not _PLANNED.search(label))


def _is_planned(amount: Amount) -> bool:
    return bool(_PLANNED.search(amount.label)) and not re.search("决算|实际", amount.label)


def _before(amounts: Sequence[Amount], index: int, wanted: Callable[[Amount], bool]) -> Amount | None:
    return next((one for one in reversed(amounts[:index]) if wanted(one)), None)
