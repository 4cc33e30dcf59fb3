"""All documents of an evaluation into one folder: built beside, then moved, so none is half-written."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from wenxiao.errors import WenxiaoError, os_reason
from wenxiao.evaluate import Results
from wenxiao.report.blocks import Document
from wenxiao.report.compose import compose

FORMATS = ("docx", "pdf", "html", "xlsx", "data")
"""What can be written, in this order; ``data`` is results.json and the data package."""


def write_report(
    results: Results,
    out: Path,
    *,
    formats: Sequence[str] = FORMATS,
    reference: Path | None = None,
    on_stage: Callable[[str], None] = lambda _: None,
) -> list[Path]:
    """Write the report in every format into ``out`` and give the paths written.

    ``on_stage`` is called with the name of each format before it is written.

    Raises:
        WenxiaoError: the narrative has faults, or ``out`` cannot be written or lies inside the package;
            nothing is changed then.
    """
    _refuse_inside(out, results.package.path)
    document = compose(results)
    beside = _make_beside(out)
    try:
        for name in formats:
            on_stage(name)
            _WRITERS[name](document, results, beside, reference)
        return _move_all(beside, out)
    except OSError as error:
        raise WenxiaoError(_cannot_write(out, error)) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse_inside(out: Path, package: Path) -> None:
    """Keep reports out of the package: they would count as its content, and the next digest would differ."""
    if out.resolve().is_relative_to(package.resolve()):
        raise WenxiaoError(
            f"输出目录「{out}」在数据包「{package}」里面，报告会混进数据。请用 -o 换一个数据包以外的目录。"
        )


def _make_beside(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".wenxiao-", dir=out))
    except OSError as error:
        raise WenxiaoError(_cannot_write(out, error)) from error


def _cannot_write(out: Path, error: OSError) -> str:
    return f"无法写入输出目录「{out}」：{os_reason(error)}。原有文件没有改动。请检查磁盘空间和目录权限，或用 -o 换一个目录。"


def _move_all(beside: Path, out: Path) -> list[Path]:
    moves = {path: out / path.relative_to(beside) for path in sorted(beside.rglob("*")) if path.is_file()}
    if any(target.is_dir() for target in moves.values()):  # asked before anything is moved
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    for path, target in moves.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    return list(moves.values())


def _docx(document: Document, results: Results, folder: Path, reference: Path | None) -> None:
    from wenxiao.report.word.write import write_docx

    write_docx(document, results.facts, folder / "report.docx", reference=reference, digest=results.digest)


def _pdf(document: Document, results: Results, folder: Path, _: Path | None) -> None:
    from wenxiao.report.pdf.write import write_pdf

    write_pdf(document, results.facts, folder / "report.pdf")


def _html(document: Document, results: Results, folder: Path, _: Path | None) -> None:
    from wenxiao.report.web.write import write_html

    write_html(document, results, folder / "report.html")


def _xlsx(document: Document, results: Results, folder: Path, _: Path | None) -> None:
    from wenxiao.report.excel.write import write_xlsx

    write_xlsx(document, results, folder / "report.xlsx")


def _data(_: Document, results: Results, folder: Path, __: Path | None) -> None:
    from wenxiao.report.data import write_data

    write_data(results, folder)


_WRITERS: dict[str, Callable[[Document, Results, Path, Path | None], None]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _html,
    "xlsx": _xlsx,
    "data": _data,
}
