"""The free typefaces that stand in for the official ones in PDF files, and the characters they lack.

The official faces (方正小标宋, 仿宋_GB2312, 黑体, 楷体_GB2312) may not be redistributed. Noto Serif and Noto Sans
come with a package, the 楷体 (a subset made by ``tools/subset_fonts.py``) with this one; all are under the
SIL Open Font License. Nothing is taken from the system, so every machine sets the same pages.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pylopdf_fonts_zh_cn

from wenxiao.errors import WenxiaoError

_OWN = Path(__file__).parent.parent / "static" / "fonts"
_FORMAT_12 = struct.Struct(">HHIII")
_GROUP = struct.Struct(">III")
_SETTING_CONTROLS = frozenset("\n\t\r")


@dataclass(frozen=True, slots=True)
class Face:
    """An official face, the name the layout calls it by, and the family and file that stand in for it."""

    official: str
    role: str
    family: str
    path: Path


def faces() -> tuple[Face, ...]:
    """Tell for each official face which file is used."""
    serif = pylopdf_fonts_zh_cn.serif_path()
    sans = pylopdf_fonts_zh_cn.sans_path()
    return (
        Face("方正小标宋简体", "title", "Noto Serif SC", serif),
        Face("仿宋_GB2312", "fangsong", "Noto Serif SC", serif),
        Face("黑体", "hei", "Noto Sans SC", sans),
        Face("楷体_GB2312", "kai", "Wenxiao Kai", _OWN / "WenxiaoKai-Regular.ttf"),
        Face("宋体", "song", "Noto Serif SC", serif),
    )


def fallbacks() -> tuple[str, ...]:
    """Name the families in which a character is looked for when its own face lacks it."""
    return ("Noto Serif SC", "Noto Sans SC")


def folders() -> tuple[Path, ...]:
    """List the folders of all faces, in the order of the faces: the first is searched first on every machine.

    Raises:
        WenxiaoError: a font file is missing, as after an incomplete installation.
    """
    lost = sorted({str(face.path) for face in faces() if not face.path.is_file()})
    if lost:
        raise WenxiaoError(f"缺少字体文件：{'、'.join(lost)}。请重新安装 wenxiao 后再生成 PDF。")
    return tuple(dict.fromkeys(face.path.parent for face in faces()))


def missing_characters(text: str) -> str:
    """List the characters of ``text``, each once and in order, that no face can show."""
    wanted = sorted(set(text) - _SETTING_CONTROLS)
    tables = [_coverage(face.path) for face in faces() if face.family in fallbacks()]
    return "".join(char for char in wanted if not any(table.covers(ord(char)) for table in tables))


@dataclass(frozen=True, slots=True)
class _Coverage:
    """The code points of a font as sorted, disjoint ranges (both ends inclusive)."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def covers(self, code: int) -> bool:
        index = bisect_right(self.starts, code) - 1
        return index >= 0 and code <= self.ends[index]


@lru_cache(maxsize=8)
def _coverage(path: Path) -> _Coverage:
    """Read which characters a font has from its ``cmap`` table (OpenType 1.9, subtable format 12)."""
    with path.open("rb") as file:
        header = file.read(12)
        records = file.read(16 * struct.unpack_from(">H", header, 4)[0])
        offset, length = _table_range(records, b"cmap")
        file.seek(offset)
        return _ranges(file.read(length))


def _table_range(records: bytes, tag: bytes) -> tuple[int, int]:
    for name, _checksum, offset, length in struct.iter_unpack(">4sIII", records):
        if name == tag:
            return offset, length
    raise WenxiaoError("字体文件没有字符表（cmap），可能已损坏。请重新安装 wenxiao 后再生成 PDF。")


def _ranges(cmap: bytes) -> _Coverage:
    count = struct.unpack_from(">H", cmap, 2)[0]
    for _platform, _encoding, offset in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count]):
        if struct.unpack_from(">H", cmap, offset)[0] == 12:  # the full range of Unicode
            groups = _FORMAT_12.unpack_from(cmap, offset)[4]
            first = offset + _FORMAT_12.size
            found = list(_GROUP.iter_unpack(cmap[first : first + _GROUP.size * groups]))
            return _Coverage(tuple(group[0] for group in found), tuple(group[1] for group in found))
    raise WenxiaoError(
        "字体文件的字符表不是完整的 Unicode 表，可能已被替换。请重新安装 wenxiao 后再生成 PDF。"
    )
