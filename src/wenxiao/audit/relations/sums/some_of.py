"""Totals of some of what was told, which say of what: 前三项合计, 后两年共; A 和 B 加起来, 甲与乙之和.

The first or last few of a list are so by the form of the words: such a total is wrong if a slip of the pen parts it from
them. What is called by names may be told of something else too, so such a total is claimed if it comes to the last digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.chance import AT_TIMES, most_trials
from wenxiao.audit.relations.proven.explained import Explained
from wenxiao.audit.relations.proven.told import Told
from wenxiao.audit.relations.sums.closing import adds_up
from wenxiao.audit.relations.sums.known_lists import KnownLists
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.terms import can_be_added, shares_letters

_SOME = re.compile(
    "(?P<side>前|后|末)(?P<number>[两二三四五六七八九2-9])(?:个?[项者类家档名位级块批期段组种处层]|大[一-龥]{1,2}|个?部分|个?方面|个?环节)"
    "[^。；;0-9]{0,10}$"
)
_NAMED = re.compile(
    "(?P<names>[^，。；：,;:()占]{2,40})(?:合计|共计|总计|之和|相加|加起来|合起来|加在一起)[^，。；,;0-9]{0,6}$"
)
_JOINS = re.compile("以及|加上|[、和与及]")
_QUOTES = re.compile("[“”\"'‘’的]")
_DIRECTLY = re.compile("[项者类家档名位级](?:合计|共计|总计|相加|加起来|共|之和)?(?:为|是|达)?[)]?$")
_NUMBERS = (
    {"两": 2}
    | {digit: at for at, digit in enumerate("零一二三四五六七八九")}
    | {str(at): at for at in range(10)}
)
_MOST_BACK, _MOST_CALLED, _LEAD, _FEWEST = 40, 6, 32, 2


def sums_of_some(told: Sequence[Told], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the sums of totals that say of which amounts they are, without those claimed already."""
    explained = Explained(claims, frozenset())
    lists = KnownLists(told, claims)
    for at, one in enumerate(told):
        total = one.amount
        if _can_be_total(total) and not explained.has(ClaimKind.SUM, total.figure.start):
            words = _words(told, at)
            found = _of_list(total, words, lists) or _of_names(
                total, words, told[max(at - _MOST_BACK, 0) : at]
            )
            if found is not None:
                yield found


def _can_be_total(amount: Amount) -> bool:
    return amount.role is Role.MAIN and amount.quantity.value > 0 and can_be_added(amount)


def _words(told: Sequence[Told], at: int) -> str:
    """Give the words before an amount in its sentence, with the number of things among them (前三项)."""
    own = told[at].amount
    words = own.lead
    before = told[at - 1] if at else None
    if before is not None and before.line == told[at].line and not alike(before.amount, own):
        words = f"{before.amount.lead}{before.amount.figure.text}{words}"
    return SENTENCES.split(words)[-1][-_LEAD:]


def _of_list(total: Amount, words: str, lists: KnownLists) -> Claim | None:
    """Give the sum of the first or the last few of the list before a total."""
    some = _SOME.search(words)
    if some is None:
        return None
    number = _NUMBERS[some["number"]]
    parts = next((one.parts for one in lists.before(total) if alike(one.whole, total)), ())
    if number >= len(parts):
        return None
    chosen = parts[:number] if some["side"] == "前" else parts[-number:]
    is_meant = _DIRECTLY.search(words) or is_slip(total.quantity, [one.quantity for one in chosen])
    return claim(ClaimKind.SUM, total, chosen) if is_meant or adds_up(total, chosen) else None


def _of_names(total: Amount, words: str, before: Sequence[Told]) -> Claim | None:
    """Give the sum of one amount of each name before a total, the nearest first, unless chance would find one.

    Where each name can mean but one amount, the total is wrong if a slip parts it from them.
    """
    named = _NAMED.search(words.rstrip("()"))
    names = [name for name in _JOINS.split(_QUOTES.sub("", named["names"])) if name] if named else []
    if len(names) < _FEWEST:
        return None
    near = [one.amount for one in reversed(before) if alike(one.amount, total) and can_be_added(one.amount)]
    called = [_called(name, near) for name in names]
    most = most_trials(total.quantity, total.quantity.value, AT_TIMES)
    rows = (sorted(row, key=lambda one: one.figure.start) for row in islice(product(*called), most))
    for parts in rows:
        if len({one.figure.start for one in parts}) == len(parts) and _is_meant(total, parts, called):
            return claim(ClaimKind.SUM, total, parts)
    return None


def _is_meant(total: Amount, parts: Sequence[Amount], called: Sequence[Sequence[Amount]]) -> bool:
    is_certain = all(len(some) == 1 for some in called)
    return adds_up(total, parts) or (is_certain and is_slip(total.quantity, [one.quantity for one in parts]))


def _called(name: str, near: Sequence[Amount]) -> Sequence[Amount]:
    """Give the amounts that are called so, else the few nearest that have two letters side by side of the name."""
    same = [one for one in near if _QUOTES.sub("", one.label) == name]
    return (
        same or [one for one in near if name in one.label or shares_letters(name, one.label)][:_MOST_CALLED]
    )
