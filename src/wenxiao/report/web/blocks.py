"""The blocks of a report as HTML: headings with anchors, accessible tables, figures that know their fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from wenxiao.report.blocks import (
    Align,
    Attachment,
    AttachmentNote,
    Cell,
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
from wenxiao.report.outline import Entry, Section
from wenxiao.report.phrases import phrases

# Gives the key of the fact behind a figure, or None when the page cannot explain it.
Resolve = Callable[[str], str | None]


def contents(listed: Iterable[Entry]) -> str:
    """Write the table of contents: a link to each heading and attachment."""
    items = (
        f'<li class="depth-{entry.depth}"><a href="#{_anchor(entry)}">{escape(_heading_text(entry))}</a></li>'
        for entry in listed
        if entry.depth
    )
    return f'<nav aria-labelledby="toc"><h2 id="toc">目录</h2><ol>{"".join(items)}</ol></nav>'


def body(parts: Iterable[Section], resolve: Resolve) -> str:
    """Write all sections in order, one block a line."""
    return "\n".join(_section(part, resolve) for part in parts)


def column_styles(listed: Iterable[Entry]) -> str:
    """Write the column widths as style rules, since the page's policy forbids style attributes."""
    return "".join(
        f"#{_anchor(entry)} col:nth-child({column}){{width:{percent}%}}"
        for entry in listed
        if isinstance(entry.block, Table)
        for column, percent in enumerate(_percentages(entry.block.widths), 1)
    )


def _section(part: Section, resolve: Resolve) -> str:
    blocks = "\n".join(_block(entry, resolve) for entry in part.entries)
    return f'<div class="landscape">\n{blocks}\n</div>' if part.landscape else blocks


def _anchor(entry: Entry) -> str:
    return f"s{entry.number}"


def _percentages(widths: tuple[int, ...]) -> Iterator[int]:
    """Share out 100 % by widths in whole percent; the browser spreads what rounding leaves."""
    total = sum(widths)
    return (100 * width // total for width in widths)


def _heading_text(entry: Entry) -> str:
    match entry.block:
        case Heading(_, inlines):
            return entry.mark + plain(inlines)
        case Attachment(_, title):
            return f"{entry.mark} {title}"
    raise TypeError(f"{type(entry.block).__name__} is no heading")


def _block(entry: Entry, resolve: Resolve) -> str:  # noqa: PLR0911  (one line a kind of block)
    match entry.block:
        case Title(inlines):
            return f"<h1>{''.join(_title_part(inline, resolve) for inline in inlines)}</h1>"
        case Heading(level, inlines):
            text = escape(entry.mark) + _inlines(inlines, resolve)
            return _heading(entry, f"level-{level}", text)
        case Attachment(_, title):
            return _heading(entry, "attachment", _attachment_text(entry.mark, title))
        case Paragraph(inlines):
            return f"<p>{_inlines(inlines, resolve)}</p>"
        case ListItem(inlines, _):
            return f"<p>{escape(entry.mark)}{_inlines(inlines, resolve)}</p>"
        case AttachmentNote(titles):
            return _attachment_note(titles)
        case Signature(unit, date):
            return f'<div class="signature"><p>{escape(unit)}</p><p>{escape(date)}</p></div>'
        case Table() as table:
            return _table(entry, table, resolve)


def _heading(entry: Entry, name: str, text: str) -> str:
    tag = f"h{entry.depth + 1}"
    return f'<{tag} id="{_anchor(entry)}" class="{name}">{text}</{tag}>'


def _attachment_text(mark: str, title: str) -> str:
    return f'<span class="attachment-mark">{escape(mark)}</span> <span class="attachment-title">{_phrased(title)}</span>'


def _title_part(inline: Inline, resolve: Resolve) -> str:
    return _phrased(inline.text) if isinstance(inline, Text) else _inline(inline, resolve)


def _phrased(title: str) -> str:
    return "<wbr>".join(map(escape, phrases(title)))


def _attachment_note(titles: tuple[str, ...]) -> str:
    items = "".join(f"<li>{n}. {escape(title)}</li>" for n, title in enumerate(titles, 1))
    return f'<div class="attachments"><p>附件：</p><ol>{items}</ol></div>'


def _inlines(inlines: Iterable[Inline], resolve: Resolve) -> str:
    return "".join(_inline(inline, resolve) for inline in inlines)


def _inline(inline: Inline, resolve: Resolve) -> str:
    text = escape(inline.text).replace("\n", "<br>")
    if isinstance(inline, Text):
        return f"<strong>{text}</strong>" if inline.bold else text
    key = resolve(inline.key)
    return text if key is None else f'<span class="figure" data-fact="{escape(key)}">{text}</span>'


def _table(entry: Entry, table: Table, resolve: Resolve) -> str:
    name = escape(table.caption or table.name)
    head, rows = table.rows[: table.header_rows], table.rows[table.header_rows :]
    return (
        f'<div class="scroll{" new-page" if table.new_page else ""}" role="region" tabindex="0" aria-label="{name}">'
        f'<table id="{_anchor(entry)}"><caption>{name}</caption>'
        f"<colgroup>{'<col>' * len(table.widths)}</colgroup>"
        f"{_rows('thead', head, resolve)}{_rows('tbody', rows, resolve)}</table>{_note(table.note)}</div>"
    )


def _note(note: str) -> str:
    return f'<p class="note">{escape(note)}</p>' if note else ""


def _rows(group: str, rows: Iterable[tuple[Cell, ...]], resolve: Resolve) -> str:
    lines = "".join(f"<tr>{''.join(_cell(cell, group, resolve) for cell in row)}</tr>\n" for row in rows)
    return f"<{group}>\n{lines}</{group}>" if lines else ""


def _cell(cell: Cell, group: str, resolve: Resolve) -> str:
    is_header = cell.header or group == "thead"
    tag = "th" if is_header else "td"
    scope = f' scope="{_scope(cell, group)}"' if is_header else ""
    spans = "".join(
        f' {name}="{n}"' for name, n in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if n > 1
    )
    align = "" if cell.align is Align.CENTER else f' class="{cell.align}"'
    return f"<{tag}{scope}{spans}{align}>{_inlines(cell.inlines, resolve)}</{tag}>"


def _scope(cell: Cell, group: str) -> str:
    if group == "thead":
        return "colgroup" if cell.colspan > 1 else "col"
    return "rowgroup" if cell.rowspan > 1 else "row"
