"""What the sentence around a list says of it: where the list ends, and what is not its whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def failing(claims: list[str]) -> list[str]:
    return [claim.removeprefix("sum fail ") for claim in claims if claim.startswith("sum fail")]


@pytest.mark.parametrize(
    "text",
    [
        "城镇就业[2.85万人]；失业再就业[1.45万人]，其中城镇困难人员[4589人]；农村劳动力就业[5.16万人]。",
        "拨款[751.8万元]，占[9.7%]，包括本级收入[751.8万元]；其他收入[7000万元]。",
        "支出增加[320万元]，原因是新增项目[720.5万元]。其中：设备[412.3万元]，维修[380.2万元]。",
        "销量突破[5000.5万元]，其中甲[2619.6万元]、乙[2380.5万元]。",  # a mark is no total
        "受理案件[1803件]，其中刑事[68件]，民事[925件]，行政[38件]，执行[770件]。",  # two of another kind
        "投入[2亿元]，其中一期总投资[5亿元]，二期总投资[3亿元]。",  # another scope
        "教师[2.36万人]，其中专任教师[2.19万人]，学生[31.2万人]。",  # another thing
        "事故[18起]，同比增加[6起]，其中煤矿增加[8起]，其他增加[1起]。",
        "投资增长[3.74倍]，其中住宅增长[4.1倍]，商铺增长[1.56倍]。",
    ],
)
def test_what_is_not_the_whole_or_not_a_part_is_no_error(stated: Stated, text: str) -> None:
    assert failing(stated(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "提案[12件]，其中集体提案[25件]，联名提案[67件]。",
        "接待费[12万元]，车辆购置及运行费[195万元]（其中车辆购置费[38万元]，车辆运行费[958万元]）。",
        "来信[553件]，其中有效信件[497件]，无效信件[65件]。",
        "离退休人员[76人]，其中甲处[48人]，乙处[15人]，丙处[31人]。",  # 13 swapped
    ],
)
def test_parts_greater_than_their_whole_are_an_error(stated: Stated, text: str) -> None:
    assert len(failing(stated(text))) == 1


def test_counts_of_two_things_are_two_columns(stated: Stated) -> None:
    text = "图书馆[12个]，藏书[460万册]，其中市级[1个]、[210万册]，县级[11个]、[250万册]。"
    assert [one for one in stated(text) if one.startswith("sum")] == [
        "sum pass 1 + 11 = 12",
        "sum pass 2100000 + 2500000 = 4600000",
    ]


def test_what_is_new_is_the_sum_of_what_each_kind_added(stated: Stated) -> None:
    text = "新增贷款[156.8亿元]，其中企业贷款新增[98.3亿元]，个人贷款新增[58.5亿元]。"
    assert [one.split()[1] for one in stated(text) if one.startswith("sum")] == ["pass"]
