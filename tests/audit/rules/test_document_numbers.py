"""WX619 and WX620: document numbers and ranges as the standards have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("code", "text", "odd"),
    [
        ("WX619", "某财〔2023〕5号、某财〔2023〕 6号、某财〔2023〕007号、某财〔2023〕第8号。", 3),
        ("WX620", "奖励5—20万元，5万—20万元，5万元—20万元，2021—2023年。", 1),
        ("WX620", "参加者1.5-2万人次，编号12-34。", 1),
    ],
)
def test_numbers_follow_the_standards(marked: Marked, code: str, text: str, odd: int) -> None:
    assert len(marked(code, text)) == odd
