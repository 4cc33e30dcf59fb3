"""The looks of a Word paragraph that tell what it is: heading and level, list item, caption, table of contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from wenxiao.documents.docx_text import w

_VALUE = w("val")
_STYLE, _LEVEL, _NUMBERING, _NUMBER_ID = (w(name) for name in ("pStyle", "outlineLvl", "numPr", "numId"))
_PROPERTIES = w("pPr")
_HEADING_NAME = re.compile(r"(?:heading|标题)\s?([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|目录)\s?[1-9]", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题"})
_CAPTION_NAMES = frozenset({"caption", "题注"})
_LEVELS = frozenset("012345678")  # "9" is body text


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is by its style and properties; ``level`` is the level of a heading from 1, else 0."""

    level: int = 0
    listed: bool = False
    caption: bool = False
    contents: bool = False


PLAIN = Look()


def looks_of_styles(root: etree._Element | None) -> dict[str, Look]:
    """Give the look of each paragraph style, what it inherits included; ``root`` is the part of the styles."""
    if root is None:
        return {}
    styles = {
        style.get(w("styleId"), ""): style
        for style in root.iterchildren(w("style"))
        if style.get(w("type")) == "paragraph"
    }
    looks: dict[str, Look] = {}
    for identity in styles:
        _resolve(identity, styles, looks)
    defaults = [identity for identity, style in styles.items() if style.get(w("default")) in {"1", "true"}]
    return looks | {"": looks[defaults[-1]]} if defaults else looks


def look_of(paragraph: etree._Element, looks: Mapping[str, Look]) -> Look:
    """Give the look of a paragraph: that of its style, changed by its own properties."""
    for properties in paragraph.iterchildren(_PROPERTIES):
        style = next(properties.iterchildren(_STYLE), None)
        base = looks.get("" if style is None else style.get(_VALUE, ""), PLAIN)
        return _changed(base, properties)
    return looks.get("", PLAIN)


def _resolve(identity: str, styles: Mapping[str, etree._Element], looks: dict[str, Look]) -> None:
    """Work out a style after those it is based on; a circle of styles ends where it began."""
    chain: list[str] = []
    while identity in styles and identity not in looks and identity not in chain:
        chain.append(identity)
        based = styles[identity].find(w("basedOn"))
        identity = "" if based is None else based.get(_VALUE, "")
    look = looks.get(identity, PLAIN)
    for derived in reversed(chain):
        look = looks[derived] = _styled(styles[derived], look)


def _styled(style: etree._Element, base: Look) -> Look:
    named = style.find(w("name"))
    name = "" if named is None else named.get(_VALUE, "").strip()
    heading = _HEADING_NAME.fullmatch(name)
    if heading:
        base = replace(base, level=int(heading[1]))
    elif name.lower() in _TITLE_NAMES:
        base = replace(base, level=1)
    elif name.lower() in _CAPTION_NAMES:
        base = replace(base, caption=True)
    elif _CONTENTS_NAME.fullmatch(name):
        base = replace(base, contents=True)
    properties = style.find(_PROPERTIES)
    return base if properties is None else _changed(base, properties)


def _changed(look: Look, properties: etree._Element) -> Look:
    for found in properties.iterchildren(_LEVEL, _NUMBERING):
        if found.tag == _LEVEL:
            value = found.get(_VALUE, "")
            look = replace(look, level=int(value) + 1 if value in _LEVELS else 0)
        else:
            number = found.find(_NUMBER_ID)
            look = replace(look, listed=number is None or number.get(_VALUE) != "0")
    return look
