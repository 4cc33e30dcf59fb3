"""The versions of a benchmark document: the same text in the formats that reports come in."""

from __future__ import annotations

from collections.abc import Callable

from consistency.write_html import html
from consistency.write_pdf import pdf
from consistency.write_word import word
from consistency.write_workbook import workbook

WRITERS: dict[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "docx": word,
    "pdf": pdf,
    "html": html,
    "xlsx": workbook,
}
"""How each version of a text is written, by its extension; the same text gives the same bytes."""


def extensions_of(text: str) -> tuple[str, ...]:
    """Tell in which formats a document comes: nobody writes one without a table in Excel."""
    return tuple(extension for extension in WRITERS if extension != "xlsx" or "\t" in text)
