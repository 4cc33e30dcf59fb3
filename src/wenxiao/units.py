"""The table of units: what each spelling measures, its base unit and the power of ten between them.

Every factor is a power of ten, so that converting is exact and reversible. Units between which the
factor is none (亩 and ㎡) or a matter of convention (天 and 月) are different measures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from wenxiao.numerals import MULTIPLIER, QuantityError, exponent, quote


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


@dataclass(frozen=True, slots=True)
class Unit:
    """A base unit, its kind, and the power of ten that turns the spelled unit into it (万元: 4)."""

    base: str
    kind: Kind
    exponent: int = 0


_MEASURES: tuple[tuple[Kind, str, dict[str, int]], ...] = (
    (Kind.NUMBER, "", {"": 0}),
    (Kind.MONEY, "元", {"元": 0, "圆": 0, "元整": 0, "圆整": 0, "元正": 0, "角": -1}),
    *(
        (Kind.MONEY, currency, {currency: 0})
        for currency in ("美元", "欧元", "港元", "日元", "英镑", "澳门元")
    ),
    (Kind.PERSONS, "人", {"人": 0, "名": 0, "位": 0}),
    (Kind.PERSON_TIMES, "人次", {"人次": 0, "人(次)": 0}),
    (Kind.SESSIONS, "场次", {"场次": 0, "场": 0, "场(次)": 0}),
    (Kind.SESSIONS, "次", {"次": 0}),
    (Kind.PERCENT, "%", {"%": 0, "‰": -1, "‱": -2, "成": 1}),
    (Kind.PERCENTAGE_POINTS, "个百分点", {"个百分点": 0, "百分点": 0, "个千分点": -1, "千分点": -1}),
    (
        Kind.AREA,
        "㎡",
        {
            "㎡": 0,
            "m²": 0,
            "m2": 0,
            "平方米": 0,
            "平米": 0,
            "平方": 0,
            "公顷": 4,
            "平方公里": 6,
            "平方千米": 6,
        },
    ),
    (Kind.AREA, "亩", {"亩": 0}),
    (Kind.ORDINAL, "届", {"届": 0}),
    (Kind.YEAR, "年", {"年": 0, "年度": 0}),
    (Kind.POINTS, "分", {"分": 0}),
    (Kind.NUMBER, "天", {"天": 0, "日": 0}),
    (Kind.NUMBER, "工作日", {"工作日": 0, "个工作日": 0}),
    (Kind.NUMBER, "周", {"周": 0}),
    (Kind.NUMBER, "月", {"月": 0, "个月": 0}),
    (Kind.NUMBER, "季度", {"季度": 0, "个季度": 0, "季": 0}),
    (Kind.NUMBER, "小时", {"小时": 0, "个小时": 0}),
    (Kind.NUMBER, "分钟", {"分钟": 0}),
    (Kind.NUMBER, "学时", {"学时": 0, "课时": 0}),
    (Kind.NUMBER, "人天", {"人天": 0, "人·天": 0, "人日": 0}),
    (Kind.NUMBER, "倍", {"倍": 0}),
    (Kind.NUMBER, "字", {"字": 0}),
    (Kind.NUMBER, "岁", {"岁": 0, "周岁": 0}),
    (Kind.NUMBER, "周年", {"周年": 0}),
    (Kind.NUMBER, "秒", {"秒": 0}),
    (
        Kind.NUMBER,
        "公里",
        {"公里": 0, "千米": 0, "km": 0, "米": -3, "m": -3, "厘米": -5, "cm": -5, "毫米": -6, "mm": -6},
    ),
    (Kind.NUMBER, "吨", {"吨": 0, "公斤": -3, "千克": -3, "kg": -3, "克": -6, "毫克": -9, "微克": -12}),
    (Kind.NUMBER, "斤", {"斤": 0, "市斤": 0}),
    (Kind.NUMBER, "担", {"担": 0}),
    (Kind.NUMBER, "立方米", {"立方米": 0, "立方": 0, "m³": 0, "m3": 0, "升": -3, "毫升": -6}),
    (Kind.NUMBER, "千瓦时", {"千瓦时": 0, "度": 0, "kWh": 0}),
    (Kind.NUMBER, "千瓦", {"千瓦": 0, "kW": 0, "瓦": -3, "兆瓦": 3, "MW": 3}),
    (Kind.NUMBER, "千伏安", {"千伏安": 0, "伏安": -3}),
    (Kind.NUMBER, "千伏", {"千伏": 0, "kV": 0, "伏": -3}),
    (Kind.NUMBER, "℃", {"℃": 0, "摄氏度": 0}),
    *(
        (Kind.NUMBER, name, {name: 0})
        for name in ("吨公里", "人公里", "延米", "海里", "马力", "分贝", "工时", "GB", "TB")
    ),
)

# Things one counts. 个 counts any of them; otherwise each counts only its own.
_ITEMS = (
    "个 件 项 篇 台 家 所 对 支 本 条 条次 套 份 幅 期 部 处 座 间 户 组 批 批次 轮 讲 类 种 只 棵 株 头 张 册 卷 封 "
    "面 块 辆 艘 架 把 枚 盏 根 段 门 节 堂 起 宗 笔 例 款 片 级 县 市 区 乡 镇 村 街道 社区 学校 单位 部门 "
    "项次 件次 家次 户次 台次 台套 车次 班 班次 团 队 站 点位 点 人份 份次 届次 床 箱 瓶 袋 盒 副 首 场馆 平台 频道 集 "
    "栋 幢 层 页 匹 羽 尾 桌 席 餐 辆次 架次 航次 趟 遍 剂 剂次 针 针次 册次 例次 天次 亩次 处次 吨次 人月 口 道 眼 孔 桶 罐 筐 包 "
    "捆 粒 枝 朵 股 版 帧 具 尊 顶 列 方 单 票 位次 车位 泊位 床位 席位 学位 岗位 机位 标准箱 标箱 自然箱 台(套) 件(套) 批(次) 户(次)"
)

_UNITS = {
    **{name: Unit(name, Kind.ITEMS) for name in _ITEMS.split()},
    **{name: Unit(base, kind, power) for kind, base, names in _MEASURES for name, power in names.items()},
}


def _alternatives() -> str:
    """Give the pattern of all spellings, longest first, filed by their first letter: the frequent ones first."""
    filed: dict[str, list[str]] = {letter: [] for letter in _FREQUENT}
    for name in sorted(filter(None, _UNITS), key=lambda name: (-len(name), name)):
        filed.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rests)})" if any(rests) else re.escape(letter)
        for letter, rests in filed.items()
    )


_FREQUENT = "元%个人项次户家件场年名台篇"
_ALTERNATIVES = _alternatives()

_FIRST = "".join(sorted({name[0] for name in _UNITS if name}))
UNIT_BEGINS = f"(?=[{_FIRST}])"
"""What every unit begins with, asked first: most often there is none, and no alternative need be tried."""

UNIT = rf"{UNIT_BEGINS}(?:{_ALTERNATIVES})(?:/{MULTIPLIER}(?:{_ALTERNATIVES}))?"
"""The pattern of a unit without multiplier, perhaps per another one: ``人次``, ``元/人``, ``期/周``."""

_WITH_MULTIPLIER = re.compile(rf"({MULTIPLIER})(.*)")


@lru_cache(maxsize=1024)
def find_unit(spelled: str) -> Unit:
    """Look up a unit with or without multiplier: ``万元``, ``人次``, ``元/人``; empty means a bare number.

    Raises:
        QuantityError: the table has no such unit.
    """
    name = "".join(spelled.split())
    over, slash, per = name.partition("/")
    if slash:
        above, below = _single(over, spelled), _single(per, spelled)
        return Unit(f"{above.base}/{below.base}", Kind.FREQUENCY, above.exponent - below.exponent)
    return _single(name, spelled)


def split_multiplier(spelled: str) -> tuple[str, str]:
    """Part a unit from its multiplier: ``万人次`` is ``万`` and ``人次``, ``千克`` stays whole."""
    if spelled in _UNITS:
        return "", spelled
    matched = _WITH_MULTIPLIER.fullmatch(spelled)
    return (matched[1], matched[2]) if matched else ("", spelled)


def _single(name: str, spelled: str) -> Unit:
    multiplier, bare = split_multiplier(name)
    unit = _UNITS.get(bare)
    if unit is None or (not bare and spelled):
        raise QuantityError(
            f"不认识单位{quote(spelled)}；请改用常用单位，如 元、万元、人、人次、个、项、场次、%、㎡、期/周"
        )
    return Unit(unit.base, unit.kind, unit.exponent + exponent(multiplier))
