"""Claims between mentions: one thing told twice, targets and what was reached, counts of what is enumerated.

The strongest evidence that two figures tell the same is that the words around them do: passages printed twice
(:mod:`wenxiao.audit.relations.passages`). Beyond those a specific label with the same period and role is
taken, and only where the values agree or differ as a slip of the pen would make them differ.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import Figure, FigureKind, Reading
from wenxiao.audit.relations.counts import counts_claimed
from wenxiao.audit.relations.forms import pairs_with_forms
from wenxiao.audit.relations.labels import Mention, core, mentions_of, role, significant
from wenxiao.audit.relations.likeness import (
    pairs_in_like_words,
    pairs_of_amounts,
    pairs_of_events,
    pairs_of_totals,
)
from wenxiao.audit.relations.passages import Passage, Range, shared_passages
from wenxiao.audit.relations.plausible import is_slip
from wenxiao.audit.relations.targets import targets_claimed
from wenxiao.quantity import same_measure

_NAMED = frozenset(
    {FigureKind.LIST_NUMBER, FigureKind.DOCUMENT_NUMBER, FigureKind.TELEPHONE, FigureKind.OTHER}
)
_TIMES = frozenset({FigureKind.YEAR, FigureKind.DATE})
_COMMON = _TIMES | {FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS}
"""What is often the same by chance: taken as one thing only in a long passage told twice."""

_FEWEST_SHARED = 20
_MOST_COMPARED = 300
_BEFORE, _AFTER = 6, 4
_SPECIFIC = 4
_MOST_DIFFERING = 3
"""Of the figures of a passage printed twice one in so many may differ; where more do, it is a form, not a copy."""

Pair = tuple[Mention, Mention]


def claims_between_mentions(reading: Reading) -> list[Claim]:
    """Give the claims between mentions, in this order: equal, target, count.

    An edition that differs between plan and result is an EQUAL claim between two ordinals.
    """
    mentions = mentions_of(reading)
    prose = [mention for mention in mentions if not mention.is_bare]
    evidence = (
        _pairs_in_passages(reading.document.text, prose),
        pairs_of_events(prose),
        pairs_in_like_words(prose),
        pairs_of_totals(prose),
        pairs_of_amounts(prose),
        _pairs_by_label(mentions),
        pairs_with_forms(reading, mentions),
    )
    return [*_equalities(evidence), *targets_claimed(reading, mentions), *counts_claimed(reading)]


def _equalities(evidence: Iterable[Iterable[Pair]]) -> Iterator[Claim]:
    """Claim each mention equal to the first mention of the same thing; the better evidence comes first."""
    first: dict[int, Mention] = {}
    for earlier, later in (pair for pairs in evidence for pair in sorted(pairs, key=_order)):
        if later.figure.start in first or _are_distinct(earlier, later):
            continue
        origin = first.get(earlier.figure.start, earlier)
        first[later.figure.start] = origin
        yield Claim(ClaimKind.EQUAL, origin.term.label, origin.term, (later.term,))


def _are_distinct(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are of two things: named apart in one paragraph, or two zeros."""
    a, b = one.figure, other.figure
    is_zero = a.quantity is not None and a.quantity.value == 0 and a.value == b.value
    return is_zero or (
        a.block == b.block and core(a.label) != core(b.label) and not _are_both_sides(a.label, b.label)
    )


def _are_both_sides(one: str, other: str) -> bool:
    """Tell whether two labels are the totals of both sides of an account (收入总计 and 支出总计)."""
    return one.endswith("收入总计") and other.endswith("支出总计")


def _order(pair: Pair) -> tuple[int, int]:
    return pair[1].figure.start, pair[0].figure.start


def _pairs_in_passages(text: str, mentions: list[Mention]) -> Iterator[Pair]:
    starts = [mention.figure.start for mention in mentions]
    for passage in shared_passages(text):
        if passage.shared < _FEWEST_SHARED:
            continue
        aligned = list(
            _aligned(_within(mentions, starts, passage.a_range), _within(mentions, starts, passage.b_range))
        )
        yield from _told_twice(passage, aligned)


def _within(mentions: list[Mention], starts: list[int], around: Range) -> list[Mention]:
    return mentions[bisect_left(starts, around[0]) : bisect_left(starts, around[1])]


def _aligned(one: list[Mention], other: list[Mention]) -> Iterator[Pair]:
    """Pair the figures of two prints in order; a figure that only one has is passed over."""
    if len(one) > _MOST_COMPARED or len(other) > _MOST_COMPARED:
        yield from zip(one, other, strict=False) if len(one) == len(other) else ()
        return
    matcher = SequenceMatcher(None, _values(one), _values(other), autojunk=False)
    for name, a, a_end, b, b_end in matcher.get_opcodes():
        if name == "equal" or (name == "replace" and a_end - a == b_end - b):
            yield from zip(one[a:a_end], other[b:b_end], strict=True)


def _values(mentions: list[Mention]) -> list[tuple[FigureKind, str]]:
    return [(mention.figure.kind, mention.figure.value) for mention in mentions]


def _told_twice(passage: Passage, aligned: list[Pair]) -> Iterator[Pair]:
    differing = [pair for pair in aligned if _differ(pair)]
    is_copy = (
        passage.is_long
        and len(differing) * _MOST_DIFFERING <= len(aligned)
        and not any(pair[0].figure.kind in _TIMES for pair in differing)
    )
    for pair in aligned:
        if not _can_agree(pair[0].figure, pair[1].figure):
            continue
        if _differ(pair):
            if is_copy and _same_words(pair, both=True):
                yield pair
        elif _same_words(pair, both=False) and (passage.is_long or pair[0].figure.kind not in _COMMON):
            yield pair


def _differ(pair: Pair) -> bool:
    return pair[0].figure.value != pair[1].figure.value


def _can_agree(one: Figure, other: Figure) -> bool:
    if one.kind is not other.kind or one.kind in _NAMED or one.quantity is None or other.quantity is None:
        return False
    return same_measure(one.quantity, other.quantity)


def _same_words(pair: Pair, *, both: bool) -> bool:
    """Tell whether the words right before and after two figures are the same (on one side, if not ``both``)."""
    one, other = pair
    before = significant(one.before)[-_BEFORE:] == significant(other.before)[-_BEFORE:]
    after = significant(one.after)[:_AFTER] == significant(other.after)[:_AFTER]
    return (before and after) if both else (before or after)


def _pairs_by_label(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair mentions with the same specific label, period, measure and role."""
    known: dict[tuple[str, str, str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        figure = mention.figure
        label = core(figure.label)
        if not figure.is_counted or figure.kind is FigureKind.PERCENT or len(label) < _SPECIFIC:
            continue
        if figure.quantity is None or figure.quantity.value == 0:
            continue
        key = (label, figure.period, figure.quantity.unit, role(label + mention.clause))
        known[key].append(mention)
    for group in known.values():
        yield from _agreeing(group)


def _agreeing(group: list[Mention]) -> Iterator[Pair]:
    """Pair each mention with the first of its value; one that stands alone, with the one it miswrites."""
    by_value: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        by_value[mention.figure.value].append(mention)
    for same in by_value.values():
        yield from ((same[0], later) for later in same[1:] if _says_again(same[0], later))
    if len(by_value) == 2 and not any(mention.is_bare for mention in group):
        more, fewer = sorted(by_value.values(), key=len, reverse=True)
        if len(more) > len(fewer) == 1 and _is_slip(more[0].figure, fewer[0].figure):
            first, last = sorted((more[0], fewer[0]), key=lambda mention: mention.figure.start)
            yield first, last


def _says_again(one: Mention, other: Mention) -> bool:
    """Tell whether a mention can repeat another: not in its own sentence, and not two cells of tables."""
    return one.number != other.number and not (one.is_bare and other.is_bare)


def _is_slip(one: Figure, other: Figure) -> bool:
    return one.quantity is not None and other.quantity is not None and is_slip(one.quantity, [other.quantity])
