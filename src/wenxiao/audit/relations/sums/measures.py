"""Sums of what is told of every part in the same words: 采购项目 473 个，计划金额 X，实际金额 Y，其中货物类 …，计划金额 a，实际金额 b。工程类 ….

The parts may be clauses, sentences, paragraphs or list items, and their whole is told in the same words before them, or
after them as a total. What adds up to the last digit is claimed; the other things told of the same parts then should
add up too, and so should everything told of parts that are known to be all there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Line, claim
from wenxiao.audit.relations.sums.closing import adds_up, is_telling
from wenxiao.audit.relations.sums.common_words import Told, are_told_alike, told_in
from wenxiao.audit.relations.sums.divisions import is_division

_MOST_PARTS, _MOST_BETWEEN, _MOST_BLOCKS = 30, 10, 3
_FEWEST, _MOST_BESIDE, _MOST_MISSING, _SHORTEST = 2, 4, 3, 2

Row = tuple[Told, Sequence[Told]]
"""A whole and its parts."""


def sums_of_measures(lines: Sequence[Line], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the sums of what the parts of a whole are told in the same words, and of what is told beside sums claimed."""
    told = told_in(lines)
    for row in _claimed(told, claims):
        yield from _claims(told, row)
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        if len(one.words) >= _SHORTEST:
            groups[one.measure].append(one)
    for group in groups.values():
        for run in _runs(group):
            for row in _rows(told, run):
                yield from _claims(told, row)


def _claimed(told: Sequence[Told], claims: Sequence[Claim]) -> Iterator[Row]:
    """Give the sums among claims that add up."""
    by_start = {one.amount.figure.start: one for one in told}
    for found in claims:
        if found.kind is ClaimKind.SUM:
            starts = (term.figure.start if term.figure else -1 for term in found.terms)
            terms = [by_start[start] for start in starts if start in by_start]
            complete = len(terms) == len(found.terms)
            if complete and adds_up(terms[0].amount, [one.amount for one in terms[1:]]):
                yield terms[0], terms[1:]


def _runs(group: Sequence[Told]) -> Iterator[list[Told]]:
    """Give what is told in the same words without too much between."""
    run = list(group[:1])
    for before, one in pairwise(group):
        if one.at - before.at > _MOST_BETWEEN or one.block - before.block > _MOST_BLOCKS:
            yield run
            run = []
        run.append(one)
    yield run


def _rows(told: Sequence[Told], run: Sequence[Told]) -> Iterator[Row]:
    """Give the wholes and parts in a run: those that add up, or all of it if the parts are all there are."""
    if len(run) < _FEWEST:
        return
    inner = [(whole, run[at + 1 : at + 1 + _MOST_PARTS]) for at, whole in enumerate(run[:-_FEWEST])]
    last = run[-1]
    totals = [
        (one, run[max(at - _MOST_PARTS, 0) : at][::-1])
        for at, one in enumerate(run)
        if at >= _FEWEST and (one.is_total or one is last)
    ]
    outer = [(whole, run[:_MOST_PARTS]) for whole in _wholes_beside(told, run)]
    closed = [row for one in (*inner, *totals, *outer) for row in _closed(*one)]
    yield from closed
    if not closed:
        sure = [one for one in totals[-1:] if one[0].is_total]
        yield from (one for one in (*sure, *outer, *inner[:1]) if _are_all(told, *one))


def _wholes_beside(told: Sequence[Told], run: Sequence[Told]) -> Iterator[Told]:
    """Give the nearest amounts before and after a run whose words end in those of its parts, if there are any."""
    part, last = run[0], run[-1]
    before = reversed(told[max(part.at - _MOST_BETWEEN, 0) : part.at])
    after = told[last.at + 1 : last.at + 1 + _FEWEST]
    yield from islice((one for one in before if _is_whole_of(one, part)), 1)
    yield from islice((one for one in after if _is_whole_of(one, last)), 1)


def _is_whole_of(one: Told, part: Told) -> bool:
    return (
        one.unit == part.unit
        and one.words.endswith(part.words)
        and one.words != part.words
        and abs(part.block - one.block) <= _MOST_BLOCKS
    )


def _closed(whole: Told, parts: Sequence[Told]) -> Iterator[Row]:
    """Give the parts, from the first on, that make the whole to the last digit, or all of them within rounding."""
    total = Decimal(0)
    for count, part in enumerate(parts, 1):
        total += part.value
        if total > whole.value:
            break
        if total == whole.value > 0 and count >= _FEWEST:
            yield whole, parts[:count]
            return
    if len(parts) > _FEWEST and whole.value > 0 and adds_up(whole.amount, [part.amount for part in parts]):
        yield whole, parts


def _are_all(told: Sequence[Told], whole: Told, parts: Sequence[Told]) -> bool:
    """Tell whether the words that the sentences of parts begin with are a known division, and their whole can be one."""
    values = [part.value for part in parts]
    if len(values) < _FEWEST or not max(values) < whole.value <= _MOST_MISSING * sum(values):
        return False
    heads = ([told[max(part.at - by, 0)] for part in parts] for by in range(_MOST_BESIDE))
    own = (
        head for head in heads if all(one.line == part.line for one, part in zip(head, parts, strict=True))
    )
    return any(is_division(tuple(one.lead for one in head)) for head in own)


def _claims(told: Sequence[Told], row: Row) -> Iterator[Claim]:
    """Give the sum of a row and of the rows beside it."""
    whole, parts = row = row[0], sorted(row[1])
    if not is_telling(whole.amount, [part.amount for part in parts]):
        return
    beside = [one for by in range(-_MOST_BESIDE, _MOST_BESIDE + 1) for one in _beside(told, row, by)]
    for one, some in (row, *beside):
        yield claim(ClaimKind.SUM, one.amount, [part.amount for part in some])


def _beside(told: Sequence[Told], row: Row, by: int) -> Iterator[Row]:
    """Give what is told of the same whole and parts, so many amounts before or after."""
    whole, parts = row
    places = [one.at + by for one in (whole, *parts)]
    nearest = min(
        after - before for before, after in pairwise(sorted((whole.at, *(one.at for one in parts))))
    )
    if not by or abs(by) >= nearest or min(places) < 0 or max(places) >= len(told):
        return
    one, *some = (told[place] for place in places)
    if any(part.unit != one.unit for part in some):
        return
    is_head = one.is_first and one.line == whole.line and one.unit != whole.unit
    is_one_measure = len({part.words for part in some}) == 1  # 收入 alone is told of anything
    is_meant = is_head or (is_one_measure and are_told_alike(one, some))
    is_larger = one.value >= max(part.value for part in some)
    if (is_meant and is_larger) or adds_up(one.amount, [part.amount for part in some]):
        yield one, some
