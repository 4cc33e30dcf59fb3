from __future__ import annotations

import pytest

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.relations.ratios.ratio_words import (
    is_of_figure_before,
    is_plausible,
    own_name,
    tells_part_cut,
)
from wenxiao.quantity import parse


@pytest.mark.parametrize("words", ["", "，", "，约", "(含结转)，共", "，支出决算", "，基本支出"])
def test_words_that_name_nothing_of_their_own(words: str) -> None:
    assert is_of_figure_before(words)
    assert own_name(words) == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("，税收收入", "税收收入"),
        ("，其中", "其中"),
        ("，公务接待费", "公务接待费"),
        ("；工程采购合同", "工程采购合同"),
    ],
)
def test_words_that_name_something_else(words: str, name: str) -> None:
    assert not is_of_figure_before(words)
    assert own_name(words) == name


@pytest.mark.parametrize(
    ("percent", "part", "whole"),
    [
        ("75%", "60万元", "80万元"),
        ("57%", "60万元", "80万元"),
        ("1.06%", "0.8万元", "1264.92万元"),
        ("95%", "6156万元", "648万元"),
        ("75%", "60元", "80万元"),
        ("0%", "0元", "5万元"),
    ],
)
def test_a_ratio_may_be_wrong_about_its_figures(percent: str, part: str, whole: str) -> None:
    assert is_plausible(_rate(percent, part, whole))


@pytest.mark.parametrize(
    ("percent", "part", "whole"),
    [("99.1%", "102381亿元", "2130亿元"), ("6.33‰", "1.98万人", "3.09万人")],
)
def test_a_ratio_far_off_is_about_something_else(percent: str, part: str, whole: str) -> None:
    assert not is_plausible(_rate(percent, part, whole))


def _rate(percent: str, part: str, whole: str) -> Claim:
    result, *operands = (Term("", text, parse(text)) for text in (percent, part, whole))
    return Claim(ClaimKind.RATE, "率", result, tuple(operands))


def test_what_is_cut_of_a_whole_is_no_fall() -> None:
    assert tells_part_cut("，核减率为")
    assert not tells_part_cut("，下降")
