"""Balances told to be within their limits, which were told before: 专项债务余额671.94亿元，控制在省下达限额之内.

A balance is held against the last limit of its kind and region; one that passes it is wrong only where that limit is the
only one near by, and of the same year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Relation, compare
from wenxiao.audit.figures.model import FigureKind
from wenxiao.audit.relations.mentions.labels import Mention
from wenxiao.audit.relations.mentions.names import are_dated_apart, name_of

_WITHIN = re.compile(
    "(?:控制在|在|低于|小于|未超(?:过|出)?|未突破|没有超过|不超过)[^，。；,;]{0,24}限额(?:之内|以内|内|范围|标准|水平|规模)?"
)
_KIND = re.compile("一般债[务券]|专项债[务券]|政府债[务券]|债[务券]")
_NEAR_BLOCKS, _MOST_REMEMBERED = 4, 40


class _Name(NamedTuple):
    """What sort of debt a figure is of, and of which region ("" if it does not say)."""

    kind: str
    scope: str


def limits_kept(mentions: list[Mention]) -> Iterator[Claim]:
    """Give the claims that balances are within their limits."""
    limits: list[Mention] = []
    for mention in mentions:
        figure = mention.figure
        if figure.kind is not FigureKind.MONEY or not _KIND.search(figure.label):
            continue
        if "限额" in figure.label and "新增" not in figure.label:
            limits.append(mention)
        elif "余额" in figure.label and _WITHIN.search(mention.sentence):
            yield from _held_against(mention, limits[-_MOST_REMEMBERED:])


def _held_against(balance: Mention, limits: list[Mention]) -> Iterator[Claim]:
    meant = [one for one in limits if _is_of(balance, one)]
    if not meant:
        return
    limit = meant[-1]
    owed, most = balance.figure.quantity, limit.figure.quantity
    is_kept = owed is not None and most is not None and compare(owed, Relation.AT_MOST, most)
    near = [one for one in meant if balance.figure.block - one.figure.block <= _NEAR_BLOCKS]
    is_only = len({one.figure.value for one in near}) == 1
    if is_kept or (is_only and not are_dated_apart(balance.figure, limit.figure)):
        yield Claim(ClaimKind.COMPARE, balance.term.label, balance.term, (limit.term,), Relation.AT_MOST)


def _is_of(balance: Mention, limit: Mention) -> bool:
    mine, theirs = _name(balance), _name(limit)
    return mine.kind == theirs.kind and (mine.scope == theirs.scope or "" in (mine.scope, theirs.scope))


def _name(mention: Mention) -> _Name:
    label = mention.figure.label
    found = _KIND.search(label)
    kind = found[0][:-2].removeprefix("政府") if found else ""
    return _Name(kind, name_of(label).scope)
