from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("投入[859.5万元]。\n路面[412万元]；边沟[447.5万元]。", ["sum pass 412.00 + 447.50 = 859.50"]),
        ("收到意见[9条]。采纳的[4条]，部分采纳的[3条]，不采纳的[2条]。", ["sum pass 4 + 3 + 2 = 9"]),
        ("办理信件[28件]，已办结[21件]，正在办结[9件]。", ["sum fail 21 + 9 = 30 ≠ 28"]),
        (
            "支出[1946.08万元]。基本支出[2134.05万元]，项目支出[712.03万元]。",
            ["sum fail 2134.05 + 712.03 = 2846.08 ≠ 1946.08"],
        ),
        (
            "收到[2317万元]，追回[964万元]，归还[281万元]，调账[332万元]，其余[200万元]待办。",
            ["sum fail 964.00 + 281.00 + 332.00 + 200.00 = 1777.00 ≠ 2317.00"],
        ),
        (
            "拨款[500.5万元]，支出[432.25万元]，结转[68.25万元]。",
            ["difference pass 500.50 - 432.25 = 68.25"],
        ),
    ],
)
def test_parts_that_say_by_themselves_what_they_are(stated: Stated, text: str, claims: list[str]) -> None:
    assert [claim for claim in stated(text) if not claim.startswith("difference fail")] == claims


@pytest.mark.parametrize(
    "text",
    [
        "甲县[80万元]，乙县[30万元]，丙县[60万元]。",  # equals side by side
        "因公出国费[3万元]，公务用车购置费[16万元]，公务用车运行费[5万元]。",
        "参加[7人]，获奖[4人]，晋级[3人]。",  # small numbers meet by accident
        "另收手续费[46万元]。\n资金已支出[31200万元]，未支出[14800万元]。",  # a small sum is no whole
        "低保对象人均补助[5280元]。城市[6420元]，农村[4160元]。",  # averages are never added
        "公务接待[0万元]，占[0%]；公务用车[1.4万元]，占[83%]；出国[0.28万元]，占[17%]。",
    ],
)
def test_what_says_nothing_of_the_kind_claims_nothing(stated: Stated, text: str) -> None:
    assert [claim for claim in stated(text) if claim.startswith("sum")] == []
