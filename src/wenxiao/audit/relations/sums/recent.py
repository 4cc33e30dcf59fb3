"""The amounts just read, among which the whole of a list may stand whose sentence does not say it again."""

from __future__ import annotations

import re
from collections import deque
from itertools import islice

from wenxiao.audit.relations.amounts import Amount, Line, alike
from wenxiao.audit.relations.sums.openings import whole_of

_MARKS = re.compile("[“”\"'（）()《》]")
_ALL_OF = re.compile("^[在从]?(?:全部|所有|上述|以上)?")
_LINES = 6
_FEW = 3
_NAMED = 60
_SHORTEST, _SHORTEST_WITHIN = 2, 4
_MOST_NAMED = 4


class Recent:
    """The last lines of a document before the one that is being read."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._lines: deque[tuple[int, tuple[Amount, ...]]] = deque(maxlen=_LINES)
        self._amounts: deque[Amount] = deque(maxlen=_NAMED)
        self._topic: tuple[int, str] = -1, ""

    def add(self, line: Line) -> None:
        """Remember a line, or of one without amounts what it says that the next ones are parts of."""
        self._topic = (-1, "") if line.amounts else (line.block, whole_of(line.tail))
        if line.amounts:
            mains = line.mains()
            self._lines.append((line.block, mains))
            self._amounts.extend(mains)

    def wholes(self, line: Line, like: Amount) -> list[Amount]:
        """Give what may be the whole of parts in a line: of the lines before it in its block and of the last line.

        The nearest line comes first; of each only the first and the last few amounts count.
        """
        found: list[Amount] = []
        for number, (block, mains) in enumerate(reversed(self._lines)):
            if number and block != line.block:
                break
            ends = mains if len(mains) <= 2 * _FEW else (*mains[:_FEW], *mains[-_FEW:])
            found.extend(one for one in ends if one.role is like.role and alike(one, like))
        return found

    def last_of(self, line: Line) -> tuple[Amount, ...]:
        """Give the plain amounts of the line before, if it stands in the same block."""
        block, mains = self._lines[-1] if self._lines else (line.block, ())
        return mains if block == line.block else ()

    def named(self, name: str, like: Amount) -> list[Amount]:
        """Give the amounts of the same measure that are called so, or whose name begins or ends so, the nearest first."""
        wanted = _ALL_OF.sub("", _MARKS.sub("", name))
        fitting = (one for one in reversed(self._amounts) if alike(one, like) and _is_called(one, wanted))
        return list(islice(fitting, _MOST_NAMED))

    def topic(self, line: Line, like: Amount) -> list[Amount]:
        """Give the amounts that the sentence before a line, without any of its own, names as a whole (在全部 X 中，…。)."""
        block, name = self._topic
        return self.named(name, like) if name and block == line.block else []


def _is_called(amount: Amount, wanted: str) -> bool:
    """Tell whether an amount is called so, with more or fewer words before, after or within."""
    label = _MARKS.sub("", amount.label).removeprefix("其中")
    if wanted in label or wanted.startswith(label) or wanted.endswith(label):
        return len(label) >= _SHORTEST
    shorter, longer = sorted((label, wanted), key=len)
    return len(shorter) >= _SHORTEST_WITHIN and _is_within(shorter, longer)


def _is_within(shorter: str, longer: str) -> bool:
    """Tell whether all characters of a name stand in a longer one in the same order, with its last at the end."""
    rest = iter(longer)
    return shorter[-1] == longer[-1] and all(letter in rest for letter in shorter)
