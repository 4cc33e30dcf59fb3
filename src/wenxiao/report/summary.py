"""The evaluation on one screen: totals, scores, what could not be assessed and why, findings; the facts by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wenxiao.evaluate import Results
from wenxiao.fact import Fact, FactTable, name_key
from wenxiao.finding import Verdict
from wenxiao.quantity import Quantity
from wenxiao.report import findings, lookup, score_text
from wenxiao.report.columns import aligned, shorten, wrap
from wenxiao.report.figures import figure, shown

_TOTALS = ("收入总计", "本年支出合计", "预算执行率")
_PARTS = ("基本支出", "项目支出")
_FIRST_FINDINGS = 5
_INDENT = "  "
_KEY_WIDTH = 60


def as_lines(results: Results) -> list[str]:
    """Give the summary as lines of at most 100 columns, tables aligned by East Asian width."""
    return [
        *_opening(results),
        *(_amounts(results.facts, names) for names in (_TOTALS, _PARTS)),
        "",
        *score_text.overview(lookup.scorecards(results)),
        "",
        *_finding_lines(results),
    ]


def score_lines(results: Results) -> list[str]:
    """Give the scores in full: the overview, then every indicator of every card."""
    cards = lookup.scorecards(results)
    lines = [*_opening(results), "", *score_text.overview(cards)]
    for card in cards:
        lines += ["", f"{card.name}（{card.scheme}）", *score_text.details(card)]
    return lines


def _opening(results: Results) -> list[str]:
    return wrap(f"{results.package.unit} {results.package.year} 年度　评价标准：{results.standard.title}")


def _amounts(facts: FactTable, names: tuple[str, ...]) -> str:
    return "　".join(f"{name} {figure(facts, name).text}" for name in names)


def _finding_lines(results: Results) -> Iterator[str]:
    listed = results.findings
    yield f"检查发现：{findings.counted(listed)}"
    for finding in listed[:_FIRST_FINDINGS]:
        yield from wrap(f"{_INDENT}{findings.headline(finding)}", indent=_INDENT * 2)
    if len(listed) > _FIRST_FINDINGS:
        yield f"{_INDENT}其余 {len(listed) - _FIRST_FINDINGS} 条请用 wenxiao check 查看。"
    unknown = sum(outcome.verdict is Verdict.NOT_ASSESSABLE for outcome in results.outcomes)
    if unknown:
        yield f"另有 {unknown} 项检查因缺少数据无法判断，不视为通过。"


def as_json(results: Results) -> dict[str, Any]:
    """Give the summary as data; amounts and points are decimal strings, amounts in base units."""
    return {
        "unit": results.package.unit,
        "year": results.package.year,
        "standard": results.standard.title,
        "engine_version": results.engine_version,
        "digest": results.digest,
        "totals": {name: _total(results.facts, name) for name in (*_TOTALS, *_PARTS)},
        "scores": [score_text.as_json(card) for card in lookup.scorecards(results)],
        "findings": findings.as_json(results.outcomes)["counts"],
    }


def _total(facts: FactTable, name: str) -> dict[str, str] | None:
    key = facts.resolve(name)
    value = facts.facts[key].value if key else None
    return {"value": f"{value.value:f}", "unit": value.unit} if isinstance(value, Quantity) else None


def fact_lines(facts: FactTable, part: str = "") -> list[str]:
    """List the facts whose key contains ``part``: the name to refer to it by, and its value or why none."""
    rows = [
        (fact.key, shown(fact) if fact.value is not None else f"（{fact.reason}）")
        for fact in _named(facts, part)
    ]
    narrow = [(shorten(key, _KEY_WIDTH), value) for key, value in rows]
    return aligned(narrow) if narrow else [f"没有名称含「{part}」的数据。"]


def facts_as_json(facts: FactTable, part: str = "") -> list[dict[str, Any]]:
    """Give the facts whose key contains ``part`` as data; values are decimal strings in base units."""
    return [_fact(fact) for fact in _named(facts, part)]


def _named(facts: FactTable, part: str) -> list[Fact]:
    wanted = ".".join(name_key(piece) for piece in part.split("."))
    return [fact for key, fact in facts.facts.items() if wanted in key]


def _fact(fact: Fact) -> dict[str, Any]:
    quantity = fact.value if isinstance(fact.value, Quantity) else None
    return {
        "key": fact.key,
        "title": fact.title,
        "value": f"{quantity.value:f}" if quantity else fact.value,
        "unit": quantity.unit if quantity else "",
        "reason": fact.reason,
    }
