"""What follows a figure that is told twice in the same words."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.behind import pairs_behind_equals
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.documents.text import document_of


def _pairs(text: str) -> list[tuple[str, str]]:
    reading = read(document_of(text, "报告.txt"))
    return [
        (one.figure.text, other.figure.text)
        for one, other in pairs_behind_equals(reading, mentions_of(reading))
    ]


TOLD = "2023年山塘蓄水量6218万立方米，比上年增加{}万立方米。"


@pytest.mark.parametrize("again", ["74", "47", "94"])
def test_the_change_of_one_amount_is_one_change(again: str) -> None:
    assert _pairs(f"{TOLD.format(74)}\n\n分析：{TOLD.format(again)}\n") == [
        ("74万立方米", f"{again}万立方米")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "2023年山塘蓄水量6218万立方米，比上年增加74万立方米。",
            "2023年山塘蓄水量6281万立方米，比上年增加47万立方米。",
        ),
        (
            "2023年山塘蓄水量6218万立方米，比上年增加74万立方米。",
            "2023年水库蓄水量6218万立方米，比上年增加47万立方米。",
        ),
        (
            "2023年山塘蓄水量6218万立方米，比上年增加74万立方米。",
            "2023年山塘蓄水量6218万立方米，比计划增加47万立方米。",
        ),
        (
            "2023年山塘蓄水量6000万立方米，比上年增加74万立方米。",
            "2023年山塘蓄水量6000万立方米，比上年增加47万立方米。",
        ),
        (
            "2023年山塘蓄水量6218万立方米，供水量74万立方米。",
            "2023年山塘蓄水量6218万立方米，供水量47万立方米。",
        ),
    ],
)
def test_other_amounts_and_other_words_prove_nothing(one: str, other: str) -> None:
    assert _pairs(f"{one}\n\n{other}\n") == []


def test_budget_and_outturn_of_one_item_are_told_as_one() -> None:
    told = "年初预算数3847.26万元，决算数{}万元。"

    assert _pairs(f"{told.format('3915.08')}\n\n{told.format('3951.08')}\n") == [
        ("3915.08万元", "3951.08万元")
    ]
