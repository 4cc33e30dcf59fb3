"""This time's figure of a change whose other end is not stated: A，比上年增加 B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wenxiao.audit.figures.marks import BRACKETED, COMMA, SENTENCES
from wenxiao.audit.relations.amounts import CHANGE, Amount, Line, Role, alike, outward
from wenxiao.audit.relations.changes.earlier import OUTTURN, Earlier
from wenxiao.audit.relations.changes.ends import is_base
from wenxiao.audit.relations.changes.thresholds import is_threshold

_BREAKS = re.compile("[，、；。：,;:()“”]")
_COMPARED = re.compile(
    "^经比[较对][，,]|(?:与|比|较|同)[^，,；;。]{0,12}?(?:年[度初末底]?|上期|同期|预算|计划)"
    "(?:同期|执行|完成|决算|预算|实际|批复|安排)*数?(?:相比|比较|比)?|同比|环比|相比|其中|主要"
)
_NEUTRAL = re.compile(
    "执行|完成|决算|预算|年初|实际|同期|水平|总计|合计|总额|略有|有所|累计|相应|规模|[各均共数略0-9.]"
)
_STANDING = re.compile(
    "[，,][^，,；;。]{0,8}(?:排名|排位|排在|位居|居于|居|位列|名列|列|跃居|创|创下|刷新|稳居)[^，,；。;]{0,14}(?=[，,])"
)
"""A clause about the place that a figure takes among others, or the record it sets; the sentence goes on about it."""

_AGAINST = re.compile("比|较|与|同")
_ADJUSTED = re.compile("(?<!全)口径|剔除|扣除|可比|不变价|年均|分别")
_AGAIN = re.compile("[，,；;。]?(?:与|比|较|同)")
_FEWEST, _NEAR = 2, 20

_GOES_ON = re.compile("[，,](?:与|比|较|同)[^，,；;。]{1,12}$")
"""The last clause names nothing but what the figure is compared with."""


class Current(NamedTuple):
    """What a change can be of, the likeliest first; ``is_clear`` tells that the first is meant, fit or not."""

    candidates: tuple[Amount, ...]
    is_clear: bool


def current_of(line: Line, index: int, like: Amount, earlier: Earlier) -> Current:
    """Give what the change whose words lead to the figure at ``index`` is of; ``like`` is its amount."""
    lead = BRACKETED.sub("", line.amounts[index].lead)
    if _ADJUSTED.search(lead):
        return Current((), is_clear=False)
    *past, words = SENTENCES.split(CHANGE.sub("", lead))
    if index and not past:
        words = words[_first_break(words) :]
    words = _STANDING.sub("", words)
    named = _BREAKS.sub("", _COMPARED.sub("", words))
    if len(_NEUTRAL.sub("", named)) >= _FEWEST:
        called = _called(named, words, line, like, earlier)
        goes_on = not called.candidates and index and not past and _GOES_ON.search(words)
        return Current(tuple(_before(line.amounts, index, like)), is_clear=False) if goes_on else called
    compared = bool(_AGAINST.search(words))
    if not past and index:
        nearest = tuple(_before(line.amounts, index, like))
        if not nearest and compared:
            return _of_last_sentence(line, index, like, earlier)
        if nearest and _ADJUSTED.search(nearest[0].lead[-_NEAR:]):
            return Current(nearest[:1], is_clear=False)
        return Current(nearest, is_clear=compared or not named)
    return _of_last_sentence(line, index, like, earlier) if compared else Current((), is_clear=False)


def _first_break(words: str) -> int:
    """Give where the clause ends that still belongs to the figure before the words."""
    found = COMMA.search(words)
    return 0 if found is None else found.start()


def _called(named: str, words: str, line: Line, like: Amount, earlier: Earlier) -> Current:
    compared = _AGAINST.search(words)
    found = earlier.subject(named, line, like) if compared else None
    if found is not None:
        return Current((found,), is_clear=True)
    found = earlier.named(named, line, like)
    if found is not None:
        return Current((found,), is_clear=not compared or found.figure.block == line.block)
    name = _NEUTRAL.sub("", named)
    short = earlier.abbreviated(name, line, like)
    return Current((short,) if short else (), is_clear=short is not None and short.label.endswith(name))


def _before(amounts: Sequence[Amount], index: int, like: Amount) -> Iterator[Amount]:
    """Give the amounts before a change in its sentence, the nearest first."""
    for at in outward(amounts, index):
        one = amounts[at]
        is_told = one.role is Role.MAIN and alike(one, like)
        if is_told and not is_base(amounts, at) and not is_threshold(amounts, at):
            yield one
        if SENTENCES.search(one.lead):
            return


def _of_last_sentence(line: Line, index: int, like: Amount, earlier: Earlier) -> Current:
    """Give what the sentence before speaks of: its only figure, or the only one that is called done.

    What is compared a second time (比上年减少 X；比预算减少 Y) is what was compared first.
    """
    found = tuple(_before(line.amounts, index, like))
    again = None if found else _compared_before(line, index)
    if again is not None:
        return current_of(line, again, like, earlier)
    found = found or tuple(earlier.last_sentence(line, like))
    if len({one.quantity.value for one in found}) == 1:
        return Current(found[:1], is_clear=True)
    done = [one for one in found if OUTTURN.search(one.label)]
    if len(done) == 1:
        return Current((*done, *(one for one in found if one is not done[0])), is_clear=True)
    return Current(found, is_clear=False)


def _compared_before(line: Line, index: int) -> int | None:
    """Give where the change stands that begins the comparisons up to one, if no list of parts begins between."""
    for at in range(index - 1, -1, -1):
        one = line.amounts[at]
        if one.opens_list:
            return None
        if one.role is Role.CHANGE and not _AGAIN.match(one.lead):
            return at
    return None
