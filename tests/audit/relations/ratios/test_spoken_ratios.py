from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def ratios(claims: list[str]) -> list[str]:
    return [" ".join(claim.split()[:2]) for claim in claims if claim.startswith(("share", "rate"))]


@pytest.mark.parametrize(
    "text",
    [
        "财政收入[640.0亿元]，其中税收收入[480.0亿元]。税收占财政收入的比重为[75.0%]。",
        "年度计划投资[64.0亿元]。\n全县完成投资[48.0亿元]，投资完成率[75.0%]。",
        "年度计划完成投资[64.0亿元]，截至六月已完成年度计划的[75.0%]，完成投资[48.0亿元]。",
        "地方支出[640.0亿元]。\n民生支出[480.0亿元]\n占地方支出的[75.0%]。",
        "会议应到代表[160人]，实到[120人]，到会率[75.0%]。",
        "专项资金[640.0万元]，已使用[480.0万元]，资金使用率[75.0%]。",
        "常住人口[640.0万人]。其中，城镇人口为[480.0万人]，常住人口城镇化率达[75.0%]。",
    ],
)
def test_figures_of_a_ratio_may_stand_elsewhere(stated: Stated, text: str) -> None:
    assert [one.split()[1] for one in ratios(stated(text))] == ["pass"]


@pytest.mark.parametrize(
    "text",
    [
        "年度计划投资[64.0亿元]。\n全县完成投资[48.0亿元]，投资完成率[57.0%]。",
        "会议应到代表[160人]，实到[120人]，到会率[57.0%]。",
        "专项资金[640.0万元]，已使用[480.0万元]，资金使用率[57.0%]。",
    ],
)
def test_what_is_certain_by_form_fails(stated: Stated, text: str) -> None:
    assert ratios(stated(text)) == ["rate fail"]


@pytest.mark.parametrize(
    "text",
    [
        "累计完成投资[154.2亿元]，投资完成率[44.0%]，资本金到位[86.8亿元]，到位率[75.1%]。",
        "三公经费预算[20.0万元]，决算[8.0万元]，完成预算的[40.0%]。其中车辆费决算[3.4万元]，完成预算的[85.0%]。",
        "甲企业占用资产[480.0亿元]，比上年增长[6.9%]。资产总额[640.0亿元]。",
    ],
)
def test_a_figure_with_a_ratio_of_its_own_is_no_whole(stated: Stated, text: str) -> None:
    assert [one for one in ratios(stated(text)) if "fail" in one] == []
