"""A benchmark text as a Word file.

The text of a paragraph is torn into short runs, as Word leaves it after a few edits: a figure may begin in one run
and end in the next.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from consistency.flow import Box, Grid, Paragraph, parts_of

_EPOCH = (1980, 1, 1, 0, 0, 0)
_RUN = 7
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
}
_TITLE = '<w:jc w:val="center"/>'
_BODY = '<w:ind w:firstLineChars="200"/>'
_RULES = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def word(text: str) -> bytes:
    """Write a text as a Word file; the same text gives the same bytes."""
    body = "".join(map(_part, parts_of(text)))
    document = f'<w:document xmlns:w="{_MAIN}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), _HEAD + content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _part(part: Paragraph | Grid) -> str:
    return (
        _paragraph(part.text, _TITLE if part.is_title else _BODY)
        if isinstance(part, Paragraph)
        else _table(part)
    )


def _paragraph(text: str, properties: str) -> str:
    pieces = (text[start : start + _RUN] for start in range(0, len(text), _RUN))
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _table(grid: Grid) -> str:
    columns = "<w:gridCol/>" * grid.columns
    rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in grid.rows)
    properties = f"<w:tblPr><w:tblBorders>{_RULES}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _cell(box: Box) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{box.columns}"/></w:tcPr>{_paragraph(box.text, "")}</w:tc>'
