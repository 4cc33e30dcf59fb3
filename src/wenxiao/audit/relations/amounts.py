"""Sentences as lines of amounts: each figure that can be counted, the words before it, and its role.

Everything that is no amount (years, list numbers, ordinals) is folded back into the words. A line is a
sentence, joined with the next one where only a semicolon or a colon parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm, Relation, Term
from wenxiao.audit.figures.model import Figure, FigureKind, Reading, Sentence
from wenxiao.quantity import Kind, Quantity, QuantityError, parse, same_measure

MOST_AMOUNTS = 80
"""A line of more amounts is read in pieces of so many: what lies farther apart belongs to no one claim."""

_MARKER = re.compile("其中|包括|包含|分别[为是]|用于以下|主要用于|构成|组成|如下|明细")
_SENTENCES = re.compile("[。；;！？]")

_JOINING = ("；", ";", "：", ":")
_UP = "增加|增长|上升|提高|提升|增多|净增|上涨|上浮|增幅|增"
_DOWN = "减少|下降|降低|压减|缩减|减幅|降幅|下浮|下滑|减"
_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|额|率)?(?:为|达|约)?(?:\([^()]{{0,6}}\))?(?:为)?$"
)
_REFERENCE = re.compile("(?:^|[，,(])(?:与|比|较|同)[^，；。,;()]{0,30}$")
_CARRIED = frozenset({"、", "和", "与", "及", "，", ","})
_ENDS = ("。", "，", "；", ",", ";")
_BREAKS = re.compile("[，；。：、,;:()]")
_FILLERS = re.compile("(?:为|是|达到|达|约)+$")
_BARE = re.compile(r"[0-9０-９][0-9０-９,.]*")


class Role(Enum):
    """What an amount is in its sentence; a reference is what another is compared with (比上年的 X)."""

    MAIN = auto()
    CHANGE = auto()
    PERCENT = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with the words between it and the one before (``lead``)."""

    figure: Figure
    quantity: Quantity
    lead: str
    role: Role
    direction: Direction | None

    @property
    def label(self) -> str:
        """Give the words right before the figure that name it."""
        parts = [part for part in _BREAKS.split(_FILLERS.sub("", self.lead)) if part]
        return parts[-1] if parts else ""

    @property
    def opens_list(self) -> bool:
        """Tell whether a list of parts begins with the amount."""
        return bool(_MARKER.search(_SENTENCES.split(self.lead)[-1]))

    @property
    def term(self) -> Term:
        """Give the amount as a term of a claim."""
        label = self.figure.label or self.label or self.figure.text
        return Term("", label, self.quantity, figure=self.figure)


@dataclass(frozen=True, slots=True)
class Line:
    """The amounts of a sentence in order, the words after the last one, and its list number if it has one."""

    amounts: tuple[Amount, ...]
    tail: str
    block: int
    start: int
    number: str = ""
    style: str = ""

    @property
    def text(self) -> str:
        """Give all words of the line without its amounts."""
        return "□".join([*(amount.lead for amount in self.amounts), self.tail])

    def mains(self) -> tuple[Amount, ...]:
        """Give the amounts that are neither percentages nor changes."""
        return tuple(amount for amount in self.amounts if amount.role is Role.MAIN)

    def head(self) -> tuple[Amount, ...]:
        """Give the amounts before the first list of parts."""
        marked = (at for at, amount in enumerate(self.amounts) if at and amount.opens_list)
        return self.amounts[: next(marked, None)]


def claim(kind: ClaimKind, result: Amount, operands: Iterable[Amount | Term]) -> Claim:
    """Make a claim of amounts."""
    terms = tuple(one.term if isinstance(one, Amount) else one for one in operands)
    return Claim(kind, result.term.label, result.term, terms)


def growth_claim(
    percent: Amount, first: Amount, second: Amount, form: GrowthForm, direction: Direction
) -> Claim:
    """Make the claim that a figure grew or fell by a percentage."""
    return Claim(
        ClaimKind.GROWTH,
        percent.term.label,
        percent.term,
        (first.term, second.term),
        form=form,
        direction=direction,
    )


def comparison(first: Amount, relation: Relation, second: Amount) -> Claim:
    """Make the claim that the figure mentioned first stands so to the other."""
    return Claim(ClaimKind.COMPARE, first.term.label, first.term, (second.term,), relation)


def alike(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts can be added or compared."""
    return same_measure(one.quantity, other.quantity)


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
    changed = _CHANGE.search(lead[-24:])
    direction = None if changed is None else Direction.UP if changed["up"] else Direction.DOWN
    if quantity.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINTS}:
        return Amount(figure, quantity, lead, Role.PERCENT, direction)
    if changed:
        return Amount(figure, quantity, lead, Role.CHANGE, direction)
    return Amount(
        figure, quantity, lead, Role.REFERENCE if _REFERENCE.search(lead[-40:]) else Role.MAIN, None
    )


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
    if after in _CARRIED:
        return (
            _reread(figure.text, following.spelled) if following is not None and following.spelled else None
        )
    if _CHANGE.search(before[-24:]) and "." in figure.text and after[:1] in _ENDS:
        return _reread(figure.text, "%")
    return None


def _reread(text: str, unit: str) -> Quantity | None:
    try:
        return parse(text, unit)
    except QuantityError:
        return None
