"""The derivations of the facts a report shows, as the JSON embedded in the HTML page, each fact once.

The page draws the tree itself by following ``inputs``, so a fact used by many others is stored once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypedDict

from wenxiao.engine.why import WhyNode, as_json
from wenxiao.fact import Assumption, Clause, Fact, FactTable, Source
from wenxiao.place import CellPlace, TextPlace

_WHERE = "来源"
_BASIS = "依据"
_ASSUMED = "假定"


class Record(TypedDict):
    """What the page knows of a fact; ``sources`` pairs a label with the lines below it."""

    title: str
    value: str
    reason: str
    formula: str
    steps: list[str]
    inputs: list[str]
    sources: list[tuple[str, list[str]]]


def records(keys: Iterable[str], facts: FactTable) -> dict[str, Record]:
    """Collect the facts of ``keys`` and all they were computed from, each once, in order of need."""
    found: dict[str, Record] = {}
    waiting = list(keys)[::-1]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found[key] = _record(facts[key], facts)
            waiting.extend(found[key]["inputs"][::-1])
    return found


def as_script(found: dict[str, Record]) -> str:
    """Write the records as JSON that is safe inside a ``<script>`` element of a page."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _record(fact: Fact, facts: FactTable) -> Record:
    """Tell of one fact what ``wenxiao why`` tells of it, its inputs by key."""
    told = as_json(WhyNode(fact))
    inputs = (facts.resolve(name) for name in (fact.derivation.inputs if fact.derivation else ()))
    return Record(
        title=fact.title,
        value=told["shown"],
        reason=fact.reason,
        formula=told["formula"],
        steps=told["steps"],
        inputs=[key for key in inputs if key],
        sources=_sources(fact.sources),
    )


def _sources(sources: Iterable[Source]) -> list[tuple[str, list[str]]]:
    lines: dict[str, list[str]] = {}
    for label, line in map(_line, sources):
        lines.setdefault(label, []).append(line)
    return [(label, lines[label]) for label in (_WHERE, _BASIS, _ASSUMED) if label in lines]


def _line(source: Source) -> tuple[str, str]:
    match source:
        case CellPlace(written=written):
            return _WHERE, f"{source}，填写的是“{written}”"
        case TextPlace(text=written):
            return _WHERE, f"{source}，原文“{written}”"
        case Clause(document, clause, verified):
            checked = "已核对原文" if verified else "未核对原文"
            return _BASIS, f"{' '.join(filter(None, (document, clause)))}（{checked}）"
        case Assumption(text):
            return _ASSUMED, text
