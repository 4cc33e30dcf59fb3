"""What belongs to a list in a sentence: its amounts without the parts of parts, sorted into columns.

A list may tell several things of each part (收入 and 占预算的 x%, 户数 and 人数, 支出 and 年初预算); what
is told of every part in the same words, or in the same measure, is a column with a whole of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from wenxiao.audit.claims import Direction
from wenxiao.audit.figures.marks import SEMICOLON, STOP
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, outward
from wenxiao.audit.relations.sums.openings import named_whole
from wenxiao.audit.relations.sums.surroundings import begins_cause
from wenxiao.audit.relations.sums.terms import can_be_added, is_base, is_changed_to, opens_bracket, part_name

_COLON = re.compile("[：:]")
_CLOSES = re.compile("[；;)]")
_BRACKETED = re.compile(r"\([^()]*\)")
_MAINLY = re.compile("主要(?:是|为|包括)")
_DONE = re.compile("[、和及与][^，；。比较同]{2,6}(?:提升|提高)$|(?:核减|审减|扣减)$")
_MOST_WHOLES = 5


@dataclass(frozen=True, slots=True)
class Column:
    """The positions in a line of what may be the parts of one whole.

    ``ends`` tells after how many of them a semicolon stands; ``name`` are the words that all of them share, "" if each
    has its own, ``others`` those of the other columns; ``is_base`` tells that each is only what a percentage is of
    (占预算 X 的 p%).
    """

    positions: tuple[int, ...]
    ends: tuple[int, ...]
    name: str
    others: frozenset[str]
    is_base: bool

    def parts(self, line: Line) -> list[Amount]:
        """Give the amounts."""
        return [line.amounts[position] for position in self.positions]

    def first(self, count: int) -> Column:
        """Give the column of its first parts only."""
        return replace(self, positions=self.positions[:count])


def columns(line: Line, index: int) -> list[Column]:
    """Give the columns of the list that begins with an amount, in the order of their first parts."""
    positions, semicolons = _region(line, index)
    amounts = [position for position in positions if _is_told_of_a_part(line, position)]
    told = {position: _told(line.amounts[position]) for position in amounts}
    names = _repeated(told.values())
    counted = Counter(line.amounts[position].quantity.unit for position in amounts)
    grouped: list[tuple[tuple[Role, bool, str], list[int]]] = []
    for position in amounts:
        amount = line.amounts[position]
        key = (_role(amount), is_base(line, position), told[position][1] if told[position] in names else "")
        fitting = (
            held
            for other, held in grouped
            if other == key and _in_column(line.amounts[held[0]], amount, counted)
        )
        column = next(fitting, None)
        if column is None:
            grouped.append((key, [position]))
        else:
            column.append(position)
    words = frozenset(label for _, label in names)
    return [
        Column(tuple(held), _ends(held, semicolons), shared, words, is_base=based)
        for (_, based, shared), held in grouped
        if len(held) > 1
    ]


def _is_told_of_a_part(line: Line, position: int) -> bool:
    """Tell whether an amount may be a part: not what it was before it was changed (由 X 调整为 Y)."""
    amount, following = line.amounts[position], line.amounts[position + 1 : position + 2]
    return can_be_added(amount) and not any(is_changed_to(amount, one) for one in following)


def _in_column(first: Amount, amount: Amount, counted: Counter[str]) -> bool:
    """Tell whether an amount is measured like the first of a column: 个 is any other unit only where one of them is alone."""
    units = {first.quantity.unit, amount.quantity.unit}
    return alike(first, amount) and (len(units) == 1 or any(counted[unit] == 1 for unit in units))


def wholes_before(line: Line, index: int, column: Column) -> list[Amount]:
    """Give what may be the whole of a column, the nearest first: what stands before and is told in the same way."""
    first = line.amounts[column.positions[0]]
    found: list[Amount] = []
    for position in outward(line.amounts, index):
        amount = line.amounts[position]
        fits = _is_told_like(amount, first) and alike(amount, first) and can_be_added(amount)
        if fits and is_base(line, position) is column.is_base and _is_called(amount, column):
            found.append(amount)
        if len(found) == _MOST_WHOLES:
            break
    return found


def _is_told_like(whole: Amount, part: Amount) -> bool:
    """Tell whether a whole has the role of its parts; 新增贷款 X is the sum of what each kind 新增."""
    added = part.direction is Direction.UP and whole.role is Role.MAIN and "新增" in whole.label
    return added or _role(whole) is _role(part)


def _is_called(amount: Amount, column: Column) -> bool:
    """Tell whether a whole is told in the words of its column, or, if the parts have their own, in none of another's."""
    return part_name(amount) == column.name if column.name else part_name(amount) not in column.others


def _role(amount: Amount) -> Role:
    """Give the role of an amount in a list: a thing done (、改造提升 3 万亩) is no change of what stands before it."""
    return Role.MAIN if amount.role is Role.CHANGE and _DONE.search(amount.lead) else amount.role


def _region(line: Line, index: int) -> tuple[list[int], list[int]]:
    """Give the positions of a list without parts of parts and causes, and before which of them a semicolon stands."""
    positions: list[int] = []
    semicolons: list[int] = []
    nested = False
    bracketed = "(" in line.amounts[index].lead
    for position in range(index, len(line.amounts)):
        amount = line.amounts[position]
        if position > index:
            because = begins_cause(amount)
            if STOP.search(amount.lead) or (bracketed and amount.lead.startswith(")")):
                break
            if SEMICOLON.search(amount.lead) and named_whole(amount):  # what follows is of another whole
                break
            if because and _COLON.search(amount.lead):  # the causes are listed up to the end of the sentence
                break
            if SEMICOLON.search(amount.lead):
                semicolons.append(position)
            opens = amount.opens_list or because or opens_bracket(amount) or _MAINLY.search(amount.lead)
            nested = bool(opens) or (nested and not _closes(amount.lead))
        if not nested:
            positions.append(position)
    return positions, semicolons


def _closes(lead: str) -> bool:
    """Tell whether words close parts of a part: by a semicolon, or by a bracket that was opened before them."""
    return _CLOSES.search(_BRACKETED.sub("", lead) if "(" in lead else lead) is not None


def _ends(positions: Sequence[int], semicolons: Sequence[int]) -> tuple[int, ...]:
    counts = (sum(position < at for position in positions) for at in semicolons)
    return tuple(count for count in dict.fromkeys(counts) if 1 < count < len(positions))


def _told(amount: Amount) -> tuple[str, str]:
    return amount.quantity.unit, part_name(amount)


def _repeated(told: Collection[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Give the words that more than one but not every amount of a measure is told in."""
    measures = Counter(unit for unit, _ in told)
    return frozenset(one for one, count in Counter(told).items() if one[1] and 1 < count < measures[one[0]])
