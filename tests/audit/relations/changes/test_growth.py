from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.examine import manuscript_of
from wenxiao.finding import Verdict

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "收入[120万元]，比上年增加[20万元]，增长[20%]。",
            ["growth pass 20.00 ÷ (120.00 - 20.00) × 100 = 20.00"],
        ),
        (
            "收入[80万元]，较上年减少[20万元]，下降[20%]。",
            ["growth pass 20.00 ÷ (80.00 + 20.00) × 100 = 20.00"],
        ),
        (
            "本年收入总计[120万元]。与上年相比，收入总计增加[20万元]，增长[25%]。",
            ["growth fail 20.00 ÷ (120.00 - 20.00) × 100 = 20.00 ≠ 25.00"],
        ),
        (
            "学员由上年的[1200人]增加到[1500人]，增长[25%]。",
            ["growth pass (1500 - 1200) ÷ 1200 × 100 = 25.00"],
        ),
        (
            "收入[1500万元]，比上年的[1200万元]增加[300万元]，增长[25%]。",
            [
                "difference pass 1500.00 - 1200.00 = 300.00",
                "growth pass (1500.00 - 1200.00) ÷ 1200.00 × 100 = 25.00",
                "growth pass 300.00 ÷ (1500.00 - 300.00) × 100 = 25.00",
            ],
        ),
        (
            "学员由上年的[1200人]减少到[1500人]，下降[25%]。",
            ["growth fail (1200 - 1500) ÷ 1200 × 100 = -25.00 ≠ 25.00", "compare fail 1200 < 1500 人"],
        ),
    ],
)
def test_growth_is_checked_with_its_direction(stated: Stated, text: str, claims: list[str]) -> None:
    assert stated(text) == claims


def test_the_last_sentence_must_speak_of_the_same(stated: Stated) -> None:
    assert stated("本年收入总计[120万元]。与上年相比，培训支出增加[20万元]，增长[25%]。") == []


def test_a_lost_percent_sign_is_understood(stated: Stated) -> None:
    text = "支出[113.95万元]。与上年相比，支出增加[13.95万元]，增长[13.95]。"
    assert stated(text) == ["growth pass 13.95 ÷ (113.95 - 13.95) × 100 = 13.95"]


def test_growth_on_nothing_is_not_assessable(stated: Stated) -> None:
    found = stated("收入[20万元]，比上年增加[20万元]，增长[100%]。")
    assert found == ["growth not-assessable 上期数为 0，不能计算增减百分比"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("预算[26万元]，决算[21万元]，比预算减少[5万元]。", ["difference pass 26.00 - 21.00 = 5.00"]),
        (
            "全年收入[126.31万元]，支出[121.11万元]，结余[5.20万元]。",
            ["difference pass 126.31 - 121.11 = 5.20"],
        ),
        (
            "全年收入[126.31万元]，支出[112.11万元]，结余[5.20万元]。",
            ["difference fail 126.31 - 112.11 = 14.20 ≠ 5.20"],
        ),
        ("全年收入[126.31万元]，支出[90万元]，结余[5.20万元]。", []),
    ],
)
def test_what_is_left_is_the_difference(stated: Stated, text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("覆盖率从[61.5%]提高到[64.0%]，提高[2.5个百分点]。", ["difference pass"]),
        ("满意度[92.4%]，比上年提高[1.3个百分点]（上年[91.4%]）。", ["difference fail"]),
        ("其他收入由上年的[70万元]下降到[82万元]。", ["compare fail 70.00 < 82.00 万元"]),
    ],
)
def test_changes_between_years_percentages_and_ends(stated: Stated, text: str, claims: list[str]) -> None:
    found = stated(text)
    assert len(found) == len(claims)
    assert all(one.startswith(wanted) for one, wanted in zip(found, claims, strict=True))


def test_a_year_is_compared_with_the_year_before_it_names() -> None:
    manuscript = manuscript_of("2021年拨款500万元，2022年拨款600万元。2022年比2021年增长20%。")
    growths = [one for one in manuscript.judged if one.claim.kind is ClaimKind.GROWTH]

    assert [one.judgement.verdict for one in growths] == [Verdict.PASS]
    assert "600.00 - 500.00" in growths[0].judgement.arithmetic


@pytest.mark.parametrize("comma", ["，", ","])
@pytest.mark.parametrize(
    "text",
    [
        "差旅经费预算为230.00万元，比上年预算数加21.30万元，与上年预算数相比增长10.21%。",
        "甲类机构72个，较上年无变化，乙类机构84个，较上年增加7个。",
        "甲类机构72个，与上年持平乙类机构84个，较上年增加7个。",
        "全年离职305人，同期新招291人，净减14人。",
        "2023年债务情况\n\n2022年末余额92.00亿元，加当年借入，减当年归还，即为2023年末余额。年末余额比上年末增加13.00亿元，增长14.1%。",
    ],
)
def test_what_is_no_base_of_a_change_is_not_held_against_it(text: str, comma: str) -> None:
    assert [one.claim.result.label for one in manuscript_of(text.replace("，", comma)).failing] == []


@pytest.mark.parametrize("comma", ["，", ","])
@pytest.mark.parametrize(
    "text",
    [
        "2023年，收入比上年的230.00万元，增加21.30万元，增长12.21%，收入达到251.30万元。",
        "2023年末余额92.00亿元。2023年末余额比上年末增加13.00亿元，增长14.1%。",
        "与上年的230.00万元相比，2023年支出251.30万元，比上年的230.00万元增长12.21%。",
    ],
)
def test_a_change_of_this_year_s_figure_is_held_against_it(text: str, comma: str) -> None:
    assert len(manuscript_of(text.replace("，", comma)).failing) == 1
