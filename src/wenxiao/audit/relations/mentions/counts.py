"""Stated counts and what is enumerated: 四个项目 after A、B、C、D; 三个方面：一是…二是…三是.

What is enumerated with 等 is not all of it, so nothing is claimed. The items counted are the last operand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import Figure, FigureKind, Reading, Sentence
from wenxiao.audit.relations.mentions.listed import Listed, Range, names_before, names_behind
from wenxiao.audit.relations.mentions.listed_blocks import ListedBlocks
from wenxiao.audit.relations.mentions.summed_lists import miscounted_amounts
from wenxiao.audit.relations.mentions.with_amounts import named_amounts
from wenxiao.quantity import exact

_ANNOUNCED = re.compile(
    "[^，。；：:]{0,16}[：:。]$|[^。；：:]{0,30}如下[：:。]$|[^。；：:]{0,16}(?:明细|分别|包括|包含|依次|具体)[^，。；：:]{0,4}[：:]$"
)
_FOLLOWING = re.compile("(?:以下|下列|如下|分为|分别是|主要有)[^，。；：]{0,6}$")
_LOOKS_BACK = re.compile("(?:上述|以上)$")
_DIGITS = re.compile("[0-9一二三四五六七八九十百]+|[①-⑳]")
_KINDS = frozenset({"个", "项", "类", "级", "支", "大", "方面", "种", "家", "名", "位", "所", "地", "方"})
_PLACES = frozenset(
    {
        "块",
        "部分",
        "站",
        "处",
        "座",
        "条",
        "门",
        "场",
        "点",
        "乡",
        "镇",
        "村",
        "县",
        "市",
        "区",
        "校",
        "组",
        "批",
    }
)
"""What else is listed by name: lists of it are claimed where they are complete."""

_READ_OVER = frozenset({FigureKind.OTHER, FigureKind.ORDINAL})
"""Numbers that stand in names (第四中学, 双桥): a list goes on over them."""

_CHINESE = re.compile("[两二三四五六七八九十]+")
_PARTED = ("，", "；", "。", ",", ";")
_FEWEST_NUMBERED = 2
_MOST_MISSING = 2
"""A list that differs by more from a count is another list."""

_LONGEST_COUNTED = 4
_FARTHEST_BACK = 60
"""A count that looks back on a list looks over so many figures at most."""


class _Item(NamedTuple):
    """A figure in its sentence, with the form of its list number (``(#)``, ``#是``), "" if it is none.

    ``room`` is the range between the figures before and behind it, ``at`` its place among those of the sentence.
    """

    figure: Figure
    before: str
    after: str
    number: int
    style: str
    room: Range
    at: int


def counts_claimed(reading: Reading) -> Iterator[Claim]:
    """Give the claims that so many things are enumerated."""
    worded = ((number, one) for number, one in enumerate(reading.sentences) if any(one.gaps))
    items = [item for number, sentence in worded for item in _items(sentence, number)]
    runs, blocks = _runs(items), ListedBlocks(reading)
    for index, item in enumerate(items):
        figure = item.figure
        if figure.kind is not FigureKind.COUNT or not figure.unit:
            continue
        if figure.quantity is None or not figure.quantity.is_exact:
            continue
        numbered = _numbered(items, runs, index) or _summed_up(items, runs, index)
        if numbered and abs(figure.quantity.value - len(numbered)) <= _MOST_MISSING:
            yield _claim(figure, numbered)
        sentence = reading.sentences[item.number]
        listed = _listed_beside(reading.document.text, item, sentence)
        if not listed.names and not numbered and _is_of_things(figure):
            listed = Listed(blocks.names(sentence, item.at, int(figure.quantity.value)))
        if listed.names and _can_differ(figure, figure.quantity.value - len(listed.names), listed):
            yield _claim(
                figure, [_as_figure(reading.document.text, span, figure.block) for span in listed.names]
            )


def _listed_beside(text: str, item: _Item, sentence: Sentence) -> Listed:
    """Give the names listed before or behind a count, those with amounts too."""
    figure = item.figure
    if not _is_of_things(figure) or figure.quantity is None:
        return Listed([])
    before = names_before(text, item.room[0], figure.start, item.after[:_LONGEST_COUNTED])
    listed = before if before.names else names_behind(text, figure.end, item.room[1])
    if listed.names:
        return listed
    stated = int(figure.quantity.value)
    named = named_amounts(text, sentence, item.at, stated)
    return Listed(named or miscounted_amounts(text, sentence, item.at, stated), is_certain=True)


def _as_figure(text: str, span: Range, block: int) -> Figure:
    return Figure(*span, text[slice(*span)], FigureKind.OTHER, "1", "", None, block=block)


def _can_differ(figure: Figure, missing: Decimal, listed: Listed) -> bool:
    """Tell whether a list can be meant by a count that differs so; 体育馆、公园2个 may count the last item alone."""
    if missing == 0 or listed.is_open or (_unit(figure) in _PLACES and not listed.is_certain):
        return missing == 0
    is_counted = abs(missing) == 1 and bool(_CHINESE.match(figure.text)) and not listed.is_joined
    is_other_reading = listed.is_joined and missing == -1
    return is_counted or (listed.is_certain and abs(missing) <= _MOST_MISSING and not is_other_reading)


def _items(sentence: Sentence, number: int) -> Iterator[_Item]:
    starts, ends = [sentence.start], [sentence.end]
    for figure in sentence.figures:
        starts.append(starts[-1] if figure.kind in _READ_OVER else figure.end)
    for figure in reversed(sentence.figures):
        ends.append(ends[-1] if figure.kind in _READ_OVER else figure.start)
    rooms = zip(starts, ends[-2::-1], strict=False)
    for index, (figure, room) in enumerate(zip(sentence.figures, rooms, strict=False)):
        before, after = sentence.gaps[index], sentence.gaps[index + 1]
        yield _Item(figure, before, after, number, _style(figure, before, after), room, index)


def _claim(figure: Figure, items: list[Figure]) -> Claim:
    unit = figure.quantity.unit if figure.quantity else ""
    label = figure.label or figure.text
    named = tuple(Term("", item.text, exact(1, unit), figure=item) for item in items)
    total = Term("", "逐一列举的个数", exact(len(items), unit))
    return Claim(ClaimKind.COUNT, label, Term("", label, figure.quantity, figure=figure), (*named, total))


def _style(figure: Figure, before: str, after: str) -> str:
    """Give the form of a list number; 二是 after a comma counts on from 一是."""
    if figure.kind is FigureKind.LIST_NUMBER:
        return _DIGITS.sub("#", "".join(figure.text.split()))
    goes_on = after.startswith("是") and before.endswith(_PARTED)
    return "#是" if goes_on and _CHINESE.fullmatch("".join(figure.text.split())) else ""


def _runs(items: list[_Item]) -> dict[int, list[Figure]]:
    """Give for each list number 1 the list numbers of its form that count on from it without a gap."""
    runs: dict[int, list[Figure]] = {}
    going: dict[str, list[Figure]] = {}
    for index, item in enumerate(items):
        if not item.style:
            continue
        if item.figure.value == "1":
            going[item.style] = runs[index] = [item.figure]
        elif item.style in going and item.figure.value == str(len(going[item.style]) + 1):
            going[item.style].append(item.figure)
        else:
            going.pop(item.style, None)
    return runs


def _numbered(items: list[_Item], runs: dict[int, list[Figure]], index: int) -> list[Figure]:
    """Give the list numbers of the list that a count announces directly before it."""
    run = runs.get(index + 1, [])
    item = items[index]
    if len(run) < _FEWEST_NUMBERED or items[index + 1].number - item.number > 1:
        return []
    announced = _ANNOUNCED.match(item.after)
    if announced is None:
        return []
    is_told = item.after.endswith(("：", ":")) or _FOLLOWING.search(item.before)
    return run if is_told else []


def _summed_up(items: list[_Item], runs: dict[int, list[Figure]], index: int) -> list[Figure]:
    """Give the list numbers right before a count that looks back on them (上述三个原因)."""
    if not _LOOKS_BACK.search(items[index].before):
        return []
    run = next(
        (runs[start] for start in range(index - 1, max(index - _FARTHEST_BACK, -1), -1) if start in runs), []
    )
    is_near = index > 0 and items[index].number - items[index - 1].number <= 1
    ended = next(
        (item.figure for item in reversed(items[max(index - _FARTHEST_BACK, 0) : index]) if item.style), None
    )
    return run if is_near and len(run) >= _FEWEST_NUMBERED and ended is run[-1] else []


def _is_of_things(figure: Figure) -> bool:
    return _unit(figure) in _KINDS | _PLACES


def _unit(figure: Figure) -> str:
    return figure.quantity.unit if figure.quantity else ""
