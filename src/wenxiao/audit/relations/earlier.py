"""The amounts of the lines read so far, to look up what a sentence names without giving its figure again."""

from __future__ import annotations

import re
from collections import deque

from wenxiao.audit.relations.amounts import Amount, Line, Role, alike

_REMEMBERED = 20
_NEAREST = 6
_OF_BLOCK = 12
_NOISE = re.compile("[“”\"'（）()《》年度月日0-9,.，、本的数为类款项]|合计|总计|共计|总额")
_MARKS = re.compile("[“”\"'（）()《》]|[0-9]{4}年度?|数$")
_SHORTEST = 3
_ENOUGH, _ALL = 80, 100
"""How many per cent of the words must stand in a sentence of the same block, and of another one."""

_BUDGET = re.compile("年初预算|预算数|预算为|预算$")
_OUTTURN = re.compile("决算|实际|执行|完成")


class Earlier:
    """The last amounts of a document before the line that is being read."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._lines: deque[Line] = deque(maxlen=_REMEMBERED)
        self._latest: dict[str, Amount] = {}

    def add(self, line: Line) -> None:
        """Remember a line."""
        if line.amounts:
            self._lines.append(line)
            self._latest.update((_name(amount.label), amount) for amount in line.mains())

    def named(self, name: str, line: Line, like: Amount) -> Amount | None:
        """Give the nearest earlier amount that is called ``name``, of the same measure.

        Without one it is the amount whose name ends so (what stands before is a year or a body), if there is
        no other value to choose.
        """
        wanted = _name(name)
        if len(wanted) < _SHORTEST:
            return None
        here = [one for one in line.mains() if _is_before(one, like)]
        called = next((one for one in reversed(here) if _name(one.label) == wanted), self._latest.get(wanted))
        if called is not None and alike(called, like):
            return called
        near = [one for past in self._near() for one in past.mains() if alike(one, like)]
        ending = [one for one in (*here, *near) if _name(one.label).endswith(wanted)]
        return ending[-1] if len({one.quantity.value for one in ending}) == 1 else None

    def subject(self, words: str, line: Line, like: Amount) -> Amount | None:
        """Give the amount a sentence goes on about, of the lines just before: the one its words name.

        A sentence that names nothing goes on about the only amount of the line before in its block.
        """
        wanted = _pairs(_plain(words))
        for one in [line, *self._near()[:_NEAREST]]:
            mains = [main for main in one.head() if main.role is Role.MAIN and _is_before(main, like)]
            if not mains:
                continue
            if not wanted:
                return mains[0] if one.block == line.block and len(mains) == 1 else None
            enough = _ENOUGH if one.block == line.block else _ALL
            fitting = [main for main in mains if _fit(wanted, one, main) >= enough]
            if fitting:
                return _best(_plain(words), fitting)
        return None

    def of_block(self, block: int) -> list[Amount]:
        """Give the latest plain amounts of a block, in order."""
        past = [main for line in self._lines if line.block == block for main in line.mains()]
        return past[-_OF_BLOCK:]

    def _near(self) -> list[Line]:
        return list(self._lines)[::-1]


def _best(words: str, mains: list[Amount]) -> Amount | None:
    """Give the amount of the same side (budget or outturn) whose label ends most like the words, if it is clear."""
    sides = [main for main in mains if _is_budget(main.label) == _is_budget(words)]
    if not sides:
        return None
    best = max(_common_end(_plain(main.label), words) for main in sides)
    found = [main for main in sides if _common_end(_plain(main.label), words) == best]
    return found[-1] if len({main.quantity.value for main in found}) == 1 else None


def _is_before(one: Amount, like: Amount) -> bool:
    return one.figure.start < like.figure.start and alike(one, like)


def _is_budget(words: str) -> bool:
    return bool(_BUDGET.search(words)) and not _OUTTURN.search(words)


def _common_end(one: str, other: str) -> int:
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _fit(wanted: frozenset[str], line: Line, amount: Amount) -> int:
    """Give how many per cent of the words stand in the sentence up to an amount."""
    before = [one.lead for one in line.amounts if one.figure.start <= amount.figure.start]
    return 100 * len(wanted & _pairs(_plain("".join(before)))) // len(wanted)


def _name(words: str) -> str:
    """Give a name without quotation marks, brackets, years and 数."""
    return _MARKS.sub("", words)


def _plain(words: str) -> str:
    return _NOISE.sub("", words)


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
