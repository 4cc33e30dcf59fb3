"""What a figure measures is the phrase that names it, not the words of comparison around it."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import figures_of
from wenxiao.documents.text import document_of


def labels(text: str) -> dict[str, str]:
    figures = figures_of(document_of(f"某局2022年度说明\n\n{text}\n", "样本.txt"))
    return {figure.text: figure.label for figure in figures}


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("举办第12届全市技能大赛。", "第12届", "全市技能大赛"),
        ("在第九次青年代表大会上报告。", "第九次", "青年代表大会"),
        ("对16个部门、200家企业进行审计。", "200家", "企业进行审计"),
        ("培训费3万元，与上年相比，减少5万元。", "5万元", "培训费"),
        ("培训费3万元，比2021年决算数减少5万元。", "5万元", "培训费"),
        ("培训费3万元，按可比口径，增长7%。", "7%", "培训费"),
        ("完成投资9亿元，为年度计划的80%。", "80%", "完成投资"),
        ("其中：30万元用于编制规划；20万元用于维修。", "20万元", "用于维修"),
        ("项目支出包括培训费4万元。", "4万元", "培训费"),
        ("截至6月份新增岗位80个。", "80个", "新增岗位"),
        ("下达资金56万元。", "56万元", "下达资金"),
        ("资金下达56万元。", "56万元", "资金下达"),
        ("普通高中29所。", "29所", "普通高中"),
        ("慰问项目中有9个。", "9个", "慰问项目"),
    ],
)
def test_a_label_names_what_is_measured(text: str, figure: str, label: str) -> None:
    assert labels(text)[figure] == label


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("与上年持平；接待费6万元。", "6万元", "2022年度"),
        ("与上年相比增加6万元。", "6万元", "2022年度"),
        ("动用上年结转资金6万元。", "6万元", "2022年度"),
        ("上年支出6万元。", "6万元", "2021年度"),
    ],
)
def test_a_year_compared_with_is_not_the_year_of_the_figure(text: str, figure: str, period: str) -> None:
    found = figures_of(document_of(f"某局2022年度说明\n\n{text}\n", "样本.txt"))
    assert {one.text: one.period for one in found}[figure] == period
