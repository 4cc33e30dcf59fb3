from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("自评[98分]，复核[91分]，扣减[7分]。", "difference pass 98 - 91 = 7"),
        ("自评[98分]，复核[19分]，扣减[7分]。", "difference fail 98 - 19 = 79 ≠ 7"),
        ("新增[312户]，退出[275户]，净增[73户]。", "difference fail 312 - 275 = 37 ≠ 73"),
        ("甲[12项]，乙[30项]，相差[18项]。", "difference pass 30 - 12 = 18"),
        ("共[45个]，已开工[41个]，开工率[91.1%]。未开工的[3个]要抓紧。", "difference fail 45 - 41 = 4 ≠ 3"),
        (
            "基金收入[2073.00亿元]，其中利息收入[73.00亿元]；支出[1669.00亿元]。本年收支结余[440.00亿元]。",
            "difference fail 20730000.00 - 16690000.00 = 4040000.00 ≠ 4400000.00",
        ),
        (
            "收入[21654.00万元]，其中拨款[20800.00万元]。支出[20978.00万元]，年末结转[766.00万元]。",
            "difference fail 21654.00 - 20978.00 = 676.00 ≠ 766.00",
        ),
        (
            "预算数[3786.71万元]，调整数[4610.19万元]，决算数[4610.19万元]，减少[823.48万元]。",
            "difference fail 3786.71 - 4610.19 = -823.48 ≠ 823.48",
        ),
    ],
)
def test_what_parts_two_figures_is_checked(stated: Stated, text: str, claim: str) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "本年收入[500.00万元]，支出[487.50万元]，年末结转[33.87万元]。",
        "决算[80.00万元]，预算[100.00万元]，比预算减少[20.00万元]。",
        "户均补助[3000元]，已支付[6156万元]，未支付[32.40万元]。",
        "志愿者由[1850人]增加到[2405人]，净增[555人]。",
    ],
)
def test_what_may_have_other_parts_never_fails(stated: Stated, text: str) -> None:
    assert [one for one in stated(text) if one.startswith("difference fail")] == []
