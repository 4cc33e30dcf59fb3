"""Numbers joined by colons: shares that make up a whole (12.3:35.4:52.3), and ratios (1:2.5)."""

from __future__ import annotations

import re
from decimal import Decimal

from wenxiao.audit.figures.amounts import quantity_of, shown
from wenxiao.audit.figures.characters import squeezed
from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import FigureKind

_COLONS = frozenset(":：∶")
_COLON = re.compile("[:：∶]")
_PLAIN = str.maketrans("：∶", "::")
_ALL = Decimal(100)
_PAIR = 2
_AWAY = 30  # what one slip of the pen may take from or add to the whole


def with_structures(text: str, found: list[Mention]) -> list[Mention]:
    """Read shares joined by colons as percentages, and make one mention of the two sides of a ratio."""
    if len(found) < _PAIR or not _COLON.search(text, found[0].end, found[-1].start):
        return found
    read: list[Mention] = []
    at = 0
    while at < len(found):
        end = _end(text, found, at)
        read.extend(_joined(text, found[at:end]))
        at = end
    return read


def _end(text: str, found: list[Mention], at: int) -> int:
    """Give where the bare numbers that colons join to one end."""
    end = at + 1
    while end < len(found) and _is_bare(found[end - 1]) and _is_bare(found[end]):
        if text[found[end - 1].end : found[end].start].strip() not in _COLONS:
            break
        end += 1
    return end


def _is_bare(one: Mention) -> bool:
    return one.kind is FigureKind.COUNT and not one.unit and one.quantity is not None


def _joined(text: str, row: list[Mention]) -> list[Mention]:
    if len(row) < _PAIR:
        return row
    if _are_shares(text, row):
        return [_percent(text, one) for one in row]
    start, end = row[0].start, row[-1].end
    return [Mention(start, end, FigureKind.OTHER, squeezed(text[start:end]).translate(_PLAIN))]


def _are_shares(text: str, row: list[Mention]) -> bool:
    """Tell shares from a ratio: they make a hundred, or would but for a slip if each has decimals."""
    total = sum((one.quantity.value for one in row if one.quantity), Decimal(0))
    may_slip = len(row) > _PAIR and all("." in text[one.start : one.end] for one in row)
    return abs(total - _ALL) <= (_AWAY if may_slip else 0)


def _percent(text: str, one: Mention) -> Mention:
    quantity = quantity_of(squeezed(text[one.start : one.end]), "%")
    if quantity is None:
        return one
    return Mention(one.start, one.end, FigureKind.PERCENT, shown(quantity.value), "%", quantity)
