"""Lists whose names have amounts beside a count of them: 超百亿元的有3个：甲市101亿元、…; 甲税9亿元、乙税2亿元两个税种.

Claimed where as many are told as the count says; an amount more or less may belong to something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Sentence

_OPENING = re.compile("(?:[，,；;。：:、]|[和与及]|其中|分别[为是]|^)([^，,；;。：:、\\s]{2,14})$")
_GOES_ON = re.compile("[、，,；;和与及]?[^，,；;。：:、]{2,14}$")
_ANNOUNCED = re.compile("[^，。；：、,;:]{0,10}(?:[：:]|[，,]?分别(?:为|是))[^，,；;。：:、]{2,14}$")
_SUMMED = re.compile("[，,]?(?:上述|以上|这)?$")
_FEWEST, _MOST = 2, 12
_JOINTS, _AND = "、，,；;。：:", "和与及"

Range = tuple[int, int]


def named_amounts(text: str, sentence: Sentence, index: int, stated: int) -> list[Range]:
    """Give the names of as many amounts behind or before a count as it says; nothing if there are not as many."""
    if not _FEWEST <= stated <= _MOST:
        return []
    figures = sentence.figures
    for first in (index + 1, index + 2):  # their total may stand between
        told = range(first, first + stated)
        is_announced = first < len(sentence.gaps) and _ANNOUNCED.match(sentence.gaps[first])
        if is_announced and is_list(sentence, told) and not is_list(sentence, range(told[0], told[-1] + 2)):
            return [name_before(text, figures[at - 1].end, figures[at].start) for at in told]
    if index >= stated and is_summed_up(sentence.gaps[index]):
        told = range(index - stated, index)
        if is_list(sentence, told) and _OPENING.search(sentence.gaps[told[0]]):
            starts = [figures[at - 1].end if at else sentence.start for at in told]
            return [
                name_before(text, start, figures[at].start) for start, at in zip(starts, told, strict=True)
            ]
    return []


def is_summed_up(before: str) -> bool:
    """Tell whether the words before a count say that it counts the amounts right before it."""
    return _SUMMED.match(before) is not None


def is_list(sentence: Sentence, told: Sequence[int]) -> bool:
    """Tell whether amounts of one kind follow one another, each with a name before it."""
    if told[-1] >= len(sentence.figures):
        return False
    kinds = {_measure(sentence.figures[at]) for at in told}
    is_one = len(kinds) == 1 and None not in kinds
    return is_one and all(_GOES_ON.fullmatch(sentence.gaps[at]) for at in told[1:])


def _measure(figure: Figure) -> tuple[FigureKind, str] | None:
    return (figure.kind, figure.unit) if figure.kind in ADDITIVE else None


def name_before(text: str, start: int, end: int) -> Range:
    """Give the range of the name that ends where its amount begins."""
    first = max(text.rfind(joint, start, end) + 1 for joint in _JOINTS) or start
    first += first == start and text[first] in _AND
    written = text[first:end]
    return first + len(written) - len(written.lstrip()), first + len(written.rstrip())
