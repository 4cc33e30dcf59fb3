"""An exact value with unit, bounds and the text as written: parse, convert, compare, format.

Values are kept in the base unit of their kind (元, 人, 人次, 个, 场次, %, ㎡ ...). An approximation word
(近, 约, 余, 多, 以上 ...) becomes an interval (the rules stand in :mod:`wenxiao.approximation`); ``value`` stays
the nominal number, for a range its lower end. A date has the value YYYYMMDD: good to compare, not to
subtract; it is read from a date only, never from a number in a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from wenxiao.approximation import bounds
from wenxiao.digits import EXACT, MAX_DIGITS, fold, parse_decimal
from wenxiao.numerals import QuantityError
from wenxiao.period import DATE, format_date, parse_date
from wenxiao.units import Kind, Unit, find_unit, split_multiplier
from wenxiao.wording import Wording, read

__all__ = [
    "Kind",
    "Quantity",
    "QuantityError",
    "as_spelled",
    "convert",
    "exact",
    "exact_in",
    "exactly",
    "format_quantity",
    "parse",
    "parse_decimal",
    "round_half_up",
    "same_measure",
]

_SIZED = Context(prec=MAX_DIGITS)  # what does not fit is rounded, and then no longer equal
_ONE = Decimal(1)
_MEASURED = frozenset({Kind.AREA, Kind.NUMBER, Kind.FREQUENCY})
_PLAIN = re.compile(r"-?[0-9]{1,28}(?:\.[0-9]{1,12})?")
_DATED = re.compile(rf"(?P<day>{DATE})(?P<until>[之以]?前)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact value in its base unit, with inclusive bounds (None: unbounded on that side).

    ``spelled`` is the unit as the writer spelled it (万人次, 名), "" if it was computed; equality ignores it.
    """

    value: Decimal
    unit: str
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    written: str = ""
    spelled: str = field(default="", compare=False)

    @property
    def is_exact(self) -> bool:
        """Tell whether the bounds coincide."""
        return self.low is self.high is self.value or self.low == self.high == self.value


def exact(value: Decimal | int | str, unit: str) -> Quantity:
    """Make an exact quantity from a number in ``unit`` (converted to the base unit).

    Raises:
        QuantityError: the unit is unknown, or the value is no finite decimal of reasonable size.
    """
    return exactly(_decimal(value), find_unit(unit), "")


def exact_in(unit: str) -> Callable[[Decimal], Quantity]:
    """Give what :func:`exact` does for one unit, looked up once: for the thousands of cells of a column.

    Raises:
        QuantityError: the unit is unknown; the function given refuses what :func:`exact` refuses.
    """
    found = find_unit(unit)
    return lambda value: exactly(_sized(value), found, "")


def exactly(value: Decimal, unit: Unit, written: str, spelled: str = "") -> Quantity:
    """Make an exact quantity of a number in ``unit``, both read before; ``spelled`` is the unit as written."""
    scaled = _plain(value.scaleb(unit.exponent, EXACT))
    return Quantity(scaled, unit.base, unit.kind, scaled, scaled, written, spelled)


def parse(text: str, unit: str | None = None) -> Quantity:
    """Read what officials write; ``unit`` is the column's unit, used when the text names none.

    Raises:
        QuantityError: the text is no quantity; the message quotes it and shows the forms understood.
    """
    if _PLAIN.fullmatch(text):
        return exactly(Decimal(text), find_unit(unit or ""), text, unit or "")
    folded, written = fold(text), text.strip()
    dated = _DATED.fullmatch(folded)
    if dated:
        return _dated(parse_date(dated["day"]), written, until=bool(dated["until"]))
    wording = read(folded, unit or "")
    low, high = bounds(wording.numbers, wording.words)
    if low == high:
        return exactly(wording.numbers[0], wording.unit, written, wording.spelled)
    below, above = (None if end is None else _plain(end) for end in (low, high))
    value, base = _plain(wording.numbers[0]), wording.unit
    return Quantity(value, base.base, base.kind, below, above, written, wording.spelled)


def same_measure(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities may be compared or added: same kind and unit; 个 counts any item."""
    return one.kind is other.kind and (
        one.unit == other.unit or _same(one.kind, one.unit, other.kind, other.unit)
    )


def convert(quantity: Quantity, unit: str) -> Decimal:
    """Give the nominal value in ``unit``; exact, because all factors are powers of ten.

    Raises:
        QuantityError: the unit is unknown or measures something else.
    """
    return _in_unit(quantity.value, quantity, unit)


def as_spelled(quantity: Quantity) -> Quantity:
    """Give a length, weight or area in the unit it is written in without 万 (550 米, not 0.55 公里), to be shown."""
    spelled = split_multiplier(quantity.spelled)[1]
    if quantity.kind not in _MEASURED or not spelled or quantity.unit.startswith("元"):
        return quantity
    power = -find_unit(spelled).exponent
    if not power:
        return quantity
    value, low, high = (
        None if end is None else _plain(end.scaleb(power, EXACT))
        for end in (quantity.value, quantity.low, quantity.high)
    )
    return replace(quantity, value=value or Decimal(0), low=low, high=high, unit=spelled)


def format_quantity(
    quantity: Quantity, unit: str | None = None, digits: int | None = None, *, bare: bool = False
) -> str:
    """Write a quantity in ``unit``, rounded half-up to ``digits``; ``bare`` leaves the unit out.

    Without any of these an inexact quantity is repeated as it was written, an exact one keeps the unit it was
    written in: ``98.5万条次``. Otherwise the number is converted and the words are kept: ``8万多人次`` in 人次 is ``80000多人次``. One that was never written (a
    computed interval) shows its bounds: ``≥3个``, ``≤5万元``, ``5—20万元``; with none it is ``不确定``.

    Raises:
        QuantityError: the unit is unknown or measures something else.
    """
    if quantity.kind is Kind.DATE:
        return _format_date(quantity)
    if quantity.low is None and quantity.high is None:
        return quantity.written or "不确定"
    written = _reread(quantity)
    as_written = unit is None and digits is None and not bare
    if as_written and written and written.names_unit:
        return "".join(quantity.written.split())
    wording = _worded(quantity, written)
    spelled = (as_written and quantity.spelled) or quantity.unit if unit is None else unit
    number = "—".join(_shown(_in_unit(end, quantity, spelled), digits) for end in wording.numbers)
    multiplier, name = ("", "") if bare else split_multiplier(spelled)
    ordinal = "第" if quantity.kind is Kind.ORDINAL and not bare else ""
    return f"{wording.before}{ordinal}{number}{multiplier}{wording.inside}{name}{wording.after}"


def round_half_up(value: Decimal | Fraction, digits: int) -> Decimal:
    """Round to ``digits`` decimals, ties away from zero, exactly; a zero has no sign.

    Raises:
        ValueError: the value is no number.
        OverflowError: the value is infinite.
    """
    if isinstance(value, Decimal) and value.is_finite():
        rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, EXACT)
    else:
        scaled = Fraction(value) * Fraction(10) ** digits
        whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        rounded = Decimal(whole if scaled > 0 else -whole).scaleb(-digits, EXACT)
    return rounded or rounded.copy_abs()


def _decimal(value: Decimal | int | str) -> Decimal:
    if isinstance(value, str):
        return parse_decimal(value)
    if not isinstance(value, Decimal | int):
        raise QuantityError(f"{value!r} 不是精确的数；请用 Decimal、int 或文本")
    return _sized(Decimal(value))


def _sized(number: Decimal) -> Decimal:
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS or _SIZED.plus(number) != number:
        raise QuantityError(f"数值超出范围（最多 {MAX_DIGITS} 位）或不是有限的数；请核对")
    return number


def _plain(value: Decimal) -> Decimal:
    """Drop trailing zeros without falling into an exponent, so that equal values print alike."""
    whole = value.to_integral_value()
    if value == whole:
        return whole.quantize(_ONE, context=EXACT) if value else Decimal(0)
    return value.normalize(EXACT)


def _same(kind: Kind, unit: str, other_kind: Kind, other_unit: str) -> bool:
    counted = kind is Kind.ITEMS and "个" in {unit, other_unit}
    return kind is other_kind and (unit == other_unit or counted)


def _in_unit(value: Decimal, quantity: Quantity, spelled: str) -> Decimal:
    if spelled == quantity.unit:
        return value
    unit = find_unit(spelled)
    if not _same(quantity.kind, quantity.unit, unit.kind, unit.base):
        measured = f"单位是“{quantity.unit}”的数量" if quantity.unit else "没有单位的数"
        raise QuantityError(f"{measured}不能换算成“{spelled}”；请改用同类单位")
    return value.scaleb(-unit.exponent, EXACT)


def _shown(value: Decimal, digits: int | None) -> str:
    return f"{_plain(value) if digits is None else round_half_up(value, digits):f}"


def _reread(quantity: Quantity) -> Wording | None:
    """Take the text of an inexact quantity apart again; None if there is no such text."""
    if quantity.is_exact:
        return None
    try:
        return read(fold(quantity.written), quantity.unit)
    except QuantityError:  # nothing was written, or a computed interval carries a note of its own
        return None


def _worded(quantity: Quantity, written: Wording | None) -> Wording:
    """Give numbers and words to print: the words as written, or those the bounds stand for."""
    if quantity.is_exact:
        return Wording((quantity.value,), Unit(quantity.unit, quantity.kind))
    if written and written.names_unit and written.numbers[0] == quantity.value:
        return written
    if written and not written.names_unit and len(written.numbers) == 1:
        return replace(written, numbers=(quantity.value,))
    return _bounded(quantity)


def _bounded(quantity: Quantity) -> Wording:
    """Show the bounds of an interval that has no words of its own."""
    ends = tuple(end for end in (quantity.low, quantity.high) if end is not None)
    limit = "≥" if quantity.high is None else "≤"
    return Wording(ends, Unit(quantity.unit, quantity.kind), before=limit if len(ends) == 1 else "")


def _dated(day: date, written: str, *, until: bool) -> Quantity:
    value = Decimal(day.year * 10000 + day.month * 100 + day.day)
    return Quantity(value, "日期", Kind.DATE, None if until else value, value, written)


def _format_date(quantity: Quantity) -> str:
    digits = int(quantity.value)
    day = format_date(date(digits // 10000, digits // 100 % 100, digits % 100))
    return day if quantity.is_exact else f"{day}前"
