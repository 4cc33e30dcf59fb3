from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents import container
from wenxiao.documents.container import Package, Product, open_package
from wenxiao.documents.docx import read_docx
from wenxiao.errors import WenxiaoError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>收入3万元</w:t></w:r></w:p></w:body></w:document>'
)


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ({"word/document.xml": DOCUMENT} | parts).items():
            archive.writestr(name, content)
    return out.getvalue()


def opened(content: bytes) -> Package:
    return open_package(content, "报告.docx", Product.WORD)


def refusal(content: bytes) -> str:
    with pytest.raises(WenxiaoError) as refused:
        read_docx(content, "报告.docx")
    assert str(refused.value).startswith("「报告.docx」")
    assert "请" in str(refused.value)
    return str(refused.value)


def test_a_sound_file_is_read() -> None:
    assert read_docx(zipped(), "报告.docx").text == "收入3万元\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "是空文件"),
        (b"not a zip", "不是 Word 文件"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "设有打开密码"),
        (OLE + bytes(600), "是旧版 Office 格式"),
        (zipped()[:-30], "已损坏、没有传完"),
        (zipped(**{"word/document.xml": "<w:document"}), "不是有效的 XML"),
        (zipped(**{"word/document.xml": ""}), "不是有效的 XML"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(content: bytes, message: str) -> None:
    assert message in refusal(content)


def test_another_kind_of_package_is_named_so() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "x")

    assert "不是 Word 文件（没有正文部件）" in refusal(out.getvalue())


def test_a_damaged_part_is_named() -> None:
    content = bytearray(zipped())
    start = content.index(b"word/document.xml") + len(b"word/document.xml")
    content[start + 5 : start + 20] = bytes(15)

    assert "word/document.xml 无法解压" in refusal(bytes(content))


def test_nothing_outside_of_the_file_is_read() -> None:
    entity = f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>{DOCUMENT.replace("收入", "&e;")}'

    assert "文档类型声明" in refusal(zipped(**{"word/document.xml": entity}))


def test_a_file_that_swells_is_not_opened() -> None:
    assert "解压后过大" in refusal(zipped(**{"word/big.xml": "0" * (17 * 1024 * 1024)}))


def test_a_small_file_may_pack_well() -> None:
    assert read_docx(zipped(**{"word/big.xml": "0" * (1024 * 1024)}), "报告.docx").text == "收入3万元\n"


def test_a_part_that_is_too_large_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_PART_BYTES", 100)

    assert "word/document.xml 解压后超过" in refusal(zipped())


def test_a_file_of_countless_parts_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "_MAX_PARTS", 1)

    assert "解压后过大" in refusal(zipped(other="x"))


def test_macros_are_left_alone_and_the_reader_is_told() -> None:
    document = read_docx(zipped(**{"word/vbaProject.bin": "x"}), "报告.docm")

    assert document.text == "收入3万元\n"
    assert document.notices == ("「报告.docm」带有宏。审核只读文字，宏没有运行。",)


def test_references_are_followed_inside_the_package_only() -> None:
    listing = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="styles.xml"/>'
        '<Relationship Id="b" Type="x/header" Target="/word/h.xml"/>'
        '<Relationship Id="c" Type="x/footer" Target="../../../etc/f.xml"/>'
        '<Relationship Id="d" Type="x/image" Target="http://example.org/" TargetMode="External"/>'
        "</Relationships>"
    )
    package = opened(zipped(**{"word/_rels/document.xml.rels": listing}))

    assert [relation.part for relation in package.relations(package.main)] == [
        "word/styles.xml",
        "word/h.xml",
        "etc/f.xml",
    ]
    assert package.relations("word/styles.xml") == ()


def test_a_main_part_of_another_name_is_found() -> None:
    listing = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    package = opened(zipped(**{"_rels/.rels": listing, "word/document2.xml": DOCUMENT}))

    assert package.main == "word/document2.xml"


@given(st.lists(st.tuples(st.integers(0, len(zipped()) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_file_with_wrong_bytes_is_read_or_refused(errors: list[tuple[int, int]]) -> None:
    content = bytearray(zipped())
    for position, byte in errors:
        content[position] = byte
    try:
        document = read_docx(bytes(content), "报告.docx")
    except WenxiaoError as error:
        assert "「报告.docx」" in str(error)  # noqa: PT017  (either outcome is right)
    else:
        assert document.text
