from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.examine import examine
from wenxiao.documents.text import document_of

Stated = Callable[[str], list[str]]


def growths(claims: list[str]) -> list[str]:
    return [claim for claim in claims if claim.startswith("growth")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "收、支总计均为[2816.40万元]。与上年相比，收、支总计各增加[213.55万元]，增长[8.20%]。",
            "growth pass 213.55 ÷ (2816.40 - 213.55) × 100 = 8.20",
        ),
        (
            "购置费预算[25.00万元]，支出决算[18.36万元]，完成预算的[73.44%]；较上年减少[1.64万元]，下降[8.02%]。",
            "growth fail 1.64 ÷ (18.36 + 1.64) × 100 = 8.20 ≠ 8.02",
        ),
        (
            "运行经费[168.00万元]（与公用经费之和一致），比年初预算数减少[12.00万元]，降低[6.67%]。",
            "growth pass 12.00 ÷ (168.00 + 12.00) × 100 = 6.67",
        ),
        (
            "运行经费[168.00万元]（含本级、下属，不含专户），比上年减少[12.00万元]，下降[6.67%]。",
            "growth pass 12.00 ÷ (168.00 + 12.00) × 100 = 6.67",
        ),
        (
            "收入完成[24000万元]，完成预算数[60000万元]的[40.00%]，比上年减收[1000万元]，下降[4.00%]。",
            "growth pass 1000.00 ÷ (24000.00 + 1000.00) × 100 = 4.00",
        ),
        (
            "收入完成[38.3亿元]，同比增长[20.4%]，增收[6.5亿元]。",
            "growth pass 65000.00 ÷ (383000.00 - 65000.00) × 100 = 20.44 ≈ 20.40",
        ),
        (
            "民生支出[19.83亿元]，较上年同期增加支出[3.52亿元]，增幅达[21.58%]。",
            "growth pass 35200.00 ÷ (198300.00 - 35200.00) × 100 = 21.58",
        ),
        (
            "秋粮产量[10418.4亿元]斤，增加[198.4亿元]斤，增长[9.1%]。",
            "growth fail 1984000.00 ÷ (104184000.00 - 1984000.00) × 100 = 1.94 ≠ 9.10",
        ),
        (
            "工业用水[900.00万元]（其中冷却水[400.00万元]），比上年增加[100.00万元]，增长[12.50%]。",
            "growth pass 100.00 ÷ (900.00 - 100.00) × 100 = 12.50",
        ),
    ],
)
def test_a_change_finds_what_it_is_of(stated: Stated, text: str, claim: str) -> None:
    assert growths(stated(text)) == [claim]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("收入[120.00万元]，比上年减少[20.00万元]，增长[20.00%]。", "fail"),
        ("收入[120.00万元]，比上年增加[20.00万元]，下降[20.00%]。", "fail"),
        ("人口[218.70万人]，比上年减少[8630人]，增长[0.4%]。", "fail"),
        ("支出[5308.00万元]，比上年增支[27580.00万元]，下降[83.9%]。", "fail"),
        ("收入[120.00万元]，比上年增加（减少）[20.00万元]，增长（下降）[20.00%]。", "pass"),
        ("收入[120.00万元]，比上年增加（减少）[20.00万元]，增长（下降）[14.29%]。", "pass"),
        ("收入[120.00万元]，比上年减少（增加）[20.00万元]，下降（增长）[50.00%]。", "fail"),
    ],
)
def test_words_of_direction_must_agree(stated: Stated, text: str, verdict: str) -> None:
    assert [one.split()[1] for one in growths(stated(text))] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "地方收入（同口径）完成[30161万元]，同比增长[14.6%]，增收[4376万元]。",
        "场馆[1677个]，比上年增加[152个]，展厅面积增长[13.03%]。",
        "三公经费[10.00万元]，其中接待费较上年减少[2.00万元]，下降[20.00%]。",
        "甲支出[100.00万元]，乙支出[90.00万元]。与上年相比增加[5.00万元]，增长[9.00%]。",
        "乙支出[90.00万元]。\n与上年相比增加[5.00万元]，增长[9.00%]。",
    ],
)
def test_a_change_of_something_else_claims_no_failing_growth(stated: Stated, text: str) -> None:
    assert [one for one in growths(stated(text)) if " fail " in one] == []


def test_words_that_contradict_each_other_are_told_as_a_wrong_direction() -> None:
    findings = examine(document_of("收入120.00万元，比上年减少20.00万元，增长20.00%。", "例.txt")).findings
    assert "WX139" in {finding.rule for finding in findings}


def test_words_of_comparing_at_the_head_name_nothing(stated: Stated) -> None:
    told = "经汇总,2024年区本级财政开支印刷经费[86.40万元],其中:会议用[32.40万元],宣传用[54.00万元]。"
    found = stated(f"{told}\n经比较,2024年区本级财政开支印刷经费较上年决算减少[9.60万元],下降[10%]。")

    assert growths(found) == ["growth pass 9.60 ÷ (86.40 + 9.60) × 100 = 10.00"]
