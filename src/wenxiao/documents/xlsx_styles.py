"""The texts and number formats that the sheets of a workbook share."""

from __future__ import annotations

from lxml import etree

from wenxiao.documents.xlsx_format import BUILT_IN

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def x(name: str) -> str:
    """Give the qualified name of a SpreadsheetML element."""
    return f"{{{SHEET}}}{name}"


def rich_text(element: etree._Element) -> str:
    """Give the text of a string, its phonetic guide left out."""
    texts: list[str] = []
    for child in element:
        if child.tag == x("t"):
            texts.append(child.text or "")
        elif child.tag == x("r"):
            texts += [text.text or "" for text in child.iterchildren(x("t"))]
    return "".join(texts).replace("_x000D_", "").replace("\r\n", "\n")


def shared_texts(root: etree._Element) -> list[str]:
    """Give the texts that cells refer to by number."""
    return [rich_text(item) for item in root.iterchildren(x("si"))]


def formats_of(root: etree._Element) -> list[str]:
    """Give the number format of each cell style."""
    known = dict(BUILT_IN)
    for item in root.iterfind(f"{x('numFmts')}/{x('numFmt')}"):
        known[_number(item.get("numFmtId"))] = item.get("formatCode", "")
    return [
        known.get(_number(style.get("numFmtId")), "") for style in root.iterfind(f"{x('cellXfs')}/{x('xf')}")
    ]


def _number(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 9 else 0
