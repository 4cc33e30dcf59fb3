"""Findings as text for the terminal and as JSON for other systems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wenxiao.finding import SEVERITY_LABELS, Finding, Outcome, Verdict
from wenxiao.place import CellPlace, Place, TextPlace, place_as_json
from wenxiao.report.columns import wrap

VERDICT_LABELS = {
    Verdict.PASS: "通过",
    Verdict.FAIL: "不通过",
    Verdict.NOT_APPLICABLE: "不适用",
    Verdict.NOT_ASSESSABLE: "无法判断",
}

_NOTHING_CHECKED = (
    "没有一项检查能够进行：数据表还没有填写，或缺少所需的数。请填写后再检查；原因见 wenxiao check --all。"
)
_INDENT = " " * 6
_CONTINUED = " " * 12


def as_lines(findings: Iterable[Finding]) -> list[str]:
    """Give each finding as a few lines: what, where, the arithmetic, what to do. Nothing found: one line."""
    return [line for finding in findings for line in _lines(finding)] or ["没有发现问题。"]


def _lines(finding: Finding) -> Iterator[str]:
    yield from wrap(headline(finding), indent=_INDENT)
    yield from wrap(_INDENT + finding.message, indent=_INDENT)
    for place in gathered_places(finding.places):
        yield from wrap(f"{_INDENT}位置：{place}", indent=_CONTINUED)
    for title, text in (("算式", finding.arithmetic), ("建议", finding.suggestion)):
        if text:
            yield from wrap(f"{_INDENT}{title}：{text}", indent=_CONTINUED)


def gathered_places(places: Sequence[Place]) -> Iterator[str]:
    """Name places as a reader looks for them: the cells of one column together, a range of text alone."""
    columns: dict[tuple[str, str, str], list[CellPlace]] = {}
    for place in places:
        if isinstance(place, CellPlace):
            columns.setdefault((place.file, place.sheet, place.column), []).append(place)
        else:
            yield str(place)
    for first, *others in columns.values():
        rows = "、".join(str(cell.row) for cell in (first, *others))
        yield f"「{first.file}」工作表「{first.sheet}」第 {rows} 行 {first.column} 列（{first.title}）"


def within_file(place: TextPlace) -> str:
    """Name a place for a reader who knows which file is meant."""
    return str(place).removeprefix(f"「{place.file}」")


def outcome_lines(outcomes: Sequence[Outcome], *, show_all: bool = False) -> list[str]:
    """Give the findings, the heaviest first, then how many outcomes there were of each verdict.

    With ``show_all`` the rules that passed, did not apply or could not be assessed are listed too.
    """
    listed = [outcome.finding for outcome in outcomes if outcome.finding]
    counts = Counter(outcome.verdict for outcome in outcomes)
    lines = as_lines(sorted(listed, key=lambda finding: (finding.severity.weight, finding.rule)))
    if not counts[Verdict.PASS] + counts[Verdict.FAIL]:
        lines = [_NOTHING_CHECKED]
    others = [outcome for outcome in outcomes if show_all and not outcome.finding]
    for outcome in others:
        reason = f"：{outcome.reason}" if outcome.reason else ""
        lines += wrap(
            f"{outcome.rule} {VERDICT_LABELS[outcome.verdict]} {outcome.subject}{reason}", indent=_INDENT
        )
    verdicts = "、".join(f"{label} {counts[verdict]} 项" for verdict, label in VERDICT_LABELS.items())
    return [*lines, "", f"检查结果：{verdicts}。发现：{counted(listed)}。"]


def headline(finding: Finding) -> str:
    """Give code, severity, title and subject of a finding on one line."""
    subject = f"（{finding.subject}）" if finding.subject else ""
    return f"{finding.rule} {SEVERITY_LABELS[finding.severity]} {finding.title}{subject}"


def counted(findings: Iterable[Finding]) -> str:
    """Count findings by severity: ``错误 2 条、警告 5 条、提示 0 条``."""
    counts = Counter(finding.severity for finding in findings)
    return "、".join(f"{label} {counts[severity]} 条" for severity, label in SEVERITY_LABELS.items())


def as_json(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Give all outcomes, in order, with the count of each verdict."""
    listed = list(outcomes)
    counts = Counter(outcome.verdict for outcome in listed)
    return {
        "counts": {verdict.value: counts[verdict] for verdict in Verdict},
        "outcomes": [_outcome(outcome) for outcome in listed],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "rule": outcome.rule,
        "subject": outcome.subject,
        "verdict": outcome.verdict.value,
        "reason": outcome.reason,
        "finding": _finding(outcome.finding) if outcome.finding else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": finding.title,
        "subject": finding.subject,
        "message": finding.message,
        "places": [place_as_json(place) for place in finding.places],
        "arithmetic": finding.arithmetic,
        "suggestion": finding.suggestion,
    }
