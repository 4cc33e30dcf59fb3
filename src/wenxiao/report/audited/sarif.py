"""The results of audits as SARIF 2.1.0, the format code hosts and editors read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wenxiao.audit.registry import DocumentRule
from wenxiao.finding import Severity
from wenxiao.settings import ENGINE_VERSION

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(
    audits: Iterable[tuple[str, Mapping[str, Any]]], rules: Iterable[DocumentRule]
) -> dict[str, Any]:
    """Give one run over all audited files; each is its URI and its audit as JSON."""
    listed = list(rules)
    numbers = {rule.code: number for number, rule in enumerate(listed)}
    results = [
        _result(finding, uri, numbers, suppressed=suppressed)
        for uri, audit in audits
        for suppressed in (False, True)
        for finding in audit["suppressed" if suppressed else "findings"]
    ]
    driver = {"name": "wenxiao", "version": ENGINE_VERSION, "rules": [_rule(rule) for rule in listed]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: DocumentRule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    finding: Mapping[str, Any], uri: str, numbers: Mapping[str, int], *, suppressed: bool
) -> dict[str, Any]:
    told = [finding["message"], finding["arithmetic"], finding["suggestion"]]
    first, *others = [_location(place, uri) for place in finding["places"]] or [_artifact(uri)]
    result = {
        "ruleId": finding["rule"],
        "ruleIndex": numbers[finding["rule"]],
        "level": _LEVELS[Severity(finding["severity"])],
        "message": {"text": "\n".join(text for text in told if text)},
        "locations": [first],
        "relatedLocations": others,
    }
    if suppressed:
        result["suppressions"] = [{"kind": "external", "justification": finding["reason"]}]
    return result


def _artifact(uri: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri}}}


def _location(place: Mapping[str, Any], uri: str) -> dict[str, Any]:
    """Give file and range; the line and column are those of the extracted text."""
    location = _artifact(uri)
    location["physicalLocation"]["region"] = {
        "startLine": place["line"],
        "startColumn": place["column"],
        "charOffset": place["start"],
        "charLength": place["end"] - place["start"],
        "snippet": {"text": place["text"]},
    }
    return location
