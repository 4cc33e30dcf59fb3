"""Prose against the totals of accounting forms."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.text_table import claims_between_text_and_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

FORM = """

支出决算表
单位：万元
科目编码	科目名称	合计	基本支出	项目支出
合计		8765.43	5432.10	3333.33
205	教育支出	8765.43	5432.10	3333.33

“三公”经费支出决算表
单位：万元
合计		公务接待费
预算数	决算数	预算数	决算数
2.60	1.90	0.80	0.30
"""


def told(sentence: str) -> list[tuple[str, str, Verdict]]:
    """Give both figures and the verdict of every claim between a sentence and the forms."""
    return [
        (claim.result.figure.text, claim.operands[0].figure.text, judge(claim).verdict)
        for claim in claims_between_text_and_tables(read(document_of(sentence + FORM, "例.txt")))
        if claim.result.figure and claim.operands[0].figure
    ]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("项目支出3333.33万元，用于校舍维修。", ("3333.33万元", "3333.33", Verdict.PASS)),
        ("项目支出3383.33万元，用于校舍维修。", ("3383.33万元", "3333.33", Verdict.FAIL)),
        ("公务接待费支出决算为0.30万元。", ("0.30万元", "0.30", Verdict.PASS)),
        ("公务接待费支出决算为0.90万元。", ("0.90万元", "0.30", Verdict.FAIL)),
        ("“三公”经费支出预算为2.60万元。", ("2.60万元", "2.60", Verdict.PASS)),
    ],
)
def test_what_is_about_the_same_must_agree(sentence: str, claim: tuple[str, str, Verdict]) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(
    "sentence",
    [
        "项目支出2100.50万元，用于校舍维修。",
        "政府性基金项目支出3383.33万元。",
        "比上年项目支出减少3383.33万元。",
        "其中外宾接待支出0.10万元。",
    ],
)
def test_what_may_be_another_amount_is_not_claimed(sentence: str) -> None:
    assert told(sentence) == []
