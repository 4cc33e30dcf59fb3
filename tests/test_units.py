"""The table of units: every spelling has one meaning, and every factor is a power of ten."""

from __future__ import annotations

import re

import pytest

from wenxiao.numerals import QuantityError
from wenxiao.units import UNIT, Kind, Unit, find_unit, split_multiplier


@pytest.mark.parametrize(
    ("spelled", "unit"),
    [
        ("", Unit("", Kind.NUMBER)),
        ("元", Unit("元", Kind.MONEY)),
        ("万元", Unit("元", Kind.MONEY, 4)),
        ("百万元", Unit("元", Kind.MONEY, 6)),
        ("亿 元", Unit("元", Kind.MONEY, 8)),
        ("角", Unit("元", Kind.MONEY, -1)),
        ("分", Unit("分", Kind.POINTS)),
        ("名", Unit("人", Kind.PERSONS)),
        ("万人次", Unit("人次", Kind.PERSON_TIMES, 4)),
        ("条次", Unit("条次", Kind.ITEMS)),
        ("场", Unit("场次", Kind.SESSIONS)),
        ("次", Unit("次", Kind.SESSIONS)),
        ("‰", Unit("%", Kind.PERCENT, -1)),
        ("百分点", Unit("个百分点", Kind.PERCENTAGE_POINTS)),
        ("m²", Unit("㎡", Kind.AREA)),
        ("公顷", Unit("㎡", Kind.AREA, 4)),
        ("千克", Unit("吨", Kind.NUMBER, -3)),
        ("万千瓦时", Unit("千瓦时", Kind.NUMBER, 4)),
        ("兆瓦", Unit("千瓦", Kind.NUMBER, 3)),
        ("亿美元", Unit("美元", Kind.MONEY, 8)),
        ("个千分点", Unit("个百分点", Kind.PERCENTAGE_POINTS, -1)),
        ("台(套)", Unit("台(套)", Kind.ITEMS)),
        ("期/周", Unit("期/周", Kind.FREQUENCY)),
        ("万元/年度", Unit("元/年", Kind.FREQUENCY, 4)),
        ("元/人·天", Unit("元/人天", Kind.FREQUENCY)),
        ("元/万人", Unit("元/人", Kind.FREQUENCY, -4)),
    ],
)
def test_it_finds_units(spelled: str, unit: Unit) -> None:
    assert find_unit(spelled) == unit


@pytest.mark.parametrize("spelled", ["飞", "万", "/周", "次/", "次/周/年", "个以上", "万万元"])
def test_it_names_the_unit_it_does_not_know(spelled: str) -> None:
    with pytest.raises(QuantityError, match=f"不认识单位“{re.escape(spelled)}”；请改用"):
        find_unit(spelled)


def test_a_multiplier_parts_from_its_unit() -> None:
    assert split_multiplier("万人次") == ("万", "人次")
    assert split_multiplier("千克") == ("", "千克")


@pytest.mark.parametrize("spelled", ["人次", "个百分点", "场次", "元/人", "次/万人", "千瓦时", "吨公里"])
def test_the_pattern_takes_the_longest_unit(spelled: str) -> None:
    matched = re.match(UNIT, spelled)
    assert matched is not None
    assert matched[0] == spelled
