"""Mentions of equal value that the words around them show to be of the same thing.

Figures that differ are never claimed equal, for like words are no proof that two figures tell the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from wenxiao.audit.figures.model import ADDITIVE, FigureKind
from wenxiao.audit.relations.mentions.labels import Mention, Pair, parts
from wenxiao.audit.relations.mentions.names import are_opposed, letters, likeness, side_of, telling_digits

_AROUND = 14
_SHARED_AROUND = 6
_SHARED_BEHIND = 4
_TELLING_DIGITS, _CERTAIN_DIGITS = 5, 6
_SPENT = re.compile("支出|支付")
_PART = re.compile("其中|包括")
_SUMS = ("计", "共")
_SUMMED_UP = re.compile("(?:^|[，。；、,;])(?:合计|总共|共计|共)$")
_TERM, _TERM_REACH = re.compile("[0-9一二三四五六七八九十]+届"), 10
_NOUN = re.compile(r"\w")
_DUE = re.compile("应[补发缴付收]")
_DONE = re.compile("实际?[补发缴付收]")
_MOST_DISTINCT = 8
"""A value is compared with so many different things of that value at most, which keeps the time linear."""


def pairs_of_events(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair editions (第十届) of what is named alike behind them; 八届三次会议 and 九届三次会议 are two."""
    editions = (mention for mention in mentions if mention.figure.kind is FigureKind.ORDINAL)
    for one, other in _pairs(editions, _words_behind, _SHARED_BEHIND):
        terms = [_TERM.findall(mention.before[-_TERM_REACH:]) for mention in (one, other)]
        if terms[0] == terms[1]:
            yield one, other


def pairs_in_like_words(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair amounts of two digits or more between like words."""
    telling = (mention for mention in mentions if _is_telling(mention))
    return _pairs(telling, _words_around, _SHARED_AROUND)


def _words_behind(mention: Mention) -> frozenset[str]:
    return parts(mention.after[:_AROUND], 2)


def _words_around(mention: Mention) -> frozenset[str]:
    return parts(mention.before[-_AROUND:], 2) | parts(mention.after[:_AROUND], 2)


def pairs_of_amounts(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair sums of money that agree in so many digits that chance is ruled out, told in different paragraphs.

    What is had and what is spent are kept apart: they agree in an account that balances.
    """
    known: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        figure = mention.figure
        if figure.kind is not FigureKind.MONEY or telling_digits(figure) < _TELLING_DIGITS:
            continue
        things = known[figure.value]
        same = next((thing for thing in things if _can_be_one(thing, mention)), None)
        if same is not None and same.figure.block != figure.block:
            yield same, mention
        elif same is None and len(things) < _MOST_DISTINCT:
            things.append(mention)


def _can_be_one(one: Mention, other: Mention) -> bool:
    """Tell whether two sums can be of one thing by their names, of which one may be missing, as that of a change is."""
    names = one.figure.label, other.figure.label
    is_part = other.number - one.number <= 1 and _PART.search(other.before[-_AROUND:])
    if are_opposed(*names) or is_part:
        return False
    if side_of(one) == side_of(other) == "change":
        return True
    if not all(map(letters, names)) or likeness(*names) is not None:
        return True
    is_spent = [bool(_SPENT.search(name)) for name in names]
    return is_spent[0] == is_spent[1] and telling_digits(one.figure) >= _CERTAIN_DIGITS


def pairs_of_bare_totals(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair 共28个 without a noun, which sums up what was told, with the first mention of so many (28个问题)."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        if not _is_telling(mention):
            continue
        origin = first.setdefault((mention.figure.value, mention.figure.unit), mention)
        is_bare = (
            mention.before.endswith(_SUMS)
            and _SUMMED_UP.search(mention.before)
            and not _NOUN.match(mention.after)
        )
        if is_bare and origin.number != mention.number:
            yield origin, mention


def pairs_of_dues(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair what was due with what was given, one right after the other (应发 X，实发 X)."""
    for due, done in pairwise(mentions):
        if due.number == done.number and due.figure.value == done.figure.value and _is_telling(due):
            is_due = _DUE.search(due.clause) and _DONE.match(done.clause)
            if is_due and due.figure.unit == done.figure.unit:
                yield due, done


def _is_telling(mention: Mention) -> bool:
    return mention.figure.kind in ADDITIVE and telling_digits(mention.figure) > 1


def _pairs(
    mentions: Iterable[Mention], words: Callable[[Mention], frozenset[str]], fewest: int
) -> Iterator[Pair]:
    """Pair each mention with the first of its value in words that are alike."""
    known: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        figure = mention.figure
        known[figure.kind, figure.value, figure.unit].append(mention)
    for group in known.values():
        if len(group) > 1:
            yield from _alike(group, words, fewest)


def _alike(group: list[Mention], words: Callable[[Mention], frozenset[str]], fewest: int) -> Iterator[Pair]:
    things: list[tuple[Mention, frozenset[str]]] = []
    for mention in group:
        said = words(mention)
        same = next((first for first, other in things if len(said & other) >= fewest), None)
        if same is not None and same.number != mention.number:
            yield same, mention
        elif same is None and len(things) < _MOST_DISTINCT:
            things.append((mention, said))
