from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def ratios(claims: list[str]) -> list[str]:
    return [" ".join(claim.split()[:2]) for claim in claims if claim.startswith(("share", "rate"))]


@pytest.mark.parametrize(
    "text",
    [
        "全市出口[30.00亿元]，进口[12.00亿元]。\n民企出口[18.00亿元]，占全市出口总额的[60.0%]。",
        "全年商品销售[80.0亿元]。\n其中家电类销售[20.0亿元]，增长较快，占同期商品销售总量的[25.0%]。",
        "年末在册车辆总数[1250辆]。\n新能源车[250辆]，占全市车辆总数的比重（在册口径）为[20.0%]。",
        "完成地方财政总收入[640.0万元]。\n税收收入[480.0万元]，增收[20.0万元]，税收占财政总收入的比重为[75.0%]。",
        "实收提案[250件]，立案[240件]。办结提案[180件]，占[75.0%]。",
        "[160件]建议中，已采纳的[120件]，占[75.0%]。",
        "医院总诊疗[840人次]。\n总诊疗量中，市级医院[210人次]，占[25.0%]。",
    ],
)
def test_the_whole_is_found_by_its_name(stated: Stated, text: str) -> None:
    assert ratios(stated(text)) == ["share pass"]


@pytest.mark.parametrize(
    "text",
    [
        "货物进出口总值[60.00亿元]。\n民企出口[18.00亿元]，占出口总值的[51.4%]。",
        "税收返还和转移支付[44.00亿元]，其中一般性转移支付[30.00亿元]，占转移支付的[82%]。",
        "销量突破[50.00亿元]。\n甲类[26.00亿元]，占同期总销量的[40%]。",
        "县本级支出[14.00亿元]。\n预备费[2.00亿元]，占总支出的[4%]。",
    ],
)
def test_a_whole_that_is_not_told_is_not_made_up(stated: Stated, text: str) -> None:
    assert ratios(stated(text)) == []


def test_the_next_sentence_goes_on_with_the_same_whole(stated: Stated) -> None:
    text = (
        "全省外贸进出口总值[60.00亿元]。\n民企进出口[27.00亿元]，占外贸总值的[45.0%]。"
        "外企进出口[24.00亿元]，占[40.0%]。"
    )
    assert ratios(stated(text)) == ["share pass", "share pass"]


def test_a_later_share_shows_what_an_earlier_one_is_of(stated: Stated) -> None:
    text = (
        "货物贸易进出口总值[60.00亿元]。\n外企进出口[24.00亿元]，占外贸总值的[70%]。\n"
        "民企进出口[27.00亿元]，占外贸总值的[45.0%]。"
    )
    assert sorted(ratios(stated(text))) == ["share fail", "share pass"]


def test_a_near_whole_of_the_name_goes_before_a_far_one(stated: Stated) -> None:
    text = (
        "全市用水总量[60.00亿元]。\n生活用水[15.00亿元]，占用水总量的[25.0%]。\n"
        "次年用水总量[50.00亿元]，其中生活用水[15.00亿元]，占用水总量的[40.0%]。"
    )
    assert ratios(stated(text)) == ["share pass", "share fail"]


@pytest.mark.parametrize(
    ("share", "verdict"), [("22.40%", "pass"), ("32.40%", "fail"), ("32.4%", ""), ("31.90%", "")]
)
def test_a_reworded_whole_proves_a_slip_only(stated: Stated, share: str, verdict: str) -> None:
    text = f"货物进出口总值[73.402万元]。\n加工贸易进出口[16.442万元]，占外贸总值的[{share}]。"
    assert ratios(stated(text)) == ([f"share {verdict}"] if verdict else [])


def test_shares_evened_out_to_a_hundred_are_not_called_wrong(stated: Stated) -> None:
    text = "用水总量[601.55万元]。甲用水[495.27万元]，占用水总量的[82.3%]；乙用水[97.64万元]，占[16.2%]；丙用水[8.64万元]，占[1.5%]。"
    assert ratios(stated(text)) == ["share pass", "share pass"]
    assert ratios(stated(text.replace("[16.2%]", "[16.3%]"))) == ["share pass", "share fail", "share fail"]


def test_names_alone_tell_the_parts_of_a_row(stated: Stated) -> None:
    text = (
        "全年共售票[200.0万元]。甲线售票[120.0万元]，增长[3%]；乙线售票[80.0万元]，增长[2%]。"
        "甲线、乙线售票额分别占售票总额的[60.0%]、[40.0%]。"
    )
    assert ratios(stated(text)) == ["share pass", "share pass"]


def test_a_contribution_is_of_the_increases(stated: Stated) -> None:
    text = (
        "居民可支配收入[900.00元]，比上年增加[80.00元]。\n"
        "工资收入[500.00元]，比上年增加[50.00元]。工资收入对可支配收入增长的贡献率为[62.5%]。"
    )
    assert ratios(stated(text)) == ["share pass"]
    assert ratios(stated(text.replace("62.5%", "52.5%"))) == ["share fail"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新收案件[1512件]；结案[1238件]；结案率为[68.17%]。", []),
        ("批准逮捕[125人]；不捕[115人]，不捕率[48.5%]。", []),
        ("抽检[200批次]，不合格[5批次]，不合格率[2.5%]。", ["rate pass"]),
        ("全年受理案件[1285件]，审结[1221件]，结案率[95.02%]。", ["rate pass"]),
        ("发放问卷[1200户]，回收问卷[1146份]，回收率[75.5%]。", []),
    ],
)
def test_a_rate_needs_figures_that_its_words_fit(stated: Stated, text: str, expected: list[str]) -> None:
    assert ratios(stated(text)) == expected
