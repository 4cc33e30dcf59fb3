"""From the words of a mention to its exact quantity: a fast path for plain digits, the parser for the rest."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from wenxiao.audit.figures.model import FigureKind
from wenxiao.digits import MAX_DIGITS
from wenxiao.quantity import Kind, Quantity, QuantityError, exactly, parse
from wenxiao.units import Unit, find_unit

_PLAIN = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?|-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?)(?![0-9,])")
_LONGEST = 60
_KINDS = {
    Kind.MONEY: FigureKind.MONEY,
    Kind.PERSON_TIMES: FigureKind.PERSON_TIMES,
    Kind.PERCENT: FigureKind.PERCENT,
    Kind.PERCENTAGE_POINTS: FigureKind.PERCENTAGE_POINTS,
    Kind.ORDINAL: FigureKind.ORDINAL,
    Kind.DATE: FigureKind.DATE,
}


def quantity_of(written: str, unit: str = "") -> Quantity | None:
    """Read a mention without blanks; ``unit`` serves where it names none. None if it is no quantity."""
    return None if len(written) > _LONGEST else _quantity(written, unit)


@lru_cache(maxsize=8192)
def _quantity(written: str, unit: str) -> Quantity | None:
    matched = _PLAIN.match(written)
    if matched:
        quick = _plain(matched[1], written[matched.end() :] or unit, written)
        if quick is not None:
            return quick
    return _parsed(written, unit)


def kind_of(quantity: Quantity) -> FigureKind:
    """Give the sort of mention a quantity makes."""
    if quantity.kind is Kind.FREQUENCY and quantity.unit.startswith("元"):
        return FigureKind.MONEY
    return _KINDS.get(quantity.kind, FigureKind.COUNT)


def shown(value: Decimal) -> str:
    """Write a value as JSON prints it: plain digits, no exponent."""
    return f"{value:f}"


def _plain(digits: str, spelled: str, written: str) -> Quantity | None:
    unit = _unit(spelled)
    if unit is None or len(digits) > MAX_DIGITS:
        return None
    return exactly(Decimal(digits.replace(",", "")), unit, written, spelled)


@lru_cache(maxsize=1024)
def _unit(spelled: str) -> Unit | None:
    try:
        return find_unit(spelled)
    except QuantityError:  # what follows the digits is more than a unit: the parser decides
        return None


def _parsed(written: str, unit: str) -> Quantity | None:
    try:
        return parse(written, unit or None)
    except QuantityError:  # a number inside a name or set phrase is a mention all the same
        return None
