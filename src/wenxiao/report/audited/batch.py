"""Auditing many files at once: each in a process of its own, and a bad one never stops the rest.

What comes back from a file is what is told of it, never the document: the memory stays the same over a folder.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wenxiao.audit.examine import examine
from wenxiao.audit.suppression import CONFIGURATION, Configuration, Suppression, load_configuration
from wenxiao.collecting import uncollected
from wenxiao.documents.ocr import recogniser
from wenxiao.documents.open import SUFFIXES, open_document
from wenxiao.errors import WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.report.audited.as_json import audit_as_json
from wenxiao.report.audited.terminal import audit_lines
from wenxiao.report.audited.write import refuse_one_name_twice, write_audit


@dataclass(frozen=True, slots=True)
class Options:
    """What to audit by.

    ``out`` is the folder for pages and marked copies, None for none; ``facts`` are the data to compare with;
    with ``ocr`` scanned pages are recognised.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    out: Path | None = None
    facts: FactTable | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Audited:
    """A file and what came of its audit, as text and as JSON; ``error`` says why it could not be audited."""

    path: Path
    error: str = ""
    json: dict[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    used: tuple[Suppression, ...] = ()

    @property
    def counts(self) -> Counter[str]:
        """Count the findings by severity."""
        return Counter(finding["severity"] for finding in self.json.get("findings", ()))


def options_for(
    files: Sequence[Path],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    config: Path | None = None,
    out: Path | None = None,
    facts: FactTable | None = None,
    ocr: bool = False,
) -> Options:
    """Join what was asked for with the configuration: the one named, or the one beside the first file.

    Raises:
        WenxiaoError: the configuration cannot be read or is wrong, or what recognises text is not installed.
    """
    beside = (files[0] if files[0].is_dir() else files[0].parent) / CONFIGURATION
    chosen = config or (beside if beside.is_file() else None)
    settled = load_configuration(chosen) if chosen else Configuration()
    if ocr:
        recogniser()
    return Options(tuple(select), (*ignore, *settled.ignore), settled.suppressions, out, facts, ocr)


@uncollected()  # an audit leaves no garbage that only a collection would find
def audit_file(path: Path, options: Options) -> Audited:
    """Audit one file; what is wrong with the file itself is told in the result."""
    try:
        document = open_document(path, recogniser() if options.ocr else None)
    except WenxiaoError as error:
        return Audited(path, error=str(error))
    audit = examine(
        document,
        select=options.select,
        ignore=options.ignore,
        suppressions=options.suppressions,
        facts=options.facts,
    )
    files = () if options.out is None else write_audit(audit, path, options.out)
    shown = (*audit_lines(audit), *(f"文件：{file}" for file in files))
    used = tuple(why for _, why in audit.suppressed)
    return Audited(path, json=audit_as_json(audit), lines=shown, used=used)


def audit_files(
    paths: Sequence[Path], options: Options, on_file: Callable[[str], None] | None = None
) -> list[Audited]:
    """Audit files, several in parallel processes; the results are in the order of the files.

    Raises:
        WenxiaoError: results cannot be written, or the system ended a process.
    """
    if options.out is not None:
        refuse_one_name_twice(paths)
    done: dict[Path, Audited] = {}
    for one in _audited(paths, options):
        done[one.path] = one
        if on_file:
            on_file(one.path.name)
    return [done[path] for path in paths]


def _audited(paths: Sequence[Path], options: Options) -> Iterator[Audited]:
    workers = min(os.cpu_count() or 1, len(paths))
    if workers <= 1:
        yield from (audit_file(path, options) for path in paths)
        return
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(options,))
    try:
        for future in as_completed([pool.submit(_audit_by_settled, path) for path in paths]):
            yield future.result()
    except BrokenProcessPool as error:
        raise WenxiaoError(
            "审核用的一个进程被系统中止，多半是内存不足。请关闭其他程序，或分成几批文件再审。"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


_settled: list[Options] = []
"""What this process audits by: sent once to each process, not with every file."""


def _begin(options: Options) -> None:
    """Settle a process that audits; a break at the keyboard ends it at once and without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _settled[:] = [options]


def _audit_by_settled(path: Path) -> Audited:
    (options,) = _settled
    return audit_file(path, options)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Give the files themselves, and of each folder the documents in it and below, in order, each once.

    Raises:
        WenxiaoError: there is nothing to audit.
    """
    found = dict.fromkeys(
        file for path in paths for file in ([path] if not path.is_dir() else _documents(path))
    )
    if not found:
        raise WenxiaoError(
            f"目录里没有可以审核的文件（{'、'.join(sorted(SUFFIXES))}）。请检查路径，或直接写出文件。"
        )
    return list(found)


def _documents(folder: Path) -> list[Path]:
    """Leave out what is hidden and the lock files an open Word leaves beside its document."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")) and path.is_file()
    ]
