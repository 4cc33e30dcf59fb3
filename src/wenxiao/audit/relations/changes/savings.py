"""What was saved or overspent between two figures that their names tell apart: 预算 A，中标 B，节约 C; 送审 A，审定 B，核减 C.

Lists of parts may stand between the three. What does not close is claimed where nothing else is told beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.finding import Verdict

_SAVED = re.compile(
    "(?:^|[，,；;。])(?:(?:较|比)(?:年初)?(?:预算|计划|概算)|共计?|合计|总共|累计|实际|净)*"
    "(?:(?P<less>节约|节省|节支|[核审]减)|超支|超(?:出)?(?:预算|概算))(?:财政|采购|政府|项目|建设|工程|投资)*"
    "(?:资金|经费|成本|金额|支出|投资|预算|概算|额)*(?:共计|合计|达|约)?[了为]?$"
    "|(?:决算|执行|实际)[^，。；]{0,6}(?:(?P<below>小于|低于|少于)|大于|高于|多于|超过|超出)[^，。；]{0,4}(?:预算|计划)数?$"
)
_PLANNED = re.compile("预算|计划|概算|估算|控制价|限价|送审|报审|申报|上报|下达|安排|合同")
_ACTUAL = re.compile(
    "实际|实施|中标|成交|决算|结算|审定|审核|评审|合同|支出|完成|使用|采购(?:金额|规模|总额|资金)"
)
_KEPT = re.compile("结转|结余|节余|收回|剩余|调[整增减]|追加")
_PAIR = 2


def saved_at(line: Line, index: int, earlier: Earlier) -> Claim | None:
    """Give the difference that an amount is by its name, of what was planned and what it came to."""
    rest = line.amounts[index]
    found = _SAVED.search(rest.lead) if rest.role is not Role.PERCENT else None
    if found is None:
        return None
    is_less = (found["less"] or found["below"]) is not None
    item = _item(line, index)
    beside = _parting([one for one in item if one.role is Role.MAIN], rest, is_less=is_less)
    if beside is not None and (_holds(beside) or not any(_KEPT.search(one.lead) for one in item[1:])):
        return beside
    apart = _parting([*earlier.heads(line.block), *_heads(line, index)], rest, is_less=is_less)
    return apart if apart is not None and (_holds(apart) or _is_miswritten(apart)) else None


def _item(line: Line, index: int) -> Sequence[Amount]:
    """Give the amounts before one in its item of a list or sentence, none if it begins the next."""
    amounts = line.amounts
    if SENTENCES.search(amounts[index].lead):
        return ()
    begins = (
        at for at in range(index - 1, 0, -1) if amounts[at].opens_list or SENTENCES.search(amounts[at].lead)
    )
    return amounts[next(begins, 0) : index]


def _heads(line: Line, index: int) -> list[Amount]:
    """Give the plain amounts before one that stand before any list of parts of its line."""
    start = line.amounts[index].figure.start
    return [one for one in line.head() if one.role is Role.MAIN and one.figure.start < start]


def _parting(told: Sequence[Amount], rest: Amount, *, is_less: bool) -> Claim | None:
    """Give what parts a plan and what it came to, the last two told, in the order that their names tell."""
    pair = [one for one in told if alike(one, rest)][-_PAIR:]
    if len(pair) < _PAIR or not all(one.quantity.is_exact for one in (*pair, rest)):
        return None
    orders = (pair, pair[::-1])
    named = (two for two in orders if _PLANNED.search(two[0].label) and _ACTUAL.search(two[1].label))
    planned_first = next(named, None)
    if planned_first is None:
        return None
    return claim(ClaimKind.DIFFERENCE, rest, planned_first if is_less else planned_first[::-1])


def _is_miswritten(stated: Claim) -> bool:
    """Tell whether one slip of the pen is all that parts a difference from holding."""
    whole, *rest = (term.quantity for term in (*stated.operands, stated.result) if term.quantity is not None)
    return is_slip(whole, rest)


def _holds(stated: Claim) -> bool:
    return judge(stated).verdict is Verdict.PASS
