"""Where a mention stands in words: what comes before and after it, in its clause and in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wenxiao.audit.claims import Term
from wenxiao.audit.figures.marks import CLAUSES
from wenxiao.audit.figures.model import Figure, Reading, Sentence
from wenxiao.audit.relations.sums.plausible import is_slip

_NEAR = 40
_REMEMBERED = 4096
_SIGNIFICANT = re.compile(r"[^\w.%]|_")
_BEFORE_MARKS = frozenset('“‘"+[')
_OPENED, _CLOSED = ("“", "‘", '"'), ("”", "’", '"')
_ROLES = (
    ("change", re.compile("增加|减少|增长|下降|提高|降低|上升|结余|超支")),
    ("previous", re.compile("上年|去年|上期|上一年")),
    ("plan", re.compile("(?<!公共)(?<!基金)(?<!经营)预算|计划|目标|预期|预计|拟")),
    ("actual", re.compile("决算|实际|完成|支付|执行")),
)


class Mention(NamedTuple):
    """A figure with the words around it; a sentence is told by its number, ``at`` is its place in it."""

    figure: Figure
    before: str
    after: str
    sentence: str
    number: int

    @property
    def is_bare(self) -> bool:
        """Tell whether no words stand beside the figure, as in a cell of a table."""
        return not self.sentence

    @property
    def clause(self) -> str:
        """Give the words of its clause, without the figure."""
        return CLAUSES.split(self.before)[-1] + CLAUSES.split(self.after, maxsplit=1)[0]

    @property
    def term(self) -> Term:
        """Give the figure as a term of a claim."""
        return Term(
            "", self.figure.label or self.clause or self.figure.text, self.figure.quantity, figure=self.figure
        )


Pair = tuple[Mention, Mention]
"""Two mentions that may tell the same; the first comes first in the text."""


def mentions_of(reading: Reading) -> list[Mention]:
    """Give every figure that has a value, with its words, in order."""
    return [mention for number, sentence in enumerate(reading.sentences) for mention in _of(sentence, number)]


def _of(sentence: Sentence, number: int) -> Iterator[Mention]:
    if not any(sentence.gaps):  # a cell of a table
        yield from (Mention(one, "", "", "", number) for one in sentence.figures if one.quantity is not None)
        return
    words = _words(sentence)
    whole = "".join(sentence.gaps[:_NEAR])
    for index, figure in enumerate(sentence.figures):
        if figure.quantity is None:
            continue
        before = "".join(words[max(2 * index - 8, 0) : 2 * index + 1])[-_NEAR:]
        after = "".join(words[2 * index + 2 : 2 * index + 11])[:_NEAR]
        if _is_mark(before, after):
            continue
        yield Mention(figure, before, after, whole, number)


def _is_mark(before: str, after: str) -> bool:
    """Tell whether a number is the mark of a note ([2]) or a piece of a name (“2+26”)."""
    if before[-1:] not in _BEFORE_MARKS:
        return False
    is_first = before.endswith(_OPENED) and after.startswith("+")
    is_last = before.endswith("+") and after.startswith(_CLOSED)
    return is_first or is_last or (before.endswith("[") and after.startswith("]"))


def _words(sentence: Sentence) -> list[str]:
    """Give gaps and figures in turn."""
    words = [sentence.gaps[0]]
    for figure, gap in zip(sentence.figures, sentence.gaps[1:], strict=True):
        words += ("".join(figure.text.split()), gap)
    return words


def significant(words: str) -> str:
    """Drop punctuation and blanks."""
    return _SIGNIFICANT.sub("", words)


@lru_cache(maxsize=_REMEMBERED)
def parts(words: str, length: int) -> frozenset[str]:
    """Give all runs of so many letters of some words, without punctuation: what likeness is told by."""
    plain = significant(words)
    return frozenset(map("".join, zip(*(plain[at:] for at in range(length)), strict=False)))


@lru_cache(maxsize=_REMEMBERED)
def core(label: str) -> str:
    """Give a label without punctuation and without the word 其中, so that equal names are equal."""
    return significant(label).lstrip(".").removeprefix("其中").removesuffix("共计").removesuffix("合计")


@lru_cache(maxsize=_REMEMBERED)
def role(words: str) -> str:
    """Tell what words make of a figure: a plan, a result, last year's, a change; "" if they do not say."""
    return next((name for name, pattern in _ROLES if pattern.search(words)), "")


def is_miswritten(one: Figure, other: Figure) -> bool:
    """Tell whether two figures differ as a slip of the pen makes one number into another."""
    return one.quantity is not None and other.quantity is not None and is_slip(one.quantity, [other.quantity])
