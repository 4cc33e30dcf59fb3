"""Opening files: told by content, with a clear word on what cannot be read."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from wenxiao.documents import legacy
from wenxiao.documents import open as opening
from wenxiao.documents.open import SUFFIXES, open_document, read_document
from wenxiao.errors import WenxiaoError

if TYPE_CHECKING:
    from pathlib import Path

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RTF = rb"{\rtf1\ansi\ansicpg936 {\fonttbl{\f0 Arial;}}\f0 Income 12 yuan.\par}"


def _zip(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _docx(text: str) -> bytes:
    body = (
        f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    )
    return _zip({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("甲.txt", "收入 5 万元。", "txt"),
        ("甲.md", "# 收入", "md"),
        ("甲.HTML", "<p>收入</p>", "html"),
    ],
)
def test_right_extensions_need_no_notice(tmp_path: Path, name: str, content: str, form: str) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode())
    document = open_document(path)
    assert (document.name, document.format, document.notices) == (name, form, ())


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("甲.pdf", "收入 5 万元。".encode(), "纯文本"),
        ("甲.xls", b"\xef\xbb\xbf<html><p>1</p></html>", "网页"),
        ("甲", b"<!DOCTYPE html><p>1</p>", "网页"),
        ("甲.txt", _docx("收入"), "Word 文档"),
    ],
)
def test_a_wrong_extension_is_read_by_content_and_told(name: str, content: bytes, told: str) -> None:
    document = read_document(content, name)
    assert f"内容其实是{told}" in document.notices[0]


def test_unknown_extensions_of_text_are_read_quietly() -> None:
    assert read_document("收入".encode(), "甲.log").notices == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "空文件"),
        (b" \r\n\t", "空文件"),
        (b"\x89PNG\r\n\x1a\n123", "图片.*OCR"),
        (b"\xff\xd8\xff\xe0", "图片.*OCR"),
        (b"Rar!\x1a\x07", "压缩包.*解压"),
        (_zip({"a.txt": "1"}), "压缩包.*解压"),
        (b"PK\x03\x04broken", "压缩包"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码.*取消密码"),
        (_OLE + bytes(600), "不是文字文档"),
        (b"\x00\x01\x02", "控制字符.*另存为"),
        (b"<html><script>1</script></html>", "没有任何文字.*OCR"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(content: bytes, message: str) -> None:
    with pytest.raises(WenxiaoError, match=message) as caught:
        read_document(content, "甲.dat")
    assert "「甲.dat」" in str(caught.value)


def test_a_damaged_word_file_is_called_one() -> None:
    with pytest.raises(WenxiaoError, match="Word"):
        read_document(_docx("收入")[:80], "甲.docx")


def test_missing_files_folders_and_big_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WenxiaoError, match="文件或目录不存在"):
        open_document(tmp_path / "无.txt")
    with pytest.raises(WenxiaoError, match="是目录"):
        open_document(tmp_path)
    monkeypatch.setattr(opening, "MAX_DOCUMENT_BYTES", 3)
    (tmp_path / "大.txt").write_text("收入支出", "utf-8")
    with pytest.raises(WenxiaoError, match="超过上限"):
        open_document(tmp_path / "大.txt")


def test_a_folder_audit_picks_up_what_can_be_read() -> None:
    assert {".docx", ".pdf", ".xlsx", ".html", ".md", ".txt", ".doc", ".wps", ".xls"} <= SUFFIXES
    assert not {".png", ".zip", ".ppt"} & SUFFIXES


def test_old_formats_without_libreoffice_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(WenxiaoError, match=r"没有安装.*另存为 \.docx"):
        read_document(_RTF, "甲.rtf")


@pytest.mark.parametrize(
    ("script", "message"), [("sleep 60", "超过 1 秒"), ("exit 1", "无法用 LibreOffice 打开")]
)
def test_a_stuck_or_failing_libreoffice_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(program))
    monkeypatch.setattr(legacy, "MAX_CONVERSION_SECONDS", 1)
    with pytest.raises(WenxiaoError, match=message):
        read_document(_RTF, "甲.rtf")


def test_an_old_format_is_read_through_libreoffice() -> None:
    document = read_document(_RTF, "甲.rtf")
    assert "Income 12 yuan." in document.text
    assert "LibreOffice" in document.notices[0]
