"""The wording of a quantity: words of approximation, one number or two, the unit. Text in, parts out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from wenxiao.approximation import AFTER, BEFORE
from wenxiao.digits import EXACT, NUMBER, read_number
from wenxiao.numerals import MULTIPLIER, QuantityError, exponent, quote
from wenxiao.units import UNIT, Kind, Unit, find_unit, split_multiplier

_PERIOD = "周|月|年|天|日|季度|季"
_NUMBERED = {Kind.ORDINAL, Kind.ITEMS, Kind.SESSIONS, Kind.PERSONS, Kind.YEAR, Kind.NUMBER}
_RATIOS = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
_PHRASE = re.compile(
    rf"(?P<before>(?:{BEFORE}){{0,2}})"
    rf"(?:(?P<ordinal>第)|(?P<ratio>[百千万]分之)|每(?P<per>{_PERIOD}))?"
    rf"(?P<before2>(?:{BEFORE})?)"
    rf"(?P<first>{NUMBER})"
    rf"(?:(?P<first_unit>{UNIT})?(?:[-‐‑–—―~〜至到]|——)(?P<second>{NUMBER}))?"
    rf"(?:(?P<inside>[多余])(?P<multiplier>{MULTIPLIER}))?"
    rf"(?P<unit>{UNIT})?"
    rf"(?P<after>(?:{AFTER}){{0,2}})"
)
_SCALED = re.compile("[0-9][十百千]|[万亿]")
_LAST_SCALE = re.compile("[0-9.,]([万亿]+)$")
_SCALES = {"万", "亿", "万亿"}
_HANDED_DOWN = re.compile("[0-9.,]+([十百千]?[万亿]*)|[二两三四五六七八九]([百千]?[万亿]*)|.*?([万亿]*)")
_COUNTED = re.compile(rf"{NUMBER}[多余]?{MULTIPLIER}([a-zA-Z\u4e00-\u9fff]{{1,6}})")
_UNREADABLE = (
    (re.compile(r"^$"), "是空的"),
    (re.compile(r"[0-9][eE][-+]?[0-9]"), "用了科学计数法；请写出全部数字，如 100000"),
    (re.compile(r"(?i)nan|inf|∞"), "不是数"),
    (re.compile(r"[几数若][十百千万亿个干]|十几|上[百千万亿]"), "没有写明数；请写出数字，如 300余人"),
)
_FORMS = "请改成能读懂的写法，如 743.31万元、8万多人次、近260名、5—20万元、3个以上、80%、百分之八十、第36届、2021年6月8日"


@dataclass(frozen=True, slots=True)
class Wording:
    """A quantity taken apart: numbers in the base unit, and the words around them as written.

    ``spelled`` is the unit with its multiplier as the writer spelled it, or as the column has it.
    """

    numbers: tuple[Decimal, ...]
    unit: Unit
    before: str = ""
    inside: str = ""
    after: str = ""
    names_unit: bool = False
    spelled: str = ""

    @property
    def words(self) -> str:
        """Give all words of approximation in a row."""
        return self.before + self.inside + self.after


def read(folded: str, column_unit: str) -> Wording:
    """Take a folded text apart; ``column_unit`` stands in where the text names no unit.

    A multiplier in the text replaces the one of the column: ``12.5万`` in a column of 万元 is 12.5万元.

    Raises:
        QuantityError: the text is no quantity.
    """
    matched = _PHRASE.fullmatch(folded)
    if matched is None:
        raise QuantityError(_refusal(folded))
    unit = _unit(matched, column_unit)
    return Wording(
        numbers=_numbers(matched, unit.exponent),
        unit=Unit(unit.base, unit.kind),
        before=matched["before"] + matched["before2"],
        inside=matched["inside"] or "",
        after=matched["after"],
        names_unit=bool(matched["unit"] or matched["ratio"]),
        spelled=_spelled(matched, column_unit),
    )


def _spelled(matched: re.Match[str], column_unit: str) -> str:
    """Give the unit to write the quantity in again: ``万条次`` for 98.5万条次, the column's if none is named."""
    if matched["ratio"] or matched["ordinal"] or matched["per"]:
        return ""
    scale = _LAST_SCALE.search(matched["second"] or matched["first"])
    multiplier = matched["multiplier"] or (scale[1] if scale else "")
    if multiplier not in _SCALES:
        return matched["unit"] or column_unit
    return multiplier + (matched["unit"] or split_multiplier(column_unit)[1])


def _unit(matched: re.Match[str], column_unit: str) -> Unit:
    """Find the unit the text names; failing that, the column's."""
    spelled = matched["unit"]
    if matched["ratio"]:
        return find_unit(_RATIOS[matched["ratio"]] + (spelled or ""))
    if matched["ordinal"]:
        return _ordinal(matched[0], spelled)
    if matched["per"]:
        return find_unit(f"{spelled}/{matched['per']}" if spelled else f"每{matched['per']}")
    if spelled:
        return find_unit(spelled)
    scaled = _SCALED.search((matched["second"] or matched["first"]) + (matched["multiplier"] or ""))
    return find_unit(split_multiplier(column_unit)[1] if scaled else column_unit)


def _ordinal(text: str, spelled: str | None) -> Unit:
    if not spelled or find_unit(spelled).kind not in _NUMBERED:
        raise QuantityError(f"{quote(text)}不是届次；请写成 第36届、第3期")
    return Unit(spelled, Kind.ORDINAL)


def _numbers(matched: re.Match[str], unit_exponent: int) -> tuple[Decimal, ...]:
    """Read the number, or both ends of a range, in the base unit."""
    power = exponent(matched["multiplier"] or "") + unit_exponent
    last = read_number(matched["second"] or matched["first"]).scaleb(power, EXACT)
    if matched["second"] is None:
        return (last,)
    first = _first_end(matched, power)
    if first > last:
        raise QuantityError(f"{quote(matched[0])}的下限大于上限；请把两端都写全单位，如 500元—2万元")
    return (first, last)


def _first_end(matched: re.Match[str], power: int) -> Decimal:
    """Read the lower end: in its own unit if it names one, else with multiplier and unit of the upper end."""
    first, own = matched["first"], matched["first_unit"]
    if own:
        _same_unit(matched[0], own, matched["unit"])
        return read_number(first).scaleb(find_unit(own).exponent, EXACT)
    return read_number(first + _handed_down(first, matched["second"])).scaleb(power, EXACT)


def _handed_down(first: str, second: str) -> str:
    """Give the multiplier of the upper end that also counts for a lower end without one: 5—20万."""
    handed = _HANDED_DOWN.fullmatch(second)
    if handed is None or _SCALED.search(first):
        return ""
    multiplier = handed[handed.lastindex or 0]
    return multiplier.lstrip("十百千") if re.search("[十百千]", first) else multiplier


def _same_unit(text: str, first: str, second: str | None) -> None:
    if find_unit(first).base != find_unit(second or "").base:
        raise QuantityError(f"{quote(text)}两端的单位不同；请用同一单位写，如 5万元—20万元")


def _refusal(text: str) -> str:
    """Say why a text is no quantity, and what would be one."""
    for pattern, reason in _UNREADABLE:
        if pattern.search(text):
            return f"{quote(text)}{reason}。{_FORMS}"
    counted = _COUNTED.fullmatch(text)
    if counted:
        return f"{quote(text)}中的“{counted[1]}”不在单位表中；请改用常用单位，如 元、人、人次、个、项、场次、%。{_FORMS}"
    return f"{quote(text)}不是能读懂的数量。{_FORMS}"
