"""Rows divided by the rows below them without a word that says so; staff against posts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

SCHOOLS = """单位：人
学校	毕业生数	招生数	在校生数
一、高中	{whole}	4000	12000
普通高中	2100	2500	7600
职业高中	900	1500	4400
二、小学	5000	6000	31000
"""


def claimed(text: str, kind: ClaimKind = ClaimKind.SUM) -> list[tuple[list[str], Verdict]]:
    """Give figures and verdict of the claims of a kind."""
    return [
        ([term.figure.text for term in claim.terms if term.figure], judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is kind
    ]


def test_rows_that_close_in_several_columns_are_parts() -> None:
    assert claimed(SCHOOLS.format(whole=3000)) == [
        (["3000", "2100", "900"], Verdict.PASS),
        (["4000", "2500", "1500"], Verdict.PASS),
        (["12000", "7600", "4400"], Verdict.PASS),
    ]


def test_the_column_in_which_they_do_not_close_is_wrong() -> None:
    found = claimed(SCHOOLS.format(whole=3060).replace("2100", "2156").replace("900", "894"))
    assert [verdict for _, verdict in found] == [Verdict.FAIL, Verdict.PASS, Verdict.PASS]


def test_one_column_proves_nothing() -> None:
    assert claimed("单位：人\n学校\t在校生数\n高中\t12000\n普通高中\t7600\n职业高中\t4400\n") == []


def test_a_row_is_divided_anew_below_a_heading_of_division() -> None:
    text = (
        "单位：人\n指标\t今年\t去年\n总人口\t5900\t5800\n按城乡分：\t\t\n城镇\t4300\t4100\n乡村\t1600\t1700\n"
        "按性别分：\t\t\n男\t3050\t3010\n女\t2850\t2790\n"
    )
    wholes = [figures for figures, _ in claimed(text)]
    assert ["5900", "4300", "1600"] in wholes
    assert ["5900", "3050", "2850"] in wholes


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("人员编制数\t12\t实有人数\t13\n单位\t甲\t电话\t无\n", [Verdict.FAIL]),
        ("机构\t编制数\t实有人数\n甲所\t12\t11\n乙所\t8\t9\n", [Verdict.PASS, Verdict.FAIL]),
        ("项目\t数量\n人员编制\t20\n实有人员\t18\n", [Verdict.PASS]),
        ("机构\t编制数\t退休人数\n甲所\t12\t14\n", []),
    ],
)
def test_no_more_are_employed_than_posts_allow(text: str, verdicts: list[Verdict]) -> None:
    assert [verdict for _, verdict in claimed(text, ClaimKind.COMPARE)] == verdicts


CELL = st.sampled_from(
    [
        "",
        "甲",
        "7",
        "8.50",
        "15.50",
        "合计",
        "其中：乙",
        "其中：",
        "205",
        "301",
        "总计",
        "分值",
        "编制数",
        "9%",
    ]
)


THREE_SIDES = """收入支出决算总表
单位：万元
收入\t\t支出\t\t\t
项目	决算数	按功能分类	决算数	按支出性质分类	决算数
一、财政拨款收入	812.36	一、一般公共服务支出	500.11	一、基本支出	610.24
二、事业收入	35.10	二、教育支出	147.35	人员经费	520.20
三、其他收入	2.15	三、住房保障支出	180.00	日常公用经费	90.04
				二、项目支出	217.22
本年收入合计	849.61	本年支出合计	827.46	本年支出合计	827.46
年初结转和结余	12.00	年末结转和结余	34.15	年末结转和结余	34.15
总计	861.61	总计	861.61	总计	861.61
"""


def test_spending_told_by_two_divisions_beside_income_closes() -> None:
    found = claimed(THREE_SIDES)
    assert {verdict for _, verdict in found} == {Verdict.PASS}
    assert ["827.46", "610.24", "217.22"] in [figures for figures, _ in found]
    assert ["610.24", "520.20", "90.04"] in [figures for figures, _ in found]
    assert claimed(THREE_SIDES.replace("520.20", "502.20"))[-1] == (
        ["610.24", "502.20", "90.04"],
        Verdict.FAIL,
    )


def test_a_side_that_does_not_close_is_found_by_the_other() -> None:
    verdicts = [verdict for _, verdict in claimed(THREE_SIDES.replace("\t180.00", "\t108.00"))]
    assert verdicts.count(Verdict.FAIL) == 1


@given(st.lists(st.lists(CELL, min_size=2, max_size=6), max_size=9))
def test_any_table_gives_claims_of_different_figures(rows: list[list[str]]) -> None:
    text = "单位：万元\n" + "\n".join("\t".join(row) for row in rows) + "\n"
    for claim in claims_in_tables(read(document_of(text, "例.txt"))):
        places = [term.figure.start for term in claim.terms if term.figure]
        assert len(set(places)) == len(places) > 1
