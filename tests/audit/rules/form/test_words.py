"""WX613, WX617 and WX618: wrong words, blanks of a form, leftovers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("code", "text", "odd"),
    [
        ("WX613", "截止2023年末，截止目前，报名于5月截止，截止日期为5月1日，截至年底。", ["截止", "截止"]),
        ("WX613", "部份帐户已核对，矿井安装。", ["部份", "帐户"]),
        ("WX617", "填报单位（盖章）：\n填报日期：2023年3月1日\n联系人：\t某某", ["填报单位（盖章）："]),
        ("WX618", "<p>阅读&nbsp;and推广 and 服务</p>，A and B。", ["<p>", "&nbsp;", " and ", "</p>"]),
    ],
)
def test_words_are_right_and_nothing_is_left_over(
    marked: Marked, code: str, text: str, odd: list[str]
) -> None:
    assert marked(code, text) == odd
