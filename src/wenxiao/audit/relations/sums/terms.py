"""What an amount is to a sum: what it is called, whether it can be added at all, how it is bound to its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from wenxiao.audit.relations.amounts import Amount, Line, Role

_AVERAGE = re.compile(
    "(?=[人户亩次场家件项日月年车均平单每标最密])"
    "(?:[人户亩次场家件项日月年车]均|均价|平均|单价|每|标准$|最高|最低(?!生活保障)|密度)"
)
_SIGNED = re.compile("差[值额]|相差|增减|净[增减额]")
_BRACKETS = re.compile(r"\([^()]*\)|^[^(]*\)")
_DENIED = re.compile("非(?P<what>[一-龥]{2})")
_COMMAS = re.compile("[，；。：、,;:(]")
_FILLERS = re.compile("(?:为|是|达到|达|约)+$")
_FILLED = ("为", "是", "到", "达", "约")
_PASSED = (
    "突破",
    "突破了",
    "冲破",
    "跨过",
    "跨越",
    "跨上",
    "迈过",
    "迈上",
    "迈入",
    "站上",
    "越过",
    "逼近",
    "接近",
)


_LONGEST_CHANGE = 6
_FROM = re.compile("[由从][^，,；;。由从]{0,16}$")
_TO = re.compile(
    "^(?:拟)?(?:调整|调增|调减|追加|增加|增长|提高|上升|扩大|减少|下降|压减|压缩|降低|核减)(?:为|到|至|成)$"
)


def can_be_added(amount: Amount) -> bool:
    """Tell whether an amount may be a part or a whole.

    It may not if it is a percentage or multiple, an average, a balance that may have either sign, or a mark that was
    passed.
    """
    return not (
        amount.role is Role.PERCENT
        or amount.quantity.unit == "倍"
        or amount.lead.endswith(_PASSED)
        or _is_average(amount.figure.label)
        or _is_never_added(amount.label)
    )


def is_averaged(amount: Amount) -> bool:
    """Tell whether an amount is one of those that are never added: an average, a price, a standard."""
    return _is_average(amount.label) or _is_average(amount.figure.label)


@lru_cache(maxsize=4096)
def _is_never_added(label: str) -> bool:
    return _is_average(label) or _SIGNED.search(label) is not None


@lru_cache(maxsize=4096)
def _is_average(label: str) -> bool:
    return _AVERAGE.search(label) is not None


def part_name(part: Amount) -> str:
    """Give what a part is called: the words before it up to a comma, without what stands in brackets."""
    return _name_in(part.lead)


@lru_cache(maxsize=4096)
def _name_in(lead: str) -> str:
    words = _BRACKETS.sub("", lead) if ")" in lead else lead
    return _COMMAS.split(_FILLERS.sub("", words) if words.endswith(_FILLED) else words)[-1]


def common_ending(words: Sequence[str]) -> str:
    """Give the longest text that all words end with."""
    shortest = min(words, key=len)
    starts = range(len(shortest))
    return next((shortest[at:] for at in starts if all(word.endswith(shortest[at:]) for word in words)), "")


def shares_letters(name: str, words: str) -> bool:
    """Tell whether words have two letters side by side of a name."""
    return any(name[at : at + 2] in words for at in range(len(name) - 1))


def opens_bracket(amount: Amount) -> bool:
    """Tell whether an amount is the first in brackets that begin right after the amount before it."""
    return amount.lead.startswith("(") and ")" not in amount.lead


def is_beside(part: Amount, whole: Amount) -> bool:
    """Tell whether an amount is all that another is not, and so no part of it: 非税收入 beside 税收收入."""
    denied = _DENIED.search(part_name(part))
    return denied is not None and denied["what"] in whole.label and denied[0] not in whole.label


def is_base(line: Line, position: int) -> bool:
    """Tell whether an amount is only what a percentage is of: 占预算 X 的 p%."""
    following = line.amounts[position + 1 : position + 2]
    return bool(following) and following[0].role is Role.PERCENT and following[0].lead == "的"


def is_changed_to(former: Amount, amount: Amount) -> bool:
    """Tell whether an amount is what the one before it became: 由 X 调整为 Y."""
    is_short = len(amount.lead) <= _LONGEST_CHANGE  # most leads are longer: no need to look closer
    return is_short and _TO.match(amount.lead) is not None and _FROM.search(former.lead) is not None
