"""An exact value with unit, bounds and the text as written: parse, convert, compare, format.

Values are kept in the base unit of their kind (元, 人, 人次, 个, 场次, %, ㎡ ...). An approximation word
(近, 约, 余, 多, 以上 ...) becomes an interval; ``value`` stays the nominal number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What a quantity measures; quantities of different kinds are never compared or added."""

    MONEY = "money"
    PERSONS = "persons"
    PERSON_TIMES = "person-times"
    ITEMS = "items"
    SESSIONS = "sessions"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage-points"
    AREA = "area"
    ORDINAL = "ordinal"
    YEAR = "year"
    DATE = "date"
    POINTS = "points"
    FREQUENCY = "frequency"
    NUMBER = "number"


class QuantityError(ValueError):
    """A text that is no quantity; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact value in its base unit, with inclusive bounds (None: unbounded on that side)."""

    value: Decimal
    unit: str
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    written: str = ""

    @property
    def is_exact(self) -> bool:
        """Tell whether the bounds coincide."""
        return self.low == self.high == self.value


def exact(value: Decimal | int | str, unit: str) -> Quantity:
    """Make an exact quantity from a number in ``unit`` (converted to the base unit)."""
    raise NotImplementedError


def parse(text: str, unit: str | None = None) -> Quantity:
    """Read what officials write; ``unit`` is the column's unit, used when the text names none."""
    raise NotImplementedError


def format_quantity(
    quantity: Quantity, unit: str | None = None, digits: int | None = None, *, bare: bool = False
) -> str:
    """Write a quantity in ``unit``, rounded half-up to ``digits``; ``bare`` leaves the unit out."""
    raise NotImplementedError


def round_half_up(value: Decimal | Fraction, digits: int) -> Decimal:
    """Round to ``digits`` decimals, ties away from zero, exactly."""
    raise NotImplementedError
