"""A package as a folder: package.toml, tables, narrative, evidence; read whole, digested, or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TypeVar

from wenxiao.catalogue.load import core_catalogue
from wenxiao.collecting import uncollected
from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.files import write_atomically
from wenxiao.packages.collect import Collection
from wenxiao.packages.delimited import read_csv, write_csv_table
from wenxiao.packages.intake import rows_from_dicts
from wenxiao.packages.keys import check_keys
from wenxiao.packages.listing import digest, list_files, read_bytes
from wenxiao.packages.manifest import MANIFEST, Manifest, name_problems, read_manifest, write_manifest
from wenxiao.packages.model import Package, Row
from wenxiao.packages.template import write_template
from wenxiao.packages.workbook import read_workbook
from wenxiao.settings import MAX_NARRATIVE_BYTES

WORKBOOK = "数据.xlsx"
NARRATIVE = "report.md"
TABLES_FOLDER = "数据"
_FOLDERS = ("evidence", "attachments")
_WORKBOOKS = frozenset({".xls", ".xlsm", ".xlsb", ".xlsx", ".et", ".ods"})

_Read = TypeVar("_Read")


def open_package(path: Path) -> Package:
    """Read a package from its folder.

    Raises:
        WenxiaoError: there is no such folder.
        InputProblems: anything in it cannot be read; all problems are listed at once.
    """
    if not path.is_dir():
        raise WenxiaoError(f"没有目录「{path}」。请给出含有 {MANIFEST} 的目录，或用 wenxiao new 新建一个。")
    names, problems = list_files(path)
    manifest = _tried(problems, read_manifest, path)
    narrative = _tried(problems, _narrative, path)
    with uncollected():  # the rows of a large package are many, and none of them is garbage
        found = _read_tables(path, names)
    problems += found.problems
    if problems or manifest is None or narrative is None:
        raise InputProblems(f"「{path.name}」有以下问题，没有读入任何内容：", problems)
    return _package(path, manifest, found.tables, narrative, {name: digest(path / name) for name in names})


def create_package(directory: Path, *, unit: str, year: int, standard: str, narrative: str) -> list[Path]:
    """Start a package: package.toml, an empty workbook, the outline of the report, empty folders.

    Raises:
        WenxiaoError: the name of the unit is none, the directory has content already, or cannot be written.
    """
    if problems := list(name_problems("单位名称", unit)):
        raise WenxiaoError(problems[0])
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise WenxiaoError(f"「{directory}」已有内容，没有改动。请换一个新目录。")
    contents = {
        MANIFEST: write_manifest(unit, year, standard).encode(),
        WORKBOOK: write_template(core_catalogue(), unit, year),
        NARRATIVE: narrative.encode(),
    }
    existed = directory.exists()
    try:
        for name, content in contents.items():
            write_atomically(directory / name, content)
    except WenxiaoError:
        for name in contents:
            (directory / name).unlink(missing_ok=True)
        if directory.exists() and not existed:
            directory.rmdir()
        raise
    for name in _FOLDERS:
        (directory / name).mkdir()
    return [directory / name for name in (*contents, *_FOLDERS)]


def write_csv(package: Package, directory: Path) -> list[Path]:
    """Write the package's tables as CSV files named by their Chinese titles; give their paths."""
    paths = []
    for table in core_catalogue().tables.values():
        if rows := package.rows(table.name):
            paths.append(directory / f"{table.title}.csv")
            write_atomically(paths[-1], write_csv_table(table, rows))
    return paths


def package_from_tables(
    tables: Mapping[str, Sequence[Mapping[str, str]]],
    *,
    unit: str = "示例单位",
    year: int = 2021,
    standard: str = "",
    narrative: str = "",
    assumptions: tuple[str, ...] = (),
) -> Package:
    """Make a package in memory from rows written as text, as examples of rules do.

    Raises:
        InputProblems: a table or column is unknown, a value cannot be read, or keys do not fit.
    """
    catalogue = core_catalogue()
    if unknown := [name for name in tables if name not in catalogue.tables]:
        raise InputProblems("示例中有未知的表：", unknown)
    typed = {
        name: rows_from_dicts(catalogue, name, tables[name]) for name in catalogue.tables if name in tables
    }
    if problems := check_keys(catalogue, typed):
        raise InputProblems("示例的编号有问题：", problems)
    manifest = Manifest(unit=unit, year=year, standard=standard, assumptions=assumptions)
    return _package(Path("示例"), manifest, typed, narrative, {})


def _package(
    path: Path,
    manifest: Manifest,
    tables: Mapping[str, tuple[Row, ...]],
    narrative: str,
    digests: Mapping[str, str],
) -> Package:
    return Package(
        path=path,
        unit=manifest.unit,
        year=manifest.year,
        standard=manifest.standard,
        packs=manifest.packs,
        tables=tables,
        narrative=narrative,
        digests=digests,
        assumptions=manifest.assumptions,
        title=manifest.title,
        signature_date=manifest.signature_date,
    )


def _tried(problems: list[str], read: Callable[[Path], _Read], path: Path) -> _Read | None:
    """Read something, or add why it cannot be read to the problems."""
    try:
        return read(path)
    except InputProblems as error:
        problems += error.problems
    except WenxiaoError as error:
        problems.append(str(error))
    return None


def _narrative(folder: Path) -> str:
    content = read_bytes(folder / NARRATIVE)
    if len(content) > MAX_NARRATIVE_BYTES:
        limit = MAX_NARRATIVE_BYTES // 2**20
        raise WenxiaoError(f"「{NARRATIVE}」超过 {limit} MB，不像一份报告。请检查文件。")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise WenxiaoError(f"「{NARRATIVE}」不是 UTF-8 编码。请用记事本另存为 UTF-8。") from error


def _read_tables(folder: Path, names: Sequence[str]) -> Collection:
    """Read the workbook or the CSV files; having both, or neither, is a problem."""
    at_hand = [name for name in names if str(PurePosixPath(name).parent) in {".", TABLES_FOLDER}]
    csvs = [name for name in at_hand if name.lower().endswith(".csv")]
    found = Collection(core_catalogue())
    found.problems += _misplaced(at_hand)
    if WORKBOOK in at_hand and csvs:
        found.problems.append(f"既有「{WORKBOOK}」又有 CSV 文件（{'、'.join(csvs)}）。请只保留一种。")
    elif WORKBOOK in at_hand:
        _tried(
            found.problems, lambda path: read_workbook(read_bytes(path), WORKBOOK, found), folder / WORKBOOK
        )
    elif csvs:
        for name in csvs:
            _add_csv(found, folder / name, name)
    else:
        found.problems.append(
            f"没有数据：既没有「{WORKBOOK}」，也没有按表名命名的 CSV 文件（如 项目.csv）。请放入其中一种。"
        )
    found.check()
    return found


def _add_csv(found: Collection, path: Path, name: str) -> None:
    grid = _tried(found.problems, lambda path: read_csv(read_bytes(path), name), path)
    if grid is None:
        found.skip(path.stem)
    else:
        found.add(grid, name, path.stem)


def _misplaced(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if name != WORKBOOK and PurePosixPath(name).suffix.lower() in _WORKBOOKS:
            yield f"「{name}」不会被读取：数据只从「{WORKBOOK}」读取。请另存为这个名字，或移到 attachments/。"
