from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]

_ROWS = "甲、乙分别完成[110.00万元]和[240.00万元]，同比分别增加[10.00万元]和[40.00万元]，分别增长[{}]和[{}]。"
_FIRST = "growth pass 10.00 ÷ (110.00 - 10.00) × 100 = 10.00"


def growths(claims: list[str]) -> list[str]:
    return [claim for claim in claims if claim.startswith("growth")]


def test_each_growth_is_of_its_own_figure(stated: Stated) -> None:
    second = "growth {} 40.00 ÷ (240.00 - 40.00) × 100 = 20.00"
    assert growths(stated(_ROWS.format("10%", "20%"))) == [_FIRST, second.format("pass")]
    assert growths(stated(_ROWS.format("10%", "23%"))) == [_FIRST, second.format("fail") + " ≠ 23.00"]


@pytest.mark.parametrize(
    "text",
    [
        "收、支各为[80.00万元]、[90.00万元]。与上年相比，各减少[20.00万元]、[10.00万元]，各下降[20%]、[10%]。",
        "发生事故[80起]，[90人]受伤，同比减少[20起]、[10人]，分别下降[20%]和[10%]。",
    ],
)
def test_rows_may_stand_apart_and_of_two_measures(stated: Stated, text: str) -> None:
    assert [claim.split()[1] for claim in growths(stated(text))] == ["pass", "pass"]


@pytest.mark.parametrize(
    "text",
    [
        _ROWS.format("11%", "23%"),
        "甲、乙、丙完成[110.00万元]、[240.00万元]、[90.00万元]，分别增加[10.00万元]和[40.00万元]，分别增长[10%]和[20%]。",
        "甲、乙分别完成[110.00万元]和[240.00万元]，分别增长[10%]和[20%]。",
    ],
)
def test_rows_that_may_not_belong_together_claim_nothing_wrong(stated: Stated, text: str) -> None:
    assert [claim for claim in growths(stated(text)) if " fail " in claim] == []
