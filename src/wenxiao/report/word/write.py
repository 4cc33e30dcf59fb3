"""The report as a Word file laid out by GB/T 9704-2012, every figure tied to its fact.

Styles, page and footers come from a reference document; the text, the facts and the properties are ours.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from wenxiao.fact import FactTable
from wenxiao.files import write_atomically
from wenxiao.report.blocks import Document, Signature
from wenxiao.report.word.body import document_xml
from wenxiao.report.word.facts import FigureRegister, store_properties
from wenxiao.report.word.package import CONTENT_TYPES, RELATIONS, R, encode, pack
from wenxiao.report.word.reference import Reference, load_reference, relations_name

_WORD = "application/vnd.openxmlformats-officedocument"
_DOCUMENT_TYPE = f"{_WORD}.wordprocessingml.document.main+xml"
_STORE_TYPE = f"{_WORD}.customXmlProperties+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_STORE = "customXml/item1.xml"
_STORE_PROPERTIES = "customXml/itemProps1.xml"
_CORE = "docProps/core.xml"
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


def write_docx(
    document: Document, facts: FactTable, path: Path, *, reference: Path | None = None, digest: str = ""
) -> None:
    """Write the report; ``digest`` is the digest of the inputs, kept in the file beside the facts.

    Raises:
        WenxiaoError: the reference document cannot be used, or ``path`` cannot be written.
        KeyError: a figure names no fact.
    """
    write_atomically(path, docx_bytes(document, facts, load_reference(reference), digest))


def docx_bytes(document: Document, facts: FactTable, reference: Reference, digest: str = "") -> bytes:
    """Give the bytes of the Word file; equal inputs give equal bytes."""
    register = FigureRegister(facts)
    body = document_xml(document, reference, register)
    own = {
        "[Content_Types].xml": _content_types(reference),
        "_rels/.rels": _package_relations(reference),
        _CORE: _core(document),
        reference.document_part: body,
        relations_name(reference.document_part): _document_relations(reference),
        _STORE: register.xml(digest),
        relations_name(_STORE): _relations([("rId1", f"{R}/customXmlProps", "itemProps1.xml")]),
        _STORE_PROPERTIES: store_properties(),
    }
    return pack({name: encode(xml, name) for name, xml in own.items()} | dict(reference.parts))


def _content_types(reference: Reference) -> str:
    defaults = {**reference.defaults, "rels": "application/vnd.openxmlformats-package.relationships+xml"}
    defaults["xml"] = "application/xml"
    overrides = {
        f"/{reference.document_part}": _DOCUMENT_TYPE,
        f"/{_STORE_PROPERTIES}": _STORE_TYPE,
        f"/{_CORE}": _CORE_TYPE,
        **reference.content_types,
    }
    lines = [_content_type("Default", "Extension", name, kind) for name, kind in sorted(defaults.items())]
    lines += [_content_type("Override", "PartName", name, kind) for name, kind in overrides.items()]
    return f'<Types xmlns="{CONTENT_TYPES}">{"".join(lines)}</Types>'


def _content_type(element: str, attribute: str, name: str, kind: str) -> str:
    return f"<{element} {attribute}={quoteattr(name)} ContentType={quoteattr(kind)}/>"


def _package_relations(reference: Reference) -> str:
    return _relations(
        [("rId1", f"{R}/officeDocument", reference.document_part), ("rId2", _CORE_RELATION, _CORE)]
    )


def _document_relations(reference: Reference) -> str:
    """Keep the ids the reference's sections use; ours is one no editor gives."""
    return _relations([*reference.relations, ("rIdFacts", f"{R}/customXml", f"/{_STORE}")])


def _relations(relations: list[tuple[str, str, str]]) -> str:
    lines = (
        f"<Relationship Id={quoteattr(name)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{RELATIONS}">{"".join(lines)}</Relationships>'


def _core(document: Document) -> str:
    created = f'<dcterms:%s xsi:type="dcterms:W3CDTF">{_date(document)}T00:00:00Z</dcterms:%s>'
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:creator>{escape(document.unit)}</dc:creator>"
        f"<dc:language>zh-CN</dc:language>{created % ('created', 'created')}"
        f"{created % ('modified', 'modified')}</cp:coreProperties>"
    )


def _date(document: Document) -> str:
    """Date the file as it is signed, or at the end of its year: never now, or no two runs were alike."""
    for block in document.blocks:
        found = _DATE.search(block.date) if isinstance(block, Signature) else None
        if found:
            year, month, day = (int(part) for part in found.groups())
            return f"{year:04}-{month:02}-{day:02}"
    return f"{document.year:04}-12-31"
