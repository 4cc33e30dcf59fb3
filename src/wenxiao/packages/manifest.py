"""package.toml: whose department-year it is, which year, and by which standard it is judged."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.invisible import first_invisible
from wenxiao.nearest import suggestion
from wenxiao.packages.listing import read_bytes
from wenxiao.period import parse_date
from wenxiao.quantity import QuantityError
from wenxiao.toml_text import parse_toml

MANIFEST = "package.toml"
_SECTIONS = ("package", "assumptions")
_PACKAGE_KEYS = ("unit", "year", "standard", "packs", "title", "signature_date")
_LONGEST_NAME = 200
_YEARS = range(1995, 2100)  # the Budget Law came into force in 1995


@dataclass(frozen=True, slots=True)
class Manifest:
    """What package.toml says, checked."""

    unit: str
    year: int
    standard: str
    packs: tuple[str, ...] = ()
    title: str = ""
    signature_date: date | None = None
    assumptions: tuple[str, ...] = ()


def read_manifest(folder: Path) -> Manifest:
    """Read and check ``package.toml``.

    Raises:
        WenxiaoError: it is missing or no TOML.
        InputProblems: keys are unknown or missing, or values of the wrong kind; all are listed.
    """
    raw = _parsed(folder / MANIFEST)
    package, assumptions = raw.get("package", {}), raw.get("assumptions", {})
    problems = [*_unknown(raw, _SECTIONS), *_sections(package, assumptions)]
    if not problems:
        problems = [
            *_unknown(package, _PACKAGE_KEYS),
            *_unknown(assumptions, ("texts",)),
            *_wrong(package),
            *_not_texts("texts", assumptions.get("texts", [])),
            *_inside(folder, package.get("standard")),
        ]
    if problems:
        raise InputProblems(f"「{MANIFEST}」有问题：", [f"「{MANIFEST}」：{problem}" for problem in problems])
    return _manifest(package, assumptions)


def write_manifest(unit: str, year: int, standard: str) -> str:
    """Write the text of a new package.toml."""
    return (
        "# 被评价单位的全称、预算年度和评价标准（标准名，或本目录内的 .toml 文件）。\n"
        "[package]\n"  # a JSON string is a TOML string
        f"unit = {json.dumps(unit, ensure_ascii=False)}\n"
        f"year = {year}\n"
        f"standard = {json.dumps(standard, ensure_ascii=False)}\n"
        "packs = []\n"
        "\n"
        "# 资料没有给出、只能假定的事项，逐条写明；凡用到之处都会注明。\n"
        "[assumptions]\n"
        "texts = []\n"
    )


def name_problems(key: str, name: str) -> Iterator[str]:
    """Say what is wrong with the name of a unit or the like, if anything; ``key`` is what it is called."""
    if not name.strip():
        yield f"{key}是空的。请写上全称。"
    if found := first_invisible(name):
        yield f"{key} 中有看不见的字符 {found}。请删去后重新输入。"
    if len(name) > _LONGEST_NAME or "\n" in name:
        yield f"{key} 应当是一行，不超过 {_LONGEST_NAME} 个字。请缩短。"


def _parsed(path: Path) -> dict[str, Any]:
    if not path.exists():
        raise WenxiaoError(f"目录「{path.parent}」中没有 {MANIFEST}。请确认目录，或用 wenxiao new 新建一个。")
    return parse_toml(read_bytes(path), MANIFEST)


def _sections(package: object, assumptions: object) -> Iterator[str]:
    for name, section in (("package", package), ("assumptions", assumptions)):
        if not isinstance(section, dict):
            yield f"{name} 应当是一节。请写成 [{name}]。"


def _unknown(raw: Mapping[str, Any], known: Sequence[str]) -> Iterator[str]:
    for key in raw:
        if key not in known:
            yield f"不认识“{key}”。{suggestion(key, known)}可用的有：{'、'.join(known)}。"


def _wrong(package: Mapping[str, Any]) -> Iterator[str]:
    for key in ("unit", "standard"):
        if not isinstance(package.get(key), str) or not package[key].strip():
            yield f'缺少 {key}，或它不是文字。请写成 {key} = "…"。'
        else:
            yield from name_problems(key, package[key])
    year = package.get("year")
    if not isinstance(year, int) or year not in _YEARS:
        yield f"year 应当是四位年份，现为“{year}”。请写成 year = 2021。"
    if not isinstance(title := package.get("title", ""), str):
        yield 'title 应当是文字。请写成 title = "…"，或删除。'
    elif title.strip():
        yield from name_problems("title", title)
    yield from _not_texts("packs", package.get("packs", []))
    if package.get("packs"):
        yield "packs 中的行业数据包在本版本中没有。请写成 packs = []。"
    yield from _not_date(package.get("signature_date"))


def _not_texts(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield f'{key} 应当是文字的列表。请写成 {key} = ["…", "…"]。'


def _not_date(value: object) -> Iterator[str]:
    try:
        _date(value)
    except (QuantityError, TypeError):
        yield f"signature_date“{value}”不是日期。请写成 signature_date = 2022-03-31。"


def _date(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, str):
        return parse_date(value)
    raise TypeError(value)


def _inside(folder: Path, standard: object) -> Iterator[str]:
    """Check that a standard given as a path is a file inside the package."""
    if not isinstance(standard, str) or not standard.endswith(".toml"):
        return
    path = (folder / standard).resolve()
    if not path.is_relative_to(folder.resolve()):
        yield f"standard“{standard}”在本目录之外。请把评价标准文件放进本目录，写相对路径。"
    elif not path.is_file():
        yield f"standard“{standard}”不存在。请改正路径，或改用标准的名称。"


def _manifest(package: Mapping[str, Any], assumptions: Mapping[str, Any]) -> Manifest:
    return Manifest(
        unit=package["unit"].strip(),
        year=package["year"],
        standard=package["standard"].strip(),
        packs=tuple(package.get("packs", ())),
        title=package.get("title", "").strip(),
        signature_date=_date(package.get("signature_date")),
        assumptions=tuple(assumptions.get("texts", ())),
    )
