"""The parts of a Word file that comments need: the comments themselves, the reference to them, their type."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from wenxiao.report.word.package import CONTENT_TYPES, RELATIONS

AUTHOR = "问效"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The styles of the document may be large and indented, which does not suit a margin.
_PARAGRAPH_LOOK = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)
_SIZE = '<w:sz w:val="20"/>'


class Edition(NamedTuple):
    """The names that an edition of the standard uses."""

    main: str
    relations: str


TRANSITIONAL = Edition(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
STRICT = Edition(
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its number in the file and its lines, the first of which is a heading."""

    identity: int
    lines: tuple[str, ...]


def comments_with(content: bytes | None, comments: Sequence[Comment], edition: Edition) -> bytes:
    """Add comments to the comments part, or make one if there is none."""
    written = "".join(_comment(one, edition) for one in comments)
    empty = _DECLARATION + f'<w:comments xmlns:w="{edition.main}"/>'.encode()
    return with_last_children(content or empty, written)


def relations_with(content: bytes | None, target: str, edition: Edition) -> bytes:
    """Add the reference to the comments part to the references of the main part."""
    known = set() if content is None else {item.get("Id") for item in etree.fromstring(content)}
    identity = free_name("rIdComments{}", known)
    reference = (
        f'<Relationship xmlns="{RELATIONS}" Id="{identity}" Type="{edition.relations}/comments" '
        f"Target={quoteattr(target)}/>"
    )
    empty = _DECLARATION + f'<Relationships xmlns="{RELATIONS}"/>'.encode()
    return with_last_children(content or empty, reference)


def types_with(content: bytes, part: str) -> bytes:
    """Add the type of the comments part to the list of types."""
    return with_last_children(
        content,
        f'<Override xmlns="{CONTENT_TYPES}" PartName={quoteattr("/" + part)} ContentType="{_COMMENTS_TYPE}"/>',
    )


def references_of(part: str) -> str:
    """Give the name of the part that lists what a part refers to."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def free_name(pattern: str, taken: Container[str | None]) -> str:
    """Give the first name of a pattern, without or with a number, that is not taken."""
    number = 0
    while (name := pattern.format(number or "")) in taken:
        number += 1
    return name


def with_last_children(content: bytes, children: str) -> bytes:
    """Put elements in as the last children of the root; all other bytes stay."""
    root = etree.fromstring(content)
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    if encoding.upper() not in {"UTF-8", "ASCII", "US-ASCII"}:
        content = etree.tostring(root.getroottree(), encoding="UTF-8", standalone=True)
    name = f"{root.prefix}:" if root.prefix else ""
    closing = f"</{name}{etree.QName(root).localname}".encode()
    end = content.rfind(closing)
    if end >= 0:
        return content[:end] + children.encode() + content[end:]
    end = content.rfind(b"/>")
    return content[:end] + b">" + children.encode() + closing + b">" + content[end + 2 :]


def _comment(comment: Comment, edition: Edition) -> str:
    head, *rest = comment.lines
    paragraphs = [_line(head, "<w:b/>"), *(_line(line, "") for line in rest)]
    return (
        f'<w:comment xmlns:w="{edition.main}" w:id="{comment.identity}" w:author="{AUTHOR}" '
        f'w:initials="{AUTHOR}">{"".join(paragraphs)}</w:comment>'
    )


def _line(text: str, weight: str) -> str:
    plain = "".join(one if one.isprintable() else " " for one in text)
    return (
        f"<w:p>{_PARAGRAPH_LOOK}<w:r><w:rPr>{weight}{_SIZE}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(plain)}</w:t></w:r></w:p>'
    )
