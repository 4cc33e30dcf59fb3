from __future__ import annotations

from collections.abc import Callable

Stated = Callable[[str], list[str]]

OPENED = "年初结转和结余[120万元]，本年收入[1860万元]，本年支出[1845万元]，年末结转和结余[{}万元]。"


def test_an_opening_balance_left_out_refutes_nothing(stated: Stated) -> None:
    assert not [claim for claim in stated(OPENED.format(135)) if "fail" in claim]


def test_a_balance_without_opening_is_still_refuted(stated: Stated) -> None:
    text = OPENED.format(135).split("，", 1)[1]
    assert [claim for claim in stated(text) if "fail" in claim]
