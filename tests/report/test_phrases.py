"""The phrases of a title: split where a reader would pause, losing nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.report.phrases import phrases


def test_it_splits_after_the_year_and_before_the_subject() -> None:
    title = "某市科协2021年度部门整体支出绩效评价报告"
    assert phrases(title) == ("某市科协2021年度", "部门整体支出", "绩效评价报告")
    assert phrases("项目支出绩效自评表") == ("项目支出", "绩效自评表")
    assert phrases("") == ()


@given(st.text(alphabet="年度部门整体项目支出绩效评价2021"))
def test_it_loses_nothing(title: str) -> None:
    assert "".join(phrases(title)) == title
