"""A report's blocks as Typst source: calls of the layout functions in ``static/report.typ``.

Every text is written as a Typst string, never as markup, so nothing a person typed can be a command.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from wenxiao.fact import FactTable
from wenxiao.quantity import Quantity
from wenxiao.report.blocks import (
    Attachment,
    AttachmentNote,
    Cell,
    Document,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
    plain,
)
from wenxiao.report.outline import Entry, Section, figures_of, sections
from wenxiao.report.pdf import fonts
from wenxiao.report.phrases import phrases

_LAYOUT = Path(__file__).parent.parent / "static" / "report.typ"
_HEADING_FACES = ("hei", "kai", "fangsong", "fangsong")
# A line of a title holds 20 characters of 22 pt; a longer phrase may be broken anywhere.
_LONGEST_PHRASE = 18
# Left out at the start of a section, which is on a new page by itself.
_NEW_PAGE = "pagebreak(weak: true)\n"
# A row of cells up to this long is kept on one page; a longer one may run on.
_SHORT_CELL = 120
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
# Joiners, byte order marks and variation selectors come along with pasted text and have no glyph.
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x200E), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), 0x0D])
_ESCAPES = {**_INVISIBLE, ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\t"): " "}


def source_of(document: Document, facts: FactTable) -> str:
    """Write the whole report as one Typst source text, with the facts it shows attached as JSON."""
    body = "\n".join(_section(section) for section in sections(document.blocks))
    head = f"title: {literal(document.title)}, author: {literal(document.unit)}, date: {_date(document)}"
    return "\n".join(
        [
            _faces(),
            _LAYOUT.read_text("utf-8"),
            _attached(document, facts),
            f"#wx-report({head}, {{",
            body,
            "})",
        ]
    )


def literal(text: str) -> str:
    """Write a text as a Typst string literal."""
    return f'"{text.translate(_ESCAPES)}"'


def facts_json(document: Document, facts: FactTable) -> str:
    """List the figures of the report, each once: its fact, the text shown, the exact value and unit."""
    shown = dict.fromkeys(figure for figure in figures_of(document.blocks) if facts.resolve(figure.key))
    listed = [{"key": figure.key, "text": figure.text, **_exact(facts[figure.key].value)} for figure in shown]
    return json.dumps({"title": document.title, "figures": listed}, ensure_ascii=False)


def _exact(value: Quantity | str | None) -> dict[str, str]:
    if isinstance(value, Quantity):
        return {"value": format(value.value, "f"), "unit": value.unit}
    return {"value": value or ""}


def _faces() -> str:
    chains = (
        f"{face.role}: ({', '.join(map(literal, dict.fromkeys((face.family, *fonts.fallbacks()))))})"
        for face in fonts.faces()
    )
    return f"#let faces = ({', '.join(chains)})"


def _attached(document: Document, facts: FactTable) -> str:
    content = literal(facts_json(document, facts))
    about = 'mime-type: "application/json", relationship: "data", description: "报告所用数据"'
    return f'#pdf.attach("facts.json", bytes({content}), {about})'


def _date(document: Document) -> str:
    """Date the file by its signature, else by the last day of the year reported on; never by the clock."""
    signed = (_DATE.search(block.date) for block in document.blocks if isinstance(block, Signature))
    found = next((match for match in signed if match), None)
    year, month, day = found.groups() if found else (str(document.year), "12", "31")
    return f"datetime(year: {int(year)}, month: {int(month)}, day: {int(day)})"


def _section(section: Section) -> str:
    calls = "\n".join(map(_call, section.entries)).removeprefix(_NEW_PAGE)
    return f"wx-landscape({{\n{calls}\n}})" if section.landscape else calls


def _call(entry: Entry) -> str:  # noqa: PLR0911  (one line a kind of block)
    match entry.block:
        case Title(inlines):
            return f"wx-title({_phrased(plain(inlines))})"
        case Heading(level, inlines):
            marked = _content((Text(entry.mark), *inlines))
            return f"wx-heading({entry.depth}, faces.{_HEADING_FACES[level - 1]}, {marked})"
        case Paragraph(inlines):
            return f"wx-par({_content(inlines)})"
        case ListItem(inlines, _):
            return f"wx-par({_content((Text(entry.mark), *inlines))})"
        case Attachment(_, title):
            return f"{_NEW_PAGE}wx-attachment({literal(entry.mark)}, {literal(title)}, {_phrased(title)})"
        case AttachmentNote(titles):
            return (
                f"wx-attachment-note({_array(literal(f'{n}. {name}') for n, name in enumerate(titles, 1))})"
            )
        case Signature(unit, date):
            return f"wx-signature({literal(unit)}, {literal(date)})"
        case Table() as table:
            return _table(table)


def _content(inlines: Iterable[Inline]) -> str:
    return f"{{ {'; '.join(map(_inline, inlines))} }}"


def _phrased(title: str) -> str:
    """Write a title so that its lines break between phrases."""
    return " + ".join(
        f"box({literal(phrase)})" if len(phrase) <= _LONGEST_PHRASE else literal(phrase)
        for phrase in phrases(title) or ("",)
    )


def _inline(inline: Inline) -> str:
    text = literal(inline.text)
    return f"bold({text})" if isinstance(inline, Text) and inline.bold else text


def _table(table: Table) -> str:
    head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
    columns = _array(f"{width}fr" for width in table.widths)
    parts = [f"columns: {columns}", f"head: {_cells(head)}", f"cells: {_cells(body)}"]
    parts += [f"caption: {literal(table.caption)}"] if table.caption else []
    parts += [f"note: {literal(table.note)}"] if table.note else []
    return f"{_NEW_PAGE if table.new_page else ''}wx-table({', '.join(parts)})"


def _cells(rows: Iterable[tuple[Cell, ...]]) -> str:
    return _array(_cell(cell) for row in rows for cell in row)


def _cell(cell: Cell) -> str:
    spans = [f"{name}: {span}" for name, span in _spans(cell) if span > 1]
    short = ["breakable: false"] if cell.rowspan == 1 and len(plain(cell.inlines)) <= _SHORT_CELL else []
    head = ["head: true"] if cell.header else []
    return f"wx-cell({', '.join([_content(cell.inlines), f'at: {cell.align}', *head, *spans, *short])})"


def _spans(cell: Cell) -> tuple[tuple[str, int], ...]:
    return (("colspan", cell.colspan), ("rowspan", cell.rowspan))


def _array(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"
