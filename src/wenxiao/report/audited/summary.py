"""What is told of the audit of several files: JSON, SARIF, or each file's findings and a table at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from wenxiao.audit.registry import DocumentRule
from wenxiao.audit.suppression import Suppression, unused
from wenxiao.finding import SEVERITY_LABELS, Severity
from wenxiao.report.audited.as_json import unused_as_json
from wenxiao.report.audited.batch import Audited, Options
from wenxiao.report.audited.sarif import as_sarif as sarif_of
from wenxiao.report.audited.terminal import unused_lines
from wenxiao.report.columns import aligned, shorten


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
