"""The ways to read the list that amounts near a whole may be: which of them are its parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from wenxiao.audit.relations.sums.candidates import Candidate, Row

_MOST_SKIPPED, _LONGEST_STRIDE, _FEWEST, _ENDING = 3, 3, 2, 2


def readings(whole: Candidate, row: Row) -> Iterator[Row]:
    """Give the lists a row may hold, the plainest first; then those that begin later in it."""
    ways: dict[tuple[int, ...], Row] = {}
    for way in _ways(whole, row):
        places = tuple(one.start for one in way)
        if len(way) >= _FEWEST and places not in ways:
            ways[places] = way
            yield way
    for skipped in range(1, _MOST_SKIPPED):
        yield from (way[skipped:] for way in ways.values() if len(way) - skipped >= _FEWEST)


def _ways(whole: Candidate, row: Row) -> Iterator[Row]:
    told_alike = [one for one in row if one.direction is whole.direction]
    in_unit = [one for one in told_alike if one.measure == whole.measure]
    yield [one for one in in_unit if one.depth == whole.depth]
    yield [one for one in in_unit if one.depth == whole.depth + 1]
    yield in_unit
    yield from islice(_counted_otherwise(whole, told_alike), _MOST_SKIPPED)
    yield [one for one in row if one.measure == whole.measure]
    yield _firsts(in_unit)
    yield [one for one in in_unit if one.opens_sentence or one is in_unit[0]]
    endings = {one.amount.lead[-_ENDING:] for one in in_unit[:1]}
    yield [one for one in in_unit if one.amount.lead[-_ENDING:] in endings]
    for stride in range(2, _LONGEST_STRIDE + 1):
        yield in_unit[::stride]


def _counted_otherwise(whole: Candidate, row: Row) -> Iterator[Row]:
    """Give what each sentence counts in one other unit: 样本 300 份，男 140 人、女 160 人."""
    others: dict[tuple[int, str], list[Candidate]] = {}
    for one in row:
        if one.measure != whole.measure:
            others.setdefault((one.line, one.measure[1]), []).append(one)
    yield from (sentence for sentence in others.values() if len(sentence) >= _FEWEST)


def _firsts(row: Row) -> list[Candidate]:
    """Give the amounts of a row that are the first of their line there."""
    firsts: dict[int, Candidate] = {}
    for one in row:
        known = firsts.get(one.line)
        if known is None or one.start < known.start:
            firsts[one.line] = one
    return list(firsts.values())
