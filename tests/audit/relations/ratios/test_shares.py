from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def shares(claims: list[str]) -> list[str]:
    return [claim for claim in claims if claim.startswith("share")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "全市公共预算收入完成[84.00亿元]。税收收入[56.00亿元]，占公共预算收入的[66.67%]；非税收入[28.00亿元]，占[33.33%]。",
            [
                "share pass 560000.00 ÷ 840000.00 × 100 = 66.67",
                "share pass 280000.00 ÷ 840000.00 × 100 = 33.33",
            ],
        ),
        (
            "财政收入完成[100.00万元]，增收[10.00万元]。其中税收收入完成[66.00万元]，增收[8.00万元]，税收收入占财政收入[66%]。",
            ["share pass 66.00 ÷ 100.00 × 100 = 66.00"],
        ),
        (
            "项目支出[2.97万元]，占总支出的[3.26%]，其中：材料费[2.97万元]，占项目支出预算[100%]。",
            ["share pass 2.97 ÷ 2.97 × 100 = 100.00"],
        ),
        (
            "货物、服务规模分别为[30.0亿元]和[70.0亿元]，合计采购规模[100.0亿元]，分别占采购规模的[30%]和[70%]。",
            [
                "share pass 300000.00 ÷ 1000000.00 × 100 = 30.00",
                "share pass 700000.00 ÷ 1000000.00 × 100 = 70.00",
            ],
        ),
        (
            "全年采购规模[100.0亿元]。货物、服务分别为[30.0亿元]和[70.0亿元]，占采购规模的[30%]和[60%]。",
            [
                "share pass 300000.00 ÷ 1000000.00 × 100 = 30.00",
                "share fail 700000.00 ÷ 1000000.00 × 100 = 70.00 ≠ 60.00",
            ],
        ),
    ],
)
def test_a_share_finds_its_part_and_its_whole(stated: Stated, text: str, claims: list[str]) -> None:
    assert shares(stated(text)) == claims


def test_a_share_of_the_whole_farther_away_is_not_called_wrong(stated: Stated) -> None:
    text = "老年人口[7836人]，占[13.53%]，其中高龄人口[5340人]，占[9.22%]。"
    assert shares(stated(text)) == []


def test_a_miswritten_whole_is_known_by_the_parts_that_make_it(stated: Stated) -> None:
    text = (
        "支出[21710.00万元]按性质分：基本支出[4890.00万元]，占[38.47%]；项目支出[7820.00万元]，占[61.53%]。"
    )
    assert [one.split()[1] for one in shares(stated(text))] == ["fail", "fail"]


def test_the_whole_of_shares_may_stand_paragraphs_back(stated: Stated) -> None:
    text = "全区人口[579101人]。\n共有住房[1234套]。\n城镇人口[547299人]，占[14.51%]；乡村人口[31802人]，占[5.49%]。"
    assert [one.split()[1] for one in shares(stated(text))] == ["fail", "pass"]


def test_a_share_whose_part_is_only_named_claims_nothing(stated: Stated) -> None:
    text = "货物支出[100.00万元]，合同金额[360.00万元]，工程采购合同金额占货物支出的[80%]。"
    assert shares(stated(text)) == []


def test_a_tiny_share_ten_times_off_is_told(stated: Stated) -> None:
    text = "支出[1264.92万元]，其中：卫生支出[1264.12万元]，占[99.94%]；农林水支出[0.80万元]，占[1.06%]。"
    assert [one.split()[1] for one in shares(stated(text))] == ["pass", "fail"]


@pytest.mark.parametrize(("whole", "verdicts"), [("759101人", ["fail", "fail"]), ("620000人", [])])
def test_a_far_whole_may_be_miswritten(stated: Stated, whole: str, verdicts: list[str]) -> None:
    text = f"全区人口[{whole}]。\n共有住房[1234套]。\n城镇人口[547299人]，占[94.51%]；乡村人口[31802人]，占[5.49%]。"
    assert [one.split()[1] for one in shares(stated(text))] == verdicts


def test_a_whole_stands_outside_closed_brackets(stated: Stated) -> None:
    text = "收案[32114件]（不含旧存[2880件]），下降[1.3%]。其中，基层收案[27199件]，占[84.70%]。"
    assert shares(stated(text)) == ["share pass 27199 ÷ 32114 × 100 = 84.70"]


def test_what_has_a_share_of_a_whole_is_not_that_whole(stated: Stated) -> None:
    text = "向甲类企业采购的金额[450.00万元]，占总采购金额的[90.00%]；向乙类企业采购金额[50.00万元]，占总采购金额的[10.00%]。"
    assert not shares(stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "全年培训[400人次]。其中，线上培训[100人次]，占总人次的[25.0%]。",
        "在[400件]来信中，直接办理[100件]，占受理总量[25.0%]。",
        "在[400件]来信中，直接办理[100件]，占受理总量[25%]。",
    ],
)
def test_a_total_may_be_called_by_what_is_counted_or_by_another_name(stated: Stated, text: str) -> None:
    assert [one.partition("=")[0] for one in shares(stated(text))] == ["share pass 100 ÷ 400 × 100 "]
