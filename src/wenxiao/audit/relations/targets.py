"""Targets and what was reached: from sections on goals and on results, and from forms with both columns.

A target and a result belong together if they measure the same in the same unit and their words name the same
object: pairs of letters that both clauses share are counted, and each must be the other's best. An edition
(第12届) of the same event that differs between plan and result is claimed EQUAL, so that it fails.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from itertools import pairwise

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import FigureKind, Grid, GridCell, Reading
from wenxiao.audit.relations.labels import Mention, core, parts, significant
from wenxiao.quantity import same_measure

_SPACE = re.compile(r"\s+")
_REACHED = re.compile("完成|实际|实现|结果|达成|落实|执行")
_PLANNED = re.compile("目标|计划|预期|指标值")
_LIMITED = re.compile("不超过|不高于|不大于|不多于|控制在|以内|以下|[≤<]")
_FEWEST_SHARED = 3
_MOST_IN_SCOPE = 200
_LONGEST_HEADING = 12
_EDITION = re.compile("第?([0-9一二三四五六七八九十百]+)届")
_JOINT = re.compile("和|及|与|、")
_CLAUSE_END = re.compile("[，。；,;]")
_ABOUT = re.compile("目标|情况")
_EVENT = re.compile("[^，。；：、“”（）()《》]{2,30}")
_FEWEST_IN_EVENT = 3
_TOLD_BY_EVENT = 6
_LEAD = re.compile(r"[\s\d一二三四五六七八九十（()）.．、]{0,8}([^，。；：:,;\s\d]{2,12})[。：:]")
_LONGEST_LEAD = 24
_AIMED = re.compile("计划|目标")
_MEASURED = re.compile("完成|按|比|较|超")
_DONE = re.compile("^实际")
_AS_TARGET = re.compile("的?(?:年度|绩效|预期|计划|既定)?目标")
_AGAINST = re.compile(
    "(?:超过|超出|高于|低于|达到|未达到?|不及|少于|不足)$|^(?:超过|超出|高于|低于|少于|不足)"
)
_COUNTED = frozenset({FigureKind.COUNT, FigureKind.PERSON_TIMES, FigureKind.PERCENT})


class Side(IntEnum):
    """Whether words tell what is aimed at or what was done."""

    PLAN = auto()
    RESULT = auto()


@dataclass(slots=True)
class _Scope:
    """The targets and results of a part of the work, and how alike their words must be to be paired."""

    planned: list[Mention]
    reached: list[Mention]
    fewest: int = _FEWEST_SHARED


def targets_claimed(reading: Reading, mentions: list[Mention]) -> Iterator[Claim]:
    """Give the claims that a target was reached, and that plan and result are of one edition."""
    for scope in _scopes(reading, mentions):
        yield from _targets(scope)
        yield from _editions(scope)
    yield from _stated_against(mentions)


def _scopes(reading: Reading, mentions: list[Mention]) -> list[_Scope]:
    """Sort mentions by side: a row of a form is a scope, so is a paragraph; all sections together are one."""
    cells = sided_cells(reading)
    starts = [cell[0] for cell in cells]
    leads = sides_of_paragraphs(reading)
    scopes: dict[tuple[int, int], _Scope] = defaultdict(lambda: _Scope([], []))
    for mention in mentions:
        figure = mention.figure
        if figure.block >= 0 and reading.document.blocks[figure.block].table >= 0:
            at = bisect_right(starts, figure.start) - 1
            if at < 0 or figure.end > cells[at][1]:
                continue
            _, _, table, row, side = cells[at]
            scope = scopes[table, row]
        else:
            found = leads.get(figure.block) or side_of_section(figure.section)
            if found is not None:
                side, scope = found, scopes[-1, -1]
            else:
                found = _side_of_clause(mention)
                if found is None:
                    continue
                side, scope = found, scopes[-1, figure.block]
                scope.fewest = 1
        (scope.planned if side is Side.PLAN else scope.reached).append(mention)
    for (table, _), scope in scopes.items():
        if table >= 0 and len(scope.planned) == len(scope.reached) == 1:
            scope.fewest = 0
    return [scope for scope in scopes.values() if scope.planned and scope.reached]


def sides_of_paragraphs(reading: Reading) -> dict[int, Side]:
    """Give the side that the first words of a paragraph tell (2、绩效目标。 or 结果：)."""
    text = reading.document.text
    told = (
        (number, _LEAD.match(text[block.start : min(block.end, block.start + _LONGEST_LEAD)]))
        for number, block in enumerate(reading.document.blocks)
        if block.table < 0
    )
    return {number: side for number, lead in told if lead and (side := _side(lead[1]))}


def _side_of_clause(mention: Mention) -> Side | None:
    """Tell it by the words of the clause itself: 计划举办 and 实际举办."""
    before = _CLAUSE_END.split(mention.before)[-1]
    if _DONE.search(before):
        return Side.RESULT
    return Side.PLAN if _AIMED.search(before) and not _MEASURED.search(before) else None


def _stated_against(mentions: list[Mention]) -> Iterator[Claim]:
    """Give what is measured in one breath against its target: 26个，超过20个的目标."""
    for reached, target in pairwise(mentions):
        told = _AS_TARGET.match(target.after) and (
            _AGAINST.search(target.before[-4:]) or _AGAINST.search(target.figure.text)
        )
        if told and target.number == reached.number and _comparable(target, reached):
            quantity = target.term.quantity
            aim = quantity and replace(quantity, low=quantity.value, high=quantity.value)
            yield Claim(
                ClaimKind.TARGET, target.term.label, replace(target.term, quantity=aim), (reached.term,)
            )


def sided_cells(reading: Reading) -> list[tuple[int, int, int, int, Side]]:
    """Give start, end, table, row and side of each cell in a column of plans or of results, in order."""
    return sorted(
        (cell.start, cell.end, grid.index, row, side)
        for grid in reading.grids
        for row, cell, side in _sided(grid)
    )


def _sided(grid: Grid) -> Iterator[tuple[int, GridCell, Side]]:
    """Walk down the rows; a later pair of headings 计划 and 实际 counts for the rows below it."""
    sides = {column: side for column, heading in enumerate(grid.headings) if (side := _side(heading))}
    for number, row in enumerate(grid.cells):
        headings = {
            column: side
            for column, cell in enumerate(row)
            if cell is not None and len(cell.text) <= _LONGEST_HEADING and (side := _side(cell.text))
        }
        if len(set(headings.values())) == len(Side):
            sides = headings
            continue
        for column, cell in enumerate(row):
            if cell is not None and column in sides:
                yield number, cell, sides[column]


def _side(words: str) -> Side | None:
    plain = _SPACE.sub("", words)
    if _REACHED.search(plain):
        return Side.RESULT
    return Side.PLAN if _PLANNED.search(plain) else None


def side_of_section(section: str) -> Side | None:
    """Tell it by the deepest heading that says it."""
    sides = (_side(heading) for heading in reversed(re.split(r"\s*[/>›|·\n]\s*", section)))
    return next((side for side in sides if side), None)


def _targets(scope: _Scope) -> Iterator[Claim]:
    planned, reached = _amounts(scope.planned), _amounts(scope.reached)
    plans, results = [_words(one) for one in planned], [_words(one) for one in reached]
    scores = {
        (at, to): score
        for at, plan in enumerate(planned)
        for to, result in enumerate(reached)
        if _comparable(plan, result)
        and (score := _likeness(plans[at], results[to]) + _names_again(plan, result)) >= scope.fewest
    }
    for at, to in _mutual(scores):
        yield _target(planned[at], reached[to])


def _mutual(scores: dict[tuple[int, int], int]) -> Iterator[tuple[int, int]]:
    """Give the pairs in which each is the other's only best."""
    best: dict[tuple[bool, int], tuple[int, int]] = {}
    for (at, to), score in scores.items():
        for one in ((True, at), (False, to)):
            top, times = best.get(one, (0, 0))
            if score >= top:
                best[one] = (score, times + 1 if score == top else 1)
    for (at, to), score in scores.items():
        if best[True, at] == best[False, to] == (score, 1):
            yield at, to


def _amounts(mentions: list[Mention]) -> list[Mention]:
    """Give what can be aimed at or reached, not the number of goals themselves (四个项目的目标如下)."""
    told = (mention for mention in mentions if mention.figure.kind in _COUNTED)
    return [mention for mention in told if not _ABOUT.search(_CLAUSE_END.split(mention.after)[0])][
        :_MOST_IN_SCOPE
    ]


def _comparable(one: Mention, other: Mention) -> bool:
    first, second = one.figure.quantity, other.figure.quantity
    return (
        first is not None
        and second is not None
        and one.figure.kind is other.figure.kind
        and same_measure(first, second)
        and not _differ_in_edition(one, other)
        and not (_is_joint(one) and second.value < first.value)
    )


def _differ_in_edition(one: Mention, other: Mention) -> bool:
    """Tell whether the words before two figures name different editions."""
    first, second = (_EDITION.findall(mention.before) for mention in (one, other))
    return bool(first and second) and first[-1] != second[-1]


def _is_joint(planned: Mention) -> bool:
    """Tell whether a target is set for several things together: a result for one of them may be less."""
    return bool(_JOINT.search(_CLAUSE_END.split(planned.after)[0]))


@dataclass(frozen=True, slots=True)
class _Wording:
    near: frozenset[str]
    sentence: frozenset[str]


def _words(mention: Mention) -> _Wording:
    return _Wording(parts(mention.clause, 2), parts(mention.sentence, 4))


def _likeness(one: _Wording, other: _Wording) -> int:
    """Count the pairs of letters both clauses share; a name both sentences share adds to one of them."""
    near = len(one.near & other.near)
    return near + 2 * min(len(one.sentence & other.sentence), 2) if near else 0


def _names_again(planned: Mention, reached: Mention) -> bool:
    """Tell whether the result has the last words of what the target is set for (抽检合格率 and 合格率)."""
    name = core(reached.figure.label)
    return len(name) >= _FEWEST_SHARED and core(planned.figure.label).endswith(name)


def _target(planned: Mention, reached: Mention) -> Claim:
    label = planned.term.label
    return Claim(ClaimKind.TARGET, label, _aim(planned), (reached.term,))


def _aim(planned: Mention) -> Term:
    """Give the target as a term; where the words keep it from above (控制在…以内) it has no lower bound."""
    term = planned.term
    words = planned.clause + planned.figure.text
    if term.quantity is None or not _LIMITED.search(words):
        return term
    limit = replace(term.quantity, low=None, high=term.quantity.value)
    return replace(term, quantity=limit)


def _editions(scope: _Scope) -> Iterator[Claim]:
    """Claim the editions of one event equal, where the results name no edition that was planned."""
    results = [(_event(mention), mention) for mention in scope.reached if _is_edition(mention)]
    for plan in scope.planned:
        event = _event(plan) if _is_edition(plan) else ""
        if len(event) < _FEWEST_IN_EVENT:
            continue
        same = [mention for name, mention in results if name.startswith(event[:_TOLD_BY_EVENT])]
        if same and all(mention.figure.value != plan.figure.value for mention in same):
            yield Claim(ClaimKind.EQUAL, plan.term.label, plan.term, (same[0].term,))


def _is_edition(mention: Mention) -> bool:
    return mention.figure.kind is FigureKind.ORDINAL and "届" in mention.figure.text


def _event(mention: Mention) -> str:
    named = _EVENT.match(mention.after)
    return significant(named[0]) if named else ""
