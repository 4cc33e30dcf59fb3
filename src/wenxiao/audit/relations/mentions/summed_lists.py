"""Lists of named amounts that are certain to be all, whatever the count beside them says.

They come to the total told beside the count, to the last digit (甲税9亿元、乙税2亿元，三项合计11亿元), or 和 closes the list
behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.figures.model import Figure, Sentence
from wenxiao.audit.relations.mentions.names import telling_digits
from wenxiao.audit.relations.mentions.with_amounts import Range, is_list, is_summed_up, name_before

_FEWEST, _MOST, _FEWEST_DIGITS = 2, 12, 3
_MISCOUNTED = 1
_OPENED = re.compile("^[^，。；,;]{0,12}[：:]")
_JOINED = ("和", "与", "及")


def miscounted_amounts(text: str, sentence: Sentence, index: int, stated: int) -> list[Range]:
    """Give the names of the amounts beside a count that come to the total beside it, if they are one more or less."""
    figures = sentence.figures
    for told in _runs(sentence, index):
        if abs(len(told) - stated) == _MISCOUNTED and is_list(sentence, told):
            starts = [figures[at - 1].end if at else sentence.start for at in told]
            return [
                name_before(text, start, figures[at].start) for start, at in zip(starts, told, strict=True)
            ]
    return []


def _runs(sentence: Sentence, index: int) -> Iterator[range]:
    """Give the places of amounts before a count, or behind it and its total, that are all there are of them."""
    figures, gaps = sentence.figures, sentence.gaps
    total = figures[index + 1] if index + 1 < len(figures) else None
    for count in range(_FEWEST, _MOST + 1):
        before = range(index - count, index)
        if total and before[0] >= 0 and is_summed_up(gaps[index]) and _come_to(figures, before, total):
            yield before
        for first in (index + 1, index + 2):
            behind = range(first, first + count)
            if behind[-1] >= len(figures) or not _OPENED.search(gaps[first]):
                continue
            is_closed = first == index + 1 and gaps[behind[-1]].startswith(_JOINED)
            if is_closed or (first > index + 1 and total and _come_to(figures, behind, total)):
                yield behind


def _come_to(figures: Sequence[Figure], told: range, total: Figure) -> bool:
    parts = [figures[at] for at in told]
    values = [part.quantity.value for part in parts if part.quantity is not None and part.unit == total.unit]
    if total.quantity is None or len(values) < len(parts) or telling_digits(total) < _FEWEST_DIGITS:
        return False
    return sum(values) == total.quantity.value
