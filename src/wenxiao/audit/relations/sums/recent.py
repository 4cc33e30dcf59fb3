"""The amounts just read, among which the whole of a list may stand whose sentence does not say it again."""

from __future__ import annotations

import re
from collections import deque

from wenxiao.audit.relations.amounts import Amount, Line, alike

_MARKS = re.compile("[“”\"'（）()《》]")
_LINES = 6
_FEW = 3
_NAMED = 60
_SHORTEST = 2


class Recent:
    """The last lines of a document before the one that is being read."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._lines: deque[tuple[int, tuple[Amount, ...]]] = deque(maxlen=_LINES)
        self._amounts: deque[Amount] = deque(maxlen=_NAMED)

    def add(self, line: Line) -> None:
        """Remember a line."""
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

    def named(self, name: str, like: Amount) -> Amount | None:
        """Give the nearest amount that is called so, or whose name begins or ends so, of the same measure."""
        fitting = (one for one in reversed(self._amounts) if _is_called(one, name) and alike(one, like))
        return next(fitting, None)


def _is_called(amount: Amount, name: str) -> bool:
    """Tell whether an amount is called so, with more or fewer words before or after."""
    label, wanted = _MARKS.sub("", amount.label), _MARKS.sub("", name)
    return len(label) >= _SHORTEST and (wanted in label or wanted.startswith(label) or wanted.endswith(label))
