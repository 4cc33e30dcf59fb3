"""The body of the report as WordprocessingML, with its sections and its figures in content controls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from wenxiao.report.blocks import Document, Figure, Inline, Table, Text
from wenxiao.report.word.facts import FigureRegister
from wenxiao.report.word.flow import Indent, Line, Section, Style, sections
from wenxiao.report.word.package import R, W
from wenxiao.report.word.reference import Page, Reference
from wenxiao.report.word.table import table_xml

_ROOT = (
    f'<w:document xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15">'
)
# A character of body text (三号 less 0.25 pt, see the reference document) in twips.
_CHARACTER = 315
# Word joins tables that touch, and a section ends in a paragraph: one too low to start a new page.
_AFTER_TABLE = (
    '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    "</w:pPr></w:p>"
)
_END_OF_PROPERTIES = "</w:pPr>"


def document_xml(document: Document, reference: Reference, register: FigureRegister) -> str:
    """Write document.xml; every figure met is entered into ``register``."""
    body = _Body(reference.styles, register)
    laid_out = sections(document)
    written = "".join(
        body.section(section, _page(reference, section), last=section is laid_out[-1]) for section in laid_out
    )
    end = _page(reference, laid_out[-1]).xml if laid_out else reference.portrait.xml
    return f"{_ROOT}<w:body>{written}{end}</w:body></w:document>"


def _page(reference: Reference, section: Section) -> Page:
    return reference.landscape if section.landscape else reference.portrait


class _Body:
    """Renders lines and tables with the style ids of one reference document."""

    def __init__(self, styles: Mapping[Style, str], register: FigureRegister) -> None:
        self._styles = {style: quoteattr(name) for style, name in styles.items()}
        self._register = register

    def section(self, section: Section, page: Page, *, last: bool) -> str:
        """Render a section; all but the last carry their page in the properties of their last paragraph."""
        items = list(self._items(section, page.width))
        if last:
            return "".join(items)
        items[-1] = items[-1].replace(_END_OF_PROPERTIES, page.xml + _END_OF_PROPERTIES, 1)
        return "".join(items)

    def _items(self, section: Section, width: int) -> Iterator[str]:
        previous: Line | Table | None = None
        for item in section.items:
            if isinstance(item, Table):
                if isinstance(previous, Table):
                    yield _AFTER_TABLE
                yield table_xml(item, width, self._styles, self._inlines)
            else:
                yield self._line(item)
            previous = item
        if isinstance(previous, Table):
            yield _AFTER_TABLE

    def _line(self, line: Line) -> str:
        style = self._styles[line.style]
        before = "<w:pageBreakBefore/>" if line.new_page else ""
        indent = _indent(line.indent) if line.indent else ""
        properties = f"<w:pPr><w:pStyle w:val={style}/>{before}{indent}</w:pPr>"
        return f"<w:p>{properties}{self._inlines(line.inlines)}</w:p>"

    def _inlines(self, inlines: tuple[Inline, ...]) -> str:
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Figure) and inline.text:
            return self._register.control(inline, _run)
        return _run(inline.text, bold=isinstance(inline, Text) and inline.bold)


def _indent(indent: Indent) -> str:
    """Write indents in characters, and in twips for readers that do not count characters."""
    sides = (("left", indent.left), ("hanging", indent.hanging), ("right", indent.right))
    attributes = "".join(
        f' w:{side}Chars="{amount}" w:{side}="{amount * _CHARACTER // 100}"'
        for side, amount in sides
        if amount
    )
    return f"<w:ind{attributes}/>"


def _run(text: str, *, bold: bool = False) -> str:
    if not text:
        return ""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    content = '<w:t xml:space="preserve">' + escape(text) + "</w:t>"
    if "\n" in text or "\t" in text:
        content = content.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f"<w:r>{properties}{content}</w:r>"
