"""Whether an equation that does not close was meant to: one figure of it a slip of the pen away.

A list after 其中 need not be complete, so a sum that is too small proves nothing. It does when one
figure, changed as fingers and clerks change figures (a digit replaced, doubled, dropped or swapped, the
point or the unit moved), makes the sum close to the last digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from wenxiao.audit.precision import half_last_digits
from wenxiao.quantity import Quantity

_FEWEST_TO_SHIFT = 2
_FEWEST_TO_SWAP = 3
_FEWEST_TO_REPLACE = 4
_MOST_DIGITS = 14
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_FAR_SHIFTS = (-8, -4, -3, 3, 4, 8)
_SHIFTS = (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8)


def is_slip(result: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether changing one figure by a slip makes the parts add to the result."""
    quantities = [result, *parts]
    if not all(quantity.is_exact for quantity in quantities):
        return False
    tolerance = sum(half_last_digits(quantities), Fraction(0))
    missing = Fraction(result.value) - sum(Fraction(part.value) for part in parts)
    wanted = [
        (result, Fraction(result.value) - missing),
        *((part, Fraction(part.value) + missing) for part in parts),
    ]
    return any(_reachable(quantity, target, tolerance) for quantity, target in wanted)


def _reachable(quantity: Quantity, target: Fraction, tolerance: Fraction) -> bool:
    """Tell whether the figure, miswritten, can have meant ``target``."""
    found = _NUMBER.search(quantity.written.replace(",", ""))
    if found is None or target <= 0:
        return False
    digits = found[0].replace(".", "")
    number = Fraction(Decimal(found[0]))
    if number == 0 or len(digits) > _MOST_DIGITS:
        return False
    step = Fraction(quantity.value) / number / 10 ** len(found[0].partition(".")[2])
    return any(abs(step * meant - target) <= tolerance for meant in _slips(digits))


def _slips(digits: str) -> Iterator[Fraction]:
    """Give what the digits can have been meant to be; few digits are near to everything and prove nothing."""
    significant = len(digits.strip("0"))
    if significant < _FEWEST_TO_SHIFT:
        return
    far = _SHIFTS if significant >= _FEWEST_TO_SWAP else _FAR_SHIFTS
    yield from (Fraction(int(digits)) * Fraction(10) ** shift for shift in far)
    if significant < _FEWEST_TO_SWAP:
        return
    for at in range(len(digits) - 1):
        yield Fraction(int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]))
    if significant < _FEWEST_TO_REPLACE:
        return
    for at in range(len(digits)):
        before, here, after = digits[:at], digits[at], digits[at + 1 :]
        yield Fraction(int(before + after))
        yield Fraction(int(before + here + here + after))
        yield from (Fraction(int(before + other + after)) for other in "0123456789")
