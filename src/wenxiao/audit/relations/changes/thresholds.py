"""Thresholds: round figures that others pass, neither this time's nor the last: 首次突破 2 万亿元; 迈上百亿元台阶."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenxiao.audit.claims import Claim, Relation
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, comparison

_PASSED = re.compile("(?:突破|冲破|跨越|跨过|迈过|越过|跨上|迈上|站上|跃上|登上)了?$")
_NAMES_NOTHING = re.compile(
    "[，,]?(?:并|且|且首次|历史性地?|首次|首度|第一次|一举|一跃|成功|顺利|提前|率先|双双|再次|再度|连续|已经?|总[量额]|规模|实现)*"
    "(?:(?:突破|冲破|跨越|跨过|迈过|越过|跨上|迈上|站上|跃上|登上|超过|超)了?)?$"
)
_REACHED = re.compile(
    "(?:大关|关口|台阶|以上)?[，,](?:已|实际|全年|共|累计|总额)*(?:达到?|为|完成|实现|升至|增至)了?$"
)
_ENDS = re.compile("(?:大关|关口|台阶)?(?:[，；。,;)]|$)")
_MARK = ("大关", "关口", "台阶")
_FEWEST_DIGITS = 4
_PLAIN = frozenset({Role.MAIN, Role.REFERENCE})


def is_threshold(amounts: Sequence[Amount], at: int) -> bool:
    """Tell whether an amount is only passed by another; one written to the last decimal is told for itself."""
    amount = amounts[at]
    if amount.quantity.low is None or amount.quantity.high is None:
        return True
    if at + 1 < len(amounts) and amounts[at + 1].lead.startswith(_MARK):
        return True
    return _PASSED.search(amount.lead) is not None and not _is_precise(amount)


def passed_in(line: Line, index: int) -> Iterator[Claim]:
    """Give what A，首次突破 B and what 突破 B 大关，达到 A say of both; ``index`` is that of the second."""
    amounts = line.amounts
    first, second = amounts[index - 1], amounts[index]
    if first.role not in _PLAIN or second.role not in _PLAIN or not alike(first, second):
        return
    if is_threshold(amounts, index) and _NAMES_NOTHING.match(second.lead):
        after = amounts[index + 1].lead if index + 1 < len(amounts) else line.tail
        is_alone = _ENDS.match(after) and not is_threshold(amounts, index - 1)
        if is_alone and not _is_limit_from_above(second):
            yield comparison(first, Relation.AT_LEAST, _as_number(second))
    elif is_threshold(amounts, index - 1) and not _is_limit_from_above(first) and _REACHED.match(second.lead):
        yield comparison(_as_number(first), Relation.AT_MOST, second)


def _is_precise(amount: Amount) -> bool:
    digits = sum(letter.isdigit() for letter in amount.quantity.written)
    return digits >= _FEWEST_DIGITS and "." in amount.quantity.written


def _is_limit_from_above(amount: Amount) -> bool:
    return amount.quantity.low is None


def _as_number(amount: Amount) -> Amount:
    """Give the threshold itself: 超过 100 passes 100, whatever it came to."""
    value = amount.quantity.value
    return replace(amount, quantity=replace(amount.quantity, low=value, high=value))
