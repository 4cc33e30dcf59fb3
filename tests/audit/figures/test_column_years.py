"""The year of a cell is that of its column or row; years without 年 are years, not amounts."""

from __future__ import annotations

from wenxiao.audit.figures.read import read
from wenxiao.documents.text import document_of


def periods(*rows: str) -> dict[str, str]:
    text = "某局2022年度收支说明\n\n" + "\n".join(rows) + "\n"
    figures = read(document_of(text, "样本.txt")).figures
    return {figure.text: figure.period for figure in figures if figure.is_counted}


def test_each_column_has_the_year_of_its_heading() -> None:
    found = periods("项目\t2020年\t2021年预算数\t增减率", "收入\t310\t325\t4.8%", "支出\t298\t301\t1.0%")
    assert found["310"] == "2020年度"
    assert found["301"] == "2021年度"
    assert found["1.0%"] == "2022年度"


def test_a_column_of_last_year_is_of_the_year_before() -> None:
    found = periods("项目\t上年决算数\t本年决算数", "收入\t310\t325")
    assert found == {"310": "2021年度", "325": "2022年度"}


def test_a_year_end_stays_one() -> None:
    assert periods("项目\t2021年末\t2022年末", "余额\t31\t32") == {"31": "2021年末", "32": "2022年末"}


def test_a_row_named_by_a_year_is_of_it() -> None:
    assert periods("年份\t收入\t支出", "2020年\t31\t29", "2021年\t35\t33")["33"] == "2021年度"


def test_years_without_their_sign_are_headings() -> None:
    rows = ("一览 历年\t\t\t", "指标\t2019\t2020\t2021", "培训\t410\t420\t435", "讲座\t12\t15\t18")
    reading = read(document_of("统计表\n\n" + "\n".join(rows) + "\n", "样本.txt"))
    assert [figure.value for figure in reading.figures if figure.kind.value == "year"] == [
        "2019",
        "2020",
        "2021",
    ]
    assert reading.grids[0].first_row == 2
    assert [heading[-4:] for heading in reading.grids[0].headings[1:]] == ["2019", "2020", "2021"]


def test_amounts_that_look_like_years_stay_amounts() -> None:
    found = periods("项目\t收入\t支出", "合计\t2010\t1998", "其他\t35\t33")
    assert set(found) == {"35", "33", "2010", "1998"}
