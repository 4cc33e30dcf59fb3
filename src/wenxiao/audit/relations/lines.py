"""Reading sentences as lines of amounts.

Everything that is no amount (years, list numbers, ordinals) is folded back into the words. A line is a
sentence, joined with the next one where only a semicolon or a colon parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wenxiao.audit.claims import Direction
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.figures.model import Figure, FigureKind, Reading, Sentence
from wenxiao.audit.relations.amounts import CHANGE, Amount, Line, Role
from wenxiao.quantity import Kind, Quantity, QuantityError, parse

MOST_AMOUNTS = 80
"""A line of more amounts is read in pieces of so many: what lies farther apart belongs to no one claim."""

_MARKER = re.compile("其中|包括|包含|分别[为是]|用于以下|主要用于|构成|组成|如下|明细")
_JOINING = ("；", ";", "：", ":")
_REFERENCE = re.compile("(?:[与比较]|同(?!期))(?<![^，,；;。(].)[^，；。,;()]{0,30}$")
_COMPARED = re.compile("(?:变化|不变(?!价)|未变|持平|一致|增减|相[同等]|相当(?!于))[^的]*$|加$")
"""What was compared came to this: the amount behind is another (较上年无变化 乙 X), or the change itself (比上年加 X)."""

_AND = frozenset({"与", "同"})
_CARRIED = frozenset({"、", "和", "与", "及", "，", ","})
_NEXT_NAME = re.compile("[、和与及][一-龥]{1,12}")
_ENDS = ("。", "，", "；", ",", ";")
_BREAKING = "，；。：、,;:()"
_BREAKS = re.compile(f"[{_BREAKING}]")
_FILLERS = re.compile("(?:为|是|达到|达|(?<!节)约)+$")
_FILLED = ("为", "是", "到", "达", "约")
_BARE = re.compile(r"[0-9０-９][0-9０-９,.]*")
_AMOUNT = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7})\.[0-9]{2}")
"""A bare number that is an amount by its form: its unit was told once for all (单位：万元)."""


def lines_of(reading: Reading) -> list[Line]:
    """Give the prose of a document as lines; the cells that are only a number are left out."""
    lines: list[Line] = []
    printed_once = _without_repeats(reading)
    for group in _joined(printed_once):
        lines.extend(line for line in _lines(group) if line.amounts or line.tail)
    return lines


def _without_repeats(reading: Reading) -> Iterator[Sentence]:
    """Leave out what is the second print of a page: nothing new is claimed there."""
    repeats = sorted(reading.document.repeats)
    at = 0
    for sentence in reading.sentences:
        while at < len(repeats) and repeats[at][1] <= sentence.start:
            at += 1
        if at == len(repeats) or sentence.start < repeats[at][0]:
            yield sentence


def _joined(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if len(sentence.figures) == 1 and not "".join(sentence.gaps):
            continue
        if group and not _continues(group, sentence):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _continues(group: list[Sentence], sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with the last one: same block, no full stop between, no new list item.

    What begins with 其中 belongs to the sentence before even after a full stop.
    """
    last = group[-1]
    starts_item = bool(sentence.figures) and sentence.figures[0].kind is FigureKind.LIST_NUMBER
    if sentence.gaps[0].startswith("其中"):
        return sentence.block - last.block in {0, 1}
    return (
        last.block == sentence.block
        and last.gaps[-1].endswith(_JOINING)
        and not starts_item
        and len(group) < MOST_AMOUNTS
    )


def _lines(group: list[Sentence]) -> Iterator[Line]:
    figures = [figure for sentence in group for figure in sentence.figures]
    if not figures:
        yield Line((), "".join(sentence.gaps[0] for sentence in group), group[0].block, group[0].start)
        return
    gaps = [group[0].gaps[0]]
    for number, sentence in enumerate(group):
        if number:
            gaps[-1] += sentence.gaps[0]
        gaps.extend(sentence.gaps[1:])
    item = figures[0] if figures and figures[0].kind is FigureKind.LIST_NUMBER and len(gaps[0]) < 2 else None
    style = _style(item.text) if item else ""
    amounts, tail = _amounts(figures, gaps)
    for first in range(0, max(len(amounts), 1), MOST_AMOUNTS):
        piece = tuple(amounts[first : first + MOST_AMOUNTS])
        last = first + MOST_AMOUNTS >= len(amounts)
        yield Line(
            piece,
            tail if last else "",
            group[0].block,
            group[0].start,
            item.value if item else "",
            style,
        )


def _style(number: str) -> str:
    """Give the form of a list number without its value: ``(#)``, ``#、``, ``#是``."""
    bare = "".join(number.split())
    form = re.sub("[一二三四五六七八九十百]+", "#", re.sub("[0-9０-９]+", "0", bare))
    return re.sub("[①-⑳]", "①", form).replace("（", "(").replace("）", ")").replace("．", ".")


def _amounts(figures: list[Figure], gaps: list[str]) -> tuple[list[Amount], str]:
    amounts: list[Amount] = []
    lead = [gaps[0]]
    for figure, quantity, after in zip(figures, _quantities(figures, gaps), gaps[1:], strict=True):
        if quantity is None:
            lead.append("".join(figure.text.split()) + after)
            continue
        amounts.append(_amount(figure, quantity, "".join(lead)))
        lead = [after]
    return amounts, "".join(lead)


def _amount(figure: Figure, quantity: Quantity, lead: str) -> Amount:
    changed = CHANGE.search(lead[-24:])
    direction = None if changed is None else Direction.UP if changed["up"] else Direction.DOWN
    if quantity.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINTS}:
        role = Role.PERCENT
    elif changed:
        role = Role.CHANGE
    else:
        is_joined = lead in _AND  # 分别为 A 与 B: nothing is compared
        compared = None if is_joined else _REFERENCE.search(lead[-40:])
        role = Role.REFERENCE if compared and not _COMPARED.search(compared[0]) else Role.MAIN
    opens_list = bool(_MARKER.search(lead) and _MARKER.search(SENTENCES.split(lead)[-1]))
    return Amount(figure, quantity, lead, role, direction, _label(lead), opens_list)


def _label(lead: str) -> str:
    """Give the last words of a lead that no punctuation parts, without 为 and 达 at their end."""
    words = _FILLERS.sub("", lead) if lead.endswith(_FILLED) else lead
    return _BREAKS.split(words.rstrip(_BREAKING))[-1]


def _quantities(figures: list[Figure], gaps: list[str]) -> list[Quantity | None]:
    """Give the quantities of the figures that count; a bare one may take its unit from the next, or lack its %."""
    found: list[Quantity | None] = []
    following: Quantity | None = None
    for index in range(len(figures) - 1, -1, -1):
        following = _quantity(figures[index], gaps[index], gaps[index + 1], following)
        found.append(following)
    return found[::-1]


def _quantity(figure: Figure, before: str, after: str, following: Quantity | None) -> Quantity | None:
    if figure.quantity is None or figure.quantity.unit or not _BARE.fullmatch(figure.text):
        return figure.quantity if figure.is_counted else None
    if after in _CARRIED or (figure.kind is FigureKind.COUNT and _NEXT_NAME.fullmatch(after)):
        return (
            _reread(figure.text, following.spelled) if following is not None and following.spelled else None
        )
    is_change = CHANGE.search(before[-24:]) is not None
    is_told_in_percent = is_change and following is not None and CHANGE.search(after[-24:]) is not None
    if is_change and "." in figure.text and after[:1] in _ENDS and not is_told_in_percent:
        return _reread(figure.text, "%")
    return figure.quantity if figure.is_counted and _AMOUNT.fullmatch(figure.text) else None


def _reread(text: str, unit: str) -> Quantity | None:
    try:
        return parse(text, unit)
    except QuantityError:
        return None
