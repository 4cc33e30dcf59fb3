"""TOML with Chinese errors."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wenxiao import toml_text
from wenxiao.errors import WenxiaoError
from wenxiao.toml_text import parse_toml


def test_numbers_are_exact_and_a_byte_order_mark_does_not_matter() -> None:
    assert parse_toml(b"\xef\xbb\xbfrate = 0.1\nyear = 2021", "a.toml") == {
        "rate": Decimal("0.1"),
        "year": 2021,
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a = 1\nb = = 2", "「a.toml」第 2 行第 5 列不符合 TOML 格式"),
        (b'a = """x', "「a.toml」末尾不符合 TOML 格式"),
        (b"a = 1\na = 2", "同一项不写两次"),
        ("甲 = 1".encode("gbk"), "不是 UTF-8 编码。请用记事本另存为 UTF-8。"),
        (b"a = " + b"[" * 5000, "括号嵌套太深"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(content: bytes, said: str) -> None:
    with pytest.raises(WenxiaoError) as raised:
        parse_toml(content, "a.toml")
    assert said in str(raised.value)


def test_a_large_file_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toml_text, "MAX_DECLARATION_BYTES", 10)
    with pytest.raises(WenxiaoError, match="超过"):
        parse_toml(b"a = 1\nb = 22", "a.toml")
