"""How finely a figure was printed: half of its last digit, in base units.

Things and people are whole and carry no rounding, unless they are counted by the 万; what is measured (money,
areas, weights, lengths) does. In a ledger money has two decimals of its unit at least: a spreadsheet drops the
zeros of 100.00 万元. A figure that was computed is exact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from wenxiao.digits import EXACT
from wenxiao.quantity import Kind, Quantity
from wenxiao.units import split_multiplier

MONEY_DIGITS = 2
"""The decimals of money in a ledger."""
_NUMBER = re.compile(r"(\d[\d,，]*)(?:[.．](\d+))?")
_MEASURED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.AREA})
_CHAIN = re.compile(r"(\d+)亿(\d+)(?:\.(\d+))?([千百]?)万")
_CHAIN_SCALES = {"": 4, "百": 2, "千": 1}
_MEASURES = frozenset({"吨", "公里", "立方米", "千瓦时", "斤", "担", "千瓦", "千伏安"})
_TENTHS = "成"
_NONE, _STEP, _HALF_STEP = Decimal(0), Decimal(1), Decimal("0.5")


class _Printed(NamedTuple):
    """The number as printed: where its first digit stands (2 for 743.1, None for zero), and its decimals."""

    leading: int | None
    decimals: int


def half_last_digit(quantity: Quantity, money_digits: int = 0) -> Decimal:
    """Give half a unit of the last printed digit, 0 for whole approximations, zeros and what is not printed.

    约6.06 is no more certain of its last decimal than 6.06: it has this allowance beside its own. Money is read
    with ``money_digits`` decimals at least.
    """
    least = money_digits if quantity.kind is Kind.MONEY else 0
    return _half_step(_place(quantity, _printed(quantity.written), least))


def half_last_digits(quantities: Sequence[Quantity], money_digits: int = 0) -> tuple[Decimal, ...]:
    """Give it for figures that are printed alike: the finest decimals of a unit count for all in that unit.

    8万元 beside 12.35万元 means 8.00万元; money has no more than two decimals of 元.
    """
    finest = {quantity.spelled: money_digits for quantity in quantities if quantity.kind is Kind.MONEY}
    shown = [_printed(quantity.written) for quantity in quantities]
    for quantity, printed in zip(quantities, shown, strict=True):
        if printed is not None and printed.decimals > finest.get(quantity.spelled, 0):
            finest[quantity.spelled] = printed.decimals
    finest["元"] = min(finest.get("元", 0), MONEY_DIGITS)
    return tuple(
        _half_step(_place(quantity, printed, finest.get(quantity.spelled, 0)))
        for quantity, printed in zip(quantities, shown, strict=True)
    )


def printed_step(quantity: Quantity) -> Decimal | None:
    """Give one unit of the last printed digit, None if there is none: the figure is meant exactly."""
    place = _place(quantity, _printed(quantity.written), 0) if quantity.is_exact else None
    return None if place is None else _step(place)


def _place(quantity: Quantity, printed: _Printed | None, least: int) -> int | None:
    """Give the power of ten of the last printed digit (of ``least`` decimals, if those are more), in base units."""
    if quantity.spelled == _TENTHS and quantity.value:
        return int(quantity.value.normalize(EXACT).as_tuple().exponent)
    if printed is None or printed.leading is None or not (printed.decimals or quantity.is_exact):
        return None
    decimals = max(printed.decimals, least)
    if not decimals and not _is_rounded(quantity):
        return None
    return quantity.value.adjusted() - printed.leading - decimals


@lru_cache(maxsize=256)
def _step(place: int) -> Decimal:
    return _STEP.scaleb(place, EXACT)


@lru_cache(maxsize=256)
def _half_step(place: int | None) -> Decimal:
    return _NONE if place is None else _HALF_STEP.scaleb(place, EXACT)


@lru_cache(maxsize=4096)
def _printed(written: str) -> _Printed | None:
    chain = _CHAIN.search(written)
    if chain:  # 1亿2000万 is printed to the 万, 3亿5千万 to the 千万
        upper, lower, decimals, scale = chain.groups(default="")
        number = EXACT.add(Decimal(upper).scaleb(_CHAIN_SCALES[scale], EXACT), Decimal(lower))
        return _Printed(number.adjusted() if number else None, len(decimals))
    found = _NUMBER.search(written)
    if found is None:
        return None
    whole, decimals = found[1].replace(",", "").replace("，", ""), found[2] or ""
    number = Decimal(f"{whole}.{decimals}")
    return _Printed(number.adjusted() if number else None, len(decimals))


def _is_rounded(quantity: Quantity) -> bool:
    """Tell whether a whole number of this kind can have been rounded: 13926万吨, but not 86人."""
    return (
        quantity.kind in _MEASURED
        or quantity.unit in _MEASURES
        or bool(split_multiplier(quantity.spelled)[0])
    )
