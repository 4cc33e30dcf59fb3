"""Mentions of equal value that the words around them show to be of the same thing.

Nothing here ever claims figures equal that differ: like words are no proof that two figures tell the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind
from wenxiao.audit.relations.labels import Mention, parts

_AROUND = 14
_SHARED_AROUND = 6
_SHARED_BEHIND = 4
_TELLING_DIGITS = 5
_SPENT = re.compile("支出|执行|支付|决算")
_MOST_DISTINCT = 8
"""A value is compared with so many different things of that value at most, which keeps the time linear."""


def pairs_of_events(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pair editions (第十届) of what is named alike behind them."""
    editions = [mention for mention in mentions if mention.figure.kind is FigureKind.ORDINAL]
    words = [parts(mention.after[:_AROUND], 2) for mention in editions]
    return _pairs(editions, words, _SHARED_BEHIND)


def pairs_in_like_words(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pair amounts of two digits or more between like words."""
    telling = [mention for mention in mentions if _is_telling(mention)]
    words = [parts(mention.before[-_AROUND:], 2) | parts(mention.after[:_AROUND], 2) for mention in telling]
    return _pairs(telling, words, _SHARED_AROUND)


def pairs_of_totals(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pair 收入总计 and the 支出总计 of the same value that follows it: both sides of one account."""
    incomes: dict[str, Mention] = {}
    for mention in mentions:
        label = mention.figure.label
        if mention.figure.kind is not FigureKind.MONEY or not label.endswith("总计"):
            continue
        if "收入" in label:
            incomes[mention.figure.value] = mention
        elif "支出" in label and mention.figure.value in incomes:
            yield incomes[mention.figure.value], mention


def pairs_of_amounts(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
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


def _is_telling(mention: Mention) -> bool:
    return mention.figure.kind in ADDITIVE and _significant_digits(mention.figure) > 1


def _significant_digits(figure: Figure) -> int:
    return len(figure.value.replace(".", "").strip("0-"))


def _pairs(
    mentions: list[Mention], words: list[frozenset[str]], fewest: int
) -> Iterator[tuple[Mention, Mention]]:
    known: dict[tuple[str, str, str], list[tuple[Mention, frozenset[str]]]] = defaultdict(list)
    for mention, said in zip(mentions, words, strict=True):
        figure = mention.figure
        things = known[figure.kind, figure.value, figure.unit]
        same = next((first for first, other in things if len(said & other) >= fewest), None)
        if same is not None and same.number != mention.number:
            yield same, mention
        elif same is None and len(things) < _MOST_DISTINCT:
            things.append((mention, said))
