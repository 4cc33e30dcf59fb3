"""Where in the bytes of an XML part each element stands, so that marks can be put in and nothing else changes."""

from __future__ import annotations

import re
from xml.parsers import expat

from lxml import etree

from wenxiao.documents.docx_text import w

_TAG = re.compile(rb"""<(?P<name>/?[^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_PROPERTIES = w("rPr")


class Source:
    """The bytes of a part, and where in them each element begins and ends."""

    def __init__(self, content: bytes, root: etree._Element) -> None:
        """Find the elements of ``root`` in the UTF-8 bytes that it was parsed from."""
        self.content = content
        self._number = {element: number for number, element in enumerate(root.iter("*"))}
        self._begins: list[int] = []
        self._closings: dict[int, int] = {}
        self._pieces: dict[int, list[tuple[int, str]]] = {}
        self._open: list[int] = []
        self._parser = expat.ParserCreate()  # it tells positions, which lxml does not
        self._parser.StartElementHandler = self._started
        self._parser.EndElementHandler = self._ended
        self._parser.CharacterDataHandler = self._read
        self._parser.Parse(content, True)

    def _started(self, _name: str, _attributes: dict[str, str]) -> None:
        self._open.append(len(self._begins))
        self._begins.append(self._parser.CurrentByteIndex)

    def _ended(self, _name: str) -> None:
        self._closings[self._open.pop()] = self._parser.CurrentByteIndex

    def _read(self, text: str) -> None:
        self._pieces.setdefault(self._open[-1], []).append((self._parser.CurrentByteIndex, text))

    def begin(self, element: etree._Element) -> int:
        """Give the position at which an element begins."""
        return self._begins[self._number[element]]

    def end(self, element: etree._Element) -> int:
        """Give the position after an element."""
        opening = self.opening(element)
        if opening.endswith(b"/>"):
            return self.begin(element) + len(opening)
        closing = self._closings[self._number[element]]
        return closing + len(self._tag(closing)[0])

    def at(self, element: etree._Element, offset: int) -> int:
        """Give the position of the character at an offset in the text of an element."""
        left = offset
        for position, text in self._pieces[self._number[element]]:
            if left < len(text):
                return position + len(text[:left].encode())
            left -= len(text)
        return self._closings[self._number[element]]

    def opening(self, element: etree._Element) -> bytes:
        """Give the start tag of an element as it is written."""
        return self._tag(self.begin(element))[0]

    def name(self, element: etree._Element) -> bytes:
        """Give the name of an element as it is written."""
        return self._tag(self.begin(element))["name"]

    def closing(self, element: etree._Element) -> bytes:
        """Give the end tag for an element."""
        return b"</" + self.name(element) + b">"

    def again(self, run: etree._Element) -> bytes:
        """Give the start of another run like this one, with its properties."""
        properties = run.find(_PROPERTIES)
        look = b"" if properties is None else self.content[self.begin(properties) : self.end(properties)]
        return self.opening(run) + look

    def _tag(self, position: int) -> re.Match[bytes]:
        found = _TAG.match(self.content, position)
        if found is None:
            raise AssertionError(f"no tag at {position}")  # both parsers saw one
        return found
