"""The figures of a document that shares can be of, to be found by what they are called, wherever they were told."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from wenxiao.audit.claims import Term
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike
from wenxiao.audit.relations.ratios.asked import Asked
from wenxiao.audit.relations.ratios.whole_names import Likeness, core, likeness, says
from wenxiao.quantity import Kind

_NEAR, _OF_ENDING, _ENDING = 60, 12, 2
_LONGEST, _PIECES_READ, _LEFT, _MOST_FOUND, _TELLING = 40, 3, 20, 24, 4
_PROVED = Likeness.TOTAL
"""A name that a share was found to be right by says as much as the very words."""

_LIMIT = re.compile("(?:突破|超过?|不低于|不少于|不超过|低于|高于|不足|少于|跨越|跨过)了?$")
_PIECES = re.compile("[，。；：、,;:]")


class Told(NamedTuple):
    """A figure told before, what it is called, and by how much it changed (None if that was not told)."""

    amount: Amount
    name: str
    change: Amount | None


class Found(NamedTuple):
    """A figure that a name may mean; ``is_certain`` tells that it can mean no other."""

    told: Told
    is_certain: bool


class Base(NamedTuple):
    """What the last share was of, as it was called."""

    block: int
    name: str
    whole: Term


class Wholes:
    """The figures of the lines read so far, by name, and which of them shares were found to be of."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._near: deque[Told] = deque(maxlen=_NEAR)
        self._by_ending: defaultdict[str, deque[Told]] = defaultdict(lambda: deque(maxlen=_OF_ENDING))
        self._proved: dict[str, Told] = {}
        self._parts: defaultdict[str, set[int]] = defaultdict(set)
        self._last: Base | None = None
        self._read: tuple[Line, list[Told]] | None = None
        self._open: deque[tuple[str, Asked]] = deque(maxlen=_LEFT)

    def add(self, line: Line) -> None:
        """Remember a line."""
        for told in self._told_in(line):
            self._near.append(told)
            self._by_ending[core(told.name)[-_ENDING:]].append(told)

    def named(self, name: str, line: Line, before: Amount, like: Amount) -> list[Found]:
        """Give the figures before another one that a name may mean, the likeliest first, of one likeness the nearest.

        They are of the measure of ``like``, of any if that is a percentage.
        """
        parts = self._parts.get(core(name), ())
        ranked = [
            (_PROVED if one is self._proved.get(core(name)) else likeness(name, one.name), one)
            for one in self._before(name, line, before)
            if one.amount.figure is not like.figure and one.amount.figure.start not in parts
            if like.quantity.kind is Kind.PERCENT or alike(one.amount, like)
        ]
        ranked = sorted((pair for pair in ranked if pair[0]), key=lambda pair: -pair[0])[:_MOST_FOUND]
        return [Found(one, _is_certain(kind, ranked, like)) for kind, one in ranked]

    def changed_before(self, line: Line, before: Amount) -> list[Told]:
        """Give the figures whose change was told in the same block before another one, the nearest first."""
        return [one for one in self._of_block(line, before) if one.change is not None]

    def spoken_of(self, name: str, line: Line, before: Amount) -> Told | None:
        """Give the nearest figure in the same block before another one that a name speaks of, None if there is none."""
        wanted = core(name)
        near = (one for one in self._of_block(line, before) if wanted and _speaks_of(core(one.name), wanted))
        return next(near, None)

    def speaking_of(self, word: str, line: Line, like: Amount) -> list[Told]:
        """Give the figures of one measure with another, told before it in its block by a name with a word in it."""
        told = self._of_block(line, like)
        return [one for one in told if word in one.name and alike(one.amount, like)]

    def prove(self, name: str, whole: Told) -> None:
        """Remember that a share of what is called so agrees with a figure."""
        self._proved[core(name)] = whole

    def set_apart(self, name: str, part: Amount) -> None:
        """Remember that a figure has a share of what is called so: it is not that whole itself."""
        self._parts[core(name)].add(part.figure.start)

    def leave(self, name: str, asked: Asked) -> None:
        """Remember a share whose whole is not clear yet."""
        self._open.append((core(name), asked))

    def settled(self) -> list[tuple[Asked, Told]]:
        """Give the shares left open whose whole has become clear since, each once."""
        clear = [(asked, self._proved[name]) for name, asked in self._open if name in self._proved]
        if clear:
            left = [(name, asked) for name, asked in self._open if name not in self._proved]
            self._open = deque(left, maxlen=_LEFT)
        return clear

    def remember(self, line: Line, name: str, whole: Term) -> None:
        """Remember what a share of a line is of: the next one may go on with it."""
        last = self.last_of(line)
        self._last = Base(line.block, last.name if last is not None and not core(name) else name, whole)

    def last_of(self, line: Line) -> Base | None:
        """Give what the last share told before in the same block is of."""
        return self._last if self._last is not None and self._last.block == line.block else None

    def _told_in(self, line: Line) -> list[Told]:
        """Give the figures of a line with their names, read once for all of its shares."""
        if self._read is None or self._read[0] is not line:
            self._read = line, told_in(line)
        return self._read[1]

    def _of_block(self, line: Line, before: Amount) -> list[Told]:
        """Give each figure told before another one in the same block, the nearest first."""
        here = [told for told in self._told_in(line) if told.amount.figure.start < before.figure.start]
        near = [told for told in self._near if told.amount.figure.block == line.block]
        return [*reversed(here), *reversed(near)]

    def _before(self, name: str, line: Line, before: Amount) -> Iterator[Told]:
        """Give each figure told before another one that may be called so, the nearest first."""
        here = [told for told in self._told_in(line) if told.amount.figure.start < before.figure.start]
        far = self._by_ending.get(core(name)[-_ENDING:], ())
        proved = self._proved.get(core(name))
        known = () if proved is None else (proved,)
        return _once(chain(reversed(here), reversed(self._near), reversed(far), known))


def _speaks_of(called: str, wanted: str) -> bool:
    """Tell whether a name says what is wanted, or is the beginning of that: 甲企业占用 of 甲企业占用国有资产."""
    return says(called, wanted) or (len(called) >= _TELLING and wanted.startswith(called))


def told_in(line: Line) -> list[Told]:
    """Give the plain figures of a line with their names; one that is called nothing goes on with the last name."""
    found: list[Told] = []
    amounts = line.amounts
    name = ""
    for at, amount in enumerate(amounts):
        if amount.role is not Role.MAIN:
            continue
        name = _name(amount.lead) or name
        if name and not _LIMIT.search(amount.lead):
            found.append(Told(amount, name, _change_after(amounts, at)))
    return found


@lru_cache(maxsize=4096)
def _name(lead: str) -> str:
    """Give the last words before a figure that name anything."""
    pieces = (piece[-_LONGEST:] for piece in reversed(_PIECES.split(lead)[-_PIECES_READ:]))
    return next(filter(core, pieces), "")


def _change_after(amounts: Sequence[Amount], at: int) -> Amount | None:
    """Give by how much a figure is said to have changed right after it."""
    following = amounts[at + 1] if at + 1 < len(amounts) else None
    is_change = following is not None and following.role is Role.CHANGE and alike(following, amounts[at])
    return following if is_change else None


def _once(told: Iterable[Told]) -> Iterator[Told]:
    seen: set[int] = set()
    for one in told:
        if one.amount.figure.start not in seen:
            seen.add(one.amount.figure.start)
            yield one


def _is_certain(kind: int, ranked: Sequence[tuple[int, Told]], like: Amount) -> bool:
    """Tell whether a name can mean no other figure.

    It says so much of one value only (of its own paragraph, if it stands there), which is of the same period and
    begins no list: the 出口 of one item is no 出口总值.
    """
    best, whole = ranked[0][0], ranked[0][1].amount
    if kind < max(best, Likeness.ENDS) or (whole.opens_list and best < Likeness.TOTAL):
        return False
    is_near = whole.figure.block == like.figure.block
    values = {
        one.amount.quantity.value
        for some, one in ranked
        if some == best and (not is_near or one.amount.figure.block == whole.figure.block)
    }
    periods = {period for period in (whole.figure.period, like.figure.period) if period}
    return len(values) == 1 and len(periods) < 2 and whole.quantity.is_exact
