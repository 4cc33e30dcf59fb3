"""What no word tells and the digits prove: a base far before, a rest, a change; and what chance could do as well."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.relations.proven.chance import most_trials
from wenxiao.quantity import parse

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "城区培训[3172人次]。\n其中新学员[1288人次]，更新水平[40.6%]。",
            "rate pass 1288 ÷ 3172 × 100 = 40.61 ≈ 40.60",
        ),
        (
            "馆藏图书[48260册]。\n馆内可外借的书有[31947册]\n周转面达[66.20%]。",
            "rate pass 31947 ÷ 48260 × 100 = 66.20",
        ),
        (
            "培训经费[86.42万元]。\n与上一年相比，增加[9.37万元]，增长[12.16%]。",
            "growth pass 9.37 ÷ (86.42 - 9.37) × 100 = 12.16",
        ),
        (
            "申请[5172.80万元]，其中甲[2210.55万元]、乙[1805.15万元]。审定[4986.35万元]，其中甲[2150.15万元]。审减[186.45万元]。",
            "difference pass 5172.80 - 4986.35 = 186.45",
        ),
    ],
)
def test_figures_before_prove_what_words_do_not_tell(proven: Stated, text: str, claim: str) -> None:
    assert claim in proven(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲[320项]。\n乙[80项]。\n丙[35项]，另[25%]。",  # no word tells that it is a share, and one in a hundred numbers is 25
        "甲[320.5万元]。\n乙[118.7万元]。\n丙[90.4万元]。丁余[201.9万元]。",  # off by a tenth
        "培训[3172人次]。\n新学员[1288元]，水平[40.6%]。",  # not one measure
    ],
)
def test_what_chance_could_do_or_does_not_fit_is_not_claimed(proven: Stated, text: str) -> None:
    assert proven(text) == []


def test_what_stands_far_before_proves_nothing(proven: Stated) -> None:
    text = "培训[3172人次]。\n{}新学员[1288人次]，更新水平[40.6%]。"
    assert proven(text.format("甲。\n" * 2)) != []
    assert proven(text.format("甲。\n" * 9)) == []


def test_a_sum_is_not_told_again_as_a_difference(proven: Stated) -> None:
    text = "共[300.57万元]，其中：甲[120.25万元]，未拨[180.32万元]。"
    assert proven(text) == []


@given(st.integers(1, 10**6))
def test_more_digits_prove_more(value: int) -> None:
    short, long = parse(f"{value}.1%"), parse(f"{value}.10%")
    rare = short.value / 10_000
    assert most_trials(long, long.value, rare) >= 9 * most_trials(short, short.value, rare)
