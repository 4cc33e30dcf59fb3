"""Footnotes: lines in smaller type at the foot of a page, the first of which begins with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.documents.pdf.layout import Line

_MARK = re.compile(r"[0-9]{1,2} ?(?=[^\x00-\x7f])(?![年月日、．])|[①-⑳]|[\[〔［][0-9]{1,2}[\]〕］]|[*＊†]")
_FOOT = 3


def footnotes_of(lines: Sequence[Line], body: int, height: int) -> list[list[Line]]:
    """Give the footnotes among the last lines of a page, each with its lines.

    ``body`` is the height of most lines of the document, ``height`` that of the page.
    """
    count = 0
    for line in reversed(lines):
        if line.height * 10 > body * 9 or line.top * _FOOT > height:
            break
        count += 1
    notes: list[list[Line]] = []
    for line in lines[len(lines) - count :]:
        if _MARK.match(line.text):
            notes.append([line])
        elif notes:
            notes[-1].append(line)
    return notes
