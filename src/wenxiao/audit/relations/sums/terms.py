"""What an amount is to a sum: what it is called, whether it can be added at all, how it is bound to its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.relations.amounts import Amount, Line, Role

_AVERAGE = re.compile("[人户亩次场家件项日月年车]均|均价|平均|单价|每|标准$|最高|最低|密度")
_SIGNED = re.compile("差[值额]|相差|增减|净[增减额]")
_BRACKETS = re.compile(r"\([^()]*\)|^[^(]*\)")
_COMMAS = re.compile("[，；。：、,;:(]")
_FILLERS = re.compile("(?:为|是|达到|达|约)+$")


def can_be_added(amount: Amount) -> bool:
    """Tell whether an amount may be a part or a whole: no percentage, no average, no balance that may have either sign."""
    return amount.role is not Role.PERCENT and not _is_averaged(amount) and not _SIGNED.search(amount.label)


def _is_averaged(amount: Amount) -> bool:
    """Tell whether an amount is one of those that are never added: an average, a price, a standard."""
    return bool(_AVERAGE.search(amount.label) or _AVERAGE.search(amount.figure.label))


def part_name(part: Amount) -> str:
    """Give what a part is called: the words before it up to a comma, without what stands in brackets."""
    return _COMMAS.split(_FILLERS.sub("", _BRACKETS.sub("", part.lead)))[-1]


def common_ending(words: Sequence[str]) -> str:
    """Give the longest text that all words end with."""
    shortest = min(words, key=len)
    starts = range(len(shortest))
    return next((shortest[at:] for at in starts if all(word.endswith(shortest[at:]) for word in words)), "")


def opens_bracket(amount: Amount) -> bool:
    """Tell whether an amount is the first in brackets that begin right after the amount before it."""
    return amount.lead.startswith("(") and ")" not in amount.lead


def is_base(line: Line, position: int) -> bool:
    """Tell whether an amount is only what a percentage is of: 占预算 X 的 p%."""
    following = line.amounts[position + 1 : position + 2]
    return bool(following) and following[0].role is Role.PERCENT and following[0].lead == "的"
