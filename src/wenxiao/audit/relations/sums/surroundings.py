"""What the sentence around a list says of it: where it must end, and what cannot be its whole."""

from __future__ import annotations

import re

from wenxiao.audit.figures.marks import SEMICOLON, STOP
from wenxiao.audit.relations.amounts import Amount, Line

_CAUSE = re.compile("原因|由于|(?<!其中)主要是")
_MAIN_CAUSE = re.compile("主要是?(?:由于|因为)|主要原因")
_CLAUSES = re.compile("[，,；;。]")
_AMONG = re.compile("[；;]其中")
_BARE = re.compile("包括[^：:，,。；;]*$")


def has_semicolon(amount: Amount) -> bool:
    """Tell whether a semicolon stands between an amount and the one before."""
    return SEMICOLON.search(amount.lead) is not None


def ends_at_semicolon(line: Line, index: int) -> bool:
    """Tell whether the list that begins with an amount ends at the first semicolon.

    So does what 包括 names without a colon, and what is told inside an item of a list that semicolons part. The one
    right before 其中 parts no items.
    """
    if _BARE.search(line.amounts[index].lead):
        return True
    for amount in reversed(line.amounts[: index + 1]):
        if STOP.search(amount.lead):
            return False
        if has_semicolon(amount) and not (amount is line.amounts[index] and _AMONG.match(amount.lead)):
            return True
    return False


def begins_cause(amount: Amount) -> bool:
    """Tell whether with an amount begins why something else is so: 主要由于 X 增加 3 万元."""
    return "主要" in amount.lead and _MAIN_CAUSE.search(_CLAUSES.split(amount.lead)[-1]) is not None


def is_of_cause(line: Line, index: int, whole: Amount) -> bool:
    """Tell whether an amount is told as the cause of something, and the list begins in a sentence after that."""
    amounts = line.amounts
    stops = (at for at in range(index, -1, -1) if STOP.search(amounts[at].lead))
    last = next(stops, 0)
    within = False
    for amount in amounts[:last]:
        within = bool(_CAUSE.search(STOP.split(amount.lead)[-1])) or (within and not STOP.search(amount.lead))
        if amount is whole:
            return within
    return False
