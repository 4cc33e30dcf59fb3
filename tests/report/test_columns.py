from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.report.columns import aligned, pad, shorten, width, wrap

MIXED = st.text(alphabet="甲乙，。（a1 .", max_size=80)


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("科普", 4), ("（1）", 5), ("≥3", 2)])
def test_wide_characters_take_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_counts_columns_not_characters() -> None:
    assert pad("科普", 6) == "科普  "
    assert pad("1.5", 6, right=True) == "   1.5"


def test_a_line_never_begins_with_closing_punctuation_and_words_stay_whole() -> None:
    assert wrap("一二三四，五六", 8) == ["一二三", "四，五六"]
    assert wrap("共 743.31万元", 8, indent="  ") == ["共", "  743.31", "  万元"]


def test_indented_text_keeps_its_indent() -> None:
    assert wrap("  一二三", 6, indent="    ") == ["  一二", "    三"]


@given(MIXED, st.integers(12, 40))
def test_wrapping_loses_nothing_but_blanks_and_keeps_to_the_width(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    longest = max([0, *(width(piece) for piece in text.split())])
    assert all(width(line) <= max(columns, longest) for line in lines)


@given(MIXED, st.integers(2, 30))
def test_a_shortened_text_fits(text: str, columns: int) -> None:
    assert width(shorten(text, columns)) <= columns or width(text) <= columns
    assert shorten(text, 1000) == text


def test_rows_are_aligned_by_width() -> None:
    assert aligned([("科普", "9"), ("abcdef", "10")], right=[1]) == ["科普     9", "abcdef  10"]
