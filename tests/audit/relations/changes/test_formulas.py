from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "执行率=[190.00万元]÷[200.00万元]×[100%]=[95.00%]。",
            ["rate pass 190.00 ÷ 200.00 × 100 = 95.00"],
        ),
        (
            "执行率=(实际支出[190.00万元]/预算安排[200.00万元])×[100%]=[92.00%]。",
            ["rate fail 190.00 ÷ 200.00 × 100 = 95.00 ≠ 92.00"],
        ),
        ("得分=[20分]+[30分]+[41分]=[92分]。", ["sum fail 20 + 30 + 41 = 91 ≠ 92"]),
        ("结余=[52.00万元]-[40.00万元]=[12.00万元]。", ["difference pass 52.00 - 40.00 = 12.00"]),
        ("金额=[600元]×[15人]=[8000元]。", ["product fail 0.06 × 15 = 0.90 ≠ 0.80"]),
        ("人均=[9000元]÷[15人]=[600元]。", ["product pass 0.06 × 15 = 0.90"]),
        ("得分=[20分]+[30分]-[8分]=[42分]。", []),
        ("其中[20分]=[20分]。", []),
    ],
)
def test_equations_written_out_are_computed(stated: Stated, text: str, claims: list[str]) -> None:
    assert stated(text) == claims
