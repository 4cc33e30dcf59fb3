"""Which of two amounts is what the other is compared with: that of an earlier time."""

from __future__ import annotations

import re

from wenxiao.audit.relations.amounts import Amount, Role

_EARLIER = re.compile(
    r"(?:[上去前]年|上期|上届|上季|同期)[^,，;；。:：]{0,8}$|(?:^|[,，;；。])[由从][^,，;；。]{0,12}$"
    r"|^[(（](?:19|20)?[0-9]{2}年[^,，;；。]{0,8}$"
)
"""Words right before an amount: 上年为, 由, or a year that stands with it in brackets."""


def is_earlier(amount: Amount) -> bool:
    """Tell whether words right before an amount say that it is of an earlier time."""
    return amount.role is Role.REFERENCE or _EARLIER.search(amount.lead) is not None


def in_order(one: Amount, two: Amount) -> tuple[Amount, Amount] | None:
    """Give the later and the earlier of two amounts, None if words do not say which is which."""
    first, second = is_earlier(one), is_earlier(two)
    if first is second:
        return None
    return (two, one) if first else (one, two)
