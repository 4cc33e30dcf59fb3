"""The shape of a standard's file: which keys it may have and what stands behind each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from wenxiao.nearest import suggestion
from wenxiao.standards.sources import Written

# What stands behind a key: a word for a plain value, a table's name, or that name with [] for a list of
# tables and {} for a table whose keys are free.
_CLAUSE = {"document": "text", "clause": "text", "verified": "flag"}
_SHAPES: Mapping[str, Mapping[str, str]] = {
    "file": {
        "standard": "standard",
        "grades": "grade[]",
        "thresholds": "number{}",
        "project": "project",
        "department": "department",
    },
    "standard": {
        "code": "text",
        "title": "text",
        "version": "text",
        "inherits": "texts",
        "region": "text",
        "effective_from": "date",
        "effective_to": "date",
        "basis": "clause[]",
        "score_digits": "integer",
        "forms": "texts",
        "outline": "text",
    },
    "clause": _CLAUSE,
    "grade": {"name": "text", "from": "number"},
    "project": {
        "title": "text",
        "weights_when_missing": "text",
        "execution": "indicator",
        "blocks": "block[]",
        "rules": "rule{}",
        "over_achievement": "over",
    },
    "block": {"level1": "text", "weight": "number", **_CLAUSE},
    "over": {"treatment": "text", "threshold": "number", "rate": "number", **_CLAUSE},
    "department": {"title": "text", "indicators": "indicator[]", "without": "texts"},
    "indicator": {
        "name": "text",
        "level1": "text",
        "level2": "text",
        "weight": "number",
        "unit": "text",
        "formula": "text",
        "meaning": "text",
        "rule": "rule",
        **_CLAUSE,
    },
    "rule": {
        "kind": "text",
        "strict": "flag",
        "gate": "number",
        "full_at": "number",
        "threshold": "number",
        "per_point": "number",
        "below": "flag",
        "bands": "band[]",
        "tiers": "tier[]",
        "items": "item[]",
        **_CLAUSE,
    },
    "band": {"at_least": "number", "at_most": "number", "points": "number", "share": "number"},
    "tier": {"name": "text", "from": "number", "to": "number", "default_share": "number"},
    "item": {"text": "text", "points": "number"},
}
# What tells the entries of a list apart.
_IDENTITY = {"block": "level1", "grade": "name", "indicator": "name", "item": "text", "tier": "name"}
_LARGEST, _DECIMALS = 1_000_000, 6
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "standard": ("code", "title", "version"),
    "clause": ("document",),
    "grade": ("name", "from"),
    "block": ("level1",),
    "indicator": ("name",),
    "rule": ("kind",),
    "tier": ("name", "from", "to"),
    "item": ("text", "points"),
}
_PLAIN: Mapping[str, tuple[tuple[type, ...], str]] = {
    "text": ((str,), "文字"),
    "number": ((int, Decimal), "数字"),
    "integer": ((int,), "整数"),
    "date": ((date,), "日期，如 2021-01-01"),
    "flag": ((bool,), "true 或 false"),
}


def shape_problems(written: Written) -> list[str]:
    """List every key that is unknown, missing, or has the wrong sort of value; each with what to do."""
    return [f"「{written.file}」{problem}" for problem in _table(written.raw, "file", "")]


def _table(raw: Mapping[str, Any], shape: str, path: str) -> Iterator[str]:
    known = _SHAPES[shape]
    for key, value in raw.items():
        where = f"{path}.{key}" if path else key
        if key in known:
            yield from _value(value, known[key], where)
        else:
            yield f"有不认识的键 {where}。{suggestion(key, known)}这里可以写：{'、'.join(known)}。"
    for key in _REQUIRED.get(shape, ()):
        if key not in raw:
            yield f"{path} 缺少 {key}。请补上。"


def _value(value: Any, expected: str, where: str) -> Iterator[str]:
    if expected.endswith("[]"):
        yield from _list(value, expected.removesuffix("[]"), where)
    elif expected.endswith("{}"):
        yield from _map(value, expected.removesuffix("{}"), where)
    elif expected == "texts":
        if not _is_texts(value):
            yield f"{where} 应当是文字的列表。"
    elif expected in _PLAIN:
        yield from _plain(value, expected, where)
    elif isinstance(value, dict):
        yield from _table(value, expected, where)
    else:
        yield f"{where} 应当是一个表。"


def _list(value: Any, shape: str, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where} 应当是列表。"
        return
    yield from _repeated(value, _IDENTITY.get(shape, ""), where)
    for number, entry in enumerate(value, 1):
        name = entry.get("name", number) if isinstance(entry, dict) else number
        yield from _value(entry, shape, f"{where}[{name}]")


def _repeated(entries: list[Any], key: str, where: str) -> Iterator[str]:
    """Report entries that name the same thing, of which joining would quietly drop all but one."""
    names = [entry[key] for entry in entries if isinstance(entry, dict) and isinstance(entry.get(key), str)]
    for name in [name for name, count in Counter(names).items() if count > 1]:
        yield f"{where} 里「{name}」写了不止一次。请合并成一条。"


def _map(value: Any, shape: str, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} 应当是一个表。"
        return
    for key, entry in value.items():
        yield from _value(entry, shape, f"{where}.{key}")


def _plain(value: Any, expected: str, where: str) -> Iterator[str]:
    types, words = _PLAIN[expected]
    is_number = expected in {"number", "integer"}
    is_other = (is_number and isinstance(value, bool)) or isinstance(value, datetime)
    if not isinstance(value, types) or is_other:
        yield f"{where} 应当是{words}，现在是 {value!r}。"
    elif isinstance(value, int | Decimal) and is_number and not _is_usual(Decimal(value)):
        yield f"{where} 的数字超出范围：绝对值应当不超过 {_LARGEST}，小数不超过 {_DECIMALS} 位。"


def _is_usual(value: Decimal) -> bool:
    """Tell whether a number is one that weights, rates and thresholds can be (nan and 1e999 are not)."""
    return value.is_finite() and value.copy_abs() <= _LARGEST and -int(value.as_tuple().exponent) <= _DECIMALS


def _is_texts(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    )
