"""Numbers joined by colons: the structure of a whole in percent, and ratios."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.figures.read import figures_of
from wenxiao.documents.text import document_of


def told(text: str) -> list[tuple[str, str, str]]:
    figures = figures_of(document_of(f"说明\n\n{text}\n", "样本.txt"))
    return [(figure.text, figure.kind.value, figure.value + figure.unit) for figure in figures]


@pytest.mark.parametrize("colon", [":", "：", "∶"])
def test_shares_of_a_whole_are_percentages(colon: str) -> None:
    shares = ["12.4", "37.1", "50.5"]
    assert told(f"产业结构为{colon.join(shares)}。") == [(share, "percent", f"{share}%") for share in shares]


def test_a_slip_in_one_share_leaves_them_percentages() -> None:
    assert [kind for _, kind, _ in told("结构为12.4:31.7:50.5。")[1:]] == ["percent", "percent"]


@pytest.mark.parametrize(
    ("text", "ratio"), [("按1:2.5配套。", "1:2.5"), ("比例为3：2。", "3:2"), ("为1∶2∶3。", "1:2:3")]
)
def test_a_ratio_is_one_mention(text: str, ratio: str) -> None:
    assert [(kind, value) for _, kind, value in told(text)] == [("other", ratio)]


@pytest.mark.parametrize("text", ["收入：12.5万元，支出：8万元。", "编号3：5件。", "共计：3。"])
def test_colons_before_amounts_join_nothing(text: str) -> None:
    assert "percent" not in {kind for _, kind, _ in told(text)}


@given(st.lists(st.integers(0, 999), min_size=2, max_size=40))
def test_every_number_of_a_chain_is_read(numbers: list[int]) -> None:
    text = ":".join(map(str, numbers))
    figures = figures_of(document_of(f"说明\n\n按{text}办理。\n", "样本.txt"))
    assert "".join(figure.text for figure in figures).replace(":", "") == text.replace(":", "")
