"""Claims between mentions: one thing told twice, targets and what was reached, counts of what is enumerated.

The strongest evidence that two figures tell the same is that the words around them do: passages printed twice
(:mod:`wenxiao.audit.relations.mentions.copies`). Beyond those a specific label with the same period and role is
taken, and only where the values agree or differ as a slip of the pen would make them differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import FigureKind, Reading
from wenxiao.audit.relations.mentions.behind import pairs_behind_equals
from wenxiao.audit.relations.mentions.by_name import pairs_by_name
from wenxiao.audit.relations.mentions.copies import pairs_in_copies
from wenxiao.audit.relations.mentions.counts import counts_claimed
from wenxiao.audit.relations.mentions.editions import pairs_of_editions, pairs_of_titles
from wenxiao.audit.relations.mentions.forms import pairs_with_amounts, pairs_with_forms
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core, mentions_of
from wenxiao.audit.relations.mentions.likeness import (
    pairs_in_like_words,
    pairs_of_amounts,
    pairs_of_bare_totals,
    pairs_of_dues,
    pairs_of_events,
    pairs_of_totals,
)
from wenxiao.audit.relations.mentions.names import SharedNames, are_related, side_of, telling_digits
from wenxiao.audit.relations.mentions.targets import targets_claimed

_NUMBER = re.compile(r"[\d.,，\s]+")
_TELLING_DIGITS = 3
_NOUN = 2
_LIST_WORDS = frozenset({"种", "类", "批", "季度", "阶段", "步", "方面"})
_HEADING_NUMBER = re.compile("[0-9]{1,2}")
_HEADED = ("：", ":")


def claims_between_mentions(reading: Reading) -> list[Claim]:
    """Give the claims between mentions, in this order: equal, target, count.

    An edition that differs between plan and result is an EQUAL claim between two ordinals.
    """
    mentions = mentions_of(reading)
    shared = SharedNames(mentions)
    prose = [mention for mention in mentions if not mention.is_bare]
    evidence = (
        _named_as_one(pairs_in_copies(reading.document.text, prose)),
        pairs_of_editions(reading, prose),
        pairs_of_titles(reading, prose),
        _named_as_one(pairs_of_events(prose)),
        pairs_behind_equals(reading, prose),
        _named_as_one(_telling(pairs_in_like_words(prose), shared)),
        pairs_of_totals(prose),
        pairs_of_dues(prose),
        _named_as_one(pairs_of_amounts(prose)),
        pairs_of_bare_totals(prose),
        _named_as_one(pairs_by_name(mentions, shared)),
        pairs_with_forms(reading, mentions),
        pairs_with_amounts(mentions),
    )
    return [*_equalities(evidence), *targets_claimed(reading, mentions), *counts_claimed(reading)]


def _equalities(evidence: Iterable[Iterable[Pair]]) -> Iterator[Claim]:
    """Claim each mention equal to the first mention of the same thing; the better evidence comes first."""
    first: dict[int, Mention] = {}
    for earlier, later in (pair for pairs in evidence for pair in sorted(pairs, key=_order)):
        origin = first.get(earlier.figure.start, earlier)
        is_itself = origin.figure.start == later.figure.start
        tells_nothing = _are_nothing(origin, later) or _count_a_list(origin, later)
        if is_itself or later.figure.start in first or tells_nothing:
            continue
        first[later.figure.start] = origin
        yield _told_again(origin, later)


def _named_as_one(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Keep the pairs that are not named apart in one paragraph."""
    for one, other in pairs:
        if one.figure.block != other.figure.block or core(one.figure.label) == core(other.figure.label):
            yield one, other


def _telling(pairs: Iterable[Pair], shared: SharedNames) -> Iterator[Pair]:
    """Drop the pairs of few digits that may be of two things: of a name that many share, or a change of something."""
    for one, other in pairs:
        is_change = "change" in (side_of(one), side_of(other))
        is_named = are_related(one.figure, other.figure) or _is_followed_alike(one, other)
        is_vague = is_change or shared.has(other.figure) or not is_named
        if not is_vague or telling_digits(other.figure) > _TELLING_DIGITS:
            yield one, other


def _is_followed_alike(one: Mention, other: Mention) -> bool:
    """Tell whether the same noun stands right behind two counts."""
    noun = one.after[:_NOUN]
    return noun == other.after[:_NOUN] and noun.isalpha()


def _are_nothing(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are zeros, which are the same whatever they are of."""
    quantity = one.figure.quantity
    return quantity is not None and quantity.value == 0 and one.figure.value == other.figure.value


def _count_a_list(one: Mention, other: Mention) -> bool:
    """Tell whether two equal numbers only say which of a list is meant (第一种 … 第二种 …, 目标1：…)."""
    return one.figure.value == other.figure.value and _counts_a_list(one) and _counts_a_list(other)


def _counts_a_list(mention: Mention) -> bool:
    figure = mention.figure
    if figure.kind is FigureKind.ORDINAL:
        return figure.unit in _LIST_WORDS
    is_number = not figure.unit and _HEADING_NUMBER.fullmatch(figure.text) is not None
    return is_number and mention.after.startswith(_HEADED)


def _told_again(one: Mention, other: Mention) -> Claim:
    """Claim two mentions equal; 近260 and 近300 in the same words are two numbers, though both may be meant."""
    said, again = one.term, other.term
    if one.figure.value != other.figure.value and _spelling(one) == _spelling(other):
        said, again = _nominal(said), _nominal(again)
    return Claim(ClaimKind.EQUAL, said.label, said, (again,))


def _spelling(mention: Mention) -> str:
    return _NUMBER.sub("", mention.figure.text)


def _nominal(term: Term) -> Term:
    """Give a term without the room its words of approximation leave; a limit stays one."""
    quantity = term.quantity
    if quantity is None or quantity.low is None or quantity.high is None:
        return term
    return replace(term, quantity=replace(quantity, low=quantity.value, high=quantity.value))


def _order(pair: Pair) -> tuple[int, int]:
    return pair[1].figure.start, pair[0].figure.start
