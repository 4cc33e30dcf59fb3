"""Headings that end in a bare % make percentages of the numbers below, whatever the row counts."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.model import FigureKind
from wenxiao.audit.figures.read import read
from wenxiao.documents.text import document_of


@pytest.mark.parametrize("heading", ["增长%", "同比增减％", "增长（%）"])
@pytest.mark.parametrize("row", ["甲", "接待人数(人)", "接待人数"])
def test_the_sign_alone_is_enough(heading: str, row: str) -> None:
    figures = read(
        document_of(f"项目\t上年\t本年\t{heading}\n{row}\t200\t220\t10.5\n乙\t30\t33\t-7.0\n", "例.txt")
    ).figures
    kinds = {figure.text: figure.kind for figure in figures}
    assert kinds["10.5"] is kinds["-7.0"] is FigureKind.PERCENT
    assert kinds["220"] is not FigureKind.PERCENT


def test_a_column_of_units_measures_its_rows() -> None:
    text = "情况\n\n指标\t单位\t数量\t比上年增长(%)\n参保人数\t万人\t3.5\t7.1\n服务率\t%\t75.0\t1.8(百分点)\n耕地\t亩\t60\t2.5\n"
    figures = read(document_of(text, "样本.txt")).figures
    assert [(figure.value, figure.unit) for figure in figures] == [
        ("35000", "人"),
        ("7.1", "%"),
        ("75", "%"),
        ("1.8", "个百分点"),
        ("60", "亩"),
        ("2.5", "%"),
    ]
    assert [figure.label for figure in figures[:2]] == ["参保人数·数量", "参保人数·比上年增长(%)"]
