"""Read the declarations of tables and code lists; contradictions are refused by :mod:`.contradictions`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from wenxiao.catalogue.contradictions import contradictions
from wenxiao.catalogue.model import (
    Catalogue,
    Code,
    CodeList,
    Constraints,
    FactSpec,
    FieldSpec,
    FieldType,
    ForeignKey,
    TableSpec,
)
from wenxiao.errors import InputProblems, WenxiaoError

_Raw = Mapping[str, Any]
_Kind = TypeVar("_Kind")


@cache
def core_catalogue() -> Catalogue:
    """Give the catalogue that ships with the package: what every department-year can record."""
    return load_catalogue(files("wenxiao.catalogue") / "core")


def load_catalogue(folder: Traversable) -> Catalogue:
    """Read ``catalogue.toml`` (the order of tables), ``codes.toml`` and one file for each table.

    Raises:
        WenxiaoError: a file is missing, is no TOML, or declares a key nobody knows.
        InputProblems: the declarations contradict each other; all contradictions are listed.
    """
    names = _read(folder / "catalogue.toml")["tables"]
    lists = _read(folder / "codes.toml")["lists"]
    catalogue = Catalogue(
        tables={name: _table(_read(folder / f"{name}.toml"), f"{name}.toml") for name in names},
        codes={name: _code_list(name, raw) for name, raw in lists.items()},
    )
    if problems := contradictions(catalogue):
        raise InputProblems("数据目录自相矛盾，没有载入：", problems)
    return catalogue


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WenxiaoError(f"数据目录的声明「{file.name}」无法读取：{error}。请检查文件。") from error


def _table(raw: _Raw, where: str) -> TableSpec:
    return _make(
        TableSpec,
        where,
        raw,
        field=("fields", lambda items: tuple(_field(item, where) for item in items)),
        foreign_key=("foreign_keys", lambda items: tuple(_make(ForeignKey, where, item) for item in items)),
        primary_key=("primary_key", tuple),
        unique=("unique", lambda groups: tuple(map(tuple, groups))),
        facts=("facts", lambda facts: _make(FactSpec, where, facts, fields=("fields", tuple))),
    )


def _field(raw: _Raw, where: str) -> FieldSpec:
    return _make(
        FieldSpec,
        where,
        raw,
        type=("type", lambda written: _field_type(written, where)),
        constraints=("constraints", lambda limits: _constraints(limits, where)),
    )


def _field_type(written: str, where: str) -> FieldType:
    try:
        return FieldType(written)
    except ValueError as error:
        raise WenxiaoError(f"「{where}」的字段类型“{written}”未知，可用：{'、'.join(FieldType)}。") from error


def _constraints(raw: _Raw, where: str) -> Constraints:
    def limit(written: object) -> Decimal:
        try:
            return Decimal(written) if isinstance(written, str) else Decimal("")  # a TOML number is inexact
        except InvalidOperation as error:
            raise WenxiaoError(f'「{where}」的上下限“{written}”不是写成文本的数字，如 "0"。') from error

    return _make(Constraints, where, raw, minimum=("minimum", limit), maximum=("maximum", limit))


def _code_list(name: str, raw: _Raw) -> CodeList:
    def codes(items: Sequence[_Raw]) -> tuple[Code, ...]:
        return tuple(_make(Code, "codes.toml", item, aliases=("aliases", tuple)) for item in items)

    return _make(CodeList, "codes.toml", {"name": name, **raw}, values=("values", codes))


def _make(kind: type[_Kind], where: str, raw: _Raw, **converted: tuple[str, Callable[[Any], Any]]) -> _Kind:
    """Make a dataclass of TOML keys; ``converted`` maps a key to (attribute, converter)."""
    values = {}
    for key, value in raw.items():
        attribute, convert = converted.get(key, (key, _as_it_is))
        values[attribute] = convert(value)
    try:
        return kind(**values)
    except TypeError as error:
        raise WenxiaoError(f"「{where}」中 {kind.__name__} 的键不对：{error}。请对照其他声明。") from error


def _as_it_is(value: Any) -> Any:
    return value
