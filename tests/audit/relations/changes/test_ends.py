from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.examine import manuscript_of

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("甲年办结[800件]，乙年办结[960件]，增长[20%]。", ""),
        ("办结[960件]，比上年的[800件]，与目标相比增长[4%]。", ""),
        (
            "三公经费决算[21.34万元]，完成[82.08%]；比上年决算[19.88万元]减少[1.46万元]。",
            "difference fail 19.88 - 21.34 = -1.46 ≠ 1.46",
        ),
        (
            "收入完成[36.20亿元]，为预算[34.00亿元]的[106.47%]，比上年决算数[33.40亿元]增长[8.38%]。",
            "growth pass (362000.00 - 334000.00) ÷ 334000.00 × 100 = 8.38",
        ),
        (
            "三公经费支出[9.60万元]，与年初预算[12.00万元]相比，增加[2.40万元]。",
            "difference fail 9.60 - 12.00 = -2.40 ≠ 2.40",
        ),
        (
            "常住人口与上次普查的[725482人]相比，增加[25907人]，下降[3.57%]。",
            "growth fail 25907 ÷ 725482 × 100 = 3.57 ≠ -3.57",
        ),
        ("达标率[98.0%]，较上年的[97.0%]提高[2.0个百分点]。", "difference fail 98 - 97 = 1 ≠ 2"),
        (
            "预算[26.00万元]，决算[21.00万元]，完成预算的[80.77%]，比预算减少[6.00万元]。",
            "difference fail 26.00 - 21.00 = 5.00 ≠ 6.00",
        ),
    ],
)
def test_both_ends_of_a_change_are_found(stated: Stated, text: str, claim: str) -> None:
    found = stated(text)
    assert claim in found if claim else found == []


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("2022年办结案件800件，2023年办结案件960件，增长20%。", ClaimKind.GROWTH, "pass"),
        ("2023年办结案件960件，2022年办结案件800件，增长30%。", ClaimKind.GROWTH, "fail"),
        ("2022年办结案件800件，2023年办结案件960件，同比减少160件。", ClaimKind.DIFFERENCE, "fail"),
        ("2023年参保率96.8%，2022年参保率95.5%，同比提高2.3个百分点。", ClaimKind.DIFFERENCE, "fail"),
        ("参保率96.8%，较上年提高1.3个百分点；上年参保率为95.5%。", ClaimKind.DIFFERENCE, "pass"),
        ("2022年发放5850万元，2023年增加585万元，增长10%。", ClaimKind.GROWTH, "pass"),
        (
            "2010年(境)外费支出2688.03万元，2011年拨款预算2281万元，与2010年支出相比，减少15%。",
            ClaimKind.GROWTH,
            "pass",
        ),
        (
            "2010年(境)外费支出2688.03万元，2011年拨款预算2281万元，与2010年支出相比，减少16%。",
            ClaimKind.GROWTH,
            "fail",
        ),
        ("造价由每公里486万元降为463万元，每公里节省23万元，降幅4.7%。", ClaimKind.GROWTH, "pass"),
        ("造价由每公里486万元降为463万元，每公里节省23万元，降幅5.7%。", ClaimKind.GROWTH, "fail"),
        ("经费31396.25亿元，首次超过3万亿元，比上年的29221.45亿元增长7.54%。", ClaimKind.GROWTH, "fail"),
        ("人均收入在上年13940元基础上增加1868元，增长14.4%。", ClaimKind.GROWTH, "fail"),
        ("接待费2016年预算8万元，2015年预算12.5万元；对比减少4.35万元。", ClaimKind.DIFFERENCE, "fail"),
        ("预算1368万元。\n与上年预算1245万元相比，增加123万元，上浮9.9%。", ClaimKind.DIFFERENCE, "pass"),
        ("发放6435万元。\n2022年发放5850万元，2023年增加585万元，增长10%。", ClaimKind.DIFFERENCE, "pass"),
    ],
)
def test_figures_of_two_years_are_compared(text: str, kind: ClaimKind, verdict: str) -> None:
    found = [one.judgement.verdict for one in manuscript_of(text).judged if one.claim.kind is kind]
    assert set(found) == {verdict}


def test_what_another_figure_came_to_is_no_growth(stated: Stated) -> None:
    text = "学习年限由[9.08年]提高至[9.91年]，文盲率由[4.08%]下降为[2.67%]。"
    assert [one for one in stated(text) if one.startswith("growth")] == []


def test_a_change_among_the_causes_is_not_between_the_ends(stated: Stated) -> None:
    told = "租金收入由[520.00万元]调整为[610.50万元]"

    assert stated(f"{told}，调增[90.50万元]。") == ["difference pass 610.50 - 520.00 = 90.50"]
    assert stated(f"{told}，主要由于：门面续租调增[61.20万元]。") == []


def test_a_year_compared_by_another_name_is_not_the_figure_beside() -> None:
    text = "2010年公务接待支出2371万元，2011年预算2155万元，与2010年预算相比，减少300万元。"
    verdicts = [one.judgement.verdict.value for one in manuscript_of(text).judged]
    assert "fail" not in verdicts
