"""Characters nobody sees are named; everything a report may hold passes."""

from __future__ import annotations

import pytest

from wenxiao.invisible import code_point, first_invisible


@pytest.mark.parametrize(
    "character", ["\x00", "\x0b", "\x7f", "\xad", "\u200b", "\u202e", "\ufeff", "\ufdd0", "\uffff"]
)
def test_what_nobody_sees_is_named(character: str) -> None:
    assert first_invisible(f"科普{character}活动\x01") == code_point(character)


@pytest.mark.parametrize(
    "text", ["", "科普\t活动\r\n第二行", "“三公”经费 — ≥ ㎡ ①", "全角　空格\xa0与窄空格", "𠮷😀"]
)
def test_what_is_seen_passes(text: str) -> None:
    assert first_invisible(text) == ""


def test_a_code_point_is_written_as_unicode_does() -> None:
    assert code_point("\x07") == "U+0007"
    assert code_point("\u200b") == "U+200B"
