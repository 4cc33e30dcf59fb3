"""The list of findings of the audit page: filters by weight, by family and by words, and each finding with links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from wenxiao.audit.registry import FAMILY_TITLES
from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.place import TextPlace
from wenxiao.report.findings import within_file

_KEYS = "键盘：j 下一条，k 上一条，/ 查找，Esc 回到清单。"
_FAMILY_LETTERS = 3
_SHOWN_PLACES = 6


def findings_list(findings: Sequence[Finding]) -> str:
    """Give the list with its filters as HTML; finding ``n`` has the id ``finding<n>``, from 0."""
    if not findings:
        return "<p>没有发现问题。没有核对到的数字见左侧标记。</p>"
    items = "\n".join(_item(number, finding) for number, finding in enumerate(findings))
    return (
        f'<form id="filters" aria-label="筛选">{_severities(findings)}{_families(findings)}'
        '<label>查找 <input type="search" id="search" autocomplete="off"></label></form>'
        f'<p id="shown" role="status">共 {len(findings)} 条</p><p class="keys">{_KEYS}</p>\n'
        f'<ol id="list">\n{items}\n</ol>'
    )


def _severities(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return "".join(
        f'<label><input type="checkbox" name="severity" value="{severity}" checked> {label} {counts[severity]}</label> '
        for severity, label in SEVERITY_LABELS.items()
        if counts[severity]
    )


def _families(findings: Sequence[Finding]) -> str:
    counts = Counter(_family(finding) for finding in findings)
    options = "".join(
        f'<option value="{family}">{family} {title}（{counts[family]}）</option>'
        for family, title in FAMILY_TITLES.items()
        if counts[family]
    )
    return (
        '<label>类别 <select id="family" autocomplete="off">'
        f'<option value="">全部</option>{options}</select></label> '
    )


def _family(finding: Finding) -> str:
    return finding.rule[:_FAMILY_LETTERS]


def _item(number: int, finding: Finding) -> str:
    details = [f"<p>{escape(finding.message)}</p>"]
    details += [f'<p class="arithmetic">{escape(line)}</p>' for line in finding.arithmetic.splitlines()]
    details += [f"<p>建议：{escape(finding.suggestion)}</p>"] if finding.suggestion else []
    details += [_places(number, finding)]
    return (
        f'<li id="finding{number}" tabindex="-1" class="{finding.severity}" '
        f'data-severity="{finding.severity}" data-family="{_family(finding)}">'
        f'<h2><span class="severity">{SEVERITY_LABELS[finding.severity]}</span> <code>{escape(finding.rule)}</code> '
        f"{escape(finding.title)}</h2>{''.join(details)}</li>"
    )


def _places(number: int, finding: Finding) -> str:
    """Link the places of a finding; the first few are shown, the others on demand."""
    places = [place for place in finding.places if isinstance(place, TextPlace)]
    links = [f'<a href="#f{number}p{at}">{escape(within_file(place))}</a>' for at, place in enumerate(places)]
    shown, more = links[:_SHOWN_PLACES], links[_SHOWN_PLACES:]
    first = f'<p class="places">位置：{"、".join(shown)}</p>' if shown else ""
    rest = f"<details><summary>其余 {len(more)} 处</summary>{'、'.join(more)}</details>" if more else ""
    return first + rest
