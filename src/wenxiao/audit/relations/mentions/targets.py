"""Targets and what was reached: from sections on goals and on results, and from forms with both columns.

A target and a result belong together if they measure the same in the same unit and their words name the same
object: pairs of letters that both clauses share are counted, and each must be the other's best. An edition
(第12届) of the same event that differs between plan and result is claimed EQUAL, so that it fails.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import FigureKind, Reading
from wenxiao.audit.relations.mentions.form_targets import form_targets
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core, parts, significant
from wenxiao.audit.relations.mentions.sides import (
    CLAUSE_END,
    Side,
    side_of_clause,
    side_of_section,
    sided_cells,
    sides_of_paragraphs,
)
from wenxiao.audit.relations.mentions.stated_targets import comparable, targets_stated

_LIMITED = re.compile("不超过|不高于|不大于|不多于|控制在|以内|以下|[≤<]")
_FEWEST_SHARED = 3
_MOST_IN_SCOPE = 200
_ABOUT = re.compile("目标|情况")
_EVENT = re.compile("[^，。；：、“”（）()《》]{2,30}")
_FEWEST_IN_EVENT = 3
_TOLD_BY_EVENT = 6
_MORE_SHARED = 1
_UNLIKE = (frozenset({"人", "人次"}), frozenset({"场次", "次"}))
_COUNTED = frozenset({FigureKind.COUNT, FigureKind.PERSON_TIMES, FigureKind.PERCENT})

Fits = Callable[[Mention, Mention], bool]


@dataclass(slots=True)
class _Scope:
    """The targets and results of a part of the work, and how alike their words must be to be paired."""

    planned: list[Mention]
    reached: list[Mention]
    fewest: int = _FEWEST_SHARED


class _Best(NamedTuple):
    """The first that is most like a mention, and its value; "" if others of other values are as much like it."""

    score: int
    other: int
    value: str


def targets_claimed(reading: Reading, mentions: list[Mention]) -> Iterator[Claim]:
    """Give the claims that a target was reached, and that plan and result are of one edition."""
    forms = form_targets(reading)
    yield from filter(None, (one.claim() for one in forms))
    for scope in _scopes(reading, mentions, {one.row for one in forms}):
        yield from _targets(scope)
        yield from _editions(scope)
    yield from targets_stated(mentions)


def _scopes(reading: Reading, mentions: list[Mention], settled: set[tuple[int, int]]) -> list[_Scope]:
    """Sort mentions by side: a row of a form is a scope, so is a paragraph; all sections together are one."""
    cells = [cell for cell in sided_cells(reading) if (cell[2], cell[3]) not in settled]
    starts = [cell[0] for cell in cells]
    leads = sides_of_paragraphs(reading)
    sections: dict[str, Side | None] = {}
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
            if figure.section not in sections:
                sections[figure.section] = side_of_section(figure.section)
            found = leads.get(figure.block) or sections[figure.section]
            if found is Side.RESULT and side_of_clause(mention) is Side.PLAN:
                continue
            if found is not None:
                side, scope = found, scopes[-1, -1]
            else:
                found = side_of_clause(mention)
                if found is None:
                    continue
                side, scope = found, scopes[-1, figure.block]
                scope.fewest = 1
        (scope.planned if side is Side.PLAN else scope.reached).append(mention)
    for (table, _), scope in scopes.items():
        if table >= 0 and len(scope.planned) == len(scope.reached) == 1:
            scope.fewest = 0
    return [scope for scope in scopes.values() if scope.planned and scope.reached]


def _targets(scope: _Scope) -> Iterator[Claim]:
    planned, reached = _amounts(scope.planned), _amounts(scope.reached)
    paired = list(_paired(planned, reached, comparable, scope.fewest))
    yield from (_target(one, other) for one, other in paired)
    settled = {mention.figure.start for pair in paired for mention in pair}
    planned, reached = (
        [one for one in side if one.figure.start not in settled] for side in (planned, reached)
    )
    unlike = _paired(planned, reached, _differ_in_unit, scope.fewest + _MORE_SHARED)
    yield from (_target(one, other) for one, other in unlike)


def _paired(planned: list[Mention], reached: list[Mention], fits: Fits, fewest: int) -> Iterator[Pair]:
    """Pair targets with results whose words are the most alike, each for each."""
    words = _Wordings()
    scores = {
        (at, to): score
        for at, plan in enumerate(planned)
        for to, result in enumerate(reached)
        if fits(plan, result)
        and (score := _likeness(words.of(plan), words.of(result)) + _names_again(plan, result)) >= fewest
    }
    return ((planned[at], reached[to]) for at, to in _mutual(scores, planned, reached))


def _differ_in_unit(one: Mention, other: Mention) -> bool:
    """Tell whether heads are aimed at and visits reached (人 and 人次): one thing that cannot be measured."""
    return frozenset({one.figure.unit, other.figure.unit}) in _UNLIKE


def _mutual(
    scores: dict[tuple[int, int], int], planned: list[Mention], reached: list[Mention]
) -> Iterator[tuple[int, int]]:
    """Give the pairs in which each is the other's only best; what is told twice is told of the first time."""
    best: dict[tuple[bool, int], _Best] = {}
    for (at, to), score in scores.items():
        for one, other, told in (((True, at), to, reached[to]), ((False, to), at, planned[at])):
            top = best.get(one)
            if top is None or score > top.score:
                best[one] = _Best(score, other, told.figure.value)
            elif score == top.score and top.value != told.figure.value:
                best[one] = top._replace(value="")
    for at, to in scores:
        first, second = best[True, at], best[False, to]
        is_mutual = first.score == second.score and (first.other, second.other) == (to, at)
        if is_mutual and first.value and second.value:
            yield at, to


def _amounts(mentions: list[Mention]) -> list[Mention]:
    """Give what can be aimed at or reached, not the number of goals themselves (四个项目的目标如下)."""
    told = (mention for mention in mentions if mention.figure.kind in _COUNTED)
    return [mention for mention in told if not _ABOUT.search(CLAUSE_END.split(mention.after)[0])][
        :_MOST_IN_SCOPE
    ]


@dataclass(frozen=True, slots=True)
class _Wording:
    near: frozenset[str]
    sentence: frozenset[str]


class _Wordings:
    """The words around mentions, taken apart once."""

    def __init__(self) -> None:
        self._known: dict[int, _Wording] = {}
        self._sentences: dict[int, frozenset[str]] = {}

    def of(self, mention: Mention) -> _Wording:
        if mention.number not in self._sentences:
            self._sentences[mention.number] = parts(mention.sentence, 4)
        if mention.figure.start not in self._known:
            sentence = self._sentences[mention.number]
            self._known[mention.figure.start] = _Wording(parts(mention.clause, 2), sentence)
        return self._known[mention.figure.start]


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
    named = _EVENT.match(mention.after.lstrip("“《"))
    return significant(named[0]) if named else ""
