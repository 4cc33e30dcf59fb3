"""A Word file as its parts: read one safely, pack one with the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from lxml import etree

from wenxiao.errors import WenxiaoError, os_reason

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

# A report of a thousand pages stays below these; beyond is a wrong file or an attack.
_MAX_FILE_BYTES = 64 * 1024 * 1024
_MAX_UNPACKED_BYTES = 256 * 1024 * 1024
_MAX_XML_BYTES = 64 * 1024 * 1024
_MAX_PARTS = 5_000
_MS_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def w(name: str) -> str:
    """Give the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def read_parts(path: Path) -> dict[str, bytes]:
    """Read all parts of a Word file by their name in the package.

    Raises:
        WenxiaoError: the file is missing, no .docx, encrypted, damaged or far too large.
    """
    content = _read(path)
    if content.startswith(_MS_COMPOUND_FILE):
        _refuse(path, "设有打开密码，或是旧版 .doc", "请在 Word 或 WPS 中去掉密码，另存为 .docx 后再试")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_entries(path, archive.infolist())
            return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        ValueError,
        OSError,
        zlib.error,
    ) as error:
        raise WenxiaoError(
            f"「{path}」不是 .docx 文件或已损坏，无法解压。请在 Word 或 WPS 中打开后另存为 .docx 再试。"
        ) from error


def parse_xml(parts: Mapping[str, bytes], name: str, path: Path) -> etree._Element:
    """Parse one part, refusing document type declarations and entities.

    Raises:
        WenxiaoError: the part is missing, is no well-formed XML, or declares a DTD.
    """
    if name not in parts:
        _refuse(path, f"缺少部件 {name}，不是完整的 Word 文件", "请在 Word 或 WPS 中打开后另存为 .docx 再试")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(parts[name], parser)
    except etree.XMLSyntaxError as error:
        raise WenxiaoError(
            f"「{path}」的部件 {name} 不是有效的 XML（{error.msg}）。请在 Word 或 WPS 中打开后另存为 .docx 再试。"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        _refuse(
            path,
            f"部件 {name} 含有文档类型声明（DTD）",
            "Word 不会写出这样的内容，请核实文件来源后另存为 .docx",
        )
    return root


def encode(xml: str, name: str) -> bytes:
    """Encode a part, refusing characters that XML cannot carry.

    Raises:
        WenxiaoError: a text holds a control character; the message shows the text around it.
    """
    found = _INVALID.search(xml)
    if found:
        around = xml[: found.start()].rpartition(">")[2][-15:]
        raise WenxiaoError(
            f"无法写入 Word 部件 {name}：文字「{around}」之后有不可见的控制字符 U+{ord(found.group()):04X}。"
            "请在来源单元格或正文中删除这个字符。"
        )
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml).encode()


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in the given order; fixed times make equal parts give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 1)
    return buffer.getvalue()


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            _refuse(path, "超过 64 MB", "请确认选对了文件；图片过多时请在 Word 中压缩图片")
        return path.read_bytes()
    except OSError as error:
        raise WenxiaoError(f"无法读取「{path}」：{os_reason(error)}。请检查路径和权限。") from error


def _check_entries(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    # The declared size is binding: zipfile stops reading there, and a false one fails its checksum.
    unpacked = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries if entry.filename.endswith(".xml")), default=0)
    if any(entry.flag_bits & 1 for entry in entries):
        _refuse(path, "是加密的压缩包", "请去掉密码后再试")
    if len(names) > _MAX_PARTS or unpacked > _MAX_UNPACKED_BYTES or largest > _MAX_XML_BYTES:
        _refuse(path, "解压后过大，不是正常的报告", "请核实文件来源")
    if len(set(names)) != len(names):
        _refuse(path, "含有重名的部件", "请在 Word 或 WPS 中打开后另存为 .docx 再试")


def _refuse(path: Path, what: str, remedy: str) -> NoReturn:
    raise WenxiaoError(f"无法读取「{path}」：文件{what}。{remedy}。")
