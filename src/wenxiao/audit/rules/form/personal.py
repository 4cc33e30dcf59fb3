"""Numbers that belong to a person, told by their check digit."""

from __future__ import annotations

from wenxiao.period import is_calendar_day

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def is_identity_number(text: str) -> bool:
    """Tell whether 18 characters are an identity number (GB 11643): a real birthday and a right check digit."""
    digits = [int(character) for character in text[:17]]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    is_birthday = is_calendar_day(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    return is_birthday and _CHECK_DIGITS[total % len(_CHECK_DIGITS)] == text[17].upper()
