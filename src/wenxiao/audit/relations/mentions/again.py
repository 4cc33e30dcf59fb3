"""Mentions of one value under names that are alike: 公务用车购置及运行费1.5万元 and 公务用车购置及运行维护费1.5万元.

The fewer digits a value has, the more alike the names must be. Two figures that differ are never paired here: that
names are alike is no proof that they are of one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.figures.model import ADDITIVE, FigureKind
from wenxiao.audit.relations.mentions.by_name import Said
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core
from wenxiao.audit.relations.mentions.names import (
    Likeness,
    SharedNames,
    are_dated_apart,
    likeness,
    name_of,
    side_of,
    telling_digits,
)

_MOST_DISTINCT = 8
"""A value is compared with so many different things of that value at most, which keeps the time linear."""

_FEWEST = {1: Likeness(4, 100, 100), 2: Likeness(4, 100, 50), 3: Likeness(3, 66, 30), 4: Likeness(2, 50, 20)}
"""How alike two names must be for a value of so many telling digits."""

_ANY = Likeness(2, 0, 0)
_UNSHARED_DIGITS = 2
"""A value of so few digits tells nothing under a name that many values go by."""

_TOLD = ADDITIVE | {FigureKind.PERCENT}
_FEWEST_OF_PERCENT, _PERCENT_DIGITS = Likeness(4, 100, 100), 3
_IN_ONE_SENTENCE, _SENTENCE_DIGITS = Likeness(4, 66, 30), 4
"""How alike names of one sentence must be, and how many digits their value must have."""

_PARTS = re.compile("其中|包括|含")

_CHANGE_DIGITS = 3
"""Changes of fewer digits are alike by chance."""

_LESS = re.compile("[减降少]")
_DONE = re.compile("决算|实际")
_PLANNED = frozenset({"plan", ""})


def pairs_told_again(mentions: list[Mention], shared: SharedNames, said: Said) -> Iterator[Pair]:
    """Pair each amount of prose with the earlier one of its value that is named most like it."""
    known: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        figure = mention.figure
        if figure.kind in _TOLD and figure.label and figure.value != "0":
            known[figure.value, figure.unit].append(mention)
    for group in known.values():
        if len(group) > 1:
            yield from _told_again(group, shared, said)


def _told_again(group: list[Mention], shared: SharedNames, said: Said) -> Iterator[Pair]:
    digits = telling_digits(group[0].figure)
    fewest = _FEWEST.get(digits, _ANY)
    if group[0].figure.kind is FigureKind.PERCENT:
        fewest = _FEWEST_OF_PERCENT
        group = [one for one in group if digits >= _PERCENT_DIGITS and side_of(one) != "change"]
    is_chance = said.of_two_things if digits <= _UNSHARED_DIGITS else _never
    things: list[Mention] = []
    for mention in group:
        is_vague = digits <= _UNSHARED_DIGITS and shared.has(mention.figure)
        alike = [
            (how, core(thing.figure.label) == core(mention.figure.label), -at)
            for at, thing in enumerate([] if is_vague else things)
            if (how := likeness(thing.figure.label, mention.figure.label))
            and how.is_at_least(fewest)
            and _can_be_one(thing, mention, how)
            and not is_chance(thing, mention)
        ]
        if alike:
            yield things[-max(alike)[-1]], mention
        if len(things) < _MOST_DISTINCT:
            things.append(mention)


def _never(_one: Mention, _other: Mention) -> bool:
    return False


def _can_be_one(one: Mention, other: Mention, how: Likeness) -> bool:
    """Tell whether neither year, region nor role tells two mentions apart that are named so much alike."""
    if are_dated_apart(one.figure, other.figure) or not _play_one_role(one, other):
        return False
    scopes = {name_of(figure.label).scope for figure in (one.figure, other.figure)} - {""}
    return len(scopes) <= 1 and (one.number != other.number or _is_in_one_breath(other, how))


def _is_in_one_breath(other: Mention, how: Likeness) -> bool:
    """Tell whether a sentence itself says a thing again, not what all of it is spent on (其中)."""
    is_telling = telling_digits(other.figure) >= _SENTENCE_DIGITS
    return is_telling and how.is_at_least(_IN_ONE_SENTENCE) and not _PARTS.search(other.before)


def _play_one_role(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions can be of one role: a plan may be told without saying that it is one."""
    first, second = side_of(one), side_of(other)
    if first == second == "change":
        is_telling = telling_digits(one.figure) >= _CHANGE_DIGITS
        return is_telling and bool(_LESS.search(one.before[-4:])) == bool(_LESS.search(other.before[-4:]))
    is_done = any(_DONE.search(mention.figure.label) for mention in (one, other))
    return first == second or ({first, second} <= _PLANNED and not is_done)
