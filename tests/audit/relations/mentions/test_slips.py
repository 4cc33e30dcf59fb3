from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.by_name import Said
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.slips import pairs_of_slips
from wenxiao.documents.text import document_of


def _pairs(text: str) -> list[tuple[str, str]]:
    reading = read(document_of(text, "报告.txt"))
    mentions = mentions_of(reading)
    found = pairs_of_slips(reading, mentions, Said(mentions))
    return [(one.figure.text, other.figure.text) for one, other in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [("32.68亿元", "23.68亿元"), ("32.68亿元", "42.68亿元"), ("32.68亿元", "32.68万元")],
)
def test_a_slip_under_nearly_one_name_is_paired(first: str, second: str) -> None:
    text = f"水利建设项目累计完成投资{first}。\n\n水利建设完成投资{second}。\n"

    assert _pairs(text) == [(first, second)]


@pytest.mark.parametrize(
    "text",
    [
        "甲库水利建设投资32.68亿元。\n\n乙库水利建设投资23.68亿元。\n",
        "2020年水利建设投资32.68亿元。\n\n2021年水利建设投资23.68亿元。\n",
        "1至5月水利建设投资32.68亿元。\n\n1至6月水利建设投资42.68亿元。\n",
        "水利建设投资32.68亿元。\n\n水利建设投资40.15亿元。\n",
        "水利建设投资计划32.68亿元。\n\n水利建设投资23.68亿元。\n",
        "全市水利建设投资32.68亿元。\n\n市级水利建设投资23.68亿元。\n",
        "水利建设投资32.68亿元，比计划的23.68亿元多。\n",
        "水利建设投资3.2亿元。\n\n水利建设投资2.3亿元。\n",
        "水利建设投资32.68亿元，库容186万立方米。\n\n水利建设投资23.68亿元，库容92万立方米。\n",
        "水利建设投资32.68亿元，又32.68亿元。\n\n水利建设投资23.68亿元，又23.68亿元。\n",
    ],
)
def test_what_may_be_two_things_is_not(text: str) -> None:
    assert _pairs(text) == []


WORDS = "违规列支活动场地租金，涉及34.97万元。\n\n已归垫的{}来自违规列支活动场地租金。\n"


@pytest.mark.parametrize("again", ["43.97万元", "34.97元"])
def test_rare_words_tell_that_a_slip_parts_two_amounts(again: str) -> None:
    assert _pairs(WORDS.format(again)) == [("34.97万元", again)]


@pytest.mark.parametrize("again", ["44.97万元", "37.94万元"])
def test_rare_words_do_not_tell_of_any_other_slip(again: str) -> None:
    assert _pairs(WORDS.format(again)) == []
