"""Lists that may have been meant to come to a whole: told right after it, or before a word for a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Role, claim
from wenxiao.audit.relations.proven.told import Told
from wenxiao.audit.relations.slipped.forms import Form, Reading
from wenxiao.audit.relations.sums.terms import can_be_added

_JOINED = Form(certain=Fraction(4), likely=Fraction(4))
"""A whole, and right after it a list joined by 、: such lists are complete, and hardly any slip is an accident."""

_PAIR = Form(certain=Fraction(1, 5), likely=Fraction(4))

_AMONG = Form(certain=Fraction(1, 20), likely=Fraction(1))
"""What 其中 opens may leave something out."""

_TOTAL = Form(certain=Fraction(1, 20), likely=Fraction(2))
_SENTENCE = Form(certain=Fraction(1, 50), likely=Fraction(1))
_FIRST_OF_SENTENCE = Form(certain=Fraction(1, 50), likely=Fraction(1, 5))
_NEXT_SENTENCE = Form(certain=Fraction(1, 100), likely=Fraction(3, 10))
_PARAGRAPH = Form(certain=Fraction(1, 200), likely=Fraction(1, 50))

_FEWEST, _MOST_PARTS, _MOST_TOLD, _MOST_BLOCKS = 2, 8, 24, 2
_ENDS = re.compile("[。；;！？\n]")
_IN_LIST = re.compile("^、|其中|包括|包含|即|分别|分为|由|含")
_PARTED = re.compile("[，,；;。:：]")
_OPENS = re.compile(r"^[:：]|[(（][^)）]*$")
_JOINS = ("、", "和", "及", "与")
_SAYS_TOTAL = re.compile(
    "(?:合计|总计|共计|小计|累计|[合加]起来|相加|之和|[两三四五六七八九十][项者]|总得?分)[^，。；,;：:]{0,10}$|(?:[^一-龥]|^)[合共]$"
)


def lists_of(told: Sequence[Told], at: int) -> Iterator[Reading]:
    """Give the lists whose whole an amount may be, the plainest first."""
    whole = told[at]
    if not _can_be_added(whole.amount):
        return
    sentence = _of_sentence(whole, told[at + 1 : at + 1 + _MOST_TOLD])
    joined = [] if _is_listed(told, at) else _joined(sentence)
    if joined:
        yield _sum(whole.amount, [part.amount for part in joined], _form_of(joined))
    if whole.amount.role is not Role.MAIN:
        return
    if (
        not joined and len(sentence) >= _FEWEST and not sentence[0].lead.startswith("、")
    ):  # those are told beside it
        yield _sum(whole.amount, [one.amount for one in sentence], _SENTENCE)
        yield from _rows(whole.amount, [one.amount for one in sentence[:-1]], _FIRST_OF_SENTENCE)
    if _SAYS_TOTAL.search(whole.amount.lead):
        yield from _totalled(whole, told[max(at - _MOST_TOLD, 0) : at][::-1])
    following = _of_next_sentence(whole, told[at + 1 : at + 1 + _MOST_TOLD])
    if len(following) >= _FEWEST:
        yield _sum(whole.amount, following, _NEXT_SENTENCE)
    yield from _rows(whole.amount, _of_paragraph(whole, told[at + 1 : at + 1 + _MOST_TOLD]), _PARAGRAPH)


def _can_be_added(amount: Amount) -> bool:
    quantity = amount.quantity
    return (
        amount.role is not Role.REFERENCE
        and quantity.is_exact
        and quantity.value > 0
        and can_be_added(amount)
    )


class _Part(NamedTuple):
    """An amount of a sentence with all words since the one before it in its measure."""

    amount: Amount
    lead: str
    depth: int


def _of_sentence(whole: Told, after: Sequence[Told]) -> list[_Part]:
    """Give what the sentence of a whole, or its brackets, tell after it in its measure, without what is nested there."""
    row: list[_Part] = []
    words = ""
    for one in takewhile(lambda one: _goes_on(whole, one), after):
        words += one.amount.lead
        is_nested = bool(row) and one.depth > row[0].depth
        if not is_nested and _is_part(whole, one):
            row.append(_Part(one.amount, words, one.depth))
            words = ""
    return row


def _goes_on(whole: Told, one: Told) -> bool:
    is_within = one.line == whole.line and one.depth >= whole.depth
    return is_within and not SENTENCES.search(one.amount.lead) and not _ENDS.search(one.amount.lead)


def _is_part(whole: Told, one: Told) -> bool:
    part, quantity = one.amount, one.amount.quantity
    return (
        part.role is Role.MAIN
        and quantity.unit == whole.amount.quantity.unit
        and quantity.is_exact
        and 0 < quantity.value != whole.amount.quantity.value
        and can_be_added(part)
    )


def _is_listed(told: Sequence[Told], at: int) -> bool:
    """Tell whether the clause of an amount, other figures in it or not, is itself one of a list."""
    for one in told[at::-1]:
        if one.amount.opens_list or _IN_LIST.search(one.amount.lead):
            return True
        if _PARTED.search(one.amount.lead):
            return False
    return False


def _joined(row: Sequence[_Part]) -> list[_Part]:
    """Give the list that follows its whole directly, joined by 、 alone, or by commas after a colon or in brackets.

    One joined by 、 may end before the sentence does, if it is no mere pair.
    """
    if len(row) < _FEWEST or row[0].lead.startswith("、"):
        return []
    is_opened = _OPENS.search(row[0].lead) and not _IN_LIST.search(row[0].lead)
    joins = (*_JOINS, "，", ",") if is_opened else _JOINS
    joined = [row[0], *takewhile(lambda part: part.lead.startswith(joins), row[1:])]
    is_all = len(joined) == len(row) or len(joined) > _FEWEST
    return joined if is_all and len(joined) >= _FEWEST else []


def _form_of(joined: Sequence[_Part]) -> Form:
    if _IN_LIST.search(joined[0].lead):
        return _AMONG
    return _JOINED if len(joined) > _FEWEST else _PAIR


def _totalled(whole: Told, before: Sequence[Told]) -> Iterator[Reading]:
    """Give all of a sentence that stands before its total, then the last two before it, the last three and so on."""
    near = takewhile(lambda one: whole.amount.figure.block - one.amount.figure.block <= _MOST_BLOCKS, before)
    row = [one for one in near if one.depth <= whole.depth and _is_part(whole, one)]
    sentence = [one.amount for one in row if one.line == whole.line]
    if len(sentence) >= _FEWEST:
        yield _sum(whole.amount, sentence[::-1], _TOTAL)
    yield from _rows(whole.amount, [one.amount for one in row], _TOTAL)


def _of_next_sentence(whole: Told, after: Sequence[Told]) -> list[Amount]:
    """Give all that the sentence after that of a whole tells in its measure."""
    later = [
        one
        for one in after
        if one.line != whole.line and one.amount.figure.block == whole.amount.figure.block
    ]
    return [
        one.amount for one in later if one.line == later[0].line and _is_part(whole, one) and not one.depth
    ]


def _of_paragraph(whole: Told, after: Sequence[Told]) -> list[Amount]:
    near = takewhile(lambda one: one.amount.figure.block == whole.amount.figure.block, after)
    return [one.amount for one in near if one.depth <= whole.depth and _is_part(whole, one)]


def _rows(whole: Amount, row: Sequence[Amount], form: Form) -> Iterator[Reading]:
    """Give the first two of a row, the first three and so on."""
    parts = sorted(row[:_MOST_PARTS], key=lambda part: part.figure.start)
    is_before = bool(parts) and parts[0].figure.start < whole.figure.start
    for tried, count in enumerate(range(_FEWEST, len(parts) + 1), 1):
        yield _sum(whole, parts[-count:] if is_before else parts[:count], form, tried)


def _sum(whole: Amount, parts: Sequence[Amount], form: Form, tried: int = 1) -> Reading:
    return Reading(claim(ClaimKind.SUM, whole, parts), form, tried)
