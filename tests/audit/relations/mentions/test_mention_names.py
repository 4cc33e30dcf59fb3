"""What a figure is called, freed of what may be left out."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.model import Figure
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.names import (
    SharedNames,
    are_dated_apart,
    are_opposed,
    are_related,
    name_of,
)
from wenxiao.documents.text import document_of


def _figures(text: str) -> list[Figure]:
    return [one for one in read(document_of(text, "报告.txt")).figures if one.is_counted]


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("渔业实现增加值", "渔业增加值"),
        ("本单位取暖费支出", "取暖费支出决算数"),
        ("一般公共预算财政拨款支出", "一般公共预算支出"),
        ("水利支出类科目", "水利支出"),
        ("全市耕地面积", "耕地面积"),
        ("主要是取暖费", "取暖费支出"),
        ("公务用车购置及运行费支出决算", "公务用车购置及运行维护费"),
        ("而全省耕地面积", "耕地面积"),
    ],
)
def test_what_may_be_left_out_makes_no_other_name(label: str, other: str) -> None:
    assert name_of(label).what == name_of(other).what


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("全市耕地面积", "市级耕地面积"),
        ("取暖费支出", "取暖费预算"),
        ("未完成投资额", "投资额"),
        ("本年收入", "收入"),
    ],
)
def test_what_tells_apart_is_kept(label: str, other: str) -> None:
    assert name_of(label) != name_of(other)


def test_of_two_names_one_may_be_in_the_other() -> None:
    one, other, third = _figures("取暖费支出31.4万元。\n\n其中机关取暖费支出12.7万元。\n\n差旅费8.2万元。\n")

    assert are_related(one, other)
    assert not are_related(one, third)


def test_a_name_of_more_than_two_values_is_shared() -> None:
    text = "伤亡人数3人。\n\n伤亡人数5人。\n\n伤亡人数8人。\n\n到岗人数21人。\n\n到岗人数21人。\n"
    shared = SharedNames(mentions_of(read(document_of(text, "月报.txt"))))

    assert [shared.has(figure) for figure in _figures(text)] == [True, True, True, False, False]


def test_only_two_years_that_are_told_part_figures() -> None:
    one, other, third = _figures("2021年取暖费31.4万元。\n\n2022年取暖费31.4万元。\n\n上年取暖费2万元。\n")

    assert are_dated_apart(one, other)
    assert not are_dated_apart(one, third._replace(period="上年"))


@pytest.mark.parametrize(
    ("label", "other", "opposed"),
    [
        ("财政拨款收入", "财政拨款支出", True),
        ("非税收入", "税收收入", True),
        ("人均产值", "产值", True),
        ("财政拨款", "财政拨款收入", False),
        ("收入支出总计", "支出总计", False),
    ],
)
def test_a_word_with_an_opposite_makes_another_thing(label: str, other: str, *, opposed: bool) -> None:
    assert are_opposed(label, other) is opposed
    assert are_opposed(other, label) is opposed
