"""Targets measured against results in one breath: 26个，超过20个的目标; 目标值500户，实际完成486户."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import DATED, TALLIED, FigureKind
from wenxiao.audit.relations.mentions.labels import Mention, Pair, parts
from wenxiao.audit.relations.mentions.sides import CLAUSE_END
from wenxiao.quantity import same_measure

_EDITION = re.compile("第?([0-9一二三四五六七八九十百]+)届")
_JOINT = re.compile("和|及|与|、")
_AS_TARGET = re.compile("的?(?:年度|全年|年初|绩效|预期|计划|既定|下达|省定|市定)*(?:目标|任务)")
_AGAINST = re.compile(
    "(?:超额完成|超过|超出|高于|低于|达到|未达到?|不及|少于|不足)$|^(?:超过|超出|高于|低于|少于|不足)"
)
_ASIDE = re.compile(
    "[0-9][^0-9，。；：、,;:()]{0,6}(?P<mark>[(，,])(?:年度|年初|全年)?(?:绩效|计划)?(?:目标|任务|计划|指标)(?:值|数|量)?(?:为|是|:)?$"
)
_DIVIDED = re.compile("[，,；;:：(]?其中")
_AIMED = TALLIED | {FigureKind.PERCENT}
_PLANNED = re.compile(
    "(?:计划|目标|任务|指标|预期|预计|设定|要求|应|拟|预算安排)(?:完成|实现|达到|开展|新增)?(?:值|数|量)?(?:为|是|[:：])?"
)
_MEASURED = re.compile("[比较超占按]|根据|对照|完成(?:年度|全年|年初)?(?:计划|目标|任务)|不足|剩余|尚")
_REACHED = re.compile(
    "(?:实际|全年|当年|本年|年内|年末|共)*(?:(?:完成|达到?|实现|建成|新建)(?:值|数|量)?(?:为|[:：])?|实际(?:值|数)?为?)"
)
_DONE = re.compile("实际|完成|达到|实现|建成|共|已|截[至止]|累计")
_UNDER_WAY = re.compile("已|截[至止]|目前|累计")
_EXTRA = re.compile("另|其他|此外|其中|每|日均|人均|第")
_WORDS = 2
"""The words of a target and of its result share a pair of letters, unless one of them has no noun of its own."""


def targets_stated(mentions: list[Mention]) -> Iterator[Claim]:
    """Give what a sentence itself measures against its target, the two right beside each other."""
    told = (mention for mention in mentions if mention.figure.kind not in DATED)
    for one, other in _beside(told):
        if other.number - one.number > 1 or not comparable(other, one):
            continue
        if one.number == other.number and (_is_against(other) or _is_aside(one, other)):
            yield _claim(other, one)
        elif _is_reached(one, other):
            yield _claim(one, other)


def _beside(told: Iterable[Mention]) -> Iterator[Pair]:
    """Pair each figure with the one before it; one that is named as a target, with what was divided before (其中)."""
    whole: Mention | None = None
    for one, other in pairwise(told):
        if one.number != other.number:
            whole = None
        elif _DIVIDED.match(one.after):
            whole = one
        is_of_whole = whole is not None and whole.number == other.number and _is_against(other)
        yield (whole if whole is not None and is_of_whole else one), other


def _is_reached(planned: Mention, reached: Mention) -> bool:
    """Tell whether one of two figures side by side is aimed at, and the other what came of it.

    What is still under way, or told in a sentence of its own, is taken only where it has come to the target.
    """
    if planned.figure.kind not in _AIMED or not _PLANNED.search(planned.before):
        return False
    aim, result = _clause(planned), _clause(reached)
    set_by = list(_PLANNED.finditer(aim))
    if not set_by or _MEASURED.search(aim) or _MEASURED.search(result) or _PLANNED.search(result):
        return False
    noun = aim[set_by[-1].end() :]
    if not _DONE.search(result) or _EXTRA.search(result) or _EXTRA.search(noun):
        return False
    is_alone = not noun or _REACHED.fullmatch(result)
    if not is_alone and not parts(noun, _WORDS) & parts(result, _WORDS):
        return False
    is_certain = planned.number == reached.number and not _UNDER_WAY.search(result) and set_by[-1][0] != "应"
    is_paired = bool(is_alone) and planned.number == reached.number and set_by[-1][0] != "应"
    return is_certain or is_paired or _has_come(planned, reached)


def _clause(mention: Mention) -> str:
    return CLAUSE_END.split(mention.before)[-1]


def _has_come(planned: Mention, reached: Mention) -> bool:
    one, other = planned.figure.quantity, reached.figure.quantity
    return one is not None and other is not None and other.value >= one.value


def _is_against(target: Mention) -> bool:
    """Tell whether a figure is named as the target that the one before it passed or missed."""
    is_named = _AS_TARGET.match(target.after)
    return bool(is_named and (_AGAINST.search(target.before[-4:]) or _AGAINST.search(target.figure.text)))


def _is_aside(reached: Mention, target: Mention) -> bool:
    """Tell whether a target stands in brackets behind what was reached, or behind a comma if it was reached."""
    aside = _ASIDE.search(target.before)
    if aside is None or _PLANNED.search(_clause(reached)):
        return False
    return aside["mark"] == "(" or _has_come(target, reached)


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
