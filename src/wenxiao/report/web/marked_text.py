"""A text with marks that may overlap, as HTML: every stretch of characters knows the marks that cover it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` with CSS classes; a finding's mark has its number and an anchor."""

    start: int
    end: int
    classes: str
    finding: int | None = None
    anchor: str = ""


class MarkedText:
    """A text with its marks, rendered range by range."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        """Put the marks in the order of the text."""
        self._text = text
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.anchor))
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def html(self, start: int, end: int) -> str:
        """Give characters ``start`` to ``end``, each stretch inside the marks that cover it."""
        first = bisect_left(self._starts, start - self._longest)
        marks = [mark for mark in self._marks[first : bisect_right(self._starts, end)] if mark.end > start]
        cuts = {start, end, *(mark.start for mark in marks), *(mark.end for mark in marks)}
        ordered = sorted(cut for cut in cuts if start <= cut <= end)
        pieces: list[str] = []
        covering: list[Mark] = []
        coming = iter(marks)
        waiting = next(coming, None)
        for one, other in pairwise(ordered):
            covering = [mark for mark in covering if mark.end > one]
            while waiting and waiting.start <= one:
                covering.append(waiting)
                waiting = next(coming, None)
            pieces.append(self._stretch(one, other, covering))
        return "".join(pieces)

    def _stretch(self, start: int, end: int, covering: list[Mark]) -> str:
        shown = escape(self._text[start:end])
        if not covering:
            return shown
        classes = " ".join(dict.fromkeys(word for mark in covering for word in mark.classes.split()))
        findings = " ".join(str(mark.finding) for mark in covering if mark.finding is not None)
        anchors = "".join(
            f'<a id="{mark.anchor}"></a>' for mark in covering if mark.anchor and mark.start == start
        )
        pointing = f' data-findings="{findings}" tabindex="0" role="link"' if findings else ""
        return f'{anchors}<span class="{classes}"{pointing}>{shown}</span>'
