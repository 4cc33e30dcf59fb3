from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]

_LISTED = (
    "预算规模为[530.60万元]，其中：货物[210.20万元]；工程[320.40万元]。"
    "实际采购规模为[498.15万元]，其中：货物[190.05万元]；工程[308.10万元]。节约资金[{}]。"
)


def differences(claims: list[str]) -> list[str]:
    return [claim for claim in claims if claim.startswith("difference")]


@pytest.mark.parametrize(
    "told",
    [
        "采购预算[530.60万元]，中标金额[498.15万元]，节约[{}]。",
        "采购计划金额共计[530.60万元]，实际采购金额共计[498.15万元]，共节约资金[{}]，节约率为[6%]。",
        "送审金额[530.60万元]，审定金额[498.15万元]，核减[{}]。",
        "控制价[530.60万元]，成交价[498.15万元]，节约财政资金[{}]。",
        "支出决算[498.15万元]，年初预算[530.60万元]，决算数小于年初预算数[{}]。",
        _LISTED,
    ],
)
def test_what_was_saved_parts_plan_and_outcome(stated: Stated, told: str) -> None:
    assert "difference pass 530.60 - 498.15 = 32.45" in stated(told.format("32.45万元"))
    assert differences(stated(told.format("34.25万元"))) == [
        "difference fail 530.60 - 498.15 = 32.45 ≠ 34.25"
    ]


def test_what_was_overspent_is_counted_the_other_way(stated: Stated) -> None:
    found = stated("概算[500.00万元]，结算价[532.45万元]，超概算[34.25万元]。")
    assert differences(found) == ["difference fail 532.45 - 500.00 = 32.45 ≠ 34.25"]


@pytest.mark.parametrize(
    "text",
    [
        "经费预算[530.60万元]，实际支出[498.15万元]，通过集中采购节约资金[5.20万元]。",
        "经费预算[530.60万元]，实际支出[498.15万元]，结转[27.25万元]，节约[5.20万元]。",
        "预算[530.60万元]，实际支出[498.15万元]，全年节约用水[320吨]。",
        _LISTED.format("15.20万元"),
        "甲项目[530.60万元]，乙项目[498.15万元]，节约[15.20万元]。",
    ],
)
def test_savings_of_something_else_never_fail(stated: Stated, text: str) -> None:
    assert [claim for claim in differences(stated(text)) if " fail " in claim] == []
