"""A benchmark text as a PDF file: A4 pages with numbers, justified paragraphs, tables with and without rules."""

from __future__ import annotations

import typst

from consistency.flow import Box, Grid, Paragraph, parts_of
from wenxiao.report.pdf import fonts

_FORM = 5  # a table with more columns wraps in its cells: nobody prints such a form without rules
_LAYOUT = """\
#set document(date: none)
#set page(paper: "a4", margin: (x: 28mm, y: 35mm), numbering: "— 1 —")
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh")
#set par(justify: true, leading: 12pt, spacing: 12pt, first-line-indent: (amount: 2em, all: true))
#set table(inset: 4pt)
#show table: set text(size: 10.5pt)
#show table: set par(justify: false, first-line-indent: 0em, leading: 6pt)
"""


def pdf(text: str) -> bytes:
    """Set a text and give the PDF file; the same text gives the same bytes."""
    parts = [_paragraph(part) if isinstance(part, Paragraph) else _table(part) for part in parts_of(text)]
    faces = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders())
    )
    return bytes(typst.compile((_LAYOUT + "\n\n".join(parts)).encode(), font_paths=faces, format="pdf"))


def _paragraph(paragraph: Paragraph) -> str:
    content = f"#{_quoted(paragraph.text)}"
    return f"#align(center)[{content}]" if paragraph.is_title else content


def _table(grid: Grid) -> str:
    """Rule forms, and every table with an even number of rows; the others stand in white space only."""
    is_ruled = grid.columns > _FORM or len(grid.rows) % 2 == 0
    stroke = "0.5pt" if is_ruled else "none"
    cells = ", ".join(_cell(box) for row in grid.rows for box in row)
    return f"#table(columns: (1fr,) * {grid.columns}, stroke: {stroke}, {cells})"


def _cell(box: Box) -> str:
    return f"table.cell(colspan: {box.columns}, {_quoted(box.text)})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
