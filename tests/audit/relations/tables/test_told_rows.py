"""Tests of what prose tells of the rows of a table by their names."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.told_rows import told_of_rows
from wenxiao.documents.text import document_of

TABLE = """单位：万元
项目\t2030年度\t2031年度
一、经费拨款\t812.40\t901.77
二、事业收入\t233.15\t187.06
本年收入\t1045.55\t1088.83

"""


def told(prose: str) -> list[tuple[ClaimKind, list[str]]]:
    """Give the kind and the figures of each claim."""
    claims = told_of_rows(read(document_of(TABLE + prose + "\n", "例.txt")))
    return [(claim.kind, [one.figure.text for one in claim.terms if one.figure]) for claim in claims]


def test_a_change_of_a_named_row_is_the_difference_of_its_amounts() -> None:
    assert told("事业收入减少46.09万元，系场馆停业。") == [
        (ClaimKind.DIFFERENCE, ["46.09万元", "233.15", "187.06"])
    ]


def test_a_growth_and_a_fall_are_told_of_two_amounts() -> None:
    assert told("经费拨款比上年增长11.00%。") == [(ClaimKind.GROWTH, ["11.00%", "901.77", "812.40"])]
    assert told("事业收入下降19.77%。") == [(ClaimKind.GROWTH, ["19.77%", "187.06", "233.15"])]


def test_a_share_is_of_another_named_row() -> None:
    assert told("经费拨款占本年收入的82.82%。") == [(ClaimKind.SHARE, ["82.82%", "901.77", "1088.83"])]


@pytest.mark.parametrize(
    "prose",
    [
        "事业收入减少64.37万元。",  # does not fit, not even but for a slip: nothing is said
        "捐赠收入减少46.09万元。",  # another name
        "事业收入60.00万元，比上年下降19.77%。",  # an amount of something else
    ],
)
def test_what_does_not_surely_fit_is_not_claimed(prose: str) -> None:
    assert told(prose) == []
