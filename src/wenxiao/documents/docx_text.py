"""The visible text of a Word paragraph, run by run: what the reader counts in and a comment is put at.

Visible are tracked insertions, content controls, links, field results, tabs and breaks, symbols and
formulas. Not visible are deletions, text moved away, field codes, hidden text, phonetic guides, the copies
kept for old programs, and text boxes, whose paragraphs stand for themselves.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def w(name: str) -> str:
    """Give the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


TEXT_BOX = w("txbxContent")
UNSEEN = frozenset(
    map(
        w, ("del", "moveFrom", "sdtPr", "sdtEndPr", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "rt")
    )
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
"""Elements nothing of which is seen."""

_VALUE = w("val")
_RUN, _RUN_PROPERTIES, _HIDDEN, _FIELD, _SYMBOL = (
    w(name) for name in ("r", "rPr", "vanish", "fldChar", "sym")
)
_FIELD_KIND = w("fldCharType")
_TEXTS = frozenset({w("t"), f"{{{_MATH}}}t"})
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_BAR = f"{{{_MATH}}}den"  # what stands below the bar of a fraction
# Ticked and empty boxes, dots and squares of the Wingdings fonts, by code.
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0xA8: "□",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0xA3: "□"}
_NOT_SET = frozenset({"0", "false", "off"})


class VisibleRun(NamedTuple):
    """A piece of visible text and the element that shows it: a ``w:t``, or a tab, break, symbol or the like."""

    element: etree._Element
    text: str


def visible_runs(paragraph: etree._Element) -> list[VisibleRun]:
    """Give what a paragraph shows, in order; the texts joined are its visible text."""
    found: list[VisibleRun] = []
    _collect(paragraph, found, _Fields())
    return found


def is_set(element: etree._Element, name: str) -> bool:
    """Tell whether an element has an on-off property, and it is on."""
    for found in element.iterchildren(name):
        return found.get(_VALUE) not in _NOT_SET
    return False


class _Fields:
    """The fields open at a point of a paragraph: a field has a code, which is not seen, then its result."""

    def __init__(self) -> None:
        self._in_code: list[bool] = []
        self.hidden = 0  # in how many codes we are

    def follow(self, kind: str | None) -> None:
        """Keep account of a field that begins, comes to its result, or ends."""
        if kind == "begin":
            self._in_code.append(True)
            self.hidden += 1
        elif self._in_code and kind in {"separate", "end"}:
            self.hidden -= self._in_code.pop()
            if kind == "separate":
                self._in_code.append(False)


def _collect(element: etree._Element, found: list[VisibleRun], fields: _Fields) -> None:
    for child in element:
        tag = child.tag
        if tag in _TEXTS:
            if child.text and not fields.hidden:
                found.append(VisibleRun(child, child.text))
        elif tag == _RUN_PROPERTIES:
            if element.tag == _RUN and is_set(child, _HIDDEN):
                return
        elif tag in _CHARACTERS:
            if not fields.hidden:
                found.append(VisibleRun(child, _CHARACTERS[tag]))
        elif tag == _FIELD:
            fields.follow(child.get(_FIELD_KIND))
        elif tag == _SYMBOL:
            found.append(VisibleRun(child, _symbol(child)))
        elif tag not in UNSEEN and tag != TEXT_BOX:
            if tag == _BAR:
                found.append(VisibleRun(child, "/"))
            _collect(child, found, fields)


def _symbol(element: etree._Element) -> str:
    """Give the character of a symbol font that reads like the symbol, else the character as stored."""
    stored = element.get(w("char"), "")
    if not 1 <= len(stored) <= 4 or not all(digit in "0123456789abcdefABCDEF" for digit in stored):
        return "□"
    code = int(stored, 16)
    table = {"Wingdings": _WINGDINGS, "Wingdings 2": _WINGDINGS_2}.get(element.get(w("font"), ""), {})
    readable = table.get(code & 0xFF, "□" if 0xD800 <= code <= 0xF8FF else chr(code))
    return readable if readable.isprintable() else "□"
