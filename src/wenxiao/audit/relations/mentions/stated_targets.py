"""Targets measured against results in one breath: 26个，超过20个的目标; 目标值500户，实际完成486户."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.mentions.labels import Mention
from wenxiao.audit.relations.mentions.sides import CLAUSE_END, Side, side_of_clause
from wenxiao.quantity import same_measure

_EDITION = re.compile("第?([0-9一二三四五六七八九十百]+)届")
_JOINT = re.compile("和|及|与|、")
_AS_TARGET = re.compile("的?(?:年度|绩效|预期|计划|既定)?目标")
_AGAINST = re.compile(
    "(?:超过|超出|高于|低于|达到|未达到?|不及|少于|不足)$|^(?:超过|超出|高于|低于|少于|不足)"
)
_REACHED_ALONE = re.compile(
    "(?:实际|全年|当年|本年|年内|年末|共)*(?:(?:完成|达到?|实现)(?:值|数)?为?|实际(?:值|数)?为)"
)


def targets_stated(mentions: list[Mention]) -> Iterator[Claim]:
    """Give what a sentence itself measures against its target, the two right beside each other."""
    for one, other in pairwise(mentions):
        if one.number != other.number or not comparable(other, one):
            continue
        if _is_against(other):
            yield _claim(other, one)
        elif side_of_clause(one) is Side.PLAN and _REACHED_ALONE.fullmatch(
            CLAUSE_END.split(other.before)[-1]
        ):
            yield _claim(one, other)


def _is_against(target: Mention) -> bool:
    """Tell whether a figure is named as the target that the one before it passed or missed."""
    is_named = _AS_TARGET.match(target.after)
    return bool(is_named and (_AGAINST.search(target.before[-4:]) or _AGAINST.search(target.figure.text)))


def _claim(target: Mention, reached: Mention) -> Claim:
    quantity = target.term.quantity
    aim = quantity and replace(quantity, low=quantity.value, high=quantity.value)
    return Claim(ClaimKind.TARGET, target.term.label, replace(target.term, quantity=aim), (reached.term,))


def comparable(one: Mention, other: Mention) -> bool:
    """Tell whether a result can be measured against a target: same measure, same edition, not a part of it."""
    first, second = one.figure.quantity, other.figure.quantity
    return (
        one.figure.kind is other.figure.kind
        and first is not None
        and second is not None
        and same_measure(first, second)
        and not _differ_in_edition(one, other)
        and not (_is_joint(one) and second.value < first.value)
    )


def _differ_in_edition(one: Mention, other: Mention) -> bool:
    """Tell whether the words before two figures name different editions."""
    if "届" not in one.before or "届" not in other.before:
        return False
    first, second = (_EDITION.findall(mention.before) for mention in (one, other))
    return bool(first and second) and first[-1] != second[-1]


def _is_joint(planned: Mention) -> bool:
    """Tell whether a target is set for several things together: a result for one of them may be less."""
    return bool(_JOINT.search(CLAUSE_END.split(planned.after)[0]))
