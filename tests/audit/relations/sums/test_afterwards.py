from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "小学投入[213.15万元]，初中投入[178.20万元]，高中投入[96.30万元]。[三项]合计[{}万元]。",
        "小学[213.15万元]，初中[178.20万元]，高中[96.30万元]。以上[三项]共计[{}万元]。",
        "<1、>小学[213.15万元]；\n<2、>初中[178.20万元]；\n<3、>高中[96.30万元]。\n合计[{}万元]。",
        "<一、>修小学，投资[213.15万元]。\n<二、>修初中，投资[178.20万元]。\n<三、>修高中，投资[96.30万元]。\n以上[三个]项目总投资[{}万元]。",
    ],
    ids=["sentence", "above", "items", "headings"],
)
def test_a_total_begins_a_sentence(stated: Stated, text: str) -> None:
    assert "sum pass 213.15 + 178.20 + 96.30 = 487.65" in stated(text.format("487.65"))
    assert "sum fail 213.15 + 178.20 + 96.30 = 487.65 ≠ 484.65" in stated(text.format("484.65"))


def test_of_more_told_of_each_part_the_first_is_added(stated: Stated) -> None:
    text = "甲标段合同价[321.60万元]，已付[280.10万元]；乙标段合同价[189.20万元]，已付[165.00万元]。[两个]标段合同价合计[{}万元]。"
    assert "sum pass 321.60 + 189.20 = 510.80" in stated(text.format("510.80"))
    assert "sum fail 321.60 + 189.20 = 510.80 ≠ 810.80" in stated(text.format("810.80"))


@pytest.mark.parametrize(
    "text",
    [
        "甲村补助[12万元]，乙村补助[15万元]。[两个]村集体收入合计[126万元]。",
        "甲项目投入[320万元]，乙项目投入[150万元]。[两个]项目合计实现产值[1860万元]。",
        "小学[213万元]，初中[178万元]。全县教育总投入[3521万元]。",
        "<1、>农田[320万元]；\n<2、>奖补[180万元]；\n以上项目共支付[260万元]。",
        "道路[12公里]、桥梁[30公里]。公共交通里程[1586公里]。",
        "小学[213万元]。[十一项]合计[3521万元]。",
    ],
)
def test_a_total_of_something_else_claims_nothing(stated: Stated, text: str) -> None:
    assert stated(text) == []
