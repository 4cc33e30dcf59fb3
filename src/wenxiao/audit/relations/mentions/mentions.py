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
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.mentions.again import pairs_told_again
from wenxiao.audit.relations.mentions.behind import pairs_behind_equals
from wenxiao.audit.relations.mentions.both_sides import pairs_of_sides
from wenxiao.audit.relations.mentions.by_name import Said, pairs_by_name
from wenxiao.audit.relations.mentions.chance import named_as_one, say_nothing, telling
from wenxiao.audit.relations.mentions.copies import pairs_in_copies
from wenxiao.audit.relations.mentions.counts import counts_claimed
from wenxiao.audit.relations.mentions.debt_limits import limits_kept
from wenxiao.audit.relations.mentions.editions import pairs_of_editions, pairs_of_titles
from wenxiao.audit.relations.mentions.evidenced import pairs_by_evidence
from wenxiao.audit.relations.mentions.forms import pairs_with_amounts, pairs_with_forms
from wenxiao.audit.relations.mentions.labels import Mention, Pair, mentions_of
from wenxiao.audit.relations.mentions.likeness import (
    pairs_in_like_words,
    pairs_of_amounts,
    pairs_of_bare_totals,
    pairs_of_dues,
    pairs_of_events,
)
from wenxiao.audit.relations.mentions.names import SharedNames
from wenxiao.audit.relations.mentions.pointing import pairs_pointing_back
from wenxiao.audit.relations.mentions.reprinted import pairs_printed_otherwise
from wenxiao.audit.relations.mentions.slips import pairs_of_slips
from wenxiao.audit.relations.mentions.targets import targets_claimed

_NUMBER = re.compile(r"[\d.,，\s]+")


def claims_between_mentions(reading: Reading) -> list[Claim]:
    """Give the claims between mentions, in this order: equal, target, compare, count.

    An edition that differs between plan and result is an EQUAL claim between two ordinals.
    """
    mentions = mentions_of(reading)
    shared, said = SharedNames(mentions), Said(mentions)
    prose = [mention for mention in mentions if not mention.is_bare]
    evidence = (
        named_as_one(pairs_in_copies(reading.document.text, prose)),
        pairs_of_editions(reading, prose),
        pairs_of_titles(reading, prose),
        named_as_one(pairs_of_events(prose)),
        pairs_behind_equals(reading, prose),
        named_as_one(telling(pairs_in_like_words(prose), shared)),
        pairs_pointing_back(prose),
        pairs_told_again(prose, shared, said),
        pairs_of_sides(prose),
        pairs_of_dues(prose),
        named_as_one(pairs_of_amounts(prose)),
        pairs_of_bare_totals(prose),
        named_as_one(pairs_by_name(mentions, shared, said)),
        pairs_of_slips(reading, prose, said),
        pairs_with_forms(reading, mentions),
        pairs_with_amounts(mentions),
        pairs_by_evidence(reading, mentions, shared),
        pairs_printed_otherwise(reading, mentions),
    )
    return [
        *_equalities(evidence),
        *targets_claimed(reading, mentions),
        *limits_kept(prose),
        *counts_claimed(reading),
    ]


def _equalities(evidence: Iterable[Iterable[Pair]]) -> Iterator[Claim]:
    """Claim each mention equal to the first mention of the same thing; the better evidence comes first.

    What differs is claimed though the later mention agrees with another one: that makes the earlier one the odd one.
    """
    first: dict[int, Mention] = {}
    claimed: set[tuple[int, int]] = set()
    for earlier, later in (pair for pairs in evidence for pair in sorted(pairs, key=_order)):
        origin = first.get(earlier.figure.start, earlier)
        place = origin.figure.start, later.figure.start
        is_same = origin.figure.value == later.figure.value
        is_known = later.figure.start in first if is_same else place in claimed
        if is_known or place[0] == place[1] or say_nothing(origin, later):
            continue
        if is_same:
            first[later.figure.start] = origin
        claimed.add(place)
        yield _told_again(origin, later)


def _told_again(one: Mention, other: Mention) -> Claim:
    """Claim two mentions equal; 近260 and 近300 in the same words are two numbers, though both may be meant."""
    said, again = one.term, other.term
    if one.figure.value != other.figure.value and _spelling(one) == _spelling(other):
        said, again = _nominal(said), _nominal(again)
    if one.is_bare is not other.is_bare and one.figure.value == other.figure.value:
        said, again = _number(said), _number(again)
    said, again = _measured_alike(said, again), _measured_alike(again, said)
    return Claim(ClaimKind.EQUAL, said.label, said, (again,))


def _measured_alike(one: Term, other: Term) -> Term:
    """Give a term that lacks its unit or its sign the quantity of the other, which prints the same digits."""
    mine, theirs = one.quantity, other.quantity
    if mine is None or theirs is None or one.figure is None or other.figure is None:
        return one
    lacks_unit = mine.unit == "" != theirs.unit
    return replace(one, quantity=theirs) if lacks_unit or mine.value == -theirs.value > 0 else one


def _spelling(mention: Mention) -> str:
    return _NUMBER.sub("", mention.figure.text)


def _nominal(term: Term) -> Term:
    """Give a term without the room its words of approximation leave; a limit stays one."""
    quantity = term.quantity
    return term if quantity is None or quantity.low is None or quantity.high is None else _number(term)


def _number(term: Term) -> Term:
    """Give a term as the number it names: 6.8万亩 of prose is what the form writes as ≥6.8万亩."""
    quantity = term.quantity
    return (
        term
        if quantity is None
        else replace(term, quantity=replace(quantity, low=quantity.value, high=quantity.value))
    )


def _order(pair: Pair) -> tuple[int, int]:
    return pair[1].figure.start, pair[0].figure.start
