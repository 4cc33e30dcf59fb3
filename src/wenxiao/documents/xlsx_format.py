"""What a number in a cell looks like: the number formats of Excel, applied exactly.

Formats of fractions and powers of ten are shown as plain numbers: the value is what the audit needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0",
    42: "¥#,##0;-¥#,##0",
    43: "#,##0.00;-#,##0.00",
    44: "¥#,##0.00;-¥#,##0.00",
    45: "mm:ss",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""The formats Excel knows by number, as a Chinese Excel shows them."""

# Excel guarantees 15 digits; what lies beyond in a stored number is noise of its calculations (0.1+0.2).
_GUARANTEED = Context(prec=15)
_MOST_PLACES = 30
_MOST_DIGITS = 30  # what is longer is no figure of a report; written out it could fill the memory
_MOST_POWER = 12
# A token of a format: quoted text, an escaped character, padding, a colour or condition, or one character.
_TOKEN = re.compile(
    r'"([^"]*)"|[\\!](.)|_.|\*.|\[([^\]]*)\]|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+|AM/PM|上午/下午|.)', re.DOTALL
)
_DATE_LETTERS = frozenset("ymdhsYMDHS")
_ELAPSED = re.compile(r"\[[hmsHMS]+\]")
_CURRENCY = re.compile(r"\$([^-]*)")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  (a workbook knows no time zone)
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_DAY = 2_958_465  # 9999-12-31
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a format: what stands before and after the number, and how it is printed."""

    before: str
    after: str
    places: int
    least_digits: int
    grouped: bool
    power: int
    printed: bool


def shown(value: Decimal, code: str, *, since_1904: bool = False) -> str:
    """Give a number as a cell with the format ``code`` shows it ("" or General: its digits)."""
    if value.adjusted() > _MOST_DIGITS:
        return str(value)
    value = _GUARANTEED.plus(value) if value.adjusted() > -_MOST_DIGITS else Decimal(0)
    sections = _sections(code)
    if _is_date(sections[0]) and 0 <= value <= _LAST_DAY:
        return _date(value, sections[0], _EPOCH_1904 if since_1904 else _EPOCH)
    signed = value < 0 and len(sections) > 1
    index = 1 if signed else 2 if value == 0 and len(sections) > 2 else 0
    section = _parsed(sections[index])
    if section is None:
        return _plain(value)
    return _number(abs(value) if signed else value, section)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}" if value else "0"


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[str, ...]:
    """Split a format at the semicolons outside of quoted text."""
    masked = re.sub(r'"[^"]*"|\\.', lambda found: "x" * len(found[0]), code)
    ends = [position for position, character in enumerate(masked) if character == ";"]
    return tuple(code[start + 1 : end] for start, end in zip([-1, *ends], [*ends, len(code)], strict=True))


def _letters(section: str) -> str:
    """Give the tokens of a section that are neither text nor padding, joined."""
    return "".join(found[4] or "" for found in _TOKEN.finditer(section))


@lru_cache(maxsize=256)
def _is_date(section: str) -> bool:
    letters = _letters(section)
    plain = "General" in letters or set(letters) & set("#0?") or _ELAPSED.search(section)
    return not plain and bool(_DATE_LETTERS & set(letters))


@lru_cache(maxsize=256)
def _parsed(section: str) -> _Section | None:
    """Take a section of a number format apart; None if the number is to be shown as it is."""
    letters = _letters(section)
    if section in {"", "@"} or "General" in letters or "E" in letters or "/" in letters:
        return None
    texts, digits, conditional = ["", ""], "", False
    tokens = list(_TOKEN.finditer(section))
    point = _written_point(tokens)
    for index, found in enumerate(tokens):
        sign = "." if index == point else found[4] or ""
        if sign and sign in "#0?.,":
            digits += sign
            continue
        conditional |= (found[3] or "")[:1] in {"<", ">", "="}
        currency = _CURRENCY.match(found[3] or "")
        texts[bool(digits)] += found[1] or found[2] or (currency[1] if currency else "") or sign
    whole, _, decimals = digits.partition(".")
    places = len(decimals.rstrip(","))
    power = 2 * letters.count("%") - 3 * (len(digits) - len(digits.rstrip(","))) - places * (point >= 0)
    if conditional or abs(power) > _MOST_POWER or (not digits and _DATE_LETTERS & set(letters)):
        return None
    return _Section(
        before=texts[0].lstrip(),
        after=texts[1].rstrip(),
        places=min(places, _MOST_PLACES),
        least_digits=min(whole.count("0"), _MOST_PLACES),
        grouped="," in whole.rstrip(","),
        power=power,
        printed=bool(digits),
    )


def _written_point(tokens: Sequence[re.Match[str]]) -> int:
    """Give the index of a point that is text among the digits, -1 if there is none.

    It moves nothing, so that ``0!.0,`` shows 12345 in units of ten thousand, as 1.2.
    """
    signs = [found[4] or "" for found in tokens]
    if "." in signs:
        return -1
    digits = [index for index, sign in enumerate(signs) if sign in {"#", "0", "?"}]
    points = [index for index, found in enumerate(tokens) if (found[1] or found[2]) == "."]
    inner = [index for index in points if digits and digits[0] < index < digits[-1]]
    return inner[0] if len(inner) == 1 else -1


def _number(value: Decimal, section: _Section) -> str:
    if not section.printed:
        return section.before + section.after
    with localcontext(Context(prec=120, rounding=ROUND_HALF_UP)):
        rounded = round_to(value.scaleb(section.power), section.places)
    whole, point, decimals = f"{abs(rounded):f}".partition(".")
    whole = whole.zfill(section.least_digits) if section.least_digits else whole.lstrip("0")
    if section.grouped:
        whole = f"{int(whole or '0'):,}" if len(whole) > 3 else whole
    minus = "-" if rounded < 0 else ""
    return f"{minus}{section.before}{whole}{point}{decimals}{section.after}"


def round_to(value: Decimal, places: int) -> Decimal:
    """Round half away from zero, as Excel does."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _date(value: Decimal, section: str, epoch: datetime) -> str:
    seconds = int(round_to(value * _DAY, 0))
    days, rest = divmod(seconds, _DAY)
    moment = epoch + timedelta(days=min(days, (datetime.max - epoch).days - 1), seconds=rest)  # noqa: DTZ901
    tokens = list(_TOKEN.finditer(section))
    halves = any(found[4] in {"AM/PM", "上午/下午"} for found in tokens)
    written, after_hour = [], False
    for place, found in enumerate(tokens):
        sign = found[4] or ""
        kind = sign[:1].lower()
        if kind == "m" and len(sign) <= 2 and (after_hour or _before_seconds(tokens, place)):
            written.append(_padded(moment.minute, sign))
        elif kind in set("ymdhs") and sign.isalpha():
            written.append(_part(moment, sign.lower(), halves=halves))
        elif sign in {"AM/PM", "上午/下午"}:
            written.append("上午" if moment.hour < 12 else "下午")
        else:
            written.append(found[1] or found[2] or sign)
        if kind in set("ymdhs"):
            after_hour = kind == "h"
    return "".join(written).strip()


def _before_seconds(tokens: list[re.Match[str]], place: int) -> bool:
    following = (found[4] or "" for found in tokens[place + 1 :])
    return next((sign[0] in "sS" for sign in following if sign[:1] in _DATE_LETTERS), False)


def _part(moment: datetime, sign: str, *, halves: bool) -> str:
    if sign[0] == "y":
        return f"{moment.year:04}" if len(sign) > 2 else f"{moment.year % 100:02}"
    if sign[0] == "m":
        return _padded(moment.month, sign)
    if sign[0] == "d":
        return _padded(moment.day, sign)
    if sign[0] == "h":
        return _padded((moment.hour - 1) % 12 + 1 if halves else moment.hour, sign)
    return _padded(moment.second, sign)


def _padded(number: int, sign: str) -> str:
    return f"{number:02}" if len(sign) == 2 else str(number)
