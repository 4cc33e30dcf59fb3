from __future__ import annotations

import json

import pytest

from wenxiao.audit.reference import as_json, as_lines, as_markdown, explain_as_json, explain_lines
from wenxiao.audit.rules import DOCUMENT_RULES, RULES
from wenxiao.errors import WenxiaoError


def test_the_list_has_one_line_a_rule() -> None:
    assert as_lines()[2] == "WX103  错误  数据  收入总计与支出总计不等"
    assert len(as_lines()) == len(RULES) + len(DOCUMENT_RULES)
    assert any("报告" in line for line in as_lines())


def test_an_explanation_shows_both_examples_and_what_the_bad_one_leads_to() -> None:
    text = "\n".join(explain_lines("wx105"))
    assert text.startswith("WX105 基本支出与人员经费、公用经费之和不等（错误）")
    assert "依据：预算法实施条例第五条" in text
    assert "《收支决算》项目：公用经费，年初预算数：20，全年预算数：20，决算数：20" in text
    assert "《收支决算》项目：公用经费，年初预算数：20，全年预算数：20，决算数：21" in text
    assert "算式：80.00 + 21.00 = 101.00 ≠ 100.00" in text


def test_a_row_that_is_missing_in_the_bad_example_is_said_to_be() -> None:
    lines = explain_lines("WX403")
    assert lines[lines.index("错误的例子：") + 1] == "  没有这样的行。"


def test_the_same_is_there_for_machines() -> None:
    found = explain_as_json("WX312")
    assert found["bad"] == {"得分": [{"科学普及.得分": "100分"}]}
    assert found["findings"][0]["message"] == "2 个项目都是 100 分"
    assert json.loads(json.dumps(as_json()))[0]["code"] == "WX101"


def test_an_unknown_code_is_refused_with_codes_like_it() -> None:
    with pytest.raises(WenxiaoError, match=r"没有规则「WX499」.*WX401、WX402.*wenxiao rules"):
        explain_lines("WX499")
    with pytest.raises(WenxiaoError, match=r"没有规则「E501」.*wenxiao rules"):
        explain_as_json("E501")


def test_the_page_is_made_of_tables_that_markdown_reads() -> None:
    tables = [block for block in as_markdown().split("\n\n") if block.startswith("| ")]
    for table in tables:
        assert len({line.count(" | ") for line in table.splitlines()}) == 1
    assert len(tables) > len(RULES)
