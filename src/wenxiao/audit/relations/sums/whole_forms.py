"""The forms in which a list says that it leaves nothing of its whole out."""

from __future__ import annotations

import re
from decimal import Decimal

from wenxiao.audit.relations.amounts import Amount
from wenxiao.audit.relations.sums.divisions import is_division
from wenxiao.audit.relations.sums.listing import Listing
from wenxiao.audit.relations.sums.terms import common_ending, part_name
from wenxiao.audit.relations.sums.told_shares import is_wholly_shared
from wenxiao.quantity import Kind

_COMPOSED = re.compile(
    "由.{0,40}(?:组成|构成)|来源(?:渠道|情况)?[:：为是]|按[^，。；]{0,6}(?:功能|经济|用途|性质|来源|科目|类型|类别|级次|性别|产业)[^，。；]{0,6}分"
)
_EACH = re.compile("[，,：:(]?分别(?:为|是|有|[:：])")
_REST = re.compile("^(?:和|及|与|以及)?(?:其他|其它|其余|剩余|余下)|等其[他它]")
_OTHER_SIDE = re.compile("预算|决算|计划|目标|上年|去年|同期|年初|原|编制|限额|[0-9]年")
_TIGHT = re.compile("[、和及与]|以及")
_FEWEST_IN_ROW = 3
_LEVEL = re.compile(r"^(?:国家|中央|省|市|县|区|乡|镇|村)")
_WELFARE = ("社会保障和就业", "卫生健康|医疗卫生", "住房保障")
_BUDGET = re.compile("预算|决算|支出[合总]计|本年支出|部门支出")
_PUBLIC = re.compile("民生|重点|全[国省市县区]")
_NEARLY_ALL = Decimal("0.9")
_JOINS = re.compile("[、和与及]|以及")
_KEY, _REACH = 2, 80


def says_all(found: Listing) -> bool:
    """Tell whether a list says by its words that it is all of its whole."""
    return (
        bool(_COMPOSED.search(found.lead))
        or tells_each(found)
        or found.number == len(found.parts)
        or is_divided(found)
        or _is_bracketed_row(found)
        or _exceeds(found)
        or _is_budget(found)
    )


def tells_each(found: Listing) -> bool:
    """Tell whether right after the whole the text says what each part of it is: 48 人，分别为甲 26 人、乙 22 人."""
    return _EACH.match(found.lead) is not None


def is_divided(found: Listing) -> bool:
    """Tell whether the parts themselves say that they are all: by their names or by their shares."""
    labels = tuple(part_name(part) for part in found.parts)
    return (
        bool(_REST.search(labels[-1]))
        or is_division(labels)
        or is_wholly_shared(found)
        or _names_parts(found)
    )


def _is_bracketed_row(found: Listing) -> bool:
    """Tell whether the parts stand in brackets right after the whole, several (or levels) in a row and nothing else."""
    parts = found.parts
    return (
        found.lead.startswith("(")
        and not found.lead.startswith("(其中")
        and found.after.startswith(")")
        and (len(parts) >= _FEWEST_IN_ROW or all(_LEVEL.search(part_name(part)) for part in parts))
        and all(_TIGHT.match(part.lead) for part in parts[1:])
        and not any(_OTHER_SIDE.search(part.lead) for part in parts)
    )


def _exceeds(found: Listing) -> bool:
    """Tell whether sums of money listed close together are more than the whole, though each of them is less.

    Things and people may be counted under two heads, money hardly ever is.
    """
    whole = found.whole.quantity
    values = [part.value for part in found.quantities]
    return (
        whole.kind is Kind.MONEY
        and max(values) <= whole.value < sum(values)
        and all(_TIGHT.match(part.lead) for part in found.parts[1:])
        and not any(_OTHER_SIDE.search(part.lead) for part in found.parts)
    )


def _names_parts(found: Listing) -> bool:
    """Tell whether the words of a whole name its parts in a row, and no others: 老年人和未成年人的投诉 X 件，其中老年人 …."""
    words = found.whole.lead[-_REACH:]
    keys = [_own_name(part, found.whole) for part in found.parts]
    places = [words.find(key) for key in keys]
    if len(set(places)) < len(places) or min(places) < 0 or min(map(len, keys)) < _KEY:
        return False
    return len(_JOINS.findall(words[min(places) :])) == len(keys) - 1


def _own_name(part: Amount, whole: Amount) -> str:
    """Give what a part is called without what it shares with its whole: 老年人 of 老年人投诉, where the whole is 投诉."""
    name = part_name(part).removeprefix("其中")
    own = name.removesuffix(common_ending((name, whole.label)))
    return own if len(own) >= _KEY else name


def _is_budget(found: Listing) -> bool:
    """Tell whether parts are the classes of spending that every department ends with, and nearly all of its budget.

    Of the spending of a government they are a few among many.
    """
    whole, names = found.whole, [part_name(part) for part in found.parts]
    told = zip(names[-len(_WELFARE) :], _WELFARE, strict=False)
    return (
        len(names) >= len(_WELFARE)
        and all(re.search(words, name) for name, words in told)
        and _BUDGET.search(whole.label) is not None
        and _PUBLIC.search(whole.lead[-_REACH:]) is None
        and sum(part.value for part in found.quantities) >= whole.quantity.value * _NEARLY_ALL
    )
