"""What follows, in the same words, a figure that is told twice: 本年收入812.46万元，比上年增加 X, and again so.

The figure behind is one thing, whatever its value, where the words make it a change of the one before or what became
of it; else where it agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wenxiao.audit.figures.model import ADDITIVE, Figure, Reading, Sentence
from wenxiao.audit.relations.mentions.labels import Mention, Pair, significant
from wenxiao.audit.relations.mentions.names import name_of, telling_digits

_CERTAIN_DIGITS = 4
_NAMED = 3
_LONGEST_BETWEEN = 30
_LEADS_ON = re.compile(
    "增|减|升|降|提高|回落|超支|节约|^(?:调整(?:预算)?数|(?:支出)?决算数?|执行数|实际支[出付])(?:为|合计)?$"
)
"""Words that make the figure behind them a change of the one before, or what became of it."""


class _Anchor(NamedTuple):
    """A figure of many digits and the words that lead from it to the next: what follows is told by them."""

    name: str
    period: str
    value: str
    between: str
    measure: str


def pairs_behind_equals(reading: Reading, mentions: list[Mention]) -> Iterator[Pair]:
    """Pair what follows, in the same words, a figure of many digits that is told twice."""
    known = {mention.figure.start: mention for mention in mentions}
    first: dict[_Anchor, Mention] = {}
    for sentence in reading.sentences:
        for anchor, start in _anchored(sentence):
            mention = known.get(start)
            if mention is None:
                continue
            origin = first.setdefault(anchor, mention)
            is_same = origin.figure.value == mention.figure.value or _LEADS_ON.search(anchor.between)
            if is_same and origin.number != mention.number:
                yield origin, mention


def _anchored(sentence: Sentence) -> Iterator[tuple[_Anchor, int]]:
    """Give the place of each figure that follows another; years between them are words."""
    last: Figure | None = None
    between = ""
    for figure, before in zip(sentence.figures, sentence.gaps, strict=False):
        between += before
        if not figure.is_counted:
            between += figure.value
            continue
        if last is not None and len(between) <= _LONGEST_BETWEEN and _can_anchor(last):
            words = significant(between)
            measure = f"{figure.kind} {figure.unit}"
            yield (
                _Anchor(name_of(last.label).what, last.period, last.value, words, measure),
                figure.start,
            )
        last, between = figure, ""


def _can_anchor(figure: Figure) -> bool:
    is_named = len(figure.label) >= _NAMED
    return is_named and figure.kind in ADDITIVE and telling_digits(figure) >= _CERTAIN_DIGITS
