"""Places in rankings are ordinals; numerals in the names of places on the map are no figures."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import figures_of
from wenxiao.documents.text import document_of


def told(text: str) -> list[tuple[str, str, str]]:
    figures = figures_of(document_of(f"说明\n\n{text}\n", "样本.txt"))
    return [(figure.text, figure.kind.value, figure.value) for figure in figures]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("总量位居全市前三位。", ("前三位", "3")),
        ("增速排名前5名。", ("前5名", "5")),
        ("跻身全国前20强。", ("前20强", "20")),
        ("进入全省前十，", ("前十", "10")),
        ("名列前3。", ("前3", "3")),
    ],
)
def test_a_place_in_a_ranking_is_an_ordinal(text: str, place: tuple[str, str]) -> None:
    assert told(text) == [(place[0], "ordinal", place[1])]


@pytest.mark.parametrize(
    "text", ["目前10名学员结业。", "日前3位专家到场。", "提前5位。", "前5项完成。", "前3个月完成。"]
)
def test_people_and_things_before_are_counted(text: str) -> None:
    assert [kind for _, kind, _ in told(text)] == ["count"]


@pytest.mark.parametrize(
    "place", ["双桥镇", "三溪口村", "五里铺街道", "八宝乡", "九曲县", "七星社区", "六枝区", "三门市"]
)
def test_a_numeral_in_the_name_of_a_place_is_no_figure(place: str) -> None:
    assert told(f"项目在{place}实施，投入3万元。") == [("3万元", "money", "30000")]


@pytest.mark.parametrize(
    "text", ["惠及三个村。", "涉及两镇三乡。", "覆盖六个街道。", "三年县级投入。", "创建四好农村路。"]
)
def test_numerals_before_places_stay_figures(text: str) -> None:
    assert told(text)
