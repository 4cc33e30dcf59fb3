"""Load an evaluation standard: find it, join what it inherits, refuse what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.nearest import suggestion
from wenxiao.standards.build import Builder
from wenxiao.standards.formula import FormulaError, check_cycles, check_names
from wenxiao.standards.model import DepartmentScheme, ProjectScheme, Standard
from wenxiao.standards.names import department_names, project_names
from wenxiao.standards.shape import shape_problems
from wenxiao.standards.sources import Written, find, joined, not_in_force, read, shipped

_FULL_SCORE = 100


def load_standard(name: str, *, base: Path | None = None, year: int) -> Standard:
    """Load a shipped standard by its code, or one's own by the path of its TOML file.

    Args:
        name: a code such as ``department-overall``, or a path ending in ``.toml``.
        base: the folder such a path starts from (the package).
        year: the budget year; the standard must be in force on its last day.

    Raises:
        InputProblems: the standard is wrong; every problem is listed with its key and what to do.
        WenxiaoError: there is no such standard, or none in force, or it inherits itself.
    """
    if name.endswith(".toml"):
        return _load(read((base or Path()) / name), year)
    return _load_shipped(name, year)


def available() -> tuple[Standard, ...]:
    """Give all shipped standards, each as of the last year it is in force, by code."""
    latest = sorted(shipped(), key=lambda written: written.code)
    return tuple(_load(written, _some_year(written)) for written in latest)


def outline(standard: Standard) -> str:
    """Give the outline of the report a standard asks for, as Markdown.

    Raises:
        WenxiaoError: there is no outline of that name.
    """
    folder = files("wenxiao.standards") / "outlines"
    file = folder / f"{standard.outline}.md"
    if not file.is_file():
        known = sorted(entry.name.removesuffix(".md") for entry in folder.iterdir())
        raise WenxiaoError(
            f"评价标准「{standard.code}」的 outline「{standard.outline}」不存在。"
            f"{suggestion(standard.outline, known)}可用的提纲：{'、'.join(known)}。"
        )
    return file.read_text(encoding="utf-8")


@cache
def _load_shipped(code: str, year: int) -> Standard:
    return _load(find(code, year), year)


def _load(written: Written, year: int) -> Standard:
    _refuse(written, shape_problems(written))
    if not written.is_in_force(year):
        raise not_in_force(written.code, year)
    raw, lineage = joined(written, year)
    builder = Builder(raw, lineage)
    standard = builder.standard()
    _refuse(written, builder.problems)
    assert standard is not None  # noqa: S101  (without problems there is a standard)
    _refuse(written, list(_contradictions(standard)))
    return standard


def _refuse(written: Written, problems: list[str]) -> None:
    if problems:
        raise InputProblems(f"评价标准文件「{written.file}」有 {len(problems)} 处问题，没有载入：", problems)


def _contradictions(standard: Standard) -> Iterator[str]:
    if standard.project is None and standard.department is None:
        yield "没有 [project] 也没有 [department]：至少要写一套评价指标，或用 inherits 继承。"
    if standard.project:
        yield from _project_contradictions(standard.project)
    if standard.department:
        yield from _department_contradictions(standard.department)


def _project_contradictions(scheme: ProjectScheme) -> Iterator[str]:
    total = scheme.execution.weight + sum(block.weight for block in scheme.blocks)
    if total != _FULL_SCORE:
        yield f"project：预算执行率和各类指标的分值合计 {total}，应当是 {_FULL_SCORE}。请调整 weight。"
    if scheme.execution.formula is None:
        yield "project.execution：缺少 formula，如 全年执行数 / 全年预算数 * 100。"
    else:
        try:
            check_names(scheme.execution.formula, project_names(core_catalogue()))
        except FormulaError as error:
            yield f"project.execution.formula：{error}"


def _department_contradictions(scheme: DepartmentScheme) -> Iterator[str]:
    total = sum(indicator.weight for indicator in scheme.indicators)
    if total != _FULL_SCORE:
        yield f"department：各指标分值合计 {total}，应当是 {_FULL_SCORE}。请调整 weight，或用 without 去掉指标。"
    formulas = {one.name: one.formula for one in scheme.indicators if one.formula}
    known = department_names(core_catalogue()) | {one.name for one in scheme.indicators}
    for name, formula in formulas.items():
        try:
            check_names(formula, known)
        except FormulaError as error:
            yield f"department.indicators「{name}」.formula：{error}"
    try:
        check_cycles(formulas)
    except FormulaError as error:
        yield f"department.indicators：{error}"


def _some_year(written: Written) -> int:
    last, first = written.head.get("effective_to"), written.head.get("effective_from")
    return int(last.year if last else first.year if first else 2021)
