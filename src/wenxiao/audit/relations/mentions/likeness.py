"""Mentions of equal value that the words around them show to be of the same thing.

Figures that differ are never claimed equal, for like words are no proof that two figures tell the same; but for
the totals of both sides of an account.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind
from wenxiao.audit.relations.mentions.labels import Mention, Pair, is_miswritten, parts, role

_AROUND = 14
_SHARED_AROUND = 6
_SHARED_BEHIND = 4
_TELLING_DIGITS = 5
_NEAR_SENTENCES = 3
_SIDE = re.compile("(?=[收支])(?P<side>收入|支出)(?P<of>总计|合计|总预算|预算|决算)$")
_SUMS = ("计", "共")
_SUMMED_UP = re.compile("(?:^|[，。；、,;])(?:合计|总共|共计|共)$")
_NOUN = re.compile(r"\w")
_DUE = re.compile("应[补发缴付收]")
_DONE = re.compile("实际?[补发缴付收]")
_SPENT = re.compile("支出|执行|支付|决算")
_MOST_DISTINCT = 8
"""A value is compared with so many different things of that value at most, which keeps the time linear."""


def pairs_of_events(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair editions (第十届) of what is named alike behind them."""
    editions = (mention for mention in mentions if mention.figure.kind is FigureKind.ORDINAL)
    return _pairs(editions, _words_behind, _SHARED_BEHIND)


def pairs_in_like_words(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair amounts of two digits or more between like words."""
    telling = (mention for mention in mentions if _is_telling(mention))
    return _pairs(telling, _words_around, _SHARED_AROUND)


def _words_behind(mention: Mention) -> frozenset[str]:
    return parts(mention.after[:_AROUND], 2)


def _words_around(mention: Mention) -> frozenset[str]:
    return parts(mention.before[-_AROUND:], 2) | parts(mention.after[:_AROUND], 2)


def pairs_of_totals(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair both sides of one account: 收入总计 and 支出总计 are equal in every account, if it means all of it.

    So they must agree, or differ as by a slip of the pen. Of other sides (收入预算 and 支出预算) only what agrees
    in many digits is paired: they may differ by what is carried over.
    """
    incomes: dict[str, Mention] = {}
    for mention in mentions:
        side = _SIDE.search(mention.figure.label) if mention.figure.kind is FigureKind.MONEY else None
        if side is None or role(mention.clause) == "change":
            continue
        of = side["of"]
        if side["side"] == "收入":
            incomes[of] = mention
        elif of in incomes and _are_sides(incomes[of], mention, certain=of == "总计"):
            yield incomes[of], mention


def _are_sides(income: Mention, spending: Mention, *, certain: bool) -> bool:
    one, other = income.figure, spending.figure
    if one.value != other.value:
        is_next = spending.number - income.number <= 1 and one.period == other.period
        return certain and is_next and is_miswritten(one, other)
    is_near = spending.number - income.number <= _NEAR_SENTENCES
    return is_near and (certain or _significant_digits(one) >= _TELLING_DIGITS)


def pairs_of_amounts(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair sums of money that agree in so many digits that chance is ruled out, told in different paragraphs.

    What is had and what is spent are kept apart: they agree in an account that balances.
    """
    first: dict[tuple[str, bool], Mention] = {}
    for mention in mentions:
        figure = mention.figure
        if figure.kind is not FigureKind.MONEY or _significant_digits(figure) < _TELLING_DIGITS:
            continue
        origin = first.setdefault((figure.value, bool(_SPENT.search(figure.label))), mention)
        if origin.figure.block != figure.block:
            yield origin, mention


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
    return mention.figure.kind in ADDITIVE and _significant_digits(mention.figure) > 1


def _significant_digits(figure: Figure) -> int:
    return len(figure.value.replace(".", "").strip("0-"))


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
