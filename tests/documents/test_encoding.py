"""Decoding: what is told for sure is read, anything else refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.encoding import decode
from wenxiao.errors import WenxiaoError

_TEXT = "全年收入 12.5 万元。\r\n其中：拨款 10 万元。\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("gb18030", b""),
    ],
)
def test_known_encodings_give_the_text_as_it_stands(encoding: str, mark: bytes) -> None:
    assert decode(mark + _TEXT.encode(encoding), "甲.txt") == _TEXT


@pytest.mark.parametrize(
    "content",
    [
        "売上は増加しました。ｱｲｳ".encode("shift_jis"),
        b"\xff\xfe\x00",
        b"\x81\x20\xff\xff",
        b"\xef\xbb\xbf\xb0\xa1",
        b"\xaa\xa1\xaa\xa2\xb0\xa1",
    ],
)
def test_other_encodings_are_refused_with_a_remedy(content: bytes) -> None:
    with pytest.raises(WenxiaoError, match=r"「甲\.txt」不是 UTF-8.*另存为") as caught:
        decode(content, "甲.txt")
    assert "编码选 UTF-8" in str(caught.value)


def test_control_characters_are_refused_with_their_line() -> None:
    with pytest.raises(WenxiaoError, match=r"第 2 行.*0x00"):
        decode("一行\n二\x00行".encode(), "乙.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_clear_error(content: bytes) -> None:
    try:
        told = decode(content, "丙.txt")
    except WenxiaoError as error:
        told = str(error)
    assert "\x00" not in told
