"""Two amounts that go by nearly one name and differ as a slip of the pen makes them differ: 21.77亿元 and 12.77亿元.

Where only two digits changed places, or 万 was lost, rare words that stand beside both tell as much as a name.

What a slip keeps of a number (its digits in any order, all but the first one, or all of them in another unit) brings
the two together, so that no amount has to be compared with every other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from wenxiao.audit.figures.model import ADDITIVE, Figure, Reading
from wenxiao.audit.relations.mentions.by_name import Said
from wenxiao.audit.relations.mentions.evidence import Evidence
from wenxiao.audit.relations.mentions.labels import Mention, Pair, is_miswritten
from wenxiao.audit.relations.mentions.names import (
    Likeness,
    are_opposed,
    are_timed_apart,
    letters,
    likeness,
    name_of,
    side_of,
)
from wenxiao.audit.relations.sums.plausible import is_swap

_ALIKE, _NAMED, _UNLIKE = Likeness(5, 100, 60), Likeness(4, 100, 60), Likeness(0, 0, 0)
"""How alike the names must be, and if only the unit differs."""

_FEWEST_DIGITS, _FEWEST_SHIFTED, _FEWEST_TURNED = 4, 2, 3
"""A number of fewer digits is no slip of another; fewer are needed where only the unit differs."""

_ALL, _FEWEST_SHARED = 100, 3
"""How many rare words must stand beside both amounts that do not go by one name."""

_MOST_COMPARED = 8


def pairs_of_slips(reading: Reading, mentions: list[Mention], said: Said) -> Iterator[Pair]:
    """Pair each amount that is told once with one that it miswrites."""
    amounts = [one for one in mentions if one.figure.kind in ADDITIVE and one.figure.label]
    kept: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in amounts:
        for how, trace in _traces(mention.figure):
            kept[how, trace, mention.figure.unit].append(mention)
    times = Counter((one.figure.value, one.figure.unit) for one in amounts)
    evidence = Evidence(reading, amounts)
    found: dict[tuple[int, int], Pair] = {}
    for group in kept.values():
        firsts = list({mention.figure.value: mention for mention in reversed(group)}.values())
        for pair in combinations(firsts[-_MOST_COMPARED:], 2):
            one, other = sorted(pair, key=lambda mention: mention.figure.start)
            lone = min(times[mention.figure.value, mention.figure.unit] for mention in pair) == 1
            if lone and _is_one_thing(one, other, evidence) and not said.of_two_things(one, other):
                found[one.figure.start, other.figure.start] = one, other
    yield from found.values()


def _traces(figure: Figure) -> Iterator[tuple[str, str]]:
    """Give what a slip keeps of a number, with the kind of slip."""
    digits = _digits(figure)
    if len(digits) >= _FEWEST_SHIFTED:
        yield "shifted", digits
    if len(digits) >= _FEWEST_DIGITS:
        yield "turned", "".join(sorted(digits))
        yield "replaced", digits[1:]


def _is_one_thing(one: Mention, other: Mention, evidence: Evidence) -> bool:
    """Tell whether nothing but the number tells two mentions apart, and that by a slip."""
    first, second = one.figure, other.figure
    if one.number == other.number or side_of(one) != side_of(other) or are_timed_apart(one, other):
        return False
    scopes = {name_of(figure.label).scope for figure in (first, second)}
    if len(scopes) > 1 or are_opposed(first.label, second.label):
        return False
    how = likeness(first.label, second.label) or _UNLIKE
    is_shifted = _differ_in_unit(first, second)
    if how.is_at_least(_NAMED if is_shifted else _ALIKE):
        return is_shifted or is_miswritten(first, second)
    is_named = letters(first.label) and letters(second.label)
    if not is_named or 0 < how.of_shorter < _ALL:  # each name says what the other does not
        return False
    is_plain = len(_digits(first)) >= _FEWEST_TURNED and (is_shifted or _is_turned(first, second))
    return is_plain and evidence.shared(one, other) >= _FEWEST_SHARED


def _is_turned(one: Figure, other: Figure) -> bool:
    """Tell whether two neighbouring digits changed places."""
    first, second = one.quantity, other.quantity
    return first is not None and second is not None and is_swap(first, [second])


def _differ_in_unit(one: Figure, other: Figure) -> bool:
    """Tell whether a thousandfold, or more, is the only difference (万元 and 元)."""
    return _digits(one) == _digits(other) and abs(_power(one) - _power(other)) > 2


def _digits(figure: Figure) -> str:
    return figure.value.replace(".", "").strip("0-")


def _power(figure: Figure) -> int:
    return 0 if figure.quantity is None else figure.quantity.value.adjusted()
