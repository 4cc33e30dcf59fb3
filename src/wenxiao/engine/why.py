"""Why a figure is what it is: the path from a fact through its formulas to cells, assumptions and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wenxiao.engine.compute import shown
from wenxiao.errors import WenxiaoError
from wenxiao.fact import Assumption, Clause, Fact, FactTable, Source, name_key
from wenxiao.nearest import suggestion
from wenxiao.place import CellPlace, place_as_json
from wenxiao.quantity import Quantity

# A sum of hundreds of payments is cited in full in JSON; a person is shown the first few.
_SHOWN_SOURCES = 6


@dataclass(frozen=True, slots=True)
class WhyNode:
    """A fact and what it rests on. ``is_repeated``: it was explained above and is not taken apart again."""

    fact: Fact
    inputs: tuple[WhyNode, ...] = ()
    is_repeated: bool = False


def explain(facts: FactTable, name: str) -> WhyNode:
    """Give the tree from a fact down to its sources.

    ``name`` is a key, an alias (an indicator's code), or the end of exactly one key.

    Raises:
        WenxiaoError: nothing has this name (the nearest are listed), or several things do.
    """
    return _node(facts, _find(facts, name), set())


def lines(node: WhyNode) -> list[str]:
    """Draw the tree as text, one line for each fact, step and source."""
    return [_headline(node), *_branches(node, "")]


def as_json(node: WhyNode) -> dict[str, Any]:
    """Give the tree as plain values: numbers as strings, sources with their kind."""
    fact = node.fact
    value = fact.value
    return {
        "key": fact.key,
        "title": fact.title,
        "value": str(value.value) if isinstance(value, Quantity) else value,
        "unit": value.unit if isinstance(value, Quantity) else "",
        "shown": _shown(fact),
        "reason": fact.reason,
        "formula": fact.derivation.formula if fact.derivation else "",
        "steps": list(fact.derivation.steps) if fact.derivation else [],
        "sources": [source_as_json(source) for source in fact.sources],
        "repeated": node.is_repeated,
        "inputs": [as_json(child) for child in node.inputs],
    }


def _node(facts: FactTable, key: str, seen: set[str]) -> WhyNode:
    fact = facts.facts[key]
    inputs = fact.derivation.inputs if fact.derivation else ()
    if key in seen:
        return WhyNode(fact, is_repeated=bool(inputs))
    seen.add(key)
    return WhyNode(fact, tuple(_node(facts, name, seen) for name in inputs if name in facts.facts))


def _find(facts: FactTable, name: str) -> str:
    found = facts.resolve(name)
    if found is not None:
        return found
    wanted = _unaliased(facts, ".".join(name_key(part) for part in name.split(".")))
    ending = [key for key in facts if key.endswith(f".{wanted}")] if wanted else []
    if len(ending) == 1:
        return ending[0]
    if ending:
        raise WenxiaoError(f"「{name}」不止一个：{_listed(ending)}。请写出全名。")
    raise WenxiaoError(f"没有叫「{name}」的数字。{suggestion(wanted, facts)}全部名称见 wenxiao facts。")


def _unaliased(facts: FactTable, wanted: str) -> str:
    head, dot, rest = wanted.partition(".")
    return f"{facts.aliases.get(head, head)}{dot}{rest}"


def _listed(keys: Sequence[str]) -> str:
    rest = f" 等 {len(keys)} 个" if len(keys) > 10 else ""
    return "、".join(f"「{key}」" for key in keys[:10]) + rest


def _headline(node: WhyNode) -> str:
    fact = node.fact
    reason = f"，因为{fact.reason}" if fact.value is None and fact.reason else ""
    above = "（见上）" if node.is_repeated else ""
    return f"{fact.title} = {_shown(fact)}{reason}{above}"


def _shown(fact: Fact) -> str:
    if fact.value is None:
        return "无法评定"
    return shown(fact.value) if isinstance(fact.value, Quantity) else fact.value


def _branches(node: WhyNode, indent: str) -> Iterator[str]:
    """Draw what hangs below a node: notes first, then its inputs."""
    if node.is_repeated:
        return
    below: list[str | WhyNode] = [*_notes(node.fact), *node.inputs]
    for number, part in enumerate(below, 1):
        is_last = number == len(below)
        head, tail = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
        if isinstance(part, str):
            yield f"{indent}{head}{part}"
        else:
            yield f"{indent}{head}{_headline(part)}"
            yield from _branches(part, indent + tail)


def _notes(fact: Fact) -> Iterator[str]:
    if fact.derivation and fact.derivation.formula:
        yield f"公式：{fact.derivation.formula}"
    for step in fact.derivation.steps if fact.derivation else ():
        yield f"算式：{step}"
    for source in fact.sources[:_SHOWN_SOURCES]:
        yield _source_line(source)
    if len(fact.sources) > _SHOWN_SOURCES:
        yield f"另有 {len(fact.sources) - _SHOWN_SOURCES} 处来源"


def _source_line(source: Source) -> str:
    match source:
        case Clause(document, clause, verified):
            mark = "" if verified else "（条文未核对）"
            return f"依据：{document} {clause}".rstrip() + mark
        case Assumption(text):
            return f"假定：{text}"
        case CellPlace():
            return f"来源：{source}，填写的是“{source.written}”"
        case _:
            return f"来源：{source}"


def source_as_json(source: Source) -> dict[str, Any]:
    """Give a source as an object whose ``kind`` is cell, text, clause or assumption."""
    match source:
        case Clause(document, clause, verified):
            return {"kind": "clause", "document": document, "clause": clause, "verified": verified}
        case Assumption(text):
            return {"kind": "assumption", "text": text}
        case _:
            return place_as_json(source)
