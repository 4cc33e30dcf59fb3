"""The faces of the PDF writer: every official face has a file, and missing characters are named."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import typst

from wenxiao.errors import WenxiaoError
from wenxiao.report.pdf import fonts


def test_every_official_face_has_a_family_the_layout_engine_knows() -> None:
    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders())
    ).families()
    assert {face.official for face in fonts.faces()} == {
        "方正小标宋简体",
        "仿宋_GB2312",
        "黑体",
        "楷体_GB2312",
        "宋体",
    }
    assert {face.family for face in fonts.faces()} | set(fonts.fallbacks()) <= set(known)


def test_the_shipped_face_carries_its_licence_and_a_name_of_its_own() -> None:
    kai = next(face for face in fonts.faces() if face.role == "kai")
    licence = (kai.path.parent / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert 'Reserved Font Names "霞鹜" and "LXGW"' in licence
    assert "LXGW" not in kai.family


def test_it_has_the_characters_of_official_reports() -> None:
    gb2312 = "".join(
        bytes((high, low)).decode("gb2312", errors="ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    )
    assert len(gb2312) == 6763
    assert fonts.missing_characters(gb2312 + "喆祎璟昇堃赟〇㎡²×÷≥≤—…“”〔〕①Ⅰ") == ""


def test_it_names_each_missing_character_once() -> None:
    assert fonts.missing_characters("好😀事\x0b成双😀\n") == "\x0b😀"


def test_a_lost_font_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lost = fonts.Face("黑体", "hei", "Noto Sans SC", tmp_path / "没有.otf")
    monkeypatch.setattr(fonts, "faces", lambda: (lost,))
    with pytest.raises(WenxiaoError, match=r"缺少字体文件：.*没有\.otf。请重新安装"):
        fonts.folders()


def font_file(tag: bytes, table: bytes) -> bytes:
    """A font with a single table, as the OpenType header lays it out."""
    return struct.pack(">4sHHHH4sIII", b"OTTO", 1, 0, 0, 0, tag, 0, 28, len(table)) + table


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (font_file(b"glyf", b""), "没有字符表"),
        (font_file(b"cmap", struct.pack(">HHHHIH", 0, 1, 3, 1, 12, 4)), "不是完整的 Unicode 表"),
    ],
)
def test_a_damaged_font_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "坏.otf"
    path.write_bytes(content)
    with pytest.raises(WenxiaoError, match=message):
        fonts._coverage(path)


def test_the_folders_are_searched_in_the_order_of_the_faces_wherever_they_lie() -> None:
    assert fonts.folders() == tuple(dict.fromkeys(face.path.parent for face in fonts.faces()))
    assert fonts.folders()[-1].name == "fonts"
