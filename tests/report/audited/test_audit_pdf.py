"""The findings as highlights in the audited PDF."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
import typst
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from wenxiao.audit.examine import Audit, examine
from wenxiao.documents.pdf import read_pdf
from wenxiao.documents.text import document_of
from wenxiao.errors import WenxiaoError
from wenxiao.finding import Finding, Severity
from wenxiao.place import PageLine, TextPlace
from wenxiao.report.audited.pdf import audit_pdf_bytes, write_audit_pdf
from wenxiao.report.pdf import fonts

SETTING = '#set text(size: 12pt, lang: "zh")\n#set page(paper: "a4", margin: 3cm)\n'
BODY = "一、物资\n\n全年发放帐篷 310 顶、水泵 45 台，\n另有备用水泵 8 台。\n"


@dataclass(frozen=True)
class Note:
    """An annotation as read back; boxes are left, bottom, right, top in hundredths of a point."""

    kind: int
    boxes: tuple[tuple[int, int, int, int], ...]
    text: str
    author: str
    colour: tuple[int, ...]


@cache
def faces() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders())
    )


@cache
def pdf_of(body: str) -> bytes:
    return typst.compile((SETTING + body).encode("utf-8"), font_paths=faces(), format="pdf")


def turned(content: bytes, rotation: int) -> bytes:
    pdf = pdfium.PdfDocument(content)
    pdf[0].set_rotation(rotation)
    written = BytesIO()
    pdf.save(written)
    pdf.close()
    return written.getvalue()


def audit_of(content: bytes, *findings: tuple[Severity, tuple[str, ...]]) -> Audit:
    """Give an audit with findings of our own: a severity and the texts they are about."""
    audit = examine(read_pdf(content, "物资.pdf"))
    return replace(audit, findings=tuple(finding_of(audit, *one) for one in findings))


def finding_of(audit: Audit, severity: Severity, texts: tuple[str, ...]) -> Finding:
    starts = [(audit.document.text.index(text), text) for text in texts]
    places = tuple(audit.document.place(start, start + len(text)) for start, text in starts)
    return Finding("WX199", severity, "两数不等", "", "水泵的数不一样", places, "45 ≠ 8", "请核对台数")


def notes_of(content: bytes, page: int = 0) -> list[Note]:
    pdf = pdfium.PdfDocument(content)
    opened = pdf[page]
    found = list(_notes(opened))
    opened.close()
    pdf.close()
    return found


def _notes(page: pdfium.PdfPage) -> Iterator[Note]:
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        colour = [ctypes.c_uint() for _ in range(4)]
        pdfium_c.FPDFAnnot_GetColor(annotation, pdfium_c.FPDFANNOT_COLORTYPE_Color, *colour)
        yield Note(
            pdfium_c.FPDFAnnot_GetSubtype(annotation),
            tuple(_boxes(annotation)),
            _string(annotation, b"Contents"),
            _string(annotation, b"T"),
            tuple(part.value for part in colour[:3]),
        )
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _boxes(annotation: pdfium_c.FPDF_ANNOTATION) -> Iterator[tuple[int, int, int, int]]:
    for index in range(pdfium_c.FPDFAnnot_CountAttachmentPoints(annotation)):
        quad = pdfium_c.FS_QUADPOINTSF()
        pdfium_c.FPDFAnnot_GetAttachmentPoints(annotation, index, quad)
        across = [round(side * 100) for side in (quad.x1, quad.x2, quad.x3, quad.x4)]
        up = [round(side * 100) for side in (quad.y1, quad.y2, quad.y3, quad.y4)]
        yield min(across), min(up), max(across), max(up)


def _string(annotation: pdfium_c.FPDF_ANNOTATION, key: bytes) -> str:
    size = pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def highlights(content: bytes, page: int = 0) -> list[Note]:
    return [note for note in notes_of(content, page) if note.kind == pdfium_c.FPDF_ANNOT_HIGHLIGHT]


def summary(content: bytes) -> str:
    (note,) = [note for note in notes_of(content) if note.kind == pdfium_c.FPDF_ANNOT_TEXT]
    return note.text


def text_under(content: bytes, box: tuple[int, int, int, int]) -> str:
    """Give the text of the first page in a box, in the coordinates of the file."""
    page = pdfium.PdfDocument(content)[0]
    text = page.get_textpage().get_text_bounded(*(side / 100 for side in box))
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_each_place_is_covered_however_the_page_is_turned(rotation: int) -> None:
    original = turned(pdf_of(f"#rotate({-rotation}deg, reflow: true)[帐篷 310 顶，水泵 45 台]"), rotation)
    audit = audit_of(original, (Severity.ERROR, ("310", "45")))
    found = highlights(audit_pdf_bytes(audit, original))
    assert [len(note.boxes) for note in found] == [1, 1]
    assert [text_under(original, note.boxes[0]) for note in found] == ["310", "45"]


def test_the_note_says_everything() -> None:
    original = pdf_of(BODY)
    first, second = highlights(audit_pdf_bytes(audit_of(original, (Severity.ERROR, ("45", "8"))), original))
    assert first.text == (
        "WX199 错误：两数不等（2 处中的第 1 处）\n水泵的数不一样\n算式：45 ≠ 8\n建议：请核对台数"
    )
    assert "第 2 处" in second.text
    assert first.author == "问效"


def test_the_original_is_kept_byte_for_byte_and_the_rest_is_constant() -> None:
    original = pdf_of(BODY)
    audit = audit_of(original, (Severity.WARNING, ("310",)))
    written = audit_pdf_bytes(audit, original)
    assert written.startswith(original)
    assert audit_pdf_bytes(audit, original) == written
    assert read_pdf(written, "物资.pdf") == audit.document


def test_other_findings_give_the_file_another_identity() -> None:
    original = pdf_of(BODY)
    written = [
        audit_pdf_bytes(audit_of(original, (Severity.INFO, (text,))), original) for text in ("45", "310")
    ]
    first, second = (re.findall(rb"<([0-9A-F]{32})>\]", one)[-1] for one in written)
    assert first != second


def test_severities_differ_in_colour_and_the_heaviest_lies_on_top() -> None:
    original = pdf_of(BODY)
    audit = audit_of(original, *((severity, ("45",)) for severity in Severity))
    found = highlights(audit_pdf_bytes(audit, original))
    assert len({note.colour for note in found}) == 3
    assert [note.text[6:8] for note in found] == ["提示", "警告", "错误"]


def test_a_place_over_lines_is_one_highlight_and_over_pages_one_on_each() -> None:
    original = pdf_of("说明文字" * 30 + "#pagebreak()\n续页 12 项")
    audit = audit_of(original)
    text = audit.document.text
    place = audit.document.place(0, text.index("12") + 2)
    finding = Finding("WX199", Severity.INFO, "跨页", "", "跨页的一处", (place,))
    written = audit_pdf_bytes(replace(audit, findings=(finding,)), original)
    (first,), (second,) = highlights(written, 0), highlights(written, 1)
    assert len(first.boxes) > 1
    assert len(second.boxes) == 1
    assert first.text == second.text


def test_the_first_page_tells_the_coverage_and_what_has_no_place() -> None:
    original = pdf_of(BODY)
    audit = audit_of(original, (Severity.WARNING, ()), (Severity.ERROR, ("45",)))
    told = summary(audit_pdf_bytes(audit, original))
    assert "没有一处可以互相核对" in told
    assert "发现：错误 1 条、警告 1 条、提示 0 条。" in told
    assert "WX199 警告：两数不等" in told
    assert "WX199 错误" not in told


def test_a_finding_of_the_audit_itself_is_marked(tmp_path: Path) -> None:
    original = pdf_of("一、支出\n\n2022年支出合计90.00万元，其中：基本支出60.00万元，项目支出40.00万元。")
    audit = examine(read_pdf(original, "支出.pdf"))
    write_audit_pdf(audit, original, tmp_path / "支出.pdf")
    found = highlights((tmp_path / "支出.pdf").read_bytes())
    assert {"90.00万元", "60.00万元", "40.00万元"} <= {
        "".join(text_under(original, box) for box in note.boxes) for note in found
    }


def test_earlier_annotations_stay() -> None:
    original = pdf_of(f'#link("https://example.org")[出处]\n\n{BODY}')
    before = notes_of(original)
    after = notes_of(audit_pdf_bytes(audit_of(original, (Severity.ERROR, ("45",))), original))
    assert after[: len(before)] == before
    assert len(after) == len(before) + 2


def test_a_file_without_identity_or_with_a_compressed_table_is_written_alike() -> None:
    for original in (plain_file(), streamed_file()):
        audit = audit_of(original, (Severity.ERROR, ("45",)))
        written = audit_pdf_bytes(audit, original)
        assert written.startswith(original)
        assert written == audit_pdf_bytes(audit, original)
        assert len(highlights(written)) == 1
        strict = PDFDocument(PDFParser(BytesIO(written)))
        (page,) = PDFPage.create_pages(strict)
        assert [one["Subtype"].name for one in page.annots or ()] == ["Highlight", "Text"]


def plain_file() -> bytes:
    objects = page_objects()
    content, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    return content + head + trailer


def page_objects() -> list[bytes]:
    drawn = b"BT /F1 12 Tf 50 100 Td (Pumps 45 sets in 2021) Tj ET"
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]


def streamed_file() -> bytes:
    """Give a file whose table of objects is a compressed stream, and whose page is in an object stream."""
    catalog, pages, page, drawn, font = page_objects()
    numbers, bodies = b"", b""
    for number, body in ((1, catalog), (2, pages), (3, page), (5, font)):
        numbers += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    packed = stream(b"/Type/ObjStm/N 4/First %d" % len(numbers), numbers + bodies)
    content, places = b"%PDF-1.5\n", []
    for number, body in ((4, drawn), (6, packed)):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, body)
    in_stream = [b"\x02\x00\x06" + bytes([index]) for index in range(4)]
    alone = [b"\x01" + place.to_bytes(2, "big") + b"\x00" for place in (*places, len(content))]
    rows = [b"\x00\x00\x00\xff", *in_stream[:3], alone[0], in_stream[3], *alone[1:]]
    head = b"/Type/XRef/Size 8/W[1 2 1]/Root 1 0 R/ID[<%s><%s>]" % (b"AB" * 16, b"AB" * 16)
    table = stream(head, b"".join(rows))
    return content + b"7 0 obj%s endobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(content))


def stream(entries: bytes, body: bytes) -> bytes:
    packed = zlib.compress(body)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (entries, len(packed), packed)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a docx", pdf_of("一")[:900]])
def test_what_is_not_the_audited_pdf_is_refused(content: bytes, tmp_path: Path) -> None:
    audit = examine(document_of("水泵 45 台。", "稿.txt"))
    with pytest.raises(WenxiaoError, match=r"「稿.txt」.*不是 PDF.*重新审核"):
        write_audit_pdf(audit, content, tmp_path / "稿.pdf")
    assert not (tmp_path / "稿.pdf").exists()


def test_a_place_on_a_page_the_file_does_not_have_is_refused() -> None:
    audit = audit_of(pdf_of(BODY))
    line = PageLine(9, 100, 200, (100, 200))
    (spot,) = audit.document.place(0, 1).spots
    place = TextPlace("物资.pdf", 0, 1, 1, 1, "一", (spot._replace(original=line),))
    finding = Finding("WX199", Severity.ERROR, "题", "", "话", (place,))
    with pytest.raises(WenxiaoError, match="被改动"):
        audit_pdf_bytes(replace(audit, findings=(finding,)), pdf_of(BODY))
