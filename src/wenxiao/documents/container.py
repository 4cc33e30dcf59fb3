"""The package around a Word or Excel file: its parts, read one by one and only if that is safe."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple, NoReturn

from lxml import etree

from wenxiao.archive import DAMAGE, OLE, is_encrypted
from wenxiao.errors import WenxiaoError
from wenxiao.settings import MAX_INFLATION, MAX_PART_BYTES, MAX_UNPACKED_BYTES

# A small file may pack as well as it likes: what it unpacks to fits anywhere.
_HARMLESS_BYTES = 16 * 1024 * 1024
_MAX_PARTS = 5_000
_LIKELY_CAUSE = "（文件已损坏，或没有传完）"
# Two editions of the standard name the same elements; Office reads both.
_STRICT = b"http://purl.oclc.org/ooxml/"
_SAME_NAMES = (
    (
        _STRICT + b"wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        _STRICT + b"spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        _STRICT + b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Product(Enum):
    """What a package is for: how it is called, its extension, the folder of its parts and its main part."""

    WORD = ("Word", ".docx", "word", "word/document.xml")
    EXCEL = ("Excel", ".xlsx", "xl", "xl/workbook.xml")

    def __init__(self, title: str, suffix: str, folder: str, main: str) -> None:
        self.title = title
        self.suffix = suffix
        self.folder = folder
        self.main = main


class Relation(NamedTuple):
    """A part that another part refers to: the last word of the kind of reference, and the part's name."""

    identity: str
    kind: str
    part: str


@dataclass(frozen=True)
class Package:
    """An opened package. Its parts are unpacked when they are asked for."""

    name: str
    product: Product
    _archive: zipfile.ZipFile
    _entries: dict[str, zipfile.ZipInfo] = field(repr=False)

    def __contains__(self, part: str) -> bool:
        """Tell whether the package has a part."""
        return part in self._entries

    @cached_property
    def main(self) -> str:
        """The part with the body of the document."""
        named = [relation.part for relation in self.relations("") if relation.kind == "officeDocument"]
        found = next((part for part in [*named, self.product.main] if part in self), None)
        if found is None:
            self.refuse(f"不是 {self.product.title} 文件（没有正文部件）", "请核对文件，改用正确的扩展名")
        return found

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader must be told about the package."""
        if f"{self.product.folder}/vbaProject.bin" not in self:
            return ()
        return (f"「{self.name}」带有宏。审核只读文字，宏没有运行。",)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Give what a part ("" for the package itself) refers to inside the package, in the order listed."""
        folder, base = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        return tuple(self._relations(listing, folder)) if listing in self else ()

    def _relations(self, listing: str, folder: str) -> Iterator[Relation]:
        for item in self.xml(listing):
            if isinstance(item.tag, str) and item.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/")
                yield Relation(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], target)

    def xml(self, part: str) -> etree._Element:
        """Parse a part; nothing outside of it is read, and no entity is resolved.

        Raises:
            WenxiaoError: the part is missing, damaged, no XML, or has a document type declaration.
        """
        content = self._read(part)
        if _STRICT in content:
            for strict, usual in _SAME_NAMES:
                content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise WenxiaoError(self._message(f"的部件 {part} 不是有效的 XML", self._save_again)) from error
        if root.getroottree().docinfo.internalDTD is not None:
            self.refuse(f"的部件 {part} 含有文档类型声明，可能会引入外部文件", "请核实文件来源")
        return root

    def _read(self, part: str) -> bytes:
        if part not in self:
            self.refuse(f"缺少部件 {part}{_LIKELY_CAUSE}", self._save_again)
        if self._entries[part].file_size > MAX_PART_BYTES:
            self.refuse(f"的部件 {part} 解压后超过 {MAX_PART_BYTES // 2**20} MB", "请核实文件来源")
        try:
            return self._archive.read(self._entries[part])
        except DAMAGE as error:
            raise WenxiaoError(
                self._message(f"的部件 {part} 无法解压{_LIKELY_CAUSE}", self._save_again)
            ) from error

    @property
    def _save_again(self) -> str:
        return f"请用 Word、Excel 或 WPS 打开检查，另存为 {self.product.suffix} 后再试"

    def _message(self, what: str, remedy: str) -> str:
        return f"「{self.name}」{what}。{remedy}。"

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Raise the error that says what is wrong with the file and what to do."""
        raise WenxiaoError(self._message(what, remedy))


def open_package(content: bytes, name: str, product: Product) -> Package:
    """Open a package for reading; ``name`` is the file's name in messages.

    Raises:
        WenxiaoError: empty, under a password, an old format, no package, damaged, or swelling too far.
    """
    package = Package(name, product, *_unzipped(content, name, product))
    entries = package._entries.values()  # noqa: SLF001  (its own module)
    if any(entry.flag_bits & 1 for entry in entries):
        package.refuse("设有打开密码", "请取消密码，保存后再试")
    unpacked = sum(entry.file_size for entry in entries)
    swollen = unpacked > _HARMLESS_BYTES and unpacked > MAX_INFLATION * len(content)
    if swollen or unpacked > MAX_UNPACKED_BYTES or len(entries) > _MAX_PARTS:
        package.refuse("解压后过大，不像正常的文件，为安全起见没有打开", "请核实文件来源")
    return package


def _unzipped(
    content: bytes, name: str, product: Product
) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    if not content:
        raise WenxiaoError(f"「{name}」是空文件。请重新导出或重新复制。")
    if content.startswith(OLE):
        what = "设有打开密码" if is_encrypted(content) else "是旧版 Office 格式"
        raise WenxiaoError(
            f"「{name}」{what}。请用 Word、Excel 或 WPS 打开，另存为 {product.suffix}，不设密码。"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise WenxiaoError(
            f"「{name}」不是 {product.title} 文件，或已损坏、没有传完。"
            f"请用 Word、Excel 或 WPS 打开检查，另存为 {product.suffix} 后再试。"
        ) from error
    return archive, {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}
