"""Sums whose total comes last: 甲12个、乙30个，共42个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import CLAUSES, SEMICOLON, STOP
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim, outward
from wenxiao.audit.relations.sums.closing import adds_up, agrees, closes
from wenxiao.audit.relations.sums.divisions import is_division
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.recent import Recent
from wenxiao.audit.relations.sums.terms import can_be_added, part_name

_TOTAL = re.compile(
    "(?:共计|合计|总计|累计|总共|一共|总数|总额|总量|共|总收入|总支出)[^，。；、：:,;()]{0,6}$"
)
_DIRECT = re.compile("[，,](?:共计|合计|总计|总共|一共|共)(?:为|达|超过|近)?")
_SURE = re.compile(
    "(?:共计|合计|总计|累计|总共|一共|总数|总额|共)(?:为|达|达到|有|超过)?$|合计|共计|总计|总量|总收入|总支出"
)
_ADDED = re.compile("(?:^|[，,；;。])加")
_OWN_WORDS = re.compile(
    "^(?:项目|活动|方面|部分|单位|片区|标段|地区|部门|工程|科目|渠道|年|[村镇乡县区类])?|(?<!公)共计?|合计|总计|累计|总共|总|[为达]$"
)
_SAME = 2
_NUMBERED = re.compile("[，,；;、](?:以上|上述|前述|这)?")
_JOINED = re.compile("[、和及与]|以及")

_SOME_OF = re.compile("[前后][两二三四五六七八九十]")
"""前两档合计: a total of some of what was told."""


def has_total(amount: Amount) -> bool:
    """Tell whether the words before an amount say that it is a total of what was listed."""
    return amount.role is not Role.PERCENT and _TOTAL.search(amount.lead) is not None


def sums_before(line: Line, index: int, recent: Recent) -> Iterator[Claim]:
    """Give the sum of the parts that a total follows; the first of them may stand in a sentence before."""
    total = line.amounts[index]
    if not can_be_added(total):
        return
    parts = _parts_before(line.amounts, index)
    earlier = [one for one in recent.wholes(line, total) if can_be_added(one)] if parts else []
    closing = (tail for tail in _tails(parts) if adds_up(total, tail))
    wider = ([one, *parts] for one in earlier if closes(total, [one, *parts]))
    found = next(closing, None) or next(wider, None) or _meant(line.amounts, index, parts, earlier)
    if found:
        yield claim(ClaimKind.SUM, total, found)


def _parts_before(amounts: Sequence[Amount], index: int) -> list[Amount]:
    """Give what a total may sum up: what is told alike before it, up to a full stop or another total, outside brackets."""
    total = amounts[index]
    parts: list[Amount] = []
    begins_anew = SEMICOLON.search(total.lead) is not None
    for position in outward(amounts, index):
        amount = amounts[position]
        if begins_anew and amount.opens_list:  # those parts have their whole before them
            return []
        if amount.role is total.role and alike(amount, total) and can_be_added(amount):
            parts.append(amount)
        if STOP.search(amount.lead) or _TOTAL.search(amount.lead):
            break
    return parts[::-1]


def _meant(
    amounts: Sequence[Amount], index: int, parts: Sequence[Amount], earlier: Sequence[Amount]
) -> Sequence[Amount]:
    """Give the parts that a total claims though they do not come to it, none if it need not be of them."""
    total = amounts[index]
    if len(parts) > 1 and _number_told(amounts, index) == len(parts) and is_of_the_same(total, parts):
        return parts
    row = _row_before(amounts, index)
    direct = _DIRECT.fullmatch(total.lead) is not None
    if direct and len(row) > 1:
        return row
    if direct and len(parts) > 1 and agrees(total, parts):
        return parts
    if _SURE.search(total.lead) is None or _SOME_OF.search(total.lead):
        return ()
    if is_division(tuple(map(part_name, parts))):
        return parts
    is_added = any(_ADDED.search(part.lead) for part in parts)
    added = ([one, *parts] for one in earlier if is_added)
    slipped = (
        one
        for one in (*_tails(parts), *added)
        if _are_one_column(one) and is_slip(total.quantity, [part.quantity for part in one])
    )
    return next(slipped, ())


def is_of_the_same(total: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether a total that says how many parts it has (三年累计投入) is of what is told of each, or names nothing."""
    words = _OWN_WORDS.sub("", total.lead)[-_SAME:]
    names = (
        _JOINED.sub("", part_name(part)) for part in parts
    )  # what is joined by 和 alone has the name before it
    return not words or all(not name or words in name for name in names)


def _number_told(amounts: Sequence[Amount], index: int) -> int:
    """Give how many parts a total says that it has (以上三项合计, 三年累计投入), 0 if it does not say."""
    number, total = amounts[index - 1], amounts[index]
    is_told = _NUMBERED.fullmatch(number.lead) is not None and CLAUSES.search(total.lead) is None
    return int(number.quantity.value) if is_told and not alike(number, total) else 0


def _are_one_column(parts: Sequence[Amount]) -> bool:
    """Tell whether one thing is told of each part: all names are the same, or all are different."""
    return len({part_name(part) for part in parts}) in {1, len(parts)}


def _tails(parts: Sequence[Amount]) -> Iterator[Sequence[Amount]]:
    """Give the last two, three and more of some parts."""
    return (parts[-count:] for count in range(2, len(parts) + 1))


def _row_before(amounts: Sequence[Amount], index: int) -> list[Amount]:
    """Give the amounts that a total sums up at once: those before it that 、 or 和 joins in a row."""
    row: list[Amount] = []
    for amount in reversed(amounts[:index]):
        if amount.role is not Role.MAIN or not alike(amount, amounts[index]):
            return []
        row.insert(0, amount)
        if not _JOINED.match(amount.lead):
            break
    return row
