"""Whether an equation that does not close was meant to: one figure of it a slip of the pen away.

A list after 其中 need not be complete, so a sum that is too small proves nothing. It does when one
figure, changed as fingers and clerks change figures (a digit replaced, doubled, dropped or swapped, the
point or the unit moved), makes the sum close to the last digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from wenxiao.audit.precision import half_last_digits
from wenxiao.quantity import Quantity

_FEWEST_TO_SWAP = 3
_FEWEST_TO_REPLACE = 4
_MOST_DIGITS = 14
_MOST_MEANT = 256
_MOST_ROUNDED = 4
"""What is not so many times larger than the rounding of all figures can be anything."""

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LED_BY_NOUGHT = re.compile("0[0-9]*[1-9]")
"""Nobody means to write 03; the noughts alone show that something slipped."""

_SHIFTS = ((3, (1, 2, 3, 4, 8)), (2, (3, 4, 8)), (1, (4, 8)))
"""How far the point may have moved, by the fewest digits that make it no accident; 万 and 亿 are never one."""


def is_slip(result: Quantity, parts: Sequence[Quantity], *, rounded: bool = True) -> bool:
    """Tell whether changing one figure by a slip makes the parts add to the result.

    Where nothing but the slip says that they should, it must do so to the last digit, and not only when ``rounded``.
    """
    quantities = [result, *parts]
    if not all(quantity.is_exact for quantity in quantities):
        return False
    tolerance = sum(half_last_digits(quantities), Decimal(0)) if rounded else Decimal(0)
    missing = result.value - sum(part.value for part in parts)
    wanted = [(result, -missing), *((part, missing) for part in parts)]
    return any(_reachable(quantity, quantity.value + change, tolerance) for quantity, change in wanted)


def is_small_slip(result: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether one digit of three, replaced or swapped with the next, is all that parts the result from the sum.

    That proves something only where the sum is known to be the true one.
    """
    written, meant = str(result.value), str(sum(part.value for part in parts))
    differing = _differing(written, meant)
    is_long = len(written.strip("0").replace(".", "")) >= _FEWEST_TO_SWAP
    return is_long and (len(differing) == 1 or _is_swapped(written, meant, differing))


def is_swap(result: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether two neighbouring digits of one figure, swapped, are all that parts the result from its parts."""
    excess = sum(part.value for part in parts) - result.value
    meant = [(result, result.value + excess), *((part, part.value - excess) for part in parts)]
    pairs = ((str(quantity.value), str(value)) for quantity, value in meant if excess and value > 0)
    return any(_is_swapped(written, meant, _differing(written, meant)) for written, meant in pairs)


def _differing(one: str, other: str) -> list[int]:
    """Give where two numbers of one length differ, nothing for others."""
    if len(one) != len(other):
        return []
    return [at for at, (digit, meant) in enumerate(zip(one, other, strict=True)) if digit != meant]


def _reachable(quantity: Quantity, target: Decimal, tolerance: Decimal) -> bool:
    """Tell whether the figure, miswritten, can have meant ``target``."""
    found = _NUMBER.search(quantity.written.replace(",", ""))
    digits = "" if found is None else found[0].removeprefix("0.").replace(".", "")
    significant = len(digits.rstrip("0"))
    if found is not None and _LED_BY_NOUGHT.match(found[0]):
        significant = max(significant, _FEWEST_TO_SWAP)
    if target <= tolerance * _MOST_ROUNDED or not significant or len(digits) > _MOST_DIGITS:
        return False
    if _is_shifted(quantity.value, target, tolerance, significant):
        return True
    step = quantity.value / int(digits)
    return significant >= _FEWEST_TO_SWAP and any(
        _is_misspelt(digits, str(meant), significant) for meant in _whole_steps(target, tolerance, step)
    )


def _is_shifted(value: Decimal, target: Decimal, tolerance: Decimal, significant: int) -> bool:
    """Tell whether moving the point or taking another unit gives the target."""
    shifts = next(shifts for fewest, shifts in _SHIFTS if significant >= fewest)
    powers = [10**shift for shift in shifts]
    return any(
        abs(value * power - target) <= tolerance or abs(value - target * power) <= tolerance * power
        for power in powers
    )


def _whole_steps(target: Decimal, tolerance: Decimal, step: Decimal) -> Iterator[int]:
    """Give the numbers that, printed with the same last digit, come to the target; none if those are many."""
    low = int(((target - tolerance) / step).to_integral_value(ROUND_CEILING))
    high = int(((target + tolerance) / step).to_integral_value(ROUND_FLOOR))
    if high - low < _MOST_MEANT:
        yield from range(low, high + 1)


def _is_misspelt(digits: str, meant: str, significant: int) -> bool:
    """Tell whether a number was written with digits swapped, replaced, dropped or doubled.

    Few digits are near to everything and prove nothing.
    """
    if len(meant) == len(digits):
        differing = _differing(digits, meant)
        return _is_swapped(digits, meant, differing) or (
            significant >= _FEWEST_TO_REPLACE and len(differing) == 1
        )
    written = digits.lstrip("0")
    return significant >= _FEWEST_TO_REPLACE and (_lacks_one(meant, written) or _is_doubled(written, meant))


def _is_swapped(digits: str, meant: str, differing: Sequence[int]) -> bool:
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    one, other = differing
    return digits[one] == meant[other] and digits[other] == meant[one]


def _lacks_one(shorter: str, longer: str) -> bool:
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _is_doubled(digits: str, meant: str) -> bool:
    """Tell whether of two equal digits side by side only one was written."""
    return len(meant) == len(digits) + 1 and any(
        meant[at] == meant[at - 1] and meant[:at] + meant[at + 1 :] == digits for at in range(1, len(meant))
    )
