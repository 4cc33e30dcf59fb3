from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def sums(claims: list[str]) -> list[str]:
    return [claim.removeprefix("sum ") for claim in claims if claim.startswith("sum")]


def test_items_that_tell_different_things_are_added_by_what_each_tells_first(stated: Stated) -> None:
    text = """募集资金[362.85万元]。其中：
<1.>捐款[220.85万元]，有[31人]；
<2.>企业[130万元]（含[100万元]定向）；
<3.>增值[12万元]。"""
    assert "pass 220.85 + 130.00 + 12.00 = 362.85" in sums(stated(text))


@pytest.mark.parametrize(
    "opening",
    ["支出[345.73万元]，如下：", "支出[345.73万元]，分列于后。", "支出[345.73万元]。具体如下：\n按来源分。"],
)
def test_a_slip_parts_a_list_from_the_sentence_before_it(stated: Stated, opening: str) -> None:
    text = f"{opening}\n<1.>公益[104.42万元]；\n<2.>拨款[220.43万元]；\n<3.>其他[15.88万元]。"
    assert sums(stated(text)) == ["fail 104.42 + 220.43 + 15.88 = 340.73 ≠ 345.73"]


OUTLINE = """部门预算收入[743.31万元]，实际支出[743.31万元]。
基本支出[446.58万元]，都已支付。
<(1)>普及收入[100万元]，支出[100万元]。
<一是>活动[80万元]，支付[80万元]。
<二是>纲要[20万元]，支付[20万元]。
<(2)>学会收入[{0}万元]，支出[{0}万元]。"""


def test_one_part_before_a_list_and_the_list_make_the_whole(stated: Stated) -> None:
    found = sums(stated(OUTLINE.format("196.73")))
    assert found.count("pass 446.58 + 100.00 + 196.73 = 743.31") == 2
    assert "pass 80.00 + 20.00 = 100.00" in found


def test_what_is_not_told_before_a_list_is_not_looked_for(stated: Stated) -> None:
    assert all("446.58" not in claim for claim in sums(stated(OUTLINE.format("196.72"))))


def test_thousands_of_items_are_no_list_of_one_whole(stated: Stated) -> None:
    claims = stated("支出[90.51万元]。\n" + "<(1)>甲[3.12万元]\n<一是>乙[1.17万元]\n" * 2_000)
    assert not any("90.51" in claim for claim in sums(claims))
