from __future__ import annotations

import re
import runpy
import zipfile
from pathlib import Path

import pytest

from wenxiao.errors import WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.report.blocks import Cell, Document, Paragraph, Table, Text
from wenxiao.report.word.flow import Style
from wenxiao.report.word.package import pack, read_parts
from wenxiao.report.word.reference import load_reference
from wenxiao.report.word.write import write_docx

SHIPPED = Path(__file__).parents[3] / "src" / "wenxiao" / "report" / "word" / "reference.docx"


def edited(folder: Path, part: str, pattern: str, replacement: str, **more: bytes) -> Path:
    """Save the shipped reference with one part changed, as an editor would."""
    parts = read_parts(SHIPPED)
    text, count = re.subn(pattern, replacement, parts[part].decode())
    assert count
    path = folder / "本市.docx"
    path.write_bytes(pack(parts | {part: text.encode()} | more))
    return path


def written(folder: Path, reference: Path | None) -> dict[str, str]:
    table = Table("表", "", ((Cell((Text("1"),)),),), (1,), landscape=True)
    document = Document("报告", "某市科协", 2021, (Paragraph((Text("正文"),)), table))
    write_docx(document, FactTable({}), folder / "报告.docx", reference=reference)
    with zipfile.ZipFile(folder / "报告.docx") as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_shipped_reference_is_what_the_tool_makes() -> None:
    tool = runpy.run_path(str(SHIPPED.parents[4] / "tools" / "make_reference.py"))

    assert tool["all_parts"]() == read_parts(SHIPPED)


def test_styles_page_and_footers_come_from_the_reference(tmp_path: Path) -> None:
    parts, shipped = written(tmp_path, None), read_parts(SHIPPED)

    taken = {"word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml"}
    taken |= {f"word/footer{number}.xml" for number in (1, 2, 3, 4)}
    assert {name for name in shipped if parts[name].encode() == shipped[name]} == taken
    assert 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"' in parts["word/document.xml"]


def test_a_style_edited_in_word_is_used_under_the_id_word_gave_it(tmp_path: Path) -> None:
    body_style = r'w:styleId="\w+"(><w:name w:val="公文正文"/>)'
    parts = written(tmp_path, edited(tmp_path, "word/styles.xml", body_style, r'w:styleId="a7"\1'))

    assert '<w:pStyle w:val="a7"/>' in parts["word/document.xml"]


def test_built_in_names_are_found_however_they_are_written(tmp_path: Path) -> None:
    path = edited(tmp_path, "word/styles.xml", 'w:val="heading 1"', 'w:val="Heading 1"')

    assert load_reference(path).styles[Style.HEADING_1] == "Heading1"


def test_all_missing_styles_are_listed(tmp_path: Path) -> None:
    path = edited(tmp_path, "word/styles.xml", "公文正文|表格附注", "其他")

    with pytest.raises(WenxiaoError, match="缺少样式：公文正文、表格附注。请在 Word 中新建"):
        load_reference(path)


def test_a_missing_file_and_a_file_without_body_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WenxiaoError, match="找不到参考文档"):
        load_reference(tmp_path / "没有.docx")
    with pytest.raises(WenxiaoError, match="没有正文"):
        load_reference(edited(tmp_path, "_rels/.rels", 'officeDocument"', 'image"'))


def test_a_part_that_is_named_but_missing_is_reported(tmp_path: Path) -> None:
    path = edited(tmp_path, "word/_rels/document.xml.rels", "footer1.xml", "footer9.xml")

    with pytest.raises(WenxiaoError, match=r"缺少部件 word/footer9\.xml"):
        load_reference(path)


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    first = load_reference(edited(tmp_path, "word/document.xml", 'w:right="1474"', 'w:right="1474"'))
    second = load_reference(edited(tmp_path, "word/document.xml", 'w:right="1474"', 'w:right="1000"'))

    assert second.portrait.width - first.portrait.width == 474


def test_without_a_landscape_section_the_upright_page_is_turned_left(tmp_path: Path) -> None:
    lying = r'<w:sectPr>(?:(?!</w:sectPr>).)*w:orient="landscape".*?</w:sectPr>'
    xml = load_reference(edited(tmp_path, "word/document.xml", lying, "")).landscape.xml

    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in xml
    assert 'w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"' in xml
    assert 'r:id="rId4"' in xml


def test_a_start_number_would_count_every_section_anew(tmp_path: Path) -> None:
    path = edited(
        tmp_path, "word/document.xml", "<w:docGrid", '<w:pgNumType w:fmt="decimal" w:start="5"/><w:docGrid'
    )

    assert 'pgNumType w:fmt="decimal"/>' in load_reference(path).portrait.xml


@pytest.mark.parametrize(
    ("pattern", "replacement", "message"),
    [
        (r"<w:pgSz[^>]*>", "", "没有纵向的页面设置"),
        (r'w:w="11906"', 'w:w="210mm"', "w 为“210mm”"),
    ],
)
def test_a_page_that_cannot_be_read_is_reported(
    tmp_path: Path, pattern: str, replacement: str, message: str
) -> None:
    with pytest.raises(WenxiaoError, match=message):
        load_reference(edited(tmp_path, "word/document.xml", pattern, replacement))


def test_a_link_to_an_outside_template_is_refused(tmp_path: Path) -> None:
    parts = read_parts(SHIPPED)
    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        b'Id="rId1" Type="t/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/>'
        b"</Relationships>"
    )
    path = tmp_path / "本市.docx"
    path.write_bytes(pack(parts | {"word/_rels/settings.xml.rels": link}))

    with pytest.raises(
        WenxiaoError, match=r"word/settings\.xml 链接了外部文件「http://example.org/t\.dotm」"
    ):
        load_reference(path)


def test_what_a_report_must_not_inherit_stays_behind(tmp_path: Path) -> None:
    kept = '<Relationship Id="rId90" Type="x/comments" Target="comments.xml"/></Relationships>'
    path = edited(
        tmp_path, "word/_rels/document.xml.rels", "</Relationships>", kept, **{"word/comments.xml": b"<c/>"}
    )

    parts = written(tmp_path, path)

    assert "word/comments.xml" not in parts
    assert "comments" not in parts["word/_rels/document.xml.rels"] + parts["[Content_Types].xml"]


def test_a_picture_in_a_footer_comes_along(tmp_path: Path) -> None:
    parts = read_parts(SHIPPED)
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="x/image" Target="media/seal.png"/></Relationships>'
    )
    path = tmp_path / "本市.docx"
    path.write_bytes(pack(parts | {"word/_rels/footer1.xml.rels": links, "word/media/seal.png": b"png"}))

    assert written(tmp_path, path)["word/media/seal.png"] == "png"
