"""Auditing many files at once: each in a process of its own, and a bad one never stops the rest."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from wenxiao.audit.examine import examine
from wenxiao.audit.registry import DocumentRule
from wenxiao.audit.suppression import CONFIGURATION, Configuration, Suppression, load_configuration, unused
from wenxiao.documents.open import SUFFIXES, open_document
from wenxiao.errors import WenxiaoError
from wenxiao.finding import SEVERITY_LABELS, Severity
from wenxiao.report.audit_json import audit_as_json, unused_as_json
from wenxiao.report.audit_sarif import as_sarif as sarif_of
from wenxiao.report.audit_terminal import audit_lines, unused_lines
from wenxiao.report.audit_write import refuse_one_name_twice, write_audit
from wenxiao.report.columns import aligned, shorten


@dataclass(frozen=True, slots=True)
class Options:
    """What to audit by; ``out`` is the folder for pages and marked copies, None for none."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    out: Path | None = None


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
    select: Sequence[str],
    ignore: Sequence[str],
    config: Path | None,
    out: Path | None = None,
) -> Options:
    """Join what was asked for with the configuration: the one named, or the one beside the first file.

    Raises:
        WenxiaoError: the configuration cannot be read or is wrong.
    """
    beside = (files[0] if files[0].is_dir() else files[0].parent) / CONFIGURATION
    chosen = config or (beside if beside.is_file() else None)
    settled = load_configuration(chosen) if chosen else Configuration()
    return Options(tuple(select), (*ignore, *settled.ignore), settled.suppressions, out)


def audit_file(path: Path, options: Options) -> Audited:
    """Audit one file; what is wrong with the file itself is told in the result."""
    try:
        document = open_document(path)
    except WenxiaoError as error:
        return Audited(path, error=str(error))
    audit = examine(document, select=options.select, ignore=options.ignore, suppressions=options.suppressions)
    files = () if options.out is None else write_audit(audit, path, options.out)
    shown = (*audit_lines(audit), *(f"文件：{file}" for file in files))
    used = tuple(why for _, why in audit.suppressed)
    return Audited(path, json=audit_as_json(audit), lines=shown, used=used)


def audit_files(
    paths: Sequence[Path], options: Options, on_file: Callable[[str], None] | None = None
) -> list[Audited]:
    """Audit files, several in parallel processes; the results are in the order of the files."""
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
    with ProcessPoolExecutor(workers) as pool:
        pending = [pool.submit(audit_file, path, options) for path in paths]
        for future in as_completed(pending):
            yield future.result()


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


def unused_by(audited: Iterable[Audited], options: Options) -> tuple[Suppression, ...]:
    """Give the suppressions that fitted no finding in any file."""
    return unused(options.suppressions, (why for one in audited for why in one.used))


def as_json(audited: Sequence[Audited], options: Options) -> dict[str, Any]:
    """Give the one audit as it is, several as a list of documents."""
    left = unused_as_json(unused_by(audited, options))
    if len(audited) == 1 and not audited[0].error:
        return {**audited[0].json, "unused_suppressions": left}
    documents = [
        {"path": str(one.path), **({"error": one.error} if one.error else one.json)} for one in audited
    ]
    return {"documents": documents, "unused_suppressions": left}


def as_sarif(audited: Iterable[Audited], rules: Sequence[DocumentRule]) -> dict[str, Any]:
    """Give the audits of all files that could be read as one SARIF run."""
    return sarif_of(((quote(one.path.as_posix()), one.json) for one in audited if not one.error), rules)


def lines(audited: Sequence[Audited], options: Options) -> list[str]:
    """Give each file's findings, and for several files the summary table at the end."""
    shown = [line for one in audited for line in (*one.lines, "") if not one.error]
    left = unused_lines(unused_by(audited, options))
    is_summed_up = len(audited) > 1 or any(one.error for one in audited)
    return [*shown, *(summary_lines(audited) if is_summed_up else ()), *left]


def summary_lines(audited: Sequence[Audited]) -> list[str]:
    """Give a table of all files: findings by severity and the share of figures checked; then what failed."""
    head = ("文件", *SEVERITY_LABELS.values(), "核对")
    rows = [head, *(_summary(one) for one in audited)]
    failed = [f"无法审核「{one.path}」：{one.error}" for one in audited if one.error]
    return [*aligned(rows, right=range(1, len(head))), *failed]


def _summary(one: Audited) -> tuple[str, ...]:
    name = shorten(str(one.path), 48)
    if one.error:
        return name, *("—" for _ in Severity), "无法审核"
    checked = one.json["coverage"]["checked_percent"]
    return (
        name,
        *(str(one.counts[severity.value]) for severity in SEVERITY_LABELS),
        f"{checked}%" if checked else "无数字",
    )
