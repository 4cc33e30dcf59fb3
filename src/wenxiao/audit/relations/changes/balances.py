"""Balances in sentences: 收入 A，支出 B，收支相抵，结转 C; 出口 A，进口 B，顺差 C."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.finding import Verdict

_BALANCE = re.compile(
    "(?:^|[，。；,;])(?:本年|当年|年度|当期|全年)?收支(?:相抵|相减|轧差)?(?:后)?[，,]?"
    "(?:年末|年终|期末|当年|累计|滚存|净)*(?:结余|节余|差额|盈余|结转)(?:下年|下一年|次年)?度?"
    "(?:支出|使用|资金|结余|收入)?(?:[共为]|共计)?$"
)
_LEFT = re.compile("(?:结余|节余|差额|盈余|结转)(?:下年|结余|资金|支出)*(?:为)?$")
_EXPENSES = re.compile("支出(?:决算|合计|总计)?数?$")
_ALL_INCOME = re.compile("收入(?:总计|合计|总量|总额)|总收入|总财力")
_ALL_EXPENSES = re.compile("支出(?:总计|合计|总量|总额)|总支出")
_TRADE = re.compile("[顺逆]差额?$")
_EXPORTS = re.compile("(?<!进)出口(?:总?[额值]|总量|规模|完成|实现)*$")
_IMPORTS = re.compile("进口(?:总?[额值]|总量|规模|完成|实现)*$")


def balance_at(amounts: Sequence[Amount], index: int, earlier: Earlier, block: int) -> Claim | None:
    """Give what is left of income when expenses are paid, or parts exports and imports, if ``index`` is that."""
    rest = amounts[index]
    if "收支" in rest.lead and _BALANCE.search(rest.lead):
        mains = _plain(amounts[:index])
        told = [*earlier.of_block(block), *mains]
        return (
            _of_totals(rest, told)
            or _of_sides(rest, told)
            or _of_far_totals(rest, [*earlier.plain(), *mains])
        )
    if rest.role is Role.MAIN and _TRADE.search(rest.label):
        return _of_trade(rest, _plain(amounts[:index]))
    return None


def _plain(amounts: Sequence[Amount]) -> list[Amount]:
    return [one for one in amounts if one.role is Role.MAIN]


def _of_totals(rest: Amount, told: Sequence[Amount]) -> Claim | None:
    """Give the last total of income told before the last total of expenses, less the latter."""
    at = next((at for at in range(len(told) - 1, 0, -1) if _ALL_EXPENSES.search(told[at].label)), 0)
    if any(_LEFT.search(one.lead) for one in told[at:]):
        return None
    return _less(rest, _last(told[:at], _ALL_INCOME), told[at]) if at else None


def _of_far_totals(rest: Amount, told: Sequence[Amount]) -> Claim | None:
    """Give the same from other paragraphs, where it agrees."""
    found = _of_totals(rest, told)
    return found if found is not None and judge(found).verdict is Verdict.PASS else None


def _of_sides(rest: Amount, told: Sequence[Amount]) -> Claim | None:
    """Give the first income told since the last balance or expenses, less the expenses right before."""
    if len(told) < 2 or not _EXPENSES.search(told[-1].label):
        return None
    income: Amount | None = None
    for one in reversed(told[:-1]):
        if _EXPENSES.search(one.label) or _LEFT.search(one.lead):
            break
        income = one if "收入" in one.label and alike(one, rest) else income
    return _less(rest, income, told[-1])


def _of_trade(rest: Amount, told: Sequence[Amount]) -> Claim | None:
    exports, imports = _last(told, _EXPORTS), _last(told, _IMPORTS)
    if exports is None or imports is None:
        return None
    return _less(rest, exports, imports) if "顺差" in rest.label else _less(rest, imports, exports)


def _last(told: Iterable[Amount], called: re.Pattern[str]) -> Amount | None:
    found: Amount | None = None
    for one in told:
        found = one if called.search(one.label) else found
    return found


def _less(rest: Amount, whole: Amount | None, part: Amount) -> Claim | None:
    if whole is None or not (alike(whole, rest) and alike(part, rest)):
        return None
    return claim(ClaimKind.DIFFERENCE, rest, (whole, part))
