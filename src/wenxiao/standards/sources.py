"""Where standards are written: finding the files, reading them, joining a standard with what it inherits.

Tables join key by key; lists of indicators and blocks join entry by entry (by name); the legal bases add up;
everything else is replaced by the more special standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from wenxiao.errors import WenxiaoError, os_reason
from wenxiao.nearest import suggestion
from wenxiao.toml_text import parse_toml

Raw = dict[str, Any]

_FOLDERS = ("national", "city")
# Lists whose entries are told apart by a key, and override each other one by one.
_ENTRY_KEYS = {"blocks": "level1", "indicators": "name"}
# A rule is one thought: its parameters never mix with those of the rule it replaces.
_WHOLE = frozenset({"rule", "rules"})


@dataclass(frozen=True, slots=True)
class Written:
    """A standard as one file declares it, before inheritance."""

    file: str
    raw: Raw

    @property
    def head(self) -> Raw:
        """Give the ``[standard]`` table."""
        head = self.raw.get("standard")
        if not isinstance(head, dict) or not isinstance(head.get("code"), str):
            raise WenxiaoError(f"评价标准文件「{self.file}」缺少 [standard] 段的 code。请写明标准的代码。")
        return head

    @property
    def code(self) -> str:
        """Give the code other standards and packages name it by."""
        return str(self.head["code"])

    def is_in_force(self, year: int) -> bool:
        """Tell whether it is in force on the last day of the budget year."""
        day = date(year, 12, 31)
        first, last = self.head.get("effective_from", date.min), self.head.get("effective_to", date.max)
        return bool(first <= day <= last)


@cache
def shipped() -> tuple[Written, ...]:
    """Give the standards that come with the package, by folder and file name."""
    return tuple(_shipped())


def read(file: Path) -> Written:
    """Read a standard of one's own.

    Raises:
        WenxiaoError: the file is missing or is no TOML.
    """
    return _parse(file.name, file)


def joined(written: Written, year: int, above: tuple[str, ...] = ()) -> tuple[Raw, tuple[str, ...]]:
    """Join a standard with everything it inherits; also give the codes joined, the most general first.

    Raises:
        WenxiaoError: it inherits an unknown standard, or in the end itself.
    """
    base: Raw = {}
    lineage: tuple[str, ...] = ()
    path = (*above, written.code)
    for code in _inherits(written):
        _refuse_circle(written, code, path)
        parent, codes = joined(find(code, year, f"「{written.file}」的 inherits"), year, path)
        base, lineage = _join(base, parent), lineage + codes
    own = {**written.raw, "standard": {k: v for k, v in written.head.items() if k != "inherits"}}
    return _join(base, own), (*dict.fromkeys(lineage), written.code)


def _refuse_circle(written: Written, code: str, path: tuple[str, ...]) -> None:
    if code in path:
        circle = " → ".join([*path, code])
        raise WenxiaoError(f"评价标准文件「{written.file}」的 inherits 成了环：{circle}。请去掉其中一处。")


def find(code: str, year: int, named_in: str = "package.toml 的 standard（新建时是 --standard）") -> Written:
    """Find a shipped standard by its code that is in force for the budget year.

    ``named_in`` says in messages where the code was written.

    Raises:
        WenxiaoError: no standard has the code (the nearest are named), or none is in force.
    """
    same = [written for written in shipped() if written.code == code]
    if not same:
        known = sorted({written.code for written in shipped()})
        raise WenxiaoError(
            f"没有评价标准「{code}」。{suggestion(code, known)}请改正{named_in}，全部标准见 wenxiao standards。"
        )
    for written in same:
        if written.is_in_force(year):
            return written
    raise not_in_force(code, year)


def not_in_force(code: str, year: int) -> WenxiaoError:
    """Say that a standard does not apply to a budget year."""
    return WenxiaoError(
        f"评价标准「{code}」不适用于 {year} 年度：生效期间不包括 {year} 年 12 月 31 日。"
        "请换一个标准，或在数据包里写一个自己的标准。"
    )


def _shipped() -> Iterator[Written]:
    for folder in _FOLDERS:
        here = files("wenxiao.standards") / folder
        for file in sorted(here.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".toml"):
                yield _parse(f"{folder}/{file.name}", file)


def _parse(name: str, file: Traversable | Path) -> Written:
    try:
        return Written(name, parse_toml(file.read_bytes(), name))
    except FileNotFoundError as error:
        raise WenxiaoError(f"找不到评价标准文件「{name}」。请检查 package.toml 的 standard。") from error
    except OSError as error:
        raise WenxiaoError(
            f"评价标准文件「{name}」无法读取：{os_reason(error)}。请检查文件和权限。"
        ) from error


def _inherits(written: Written) -> list[str]:
    value = written.head.get("inherits", [])
    codes = [value] if isinstance(value, str) else value
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise WenxiaoError(f"评价标准「{written.file}」的 inherits 应当是标准代码或代码的列表。")
    return codes


def _join(base: Mapping[str, Any], own: Mapping[str, Any]) -> Raw:
    result = dict(base)
    for key, value in own.items():
        result[key] = _joined_value(key, base[key], value) if key in base else value
    return result


def _joined_value(key: str, old: Any, new: Any) -> Any:
    if key == "rules":
        return {**old, **new}
    if key == "basis":
        return [*old, *(entry for entry in new if entry not in old)]
    if key in _ENTRY_KEYS:
        return _join_entries(old, new, _ENTRY_KEYS[key])
    if key not in _WHOLE and isinstance(old, dict) and isinstance(new, dict):
        return _join(old, new)
    return new


def _join_entries(old: list[Raw], new: list[Raw], key: str) -> list[Raw]:
    """Override entries of the same key in place; the others follow at the end."""
    own = {entry[key]: entry for entry in new}
    kept = [_join(entry, own.pop(entry[key])) if entry[key] in own else entry for entry in old]
    return [*kept, *own.values()]
