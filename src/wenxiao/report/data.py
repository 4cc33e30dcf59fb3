"""The evaluation as data: results.json, and the open data package beside it.

In results.json every decimal is a string in its base unit (元, 人, 人次, %), so that no reader rounds it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wenxiao.engine.why import source_as_json
from wenxiao.evaluate import Results
from wenxiao.fact import Derivation, Fact
from wenxiao.files import write_atomically
from wenxiao.quantity import Quantity, format_quantity
from wenxiao.report import datapackage, findings, lookup, score_text
from wenxiao.standards.model import Standard


def write_data(results: Results, folder: Path) -> None:
    """Write results.json and the folder ``datapackage/`` into ``folder``.

    Raises:
        WenxiaoError: the folder cannot be written.
    """
    write_atomically(folder / "results.json", _json(as_json(results)))
    values = {key: value_as_json(fact.value) for key, fact in results.facts.facts.items()}
    resources = datapackage.resources(results, values)
    for resource in resources:
        write_atomically(folder / "datapackage" / resource.path, resource.content)
    described = datapackage.descriptor(results.package, resources)
    write_atomically(folder / "datapackage" / "datapackage.json", _json(described))


def as_json(results: Results) -> dict[str, Any]:
    """Give everything an evaluation found: scores, facts with their derivations, checks, and their inputs."""
    return {
        "unit": results.package.unit,
        "year": results.package.year,
        "engine_version": results.engine_version,
        "digest": results.digest,
        "standard": _standard(results.standard),
        "files": dict(sorted(results.package.digests.items())),
        "assumptions": list(results.package.assumptions),
        "scores": [score_text.as_json(card) for card in lookup.scorecards(results)],
        "facts": {key: fact_as_json(fact) for key, fact in results.facts.facts.items()},
        "checks": findings.as_json(results.outcomes),
    }


def fact_as_json(fact: Fact) -> dict[str, Any]:
    """Give a fact: value and bounds as decimal strings, sources, and how it was derived."""
    return {
        "title": fact.title,
        **value_as_json(fact.value),
        "reason": fact.reason,
        "sources": [source_as_json(source) for source in fact.sources],
        "derivation": _derivation(fact.derivation) if fact.derivation else None,
    }


def value_as_json(value: Quantity | str | None) -> dict[str, str | None]:
    """Give a value with its bounds and unit; ``text`` is how it reads, or the words of a text."""
    if not isinstance(value, Quantity):
        return {"value": None, "low": None, "high": None, "unit": "", "text": value or ""}
    low, high = (None if bound is None else f"{bound:f}" for bound in (value.low, value.high))
    return {
        "value": f"{value.value:f}",
        "low": low,
        "high": high,
        "unit": value.unit,
        "text": format_quantity(value),
    }


def _standard(standard: Standard) -> dict[str, str]:
    return {
        "code": standard.code,
        "title": standard.title,
        "version": standard.version,
        "digest": standard.digest,
    }


def _derivation(derivation: Derivation) -> dict[str, Any]:
    steps, inputs = list(derivation.steps), list(derivation.inputs)
    return {"formula": derivation.formula, "steps": steps, "inputs": inputs}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
