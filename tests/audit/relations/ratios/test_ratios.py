from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("年初预算[50万元]，实际支出[45万元]，预算执行率[90%]。", "rate pass 45.00 ÷ 50.00 × 100 = 90.00"),
        (
            "年初预算为[50万元]，支出决算为[45万元]。完成年初预算的[95%]。",
            "rate fail 45.00 ÷ 50.00 × 100 = 90.00 ≠ 95.00",
        ),
        ("下达资金[80万元]，实际到位[60万元]，到位率[75%]。", "rate pass 60.00 ÷ 80.00 × 100 = 75.00"),
        (
            "预算收入[80万元]，其中结转[20万元]。实际支出[60万元]，预算执行率[75%]。",
            "rate pass 60.00 ÷ 80.00 × 100 = 75.00",
        ),
        (
            "年初预算[7万元]，支出决算[6万元]，完成预算的[85.71%]，其中：车辆费决算[6万元]，完成预算的[50%]。",
            "rate pass 6.00 ÷ 7.00 × 100 = 85.71",
        ),
        (
            "本年支出合计[90万元]，已审计。办公费[30万元]，占本年支出合计的[33.33%]。",
            "share pass 30.00 ÷ 90.00 × 100 = 33.33",
        ),
    ],
)
def test_a_ratio_finds_its_two_figures(stated: Stated, text: str, claim: str) -> None:
    assert stated(text) == [claim]


def test_each_share_of_a_list_is_of_its_whole(stated: Stated) -> None:
    text = "支出[80万元]，主要用于以下方面：教育支出[60万元]，占[75%]；卫生支出[20万元]，占[28%]。"
    assert stated(text) == [
        "sum pass 60.00 + 20.00 = 80.00",
        "share pass 60.00 ÷ 80.00 × 100 = 75.00",
        "share fail 20.00 ÷ 80.00 × 100 = 25.00 ≠ 28.00",
    ]


def test_a_ratio_cut_instead_of_rounded_fails_and_says_so(stated: Stated) -> None:
    text = "年初预算[7000.00万元]，支出决算[3000.00万元]，完成年初预算的[42.85%]。"
    assert stated(text) == ["rate fail 3000.00 ÷ 7000.00 × 100 = 42.86 ≠ 42.85（截尾而非四舍五入）"]


@pytest.mark.parametrize(
    "text",
    ["群众满意率[98%]。", "办公费[30万元]，占全市总量的[33.33%]。", "支出决算[6万元]，完成预算的[50%]。"],
)
def test_a_ratio_without_both_figures_claims_nothing(stated: Stated, text: str) -> None:
    assert stated(text) == []


def test_shares_of_an_unannounced_whole_are_of_the_figure_most_of_them_fit(stated: Stated) -> None:
    text = "道路投入[200万元]。修补[100万元]，占[50%]；清理[60万元]，占[30%]；标线[40万元]，占[25%]。"
    assert [claim.split()[:2] for claim in stated(text)] == [
        ["share", "pass"],
        ["share", "pass"],
        ["share", "fail"],
    ]


def test_any_rate_is_known_by_what_it_is_named_after(stated: Stated) -> None:
    text = "抽检样品[2640份]，合格[2619份]，合格率[98.2%]。"
    assert stated(text) == ["rate fail 2619 ÷ 2640 × 100 = 99.20 ≠ 98.20"]


def test_shares_told_respectively_are_of_the_whole_that_most_fit(stated: Stated) -> None:
    found = stated("立项[40项]，重点[10项]、面上[30项]，分别占[25%]、[75%]。")
    assert [claim.split()[:2] for claim in found if claim.startswith("share")] == [["share", "pass"]] * 2


def test_a_share_is_of_the_figure_that_ends_in_its_name(stated: Stated) -> None:
    text = "接收款物[3362.17万元]，其中捐赠资金[2643.75万元]，物资折价[718.42万元]，资金占比[{}]。"
    shares = [stated(text.format(percent))[-1] for percent in ("78.6%", "76.8%")]
    assert shares[0].startswith("share pass 2643.75 ÷ 3362.17")
    assert shares[1].startswith("share fail 2643.75 ÷ 3362.17")


def test_rates_told_respectively_are_not_of_the_last_figure_alone(stated: Stated) -> None:
    text = "计划新开工[630万套]。已开工[440万套]，建成[236万套]，分别达到年度目标任务的[69%]和[50%]。"
    assert not [claim for claim in stated(text) if "fail" in claim]
