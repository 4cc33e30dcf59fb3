"""Claims between mentions: one thing told twice, targets and what was reached, counts of what is enumerated.

The strongest evidence that two figures tell the same is that the words around them do: passages printed twice
(:mod:`wenxiao.audit.relations.mentions.copies`). Beyond those a specific label with the same period and role is
taken, and only where the values agree or differ as a slip of the pen would make them differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import ADDITIVE, Figure, Reading
from wenxiao.audit.relations.mentions.copies import pairs_in_copies
from wenxiao.audit.relations.mentions.counts import counts_claimed
from wenxiao.audit.relations.mentions.forms import pairs_with_amounts, pairs_with_forms
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core, is_miswritten, mentions_of, role
from wenxiao.audit.relations.mentions.likeness import (
    pairs_in_like_words,
    pairs_of_amounts,
    pairs_of_bare_totals,
    pairs_of_dues,
    pairs_of_events,
    pairs_of_totals,
)
from wenxiao.audit.relations.mentions.targets import targets_claimed

_NUMBER = re.compile(r"[\d.,，\s]+")
_DIGIT = re.compile("[0-9]")
_OUTTURN = re.compile("(?:决算|执行)数?$")
_SPECIFIC = 4
_TELLING_DIGITS = 3


def claims_between_mentions(reading: Reading) -> list[Claim]:
    """Give the claims between mentions, in this order: equal, target, count.

    An edition that differs between plan and result is an EQUAL claim between two ordinals.
    """
    mentions = mentions_of(reading)
    prose = [mention for mention in mentions if not mention.is_bare]
    evidence = (
        _named_as_one(pairs_in_copies(reading.document.text, prose)),
        _named_as_one(pairs_of_events(prose)),
        _named_as_one(pairs_in_like_words(prose)),
        pairs_of_totals(prose),
        pairs_of_dues(prose),
        _named_as_one(pairs_of_amounts(prose)),
        pairs_of_bare_totals(prose),
        _named_as_one(_pairs_by_label(mentions)),
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
        if is_itself or later.figure.start in first or _are_nothing(origin, later):
            continue
        first[later.figure.start] = origin
        yield _told_again(origin, later)


def _named_as_one(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Keep the pairs that are not named apart in one paragraph."""
    for one, other in pairs:
        if one.figure.block != other.figure.block or core(one.figure.label) == core(other.figure.label):
            yield one, other


def _are_nothing(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are zeros, which are the same whatever they are of."""
    quantity = one.figure.quantity
    return quantity is not None and quantity.value == 0 and one.figure.value == other.figure.value


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


def _pairs_by_label(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair mentions with the same specific label, period, measure and role."""
    called: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if _is_specific(mention.figure):
            called[mention.figure.label, mention.figure.period, mention.figure.unit].append(mention)
    known: dict[tuple[str, str, str, str], list[Mention]] = defaultdict(list)
    for (label, period, unit), group in called.items():
        name = _OUTTURN.sub("", core(label))
        for mention in group if len(name) >= _SPECIFIC else ():
            side = role(name + mention.clause).replace("actual", "")
            known[name, period, unit, side].append(mention)
    for group in known.values():
        if len(group) > 1 and not all(mention.is_bare for mention in group):
            yield from _agreeing(sorted(group, key=lambda mention: mention.figure.start))


def _is_specific(figure: Figure) -> bool:
    """Tell whether a figure is an amount that a label of some length can tell from others."""
    return (
        len(figure.label) >= _SPECIFIC
        and figure.kind in ADDITIVE
        and figure.quantity is not None
        and figure.quantity.value != 0
    )


def _agreeing(group: list[Mention]) -> Iterator[Pair]:
    """Pair each mention with the first of its value; one that stands alone, with the one it miswrites."""
    by_value: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        by_value[mention.figure.value].append(mention)
    for same in by_value.values():
        yield from ((same[0], later) for later in same[1:] if _says_again(same[0], later))
    if len(by_value) == 2 and not any(mention.is_bare for mention in group):
        more, fewer = sorted(by_value.values(), key=len, reverse=True)
        if len(fewer) == 1 and _is_miswritten(more, fewer[0]):
            first, last = sorted((more[0], fewer[0]), key=lambda mention: mention.figure.start)
            yield first, last


def _is_miswritten(others: list[Mention], one: Mention) -> bool:
    """Tell whether a mention is a slip away from the others, or from the only one if its digits can tell it."""
    if len(others) > 1:
        return is_miswritten(others[0].figure, one.figure)
    other, figure = others[0].figure, one.figure
    digits = [_DIGIT.findall(written.text) for written in (other, figure)]
    if other.block == figure.block or min(map(len, digits)) < _TELLING_DIGITS:
        return False
    return is_miswritten(other, figure) or digits[0][1:] == digits[1][1:]


def _says_again(one: Mention, other: Mention) -> bool:
    """Tell whether a mention can repeat another: not in its own sentence, and not two cells of tables."""
    return one.number != other.number and not (one.is_bare and other.is_bare)
