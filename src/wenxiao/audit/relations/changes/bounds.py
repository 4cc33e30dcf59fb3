"""Bounds told otherwise than by a word before them: 符合1%至3%的规定, 较规定的40%高出, 不到四成(39.8%), 超200亿的有….

Each is claimed where it holds; what stands in brackets behind its bound is claimed in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenxiao.audit.claims import Claim, Relation, compare
from wenxiao.audit.relations.amounts import Amount, Line, alike, comparison
from wenxiao.audit.relations.changes.limits import as_number, subject_of, words_before
from wenxiao.quantity import Kind, parse

_WITHIN = re.compile(
    "(?:^|[，,(])(?:[均都仍]|符合|满足|处于|介于|位于|控制在|保持在|在)+[^，。；：、,;:()0-9]{0,14}$"
)
_RANGE = re.compile("[至到—–~～-]")
_THAN = re.compile(
    "[，,(][比较](?![上去][年期])[^，。；：、,;:()0-9]{0,10}(?:要求|规定|设定|核定|确定|下达|标准|目标)[^，。；：、,;:()0-9]{0,3}$"
)
_BEYOND = re.compile("[^，。；：、,;:()0-9]{0,6}?(?:(?P<more>[高多快])|[低少慢])")
_SHORT_OF = re.compile("(?:不到|不足|不及|未到|未及|(?P<more>超过?|逾|突破))[^，。；：、,;:()0-9]{0,8}$")
_EACH = re.compile("^(?:以上)?的[^。；]{1,60}分别(?:为|是|达到?)$")
_AND = frozenset({"、", "和", "与", "及", "以及"})
_LARGE = re.compile("([0-9]+(?:[.][0-9]+)?)([万亿])$")
_OVER = re.compile("(?:超过?|逾|突破|高于|大于)$")


def bounds_in(line: Line, index: int) -> Iterator[Claim]:
    """Give what the form of a line says of the amount at ``index`` and a bound of it."""
    yield from _in_range(line.amounts, index)
    yield from _in_brackets(line, index)
    yield from _each_beyond(line.amounts, index)
    yield from _than_required(line, index)


def _in_range(amounts: Sequence[Amount], index: int) -> Iterator[Claim]:
    """Give what A，符合 B 至 C 的规定 says of A; the range is one amount."""
    room = amounts[index].quantity
    at = subject_of(amounts, index) if _RANGE.search(amounts[index].figure.text) else None
    if at is None or room.low is None or room.high is None or not _WITHIN.search(amounts[index].lead):
        return
    low = replace(room, value=room.low, high=room.low)
    high = replace(room, value=room.high, low=room.high)
    stated = amounts[at].quantity
    if compare(stated, Relation.AT_LEAST, low) and compare(stated, Relation.AT_MOST, high):
        yield comparison(amounts[at], Relation.AT_LEAST, replace(amounts[index], quantity=low))
        yield comparison(amounts[at], Relation.AT_MOST, replace(amounts[index], quantity=high))


def _in_brackets(line: Line, index: int) -> Iterator[Claim]:
    """Give what 不到四成(39.8%) says."""
    exact, bound = line.amounts[index], line.amounts[index - 1]
    if exact.lead != "(" or exact.quantity.kind is not Kind.PERCENT or not alike(exact, bound):
        return
    said = _SHORT_OF.search(words_before(bound))
    after = line.amounts[index + 1].lead if index + 1 < len(line.amounts) else line.tail
    if said is not None and after.startswith(")"):
        yield comparison(exact, Relation.MORE if said["more"] else Relation.LESS, as_number(bound))


def _each_beyond(amounts: Sequence[Amount], index: int) -> Iterator[Claim]:
    """Give what 超200亿元的有甲、乙，分别为 A 和 B says; ``index`` is that of A."""
    if not _EACH.search(amounts[index].lead) or not _OVER.search(words_before(amounts[index - 1])):
        return
    bound = _in_money(as_number(amounts[index - 1]), amounts[index])
    for at in range(index, len(amounts)):
        if at > index and amounts[at].lead not in _AND:
            return
        if alike(amounts[at], bound) and compare(amounts[at].quantity, Relation.MORE, bound.quantity):
            yield comparison(amounts[at], Relation.MORE, bound)


def _in_money(bound: Amount, beside: Amount) -> Amount:
    """Give a bound that is written without its unit (超200亿的) in that of the money it is a bound of."""
    written = _LARGE.search(bound.figure.text)
    if written is None or bound.quantity.unit or beside.quantity.kind is not Kind.MONEY:
        return bound
    return replace(bound, quantity=parse(written[1], f"{written[2]}元"))


def _than_required(line: Line, index: int) -> Iterator[Claim]:
    """Give what A，较规定的 B 高出 says."""
    stated, required = line.amounts[index - 1], line.amounts[index]
    if not alike(stated, required) or not _THAN.match(required.lead):
        return
    beyond = _BEYOND.match(line.amounts[index + 1].lead if index + 1 < len(line.amounts) else line.tail)
    if beyond is None:
        return
    relation = Relation.MORE if beyond["more"] else Relation.LESS
    if compare(stated.quantity, relation, required.quantity):
        yield comparison(stated, relation, required)
