"""Mentions that go by one name, with the same period and role.

They are taken as one thing where the values agree, or differ as a slip of the pen would make them differ while nothing
else in their sentences does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from wenxiao.audit.figures.model import ADDITIVE, Figure
from wenxiao.audit.relations.mentions.labels import Mention, Pair, is_miswritten
from wenxiao.audit.relations.mentions.names import (
    SharedNames,
    are_dated_apart,
    are_timed_apart,
    letters,
    name_of,
    side_of,
    telling_digits,
)

_DIGIT = re.compile("[0-9]")
_FUND = re.compile("一般公共预算|政府性基金|国有资本经营|财政拨款|社会保险基金")
_SPECIFIC = 4
_TELLING_DIGITS = 3
_LONG_NAME = 5
"""A number that is no slip, or of two digits, needs a name of so many letters to be known again, or more."""
_MOST_VALUES = 4
"""Where a name has more values, two of them that stand alone are alike by chance."""

_MOST_SAID = 40
"""Of a sentence so many amounts are compared, which keeps the time linear."""

_LONG, _MOST_LONG = 5, 12
"""Of several values of a name, so many with so many digits are compared."""


def pairs_by_name(mentions: list[Mention], shared: SharedNames, said: Said) -> Iterator[Pair]:
    """Pair mentions with the same specific name, period, measure and role."""
    called: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if _is_specific(mention.figure):
            called[mention.figure.label, mention.figure.unit].append(mention)
    known: dict[tuple[frozenset[str], str, str], list[Mention]] = defaultdict(list)
    for (label, unit), group in called.items():
        name = letters(label)
        for mention in group if len(name_of(label).what) >= _SPECIFIC and len(name) > 1 else ():
            known[name, unit, side_of(mention)].append(mention)
    for group in known.values():
        if len(group) > 1 and not all(mention.is_bare for mention in group):
            for dated in _parted(group, _period):
                for one in _parted(dated, _scope):
                    yield from _agreeing(sorted(one, key=_start), shared, said)


def _parted(group: list[Mention], told: Callable[[Mention], str]) -> Iterable[list[Mention]]:
    """Keep mentions of several periods, or regions, apart; where there is only one, it may be left unsaid."""
    apart: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        apart[told(mention)].append(mention)
    return [group] if len(apart.keys() - {""}) < 2 else apart.values()


def _period(mention: Mention) -> str:
    return mention.figure.period


def _scope(mention: Mention) -> str:
    return name_of(mention.figure.label).scope


def _start(mention: Mention) -> int:
    return mention.figure.start


def _is_specific(figure: Figure) -> bool:
    """Tell whether a figure is an amount that a label of some length can tell from others."""
    return (
        len(figure.label) >= _SPECIFIC
        and figure.kind in ADDITIVE
        and figure.quantity is not None
        and figure.quantity.value != 0
    )


class Said:
    """What each sentence says under which name, to tell two accounts of one thing from those of two things."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._amounts: dict[int, dict[str, Figure]] = defaultdict(dict)
        for mention in mentions:
            amounts = self._amounts[mention.number]
            if mention.figure.is_counted and len(amounts) < _MOST_SAID:
                amounts.setdefault(mention.figure.label, mention.figure)

    def of_one_thing(self, one: Mention, other: Mention) -> bool:
        """Tell whether the sentences of two mentions agree about something else in figures that tell."""
        both = self._about_else(one, other)
        is_told = any(a.kind in ADDITIVE and telling_digits(a) > 1 for a, _ in both)
        is_named = len(name_of(one.figure.label).what) > _LONG_NAME
        return is_named and is_told and not self.of_two_things(one, other)

    def of_two_things(self, one: Mention, other: Mention) -> bool:
        """Tell whether the sentences of two mentions disagree about something else, too."""
        return any(a.value != b.value for a, b in self._about_else(one, other))

    def _about_else(self, one: Mention, other: Mention) -> list[tuple[Figure, Figure]]:
        first, second = self._amounts[one.number], self._amounts[other.number]
        called = first.keys() & second.keys() - {one.figure.label, other.figure.label}
        return [(first[label], second[label]) for label in called]


def _agreeing(group: list[Mention], shared: SharedNames, said: Said) -> Iterator[Pair]:
    """Pair each mention with the first of its value; one that stands alone, with the one it miswrites."""
    by_value: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        by_value[mention.figure.value].append(mention)
    for same in by_value.values():
        if _tells(same[0], shared):
            yield from ((same[0], later) for later in same[1:] if _says_again(same[0], later, said))
    if len(by_value) > 1 and not any(mention.is_bare for mention in group):
        yield from _differing(list(by_value.values()), said)


def _differing(values: list[list[Mention]], said: Said) -> Iterator[Pair]:
    """Pair a mention that stands alone with what it miswrites: of several values, only what is long can tell."""
    is_only = len(values) == 2
    long = [same for same in values if telling_digits(same[0].figure) >= _LONG][:_MOST_LONG]
    for one, other in combinations(values if is_only else long, 2):
        more, fewer = sorted((one, other), key=len, reverse=True)
        others = more if is_only else more[:1]
        is_crowded = len(values) > _MOST_VALUES and len(more) == 1
        if len(fewer) > 1 or is_crowded or _are_told_apart(more[0], fewer[0]):
            continue
        is_slip = _is_miswritten(others, fewer[0]) and not said.of_two_things(more[0], fewer[0])
        is_one = is_only and said.of_one_thing(more[0], fewer[0]) and not _are_of_two_funds(more[0], fewer[0])
        if is_slip or is_one:
            yield _in_order(more[0], fewer[0])


def _are_told_apart(one: Mention, other: Mention) -> bool:
    return one.number == other.number or are_timed_apart(one, other)


def _are_of_two_funds(one: Mention, other: Mention) -> bool:
    """Tell whether the headings of two mentions name other funds: all of an account, and a fund of it, differ."""
    return set(_FUND.findall(one.figure.section)) != set(_FUND.findall(other.figure.section))


def _in_order(one: Mention, other: Mention) -> Pair:
    return (one, other) if one.figure.start < other.figure.start else (other, one)


def _tells(mention: Mention, shared: SharedNames) -> bool:
    """Tell whether a value is one that two things of this name, or two changes of them, do not share by chance."""
    is_common = side_of(mention) == "change" or shared.has(mention.figure)
    return not is_common or telling_digits(mention.figure) >= _TELLING_DIGITS


def _is_miswritten(others: list[Mention], one: Mention) -> bool:
    """Tell whether a mention is a slip away from the others, or from the only one if its digits can tell it."""
    if len(others) > 1:
        return is_miswritten(others[0].figure, one.figure)
    other, figure = others[0].figure, one.figure
    digits = [_DIGIT.findall(written.text) for written in (other, figure)]
    fewest = _LONG if are_dated_apart(other, figure) else _TELLING_DIGITS
    if other.block == figure.block:
        return False
    if min(map(len, digits)) < fewest:
        return _is_turned(*digits) and len(name_of(figure.label).what) >= _LONG_NAME
    return is_miswritten(other, figure) or digits[0][1:] == digits[1][1:]


def _is_turned(one: list[str], other: list[str]) -> bool:
    """Tell whether two digits changed places."""
    return len(one) == 2 and one == other[::-1]


def _says_again(one: Mention, other: Mention, said: Said) -> bool:
    """Tell whether a mention can repeat another: not in its own sentence, and not two cells of tables.

    Of two sentences that disagree about something else, few digits are the same by chance.
    """
    if one.number == other.number or (one.is_bare and other.is_bare):
        return False
    return telling_digits(one.figure) >= _TELLING_DIGITS or not said.of_two_things(one, other)
