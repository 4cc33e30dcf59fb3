"""WX601 and WX615: the sequence of numbers and their signs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("code", "text", "odd"),
    [
        ("WX601", "（一）甲事\n1.子项\n2.子项\n（二）乙事\n1.子项\n3.子项", ["3.", "1."]),
        ("WX601", "一、甲事\n二、乙事\n五、丙事", []),
        ("WX615", "1.甲事。\n2、乙事。\n3、丙事。", ["2、"]),
        ("WX615", "（1）甲事。\n(2)乙事。\n1.丙事。\n2.丁事。", ["(2)"]),
        ("WX615", "1.甲事。\n2.乙事。\n1、丙事。\n2、丁事。", []),
        ("WX615", "1、甲事。\n2、乙事。\n1.丙事。\n2.丁事。\n3、戊事。", []),
        ("WX615", "（一）甲事。\n(二)乙事。", ["(二)"]),
        ("WX615", "1．甲事。\n2.乙事。", []),
    ],
)
def test_numbers_follow_each_other_in_one_style(marked: Marked, code: str, text: str, odd: list[str]) -> None:
    assert marked(code, text) == odd
