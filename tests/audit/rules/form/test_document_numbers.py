"""WX602, WX614, WX619 and WX620: document numbers, approximations and ranges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("code", "text", "odd"),
    [
        (
            "WX602",
            "某财[2023]5号、某财（2023）6号、某财〔2023〕7号，共[2023]次。",
            ["[2023]5号", "（2023）6号"],
        ),
        ("WX614", "约200余人，近3万多人次，约200人，200余人，近10多年来。", ["约200余", "近3万多"]),
        (
            "WX619",
            "某财〔2023〕5号、某财〔2023〕 6号、某财〔2023〕007号、某财〔2023〕第8号。",
            ["〔2023〕007号", "〔2023〕第8号"],
        ),
        ("WX620", "奖励5—20万元，5万—20万元，5万元—20万元，2021—2023年。", ["5—20万"]),
        ("WX620", "参加者1.5-2万人次，编号12-34。", ["1.5-2万"]),
    ],
)
def test_numbers_are_written_as_the_standards_have_them(
    marked: Marked, code: str, text: str, odd: list[str]
) -> None:
    assert marked(code, text) == odd
