from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

from wenxiao.errors import WenxiaoError
from wenxiao.packages import container
from wenxiao.packages.container import check_container


def _workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("项目").write_string("A1", "项目编号")
    return out.getvalue()


def _refusal(content: bytes) -> str:
    with pytest.raises(WenxiaoError) as refused:
        check_container(content, "数据.xlsx")
    return str(refused.value)


def test_a_workbook_passes() -> None:
    check_container(_workbook(), "数据.xlsx")


def test_an_empty_file_is_named_so() -> None:
    assert "是空文件" in _refusal(b"")


def test_a_password_is_named_so() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
    assert "打开密码" in _refusal(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "旧的 .xls 格式" in _refusal(ole)


@pytest.mark.parametrize("content", [b"xx", b"PK\x03\x04", _workbook()[:-200]])
def test_a_damaged_file_is_named_so(content: bytes) -> None:
    assert "已损坏" in _refusal(content)


def test_another_kind_of_zip_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "不是 .xlsx 工作簿" in _refusal(out.getvalue())


def test_a_zip_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_UNPACKED_BYTES", 1000)
    assert "为安全起见没有打开" in _refusal(_workbook())


def test_a_huge_file_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_WORKBOOK_BYTES", 1000)
    assert "不像一个单位一年的数据" in _refusal(_workbook())
