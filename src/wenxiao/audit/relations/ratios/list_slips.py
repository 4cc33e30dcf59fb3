"""Shares and rates of the parts of a known list that one slip of the pen parts from holding: 应拨 A，实拨 B，未拨 C，拨付率 p%.

The list proves what is part and what is whole; the words must call the part by its name, or the rate be named after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import CLAUSES
from wenxiao.audit.relations.amounts import Amount, claim
from wenxiao.audit.relations.ratios.rate_names import called, names
from wenxiao.audit.relations.ratios.ratio_words import SHARE
from wenxiao.audit.relations.ratios.whole_names import is_any_whole
from wenxiao.audit.relations.slipped.slips import slip_of
from wenxiao.audit.relations.sums.known_lists import KnownLists
from wenxiao.audit.relations.sums.terms import part_name, shares_letters

_OTHER = re.compile("上年|去年|同期|上届|计划|预算")
"""Words that tell of other figures than those of the list."""

_TELLING, _LUCK = 3, Fraction(1, 2)

Pair = tuple[Amount, Amount]
"""A part and its whole."""


def slipped_share(percent: Amount, words: str, lists: KnownLists) -> Claim | None:
    """Give the share or rate that a percentage was meant to be; ``words`` stand before it in its sentence."""
    if percent.direction is not None or _OTHER.search(words):
        return None
    stated = SHARE.search(percent.lead)
    pairs = _of_rate(percent, lists) if stated is None else _of_share(percent, stated, words, lists)
    if len(pairs) != 1:
        return None
    found = claim(ClaimKind.RATE if stated is None else ClaimKind.SHARE, percent, pairs[0])
    slip = slip_of(found)
    return found if slip is not None and slip.luck <= _LUCK else None


def _of_share(percent: Amount, stated: re.Match[str], words: str, lists: KnownLists) -> Sequence[Pair]:
    """Give the parts that the nearest clause calls by their whole name, of what the share is said to be of."""
    clauses = CLAUSES.split(words[: len(words) - len(stated[0])])
    parts = [(part, known.whole) for known in lists.before(percent) for part in known.parts]
    by_clause = ([pair for pair in parts if _is_subject(pair[0], clause)] for clause in reversed(clauses))
    named = next(filter(None, by_clause), ())
    return [pair for pair in named if _is_whole_of(pair[1], stated["whole"] or "", percent)]


def _of_rate(percent: Amount, lists: KnownLists) -> Sequence[Pair]:
    """Give the parts that a rate is named after, of the list that ends last in its paragraph."""
    name = called(percent.lead)
    known = next(lists.before(percent), None)
    if name is None or name.fulfils or name.denies or known is None:
        return []
    named = [part for part in known.parts if names(name.stem, part.label)]
    closer = [part for part in named if name.prefix and name.prefix in part.label]
    is_here = known.last.figure.block == percent.figure.block
    return [(part, known.whole) for part in (closer or named)] if is_here else []


def _is_whole_of(whole: Amount, name: str, percent: Amount) -> bool:
    """Tell whether a share can be of a whole: it is called so, or is of its paragraph and called nothing."""
    if is_any_whole(name):
        return whole.figure.block == percent.figure.block
    return shares_letters(name, f"{whole.label}{whole.quantity.spelled}")


def _is_subject(part: Amount, clause: str) -> bool:
    name = part_name(part).removeprefix("其中")
    return len(name) >= _TELLING and name in clause
