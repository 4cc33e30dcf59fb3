"""The rules for readers: the list, one rule explained, and docs/rules.md, all from the registry.

An explanation runs the rule's own bad example, so that it shows the finding a person would get.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wenxiao.audit.example import Cells, Example
from wenxiao.audit.findings import findings_by
from wenxiao.audit.registry import DocumentRule, Rule
from wenxiao.audit.rules import DOCUMENT_RULES, RULES
from wenxiao.audit.trial import ledger_of, manuscript_for
from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import WenxiaoError
from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.grid import markdown_grid

AnyRule = Rule | DocumentRule
ALL_RULES: tuple[AnyRule, ...] = tuple(sorted((*RULES, *DOCUMENT_RULES), key=lambda rule: rule.code))
"""The rules of both kinds by code: for the data of a package, and for a document."""

_KINDS = {Rule: "数据", DocumentRule: "报告"}
_HEAD = """# 规则

本页由 `wenxiao.audit.reference` 生成，请勿手工修改。规则的结果有四种：通过、不通过、不适用、无法判断；
数据不足的一律是无法判断，不会算作通过。对象为数据的规则由 `wenxiao check` 使用，对象为报告的由
`wenxiao audit` 使用。依据中注明“未核对原文”的，条款来自二手资料，使用前请核对。
"""


def as_lines() -> list[str]:
    """List all rules, one a line: code, severity, what it looks at, title."""
    return [
        f"{rule.code}  {SEVERITY_LABELS[rule.severity]}  {_KINDS[type(rule)]}  {rule.title}"
        for rule in ALL_RULES
    ]


def as_json() -> list[dict[str, Any]]:
    """List all rules as objects."""
    return [_summary(rule) for rule in ALL_RULES]


def explain_lines(code: str) -> list[str]:
    """Explain one rule: meaning, basis, a good and a bad example, and what the bad one leads to.

    Raises:
        WenxiaoError: there is no such rule.
    """
    rule = _find(code)
    good, bad = _example_lines(rule)
    lines = [f"{rule.code} {rule.title}（{SEVERITY_LABELS[rule.severity]}）", "", rule.explanation, ""]
    lines += [f"依据：{rule.basis}", "", *_data_lines(rule)]
    lines += ["正确的例子：", *good, "", "错误的例子：", *bad, ""]
    return lines + [line for finding in _findings(rule) for line in _finding_lines(finding)]


def explain_as_json(code: str) -> dict[str, Any]:
    """Explain one rule as an object.

    An example for a document is its text; one for a data package holds the rows in which it differs from
    the other.

    Raises:
        WenxiaoError: there is no such rule.
    """
    rule = _find(code)
    return _summary(rule) | {
        **_examples_as_json(rule),
        "findings": [
            {"message": one.message, "arithmetic": one.arithmetic, "suggestion": one.suggestion}
            for one in _findings(rule)
        ],
    }


def as_markdown() -> str:
    """Write all rules as the page docs/rules.md."""
    listed = (
        (
            f"[{one.code}](#{one.code.lower()})",
            SEVERITY_LABELS[one.severity],
            _KINDS[type(one)],
            one.title,
        )
        for one in ALL_RULES
    )
    sections = (line for rule in ALL_RULES for line in _section(rule))
    return "\n".join([_HEAD, *markdown_grid(("代码", "级别", "对象", "规则"), listed), *sections, ""])


def _find(code: str) -> AnyRule:
    for rule in ALL_RULES:
        if rule.code == code.strip().upper():
            return rule
    codes = [rule.code for rule in ALL_RULES]
    near = [known for known in codes if known[:3] == code.strip().upper()[:3]] or [codes[0], "…"]
    raise WenxiaoError(
        f"没有规则「{code}」。相近的规则有：{'、'.join(near)}。用 wenxiao rules 可以列出全部规则。"
    )


def _summary(rule: AnyRule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "title": rule.title,
        "basis": rule.basis,
        "explanation": rule.explanation,
    }


def _findings(rule: AnyRule) -> list[Finding]:
    if isinstance(rule, DocumentRule):
        return list(findings_by([rule], manuscript_for(rule, rule.bad)))
    outcomes = rule.apply(ledger_of(rule.bad))
    return [outcome.finding for outcome in outcomes if outcome.finding]


def _example_lines(rule: AnyRule) -> tuple[list[str], list[str]]:
    if isinstance(rule, DocumentRule):
        return _text_lines(rule.good), _text_lines(rule.bad)
    return list(_rows(rule.good, rule.bad)), list(_rows(rule.bad, rule.good))


def _data_lines(rule: AnyRule) -> list[str]:
    """Say what the data hold that the examples of a rule are compared with; nothing for other rules."""
    if not isinstance(rule, DocumentRule) or not rule.data:
        return []
    return [f"数据：{'，'.join(f'{key} {value}' for key, value in rule.data.items())}", ""]


def _text_lines(text: str) -> list[str]:
    return [f"  {line}".rstrip() for line in text.splitlines()]


def _examples_as_json(rule: AnyRule) -> dict[str, Any]:
    if isinstance(rule, DocumentRule):
        return {**({"data": dict(rule.data)} if rule.data else {}), "good": rule.good, "bad": rule.bad}
    return {
        "good": {**_difference(rule.good, rule.bad), **_scores(rule.good, rule.bad)},
        "bad": {**_difference(rule.bad, rule.good), **_scores(rule.bad, rule.good)},
    }


def _difference(shown: Example, other: Example) -> dict[str, list[Cells]]:
    """Give the rows of one example that the other lacks, by the title of their table."""
    differing = {
        core_catalogue().tables[name].title: [row for row in rows if row not in other.tables[name]]
        for name, rows in shown.tables.items()
    }
    return {title: rows for title, rows in differing.items() if rows}


def _scores(shown: Example, other: Example) -> dict[str, list[Cells]]:
    scores = {key: text for key, text in shown.facts.items() if other.facts.get(key) != text}
    return {"得分": [scores]} if scores else {}


def _rows(shown: Example, other: Example) -> Iterator[str]:
    tables = _difference(shown, other) | _scores(shown, other)
    for title, rows in tables.items():
        for row in rows:
            yield f"  《{title}》" + "，".join(f"{name}：{text}" for name, text in row.items() if text)
    if not tables:
        yield "  没有这样的行。"


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"错误的例子会得到：{finding.message}。"
    if finding.arithmetic:
        yield f"  算式：{finding.arithmetic}"
    yield f"  建议：{finding.suggestion}"


def _section(rule: AnyRule) -> Iterator[str]:
    yield from ("", f"## {rule.code}", "", f"**{rule.title}**（{SEVERITY_LABELS[rule.severity]}）", "")
    yield from (rule.explanation, "", f"依据：{rule.basis}")
    yield from _shown_texts(rule) if isinstance(rule, DocumentRule) else _shown_rows(rule)
    for finding in _findings(rule):
        arithmetic = f"。算式：{finding.arithmetic}" if finding.arithmetic else ""
        yield from ("", f"> {finding.message}{arithmetic}。{finding.suggestion}")


def _shown_texts(rule: DocumentRule) -> Iterator[str]:
    yield from ["", *_data_lines(rule)][:-1]
    for heading, text in (("合规", rule.good), ("违规", rule.bad)):
        yield from ("", f"{heading}样例：", "", "```text", *text.splitlines(), "```")


def _shown_rows(rule: Rule) -> Iterator[str]:
    for heading, shown, other in (("合规", rule.good, rule.bad), ("违规", rule.bad, rule.good)):
        yield from ("", f"{heading}样例（与另一样例不同的行）：")
        yield from _tables(_difference(shown, other) | _scores(shown, other))


def _tables(tables: dict[str, list[Cells]]) -> Iterator[str]:
    for title, rows in tables.items():
        yield from ("", f"《{title}》", "")
        yield from markdown_grid(tuple(rows[0]), (row.values() for row in rows))
    if not tables:
        yield from ("", "没有这样的行。")
