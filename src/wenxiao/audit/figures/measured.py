"""Units that are not written out: one for several numbers, one that the name implies, rare measure words."""

from __future__ import annotations

import re
from dataclasses import replace

from wenxiao.audit.figures.amounts import kind_of, quantity_of, shown
from wenxiao.audit.figures.characters import squeezed
from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import COUNTED, FigureKind
from wenxiao.quantity import Kind, Quantity

_JOINTS = frozenset({"、", "和", "与", "及", "或"})
_COMMAS = frozenset({",", "，"})
_EACH = re.compile("(?:各|分别)[^，。；,;0-9]{0,4}\\Z")
_CHANGE = "(?:上升|下降|提高|提升|降低|增加|减少|增长|回落|回升|上涨|下跌|加快|放缓)了?"
_CHANGES = re.compile(rf"[、，,和与及](?:分别|同比|比上年|较上年)?{_CHANGE}")
_CHANGED = re.compile(rf"{_CHANGE}\Z")
_IN_PERCENT = frozenset({FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS})
_CENTURY = re.compile("(?:19|20)[0-9]{2}")
_NO_MEASURES = "的了和与及至到为是等内外前后中间多余来起上下左右年月日号时分点第以对比较占各共由在从将被把也均都不无有未已可应需按整"
_RARE = re.compile(rf"(?![{_NO_MEASURES}])[\u4e00-\u9fff](?=[，。；、,;)]|\Z)")
_SCALES = frozenset("万亿")
_ENDS = re.compile(r"\s{0,2}(?:[，。；、,;()]|\Z)")
_OF_PEOPLE = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:人口|人员|居民|农民|市民|村民|群众|学生|职工|党员|残疾人|老人|儿童|旅客|游客)"
)
_NAMES = re.compile(
    "(?:(?P<money>经费|资金|支出|收入|拨款|投资|金额|预算|产值|增加值|利润|税额|税收|债务|费用|[费款金])|(?P<times>人次)|(?P<people>人数|人口))"
    r"(?:总[额计]|数|额)?(?:共计|合计|分别|[共为达到约计余至了])*\s?\Z"
)
_IMPLIED = {"money": "元", "times": "人次", "people": "人"}
_REACH = 12


def share_units(text: str, found: list[Mention]) -> None:
    """Give a bare number right before another one the unit of that: 2.1和5.6个百分点, 47、55和55微克."""
    for at in range(len(found) - 2, -1, -1):
        one = found[at]
        if one.kind is not FigureKind.COUNT or one.unit not in {"", "个"}:
            continue
        after = found[at + 1]
        if not after.unit or not _are_joined(text, one, after):
            continue
        if after.kind in COUNTED:
            found[at] = _in_unit_of(after, one, text[one.start : one.end])
        elif after.kind is FigureKind.DATE and after.unit == "月":  # 7、8月份
            found[at] = one._replace(kind=FigureKind.DATE, unit="月", quantity=None)


def _are_joined(text: str, one: Mention, after: Mention) -> bool:
    """Tell whether a unit serves two numbers: right beside each other, or changes told in percent one after another.

    0.2个 counts no things: it is the beginning of 0.2个、0.8个百分点.
    """
    if one.unit and (after.kind is not FigureKind.PERCENTAGE_POINTS or "." not in text[one.start : one.end]):
        return False
    between = text[one.end : after.start]
    if between in _JOINTS:
        return True
    if between in _COMMAS and _EACH.search(text, max(one.start - _REACH, 0), one.start):
        return "." in text[one.start : one.end] and "." in text[after.start : after.end]
    is_change = after.kind in _IN_PERCENT and _CHANGES.fullmatch(between) is not None
    return is_change and _CHANGED.search(text, max(one.start - _REACH, 0), one.start) is not None


def _in_unit_of(measured: Mention, bare: Mention, written: str) -> Mention:
    spelled = measured.quantity.spelled if measured.quantity else ""
    quantity = None if _CENTURY.fullmatch(written) else quantity_of(squeezed(written).rstrip("个"), spelled)
    return _counted_in(bare, quantity)


def with_implied_unit(text: str, bare: Mention, first: int, last: int) -> Mention:
    """Give a number without a unit that of its name (支出9.8万), or the one rare measure word behind it (3瓮)."""
    if bare.quantity is None or bare.kind is not FigureKind.COUNT or bare.unit:
        return bare
    written = text[bare.start : bare.end]
    if written[-1] in _SCALES and _OF_PEOPLE.match(text, bare.end, last):
        return _counted_in(bare, quantity_of(squeezed(written), "人"))
    if (written[-1] in _SCALES or written == "0") and _ENDS.match(text, bare.end, last):
        name = _NAMES.search(text, max(first, bare.start - _REACH), bare.start)
        quantity = (
            quantity_of(squeezed(written), _IMPLIED[name.lastgroup]) if name and name.lastgroup else None
        )
        return _counted_in(bare, quantity)
    rare = _RARE.match(text, bare.end, last)
    if rare is None:
        return bare
    unit = rare[0]
    quantity = replace(
        bare.quantity, unit=unit, kind=Kind.ITEMS, written=bare.quantity.written + unit, spelled=unit
    )
    return bare._replace(end=rare.end(), unit=unit, quantity=quantity)


def _counted_in(bare: Mention, quantity: Quantity | None) -> Mention:
    if quantity is None:
        return bare
    return bare._replace(
        kind=kind_of(quantity), value=shown(quantity.value), unit=quantity.unit, quantity=quantity
    )
