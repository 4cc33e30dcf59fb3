"""Parts told after their whole without a word that announces them, once or again and again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def sums(claims: list[str]) -> list[str]:
    return [claim.removeprefix("sum ") for claim in claims if claim.startswith("sum")]


def test_one_total_is_broken_down_again_and_again(stated: Stated) -> None:
    text = """接访[3126批次]。其中来信[1204批次]、来访[1007批次]、来电[915批次]。
从办理方式看，转送[1820批次]，交办[906批次]，直接处理[400批次]。
按区域划分，城区[2126批次]，乡镇[1000批次]。"""
    assert sums(stated(text)) == [
        "pass 1204 + 1007 + 915 = 3126",
        "pass 1820 + 906 + 400 = 3126",
        "pass 2126 + 1000 = 3126",
    ]


def test_parts_of_a_part_are_left_out(stated: Stated) -> None:
    text = "收入[2860.5万元]，拨款[2310.5万元]，其中本级[2000.5万元]、上级[310万元]；事业收入[550万元]。"
    assert "pass 2310.50 + 550.00 = 2860.50" in sums(stated(text))
    text = "收入[2860.5万元]。拨款[2310.5万元]（本级[2000.5万元]、上级[310万元]）。事业收入[550万元]。"
    assert "pass 2310.50 + 550.00 = 2860.50" in sums(stated(text))


def test_parts_may_stand_in_several_paragraphs(stated: Stated) -> None:
    text = "审结案件[7018件]。\n刑事[270件]，同比增加[27件]；民事[4822件]。\n行政[107件]。\n执行[1819件]。"
    assert sums(stated(text)) == ["pass 270 + 4822 + 107 + 1819 = 7018"]


def test_an_average_is_the_sum_of_what_it_is_made_of(stated: Stated) -> None:
    text = "居民人均收入[32150元]。其中工资[18200元]，经营[7300元]，财产[2150元]，转移[{}元]。"
    assert [one.split()[0] for one in sums(stated(text.format(4500)))] == ["pass"]
    assert [one.split()[0] for one in sums(stated(text.format(5400)))] == ["fail"]


def test_a_short_whole_is_believed_beside_a_long_one_and_where_its_parts_are_numbered(stated: Stated) -> None:
    text = "机构[86家]，床位[12450张]。公办[32家]，床位[4150张]；民办[54家]，床位[8300张]。"
    assert "pass 32 + 54 = 86" in sums(stated(text))
    other = text.replace("公办", "城东").replace("民办", "城西").replace("床位[8300张]", "床位[8500张]")
    assert "pass 32 + 54 = 86" not in sums(stated(other))
    assert sums(stated("项目[48个]。一是交通[28个]。二是水利[20个]。")) == ["pass 28 + 20 = 48"]


@pytest.mark.parametrize(
    "text",
    [
        "预算[2340.5万元]。\n按支出科目：教育支出[1670.2万元]，卫生支出[607.3万元]。",  # 670.3 swapped
        "支出[8464053元]。\n基本支出[4566793元]，项目支出[2897260元]。",
    ],
)
def test_a_breakdown_that_a_slip_parts_from_its_whole_fails(stated: Stated, text: str) -> None:
    assert [one.split()[0] for one in sums(stated(text))] == ["fail"]


@pytest.mark.parametrize(
    "text",
    [
        "安排资金[2340.5万元]。\n从重点看，教育支出[1670.2万元]，卫生支出[507.3万元]。",  # some of it
        "共[126条]，办结[120条]，设立站点[4个]，建成[2个]。",  # other things
        "居民人均收入[32150元]，城镇[20150元]，农村[12000元]。",  # averages of groups are not added
    ],
)
def test_what_is_not_told_is_not_claimed(stated: Stated, text: str) -> None:
    assert sums(stated(text)) == []


def test_what_is_claimed_of_a_nearer_total_is_not_claimed_again(stated: Stated) -> None:
    text = "收入合计[5291万元]。本级支出[4321万元]，上解[970万元]，支出合计[5291万元]。"
    assert sums(stated(text)) == ["pass 4321.00 + 970.00 = 5291.00"]


def test_many_amounts_of_no_whole_claim_nothing(stated: Stated) -> None:
    text = "".join(f"费用[{number}元]，" for number in range(100_000, 98_000, -1))
    assert sums(stated(text)) == []
