from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.errors import WenxiaoError
from wenxiao.report.word import package
from wenxiao.report.word.package import encode, pack, parse_xml, read_parts


def zipped(**parts: bytes) -> bytes:
    return pack({f"{name}.xml": content for name, content in parts.items()})


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "报告.docx"
    path.write_bytes(content)
    return path


def encrypted() -> bytes:
    content = bytearray(zipped(a=b"<a/>"))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "不是 .docx 文件或已损坏"),
        (b"hello", "不是 .docx 文件或已损坏"),
        (zipped(a=b"<a/>")[:-30], "不是 .docx 文件或已损坏"),
        (zipped(a=b"<a>1</a>" * 50).replace(b"\xb3", b"\xb4"), "不是 .docx 文件或已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "打开密码，或是旧版 .doc"),
        (encrypted(), "加密的压缩包"),
    ],
    ids=["empty", "text", "cut off", "flipped bits", "password", "encrypted zip"],
)
def test_what_is_no_word_file_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, message: str
) -> None:
    with pytest.raises(WenxiaoError, match=message) as caught:
        read_parts(saved(tmp_path, content))

    assert str(caught.value).count("\n") == 0


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WenxiaoError, match=r"无法读取「.*没有\.docx」"):
        read_parts(tmp_path / "没有.docx")


def test_a_part_given_twice_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.xml", "<b/>")

    with pytest.raises(WenxiaoError, match="重名的部件"):
        read_parts(saved(tmp_path, buffer.getvalue()))


@pytest.mark.parametrize("limit", ["_MAX_UNPACKED_BYTES", "_MAX_XML_BYTES"])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(package, limit, 10_000)

    with pytest.raises(WenxiaoError, match="解压后过大"):
        read_parts(saved(tmp_path, zipped(a=bytes(10_001))))


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_MAX_FILE_BYTES", 10)

    with pytest.raises(WenxiaoError, match="超过 64 MB"):
        read_parts(saved(tmp_path, bytes(11)))


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        (b"<a><b></a>", "不是有效的 XML"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "文档类型声明"),
        (b"<!DOCTYPE a [" + b'<!ENTITY x "xxxxxxxxxx">' + b"]><a/>", "文档类型声明"),
    ],
)
def test_broken_xml_and_entities_are_refused(xml: bytes, message: str) -> None:
    with pytest.raises(WenxiaoError, match=message):
        parse_xml({"word/document.xml": xml}, "word/document.xml", Path("报告.docx"))


def test_a_missing_part_is_named() -> None:
    with pytest.raises(WenxiaoError, match=r"缺少部件 word/document\.xml"):
        parse_xml({}, "word/document.xml", Path("报告.docx"))


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
def test_characters_xml_cannot_carry_are_refused(char: str) -> None:
    with pytest.raises(WenxiaoError, match=f"「甲」之后.*U\\+{ord(char):04X}"):
        encode(f"<a>甲{char}</a>", "a.xml")


@settings(deadline=None)
@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}\.xml", fullmatch=True), st.binary(max_size=200), min_size=1)
)
def test_what_is_packed_is_read_back_in_order(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(parts))) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == list(parts.items())
    assert pack(parts) == pack(dict(parts))
