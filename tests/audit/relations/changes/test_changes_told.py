"""Changes as officials tell them: a minus by a word, clauses between, figures named in the sentence before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def growths(claims: list[str]) -> list[str]:
    return [claim for claim in claims if claim.startswith("growth")]


@pytest.mark.parametrize("fall", ["负增长[4.2%]", "增长[-4.2%]", "同比增幅为[-4.2%]", "下降[4.2%]"])
def test_a_minus_beside_a_fall_agrees(stated: Stated, fall: str) -> None:
    found = growths(stated(f"全口径收入[27.3亿元]，比上年同期减少[1.2亿元]，{fall}。"))
    assert found == ["growth pass 12000.00 ÷ (273000.00 + 12000.00) × 100 = 4.21 ≈ 4.20"]


def test_words_that_contradict_are_told_wherever_this_times_figure_stands(stated: Stated) -> None:
    found = growths(stated("总预算[420万元]，含馆舍经费[50万元]；比上年预算增加[20万元]，下降[5%]。"))
    assert [claim.split()[1] for claim in found] == ["fail"]


@pytest.mark.parametrize(
    "clause", ["在全省排名第二，与上年同期相比", "总量居全市前列，同比", "服务水平稳步提升，比上年", "较去年"]
)
def test_clauses_between_do_not_part_a_change_from_its_figure(stated: Stated, clause: str) -> None:
    found = growths(stated(f"全年接待群众[812人次]，{clause}增加[32人次]，增长[4.1%]。"))
    assert found == ["growth pass 32 ÷ (812 - 32) × 100 = 4.10"]


def test_a_rank_is_passed_over_though_the_growth_is_wrong(stated: Stated) -> None:
    found = growths(stated("接待群众[812人次]，居全市第三，比上年增加[32人次]，增长[5.1%]。"))
    assert found == ["growth fail 32 ÷ (812 - 32) × 100 = 4.10 ≠ 5.10"]


def test_short_names_mean_what_the_sentence_before_told(stated: Stated) -> None:
    told = "共受理各类纠纷[1803件]（旧存[240件]），调解[894件]。与上年同比，受纠增加[167件]，上升[10.21%]，调解增加[34件]，上升[{}%]。"
    right = "growth pass 167 ÷ (1803 - 167) × 100 = 10.21"
    assert growths(stated(told.format("3.95"))) == [right, "growth pass 34 ÷ (894 - 34) × 100 = 3.95"]
    assert growths(stated(told.format("3.59"))) == [right, "growth fail 34 ÷ (894 - 34) × 100 = 3.95 ≠ 3.59"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "投资增长[20.9%]，比上季度（[23.1%]）回落[2.2个百分点]，比上半年（[25.6%]）回落[4.7个百分点]。",
            ["difference pass 23.1 - 20.9 = 2.2", "difference pass 25.6 - 20.9 = 4.7"],
        ),
        (
            "投资增长[8.5%]，比上年提高[1.2个百分点]，比全省（[7.5%]）高[2个百分点]。",
            ["difference fail 8.5 - 7.5 = 1 ≠ 2"],
        ),
        ("投资下降[5.8%]，比上月（下降[3.3%]）回落[2.5个百分点]。", ["difference pass -3.3 - -5.8 = 2.5"]),
        (
            "投资下降[5.8%]，比上月（下降[3.3%]）回落[9.1个百分点]。",
            ["difference fail -3.3 - -5.8 = 2.5 ≠ 9.1"],
        ),
        ("能耗下降[3.5%]，比上年同期的[4.2%]回落[0.7个百分点]。", ["difference pass 4.2 - 3.5 = 0.7"]),
        ("能耗下降[3.5%]，比上年同期的[4.2%]回落[0.9个百分点]。", []),
        (
            "发生率由2015年的[7.8%]下降到2020年的[0.6%]，下降[7.2个百分点]。",
            ["difference pass 7.8 - 0.6 = 7.2"],
        ),
    ],
)
def test_points_part_two_rates(stated: Stated, text: str, claims: list[str]) -> None:
    assert [claim for claim in stated(text) if claim.startswith("difference")] == claims


@pytest.mark.parametrize("told", ["年均增长[8.4%]", "按可比价计算增长[45%]", "年均增加[20.00万元]"])
def test_a_change_a_year_or_of_other_figures_is_not_held_against_the_ends(stated: Stated, told: str) -> None:
    text = f"收入由[200.00万元]增加到2020年的[300.00万元]，{told}。"
    assert not any(claim.split()[1] == "fail" for claim in stated(text))


def test_the_last_years_figure_in_the_sentence_is_the_base(stated: Stated) -> None:
    found = growths(stated("收入较上年同期的[12.3亿元]增收[1.1亿元]，增幅[8.9%]，达[13.4亿元]。"))
    assert found == ["growth pass 11000.00 ÷ 123000.00 × 100 = 8.94 ≈ 8.90"]


@pytest.mark.parametrize(
    "text",
    [
        "全年收入[1200万元]（上年[1000万元]），增长[{}%]。",
        "全年收入[1200万元]，上年[1000万元]，同比增长[{}%]。",
        "收入由年初的[1000万元]调整为[1200万元]，增长[{}%]。",
        "均价由[1000万元]上涨到[1200万元]，涨幅为增长[{}%]。",
    ],
)
def test_both_ends_may_be_told_side_by_side(stated: Stated, text: str) -> None:
    assert growths(stated(text.format(20))) == ["growth pass (1200.00 - 1000.00) ÷ 1000.00 × 100 = 20.00"]
    assert growths(stated(text.format(25))) == [
        "growth fail (1200.00 - 1000.00) ÷ 1000.00 × 100 = 20.00 ≠ 25.00"
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("补助[40.83万元]，共计[40.83万元]，带动[14户]分红，每户[700元]。", []),
        ("发放补助[9900元]，惠及[14户]，每户[700元]。", ["product fail 0.07 × 14 = 0.98 ≠ 0.99"]),
        (
            "补助[9800元]。标准：[14名]代表，年人均[700元]计[9900元]。",
            ["product fail 0.07 × 14 = 0.98 ≠ 0.99"],
        ),
        ("下达[480万元]，用于[24个]村，平均每村[20万元]。", ["product pass 20.00 × 24 = 480.00"]),
    ],
)
def test_a_product_is_of_what_was_reckoned(stated: Stated, text: str, claims: list[str]) -> None:
    assert [claim for claim in stated(text) if claim.startswith("product")] == claims
