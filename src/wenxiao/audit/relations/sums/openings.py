"""The words that open a list of parts, and what they say of its whole."""

from __future__ import annotations

import re

from wenxiao.audit.relations.amounts import Amount

_CLASSED = re.compile(
    "(?:按[^，,；;。：:]{1,16}分(?:类|为)?(?:科目)?[，,：:]?|按[^，,；;。：:]{1,12}[：:]"
    "|(?:^|[。；;，,、])分[^，,；;。：:]{1,12}[：:]|[按分从][^，,；;。：:]{1,16}看[，,：:])[^；;。：:]*$"
)
_AMONG = re.compile("(?:^|[，,；;：:。])(?P<name>[^，,；;：:。、()]{2,30})(?<!其)中[，,：:][^。；;]*$")
_WITHIN = re.compile("(?:^|[，,])在(?P<name>[^，,；;：:。、()]{2,30})(?<!其)中[，,：:]")
_DETAILED = re.compile("(?:来源(?:渠道|情况)?(?:[:：为是]|包括)|具体[为是][:：])[^，,；;。]*$")
_REACH = 80
"""The words that open a list stand at most so many characters before its first part."""

_OTHER_SIDE = re.compile("[；;。](?:收入|支出)[^，；;。]{0,4}包括[^；;。]*$")


def opens(amount: Amount) -> bool:
    """Tell whether a list of parts begins with an amount: 其中, 按用途划分, 分地区看, 基本支出中, 资金来源为, 具体为."""
    lead = amount.lead[-_REACH:]
    among = "中" in lead and _AMONG.search(lead) is not None
    return amount.opens_list or among or details(amount) or classifies(amount)


def details(amount: Amount) -> bool:
    """Tell whether with an amount begins what a whole comes from or consists of: 资金来源为, 具体为：."""
    lead = amount.lead[-_REACH:]
    return ("来源" in lead or "具体" in lead) and _DETAILED.search(lead) is not None


def classifies(amount: Amount) -> bool:
    """Tell whether with an amount begins what a whole is by kinds: 按用途划分, 按经济分类科目：, 从结构看."""
    lead = amount.lead[-_REACH:]
    return ("分" in lead or "看" in lead or "按" in lead) and _CLASSED.search(lead) is not None


def named_whole(amount: Amount) -> str:
    """Give what the words before a list call its whole (基本支出中，), "" if they do not."""
    found = _AMONG.search(amount.lead[-_REACH:])
    return found["name"] if found else ""


def whole_of(text: str) -> str:
    """Give what a sentence without amounts calls the whole of what follows (在全部 X 中，甲增长较快), "" if it does not."""
    found = _WITHIN.search(text[:_REACH]) if "中" in text[:_REACH] else None
    return found["name"] if found else ""


def is_other_side(amount: Amount) -> bool:
    """Tell whether a list is one side of an account: both (收入包括, 支出包括) make up the one total told before them."""
    return bool(_OTHER_SIDE.search(amount.lead[-_REACH:]))
