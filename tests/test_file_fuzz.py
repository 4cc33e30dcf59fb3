"""Files with wrong bytes, of every format: each is audited or refused with a message, whatever is broken.

Bytes are changed in the file as it lies on the disk, and in the parts inside a package, which is then zipped
anew: its checksums hold, so that the damage reaches what reads the parts.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import NamedTuple

import docx
import openpyxl
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.audit.examine import examine
from wenxiao.documents.open import read_document
from wenxiao.errors import WenxiaoError
from wenxiao.place import TextPlace

ROWS = (("项目", "预算数", "决算数"), ("基本支出", 81, 80.2), ("项目支出", 41, 40.3), ("合计", 122, 120.5))
PROSE = "2023年本年支出120.50万元，其中：基本支出80.20万元，项目支出40.30万元。"


@cache
def word() -> bytes:
    document = docx.Document()
    document.add_heading("部门决算说明", 1)
    document.add_paragraph(PROSE)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, values in zip(table.rows, ROWS, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = str(value)
    return saved(document)


@cache
def excel() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    sheet["B2"].number_format = "#,##0.00_ "
    sheet.merge_cells("A6:C6")
    sheet["A6"] = PROSE
    return saved(book)


def saved(thing: openpyxl.Workbook | docx.document.Document) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


@cache
def pdf() -> bytes:
    cells = ", ".join(f"[{value}]" for row in ROWS for value in row)
    return bytes(typst.compile(f"{PROSE}\n\n#table(columns: 3, {cells})".encode()))


@cache
def html() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{value}</td>' for value in row)}</tr>" for row in ROWS)
    return f"<html><body><h1>说明</h1><p>{PROSE}</p><table>{rows}</table></body></html>".encode()


MAKERS = {"报告.docx": word, "报告.xlsx": excel, "报告.pdf": pdf, "报告.html": html}


class Damage(NamedTuple):
    """What is done to some bytes: from ``at`` (in thousandths of the whole) so many are replaced."""

    at: int
    length: int
    new: bytes

    def done(self, content: bytes) -> bytes:
        start = len(content) * self.at // 1000
        return content[:start] + self.new + content[start + self.length :]


pieces = st.binary(max_size=4) | st.sampled_from(
    [
        b"<",
        b">",
        b'"',
        b"&#0;",
        b"-1",
        b"99999999999",
        b"</w:p>",
        b"<row/>",
        b"</table>",
        b"endobj",
        b"<td rowspan=9>",
    ]
)
damages = st.lists(
    st.builds(Damage, st.integers(0, 1000), st.sampled_from([0, 1, 2, 8, 10**9]), pieces),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("name", MAKERS)
def test_the_files_are_sound_before_they_are_damaged(name: str) -> None:
    audit = examine(read_document(MAKERS[name](), name))
    assert audit.coverage.claims[0][1] > 0


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=40)
@given(damages=damages)
def test_a_damaged_file_is_audited_or_refused(name: str, damages: list[Damage]) -> None:
    content = MAKERS[name]()
    for damage in damages:
        content = damage.done(content)
    audit_or_refuse(content, name)


@pytest.mark.parametrize("name", ["报告.docx", "报告.xlsx"])
@settings(max_examples=40)
@given(number=st.integers(0, 30), damages=damages)
def test_a_damaged_part_of_a_package_is_read_or_refused(
    name: str, number: int, damages: list[Damage]
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(MAKERS[name]())) as old, zipfile.ZipFile(stream, "w") as new:
        parts = old.namelist()
        for part in parts:
            content = old.read(part)
            for damage in damages if part == parts[number % len(parts)] else ():
                content = damage.done(content)
            new.writestr(part, content)
    audit_or_refuse(stream.getvalue(), name)


def audit_or_refuse(content: bytes, name: str) -> None:
    try:
        document = read_document(content, name)
    except WenxiaoError as error:
        assert name in str(error)  # noqa: PT017  (either outcome is right)
        assert "请" in str(error)  # noqa: PT017
        return
    for finding in examine(document).findings:
        for place in finding.places:
            assert isinstance(place, TextPlace)
            assert document.text[place.start : place.end] == place.text
