"""Parts whose shares make 100 %: the whole is their sum, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]

ITEMS = "。一是财政类[20件]，占[15.6%]。二是内务类[64件]，占[50%]。三是农业类[44件]，占[34.4%]。"


def sums(claims: list[str]) -> list[str]:
    return [claim.removeprefix("sum ") for claim in claims if claim.startswith("sum")]


def test_parts_in_sentences_of_their_own_make_the_whole_before_them(stated: Stated) -> None:
    assert sums(stated(f"收到建议[128件]，由[30个]部门承办{ITEMS}")) == ["pass 20 + 64 + 44 = 128"]


@pytest.mark.parametrize("whole", ["[138件]", "[182件]"])
def test_a_whole_that_is_a_slip_away_fails(stated: Stated, whole: str) -> None:
    assert [one.split()[0] for one in sums(stated(f"收到建议{whole}，由[30个]部门承办{ITEMS}"))] == ["fail"]


def test_a_whole_that_the_shares_name_fails(stated: Stated) -> None:
    text = (
        "收入预算总额[7783.26万元]，比上年多，原因是增加了其他资金[7000万元]。其中：拨款[751.8万元]，"
        "占收入预算总额的[9.7%]，包括本级[751.8万元]；其他[7000万元]，占收入预算总额的[90.3%]。"
    )
    assert "fail 751.80 + 7000.00 = 7751.80 ≠ 7783.26" in sums(stated(text))
    assert len([one for one in sums(stated(text)) if one.startswith("fail")]) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"收到建议[591件]，由[30个]部门承办{ITEMS}",  # another thing
        "床位[9101张]，其中公立[7131张]，占[78.4%]；民营[1649张]，占[18.1%]；其他[296张]，占[3.3%]。",
    ],
)
def test_shares_that_prove_nothing_claim_nothing(stated: Stated, text: str) -> None:
    assert sums(stated(text)) == []
