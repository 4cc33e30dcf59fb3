"""Figures of passages printed twice: the strongest evidence that two figures tell the same.

A figure that differs between two prints is claimed equal, so that it fails, where so much around it is the
same that the one text was copied from the other: sixty letters, or several other telling figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from wenxiao.audit.figures.model import DATED, Figure, FigureKind
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core, significant
from wenxiao.audit.relations.mentions.names import are_dated_apart, are_related, telling_digits
from wenxiao.audit.relations.mentions.passages import Passage, Range, shared_passages
from wenxiao.quantity import same_measure

_NAMED = frozenset(
    {FigureKind.LIST_NUMBER, FigureKind.DOCUMENT_NUMBER, FigureKind.TELEPHONE, FigureKind.OTHER}
)
_COMMON = DATED | {FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS}
"""What is often the same by chance: taken as one thing only in a long passage told twice."""

_FEWEST_SHARED = 20
_BEFORE, _AFTER = 6, 4
_MOST_DIFFERING = 3
"""Of the figures of a passage printed twice one in so many may differ; where more do, it is a form, not a copy."""

_PLAINLY_COPIED, _FEW_DIFFERING = 150, 2
"""A passage of so many letters is a copy though two of its four figures differ."""

_TELLING_FIGURES, _TELLING_DIGITS = 5, 9
"""So many equal figures, or figures with so many digits in all, make a short passage a copy, and one of one year."""

_TELLING_TOGETHER, _TELLING_ALONE, _BESIDE = 3, 3, 14
"""In a short passage that has not so many figures, all the same, a number of fewer digits needs so many letters
beside it that are the same."""

_TAG = re.compile("</?[a-z]{1,8}>")

Place = tuple[int, bool]


def pairs_in_copies(text: str, mentions: list[Mention]) -> Iterator[Pair]:
    """Pair the figures of passages that occur twice, those that differ too where one is a copy of the other."""
    starts = [mention.figure.start for mention in mentions]
    for passage in shared_passages(text):
        if passage.shared >= _FEWEST_SHARED:
            one = _within(mentions, starts, passage.a_range)
            other = _within(mentions, starts, passage.b_range)
            yield from _told_twice(text, passage, list(_aligned(passage, one, other)))


def _within(mentions: list[Mention], starts: list[int], around: Range) -> list[Mention]:
    """Give the mentions of a passage, with those it touches: 2023年 before its first letter, 33个 behind its last."""
    first = bisect_left(starts, around[0])
    if first and mentions[first - 1].figure.end >= around[0]:
        first -= 1
    return mentions[first : bisect_right(starts, around[1])]


def _aligned(passage: Passage, one: list[Mention], other: list[Mention]) -> Iterator[Pair]:
    """Pair the figures that stand at one place of two prints; a place where only one has figures is passed over."""
    first = _places(one, [a for a, _ in passage.same])
    second = _places(other, [b for _, b in passage.same])
    for place, mentions in first.items():
        if len(mentions) == len(second[place]):
            yield from zip(mentions, second[place], strict=True)


def _places(mentions: list[Mention], same: list[Range]) -> dict[Place, list[Mention]]:
    """Sort figures by the shared piece they stand in, if only by a letter, or the gap before a piece."""
    ends = [end for _, end in same]
    places: dict[Place, list[Mention]] = defaultdict(list)
    for mention in mentions:
        piece = bisect_right(ends, mention.figure.start)
        touches = piece < len(same) and same[piece][0] < mention.figure.end
        places[piece, touches].append(mention)
    return places


def _told_twice(text: str, passage: Passage, aligned: list[Pair]) -> Iterator[Pair]:
    differing = [pair for pair in aligned if _differ(pair)]
    is_told = _is_told(aligned, differing)
    is_copy = is_told or _is_copied(passage, aligned, differing)
    places = [_trimmed(text, pair) for pair in passage.differences] if is_copy and differing else []
    starts = [first for (first, _), _ in places]
    for pair in aligned:
        if not _can_agree(pair[0].figure, pair[1].figure):
            continue
        if _differ(pair):
            in_place = _is_only_difference(pair, places, starts) or _same_words(
                pair, both=not (is_told and _is_at_edge(pair, passage))
            )
            if is_copy and in_place and _is_one_thing(pair):
                yield pair
        elif _same_words(pair, both=False) and _tells_the_same(pair, passage, len(differing), len(aligned)):
            yield pair


def _tells_the_same(pair: Pair, passage: Passage, differing: int, aligned: int) -> bool:
    """Tell whether equal figures are of one thing: of a form filled in twice, only those that are named alike."""
    one, other = pair[0].figure, pair[1].figure
    is_form = differing * _MOST_DIFFERING > aligned
    if one.kind in _COMMON:
        return passage.is_long and not (differing if one.kind in DATED else is_form)
    if are_dated_apart(one, other) or (is_form and not are_related(one, other)):
        return False
    is_whole = passage.is_long or (not differing and aligned >= _TELLING_TOGETHER)
    return is_whole or telling_digits(one) >= _TELLING_ALONE or _shared_beside(pair) >= _BESIDE


def _shared_beside(pair: Pair) -> int:
    """Count the letters beside two figures that are the same, before and behind."""
    one, other = pair
    before = zip(reversed(significant(one.before)), reversed(significant(other.before)), strict=False)
    after = zip(significant(one.after), significant(other.after), strict=False)
    return sum(1 for words in (before, after) for _ in takewhile(lambda both: both[0] == both[1], words))


def _is_at_edge(pair: Pair, passage: Passage) -> bool:
    """Tell whether two figures begin or end a passage, so that the words on their other side may differ."""
    return all(
        mention.figure.start < start or mention.figure.end > end
        for mention, (start, end) in zip(pair, (passage.a_range, passage.b_range), strict=True)
    )


def _is_told(aligned: list[Pair], differing: list[Pair]) -> bool:
    """Tell whether all figures but one agree, and so many of them that the one was meant to be the same."""
    same = [pair[0].figure for pair in aligned if not _differ(pair) and pair[0].figure.is_counted]
    digits = [len(figure.value.replace(".", "").strip("0-")) for figure in same]
    is_enough = sum(map(bool, digits)) >= _TELLING_FIGURES or sum(digits) >= _TELLING_DIGITS
    return len(differing) == 1 and is_enough


def _is_copied(passage: Passage, aligned: list[Pair], differing: list[Pair]) -> bool:
    """Tell whether a passage is so long that one print was copied from the other, in the same year."""
    if not passage.is_long or any(pair[0].figure.kind in DATED for pair in differing):
        return False
    is_plain = passage.shared >= _PLAINLY_COPIED and len(differing) == _FEW_DIFFERING
    return len(differing) * (_FEW_DIFFERING if is_plain else _MOST_DIFFERING) <= len(aligned)


def _differ(pair: Pair) -> bool:
    return pair[0].figure.value != pair[1].figure.value


def _is_one_thing(pair: Pair) -> bool:
    """Tell whether two amounts are called alike and of one year, and neither is nothing, as a form left empty."""
    one, other = pair[0].figure, pair[1].figure
    if one.kind in DATED:
        return True
    is_dated = bool(one.period and other.period) and one.period != other.period
    is_zero = any(figure.quantity is not None and figure.quantity.value == 0 for figure in (one, other))
    name, other_name = (core(_TAG.sub("", figure.label)) for figure in (one, other))
    is_named_alike = name.endswith(other_name) or other_name.endswith(name)
    return is_named_alike and not is_dated and not is_zero


def _can_agree(one: Figure, other: Figure) -> bool:
    if one.kind is not other.kind or one.kind in _NAMED or one.quantity is None or other.quantity is None:
        return False
    return same_measure(one.quantity, other.quantity)


def _same_words(pair: Pair, *, both: bool) -> bool:
    """Tell whether the words right before and after two figures are the same (on one side, if not ``both``)."""
    one, other = pair
    before = _alike(one.before, other.before, slice(-_BEFORE, None))
    if before is not both:
        return before
    return _alike(one.after, other.after, slice(_AFTER))


def _alike(one: str, other: str, near: slice) -> bool:
    return one == other or significant(one)[near] == significant(other)[near]


def _trimmed(text: str, pair: tuple[Range, Range]) -> tuple[Range, Range]:
    return _without_blanks(text, pair[0]), _without_blanks(text, pair[1])


def _without_blanks(text: str, span: Range) -> Range:
    written = text[slice(*span)]
    return span[0] + len(written) - len(written.lstrip()), span[1] - len(written) + len(written.rstrip())


def _is_only_difference(pair: Pair, places: list[tuple[Range, Range]], starts: list[int]) -> bool:
    """Tell whether two figures stand at one place of the passage, where nothing but they differ."""
    one, other = pair[0].figure, pair[1].figure
    near = places[bisect_left(starts, one.start) : bisect_right(starts, one.end)]
    return any(_holds(one, first) and _holds(other, second) for first, second in near)


def _holds(figure: Figure, span: Range) -> bool:
    return figure.start <= span[0] and span[1] <= figure.end and span != (figure.start, figure.start)
