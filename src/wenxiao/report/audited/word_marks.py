"""Marking ranges of text in the main part of a Word file: bytes are only put in, never written anew.

The part is parsed for its structure, but the marks go into the bytes as they are: the start and end of each
range, the reference of its comment, and where a range begins or ends inside a run the tags that part the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from wenxiao.documents.docx_text import TEXT_BOX, VisibleRun, W, visible_runs, w
from wenxiao.place import WordText
from wenxiao.report.audited.word_source import Source

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_RUN, _TEXT, _PARAGRAPH, _CONTROL, _PROPERTIES = w("r"), w("t"), w("p"), w("sdt"), w("rPr")
# A mark may stand beside these, but what is inside must stay as it is.
_WHOLE = frozenset({_RUN, f"{_MATH}oMath", f"{_MATH}oMathPara", _ALTERNATIVES})
# Word fills these controls anew from elsewhere, or allows nothing but text in them.
_FILLED = (w("dataBinding"), w("text"))


@dataclass(slots=True)
class _Cut:
    """What goes in at one position: the ranges that end and start there, and the tags that part a run."""

    before: bytes = b""
    after: bytes = b""
    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


class _Edge(NamedTuple):
    """Where a mark goes, with the tags that must stand before and after it."""

    position: int
    before: bytes = b""
    after: bytes = b""


class Marks:
    """Collects marks for the main part of a Word file."""

    def __init__(self, part: str, content: bytes, root: etree._Element, namespace: str) -> None:
        """Prepare the bytes of a part (UTF-8), parsed as ``root``; ``namespace`` is the one the bytes use."""
        self._part = part
        self._source = Source(content, root)
        self._paragraphs = list(root.iter(_PARAGRAPH))
        self._cuts: dict[int, _Cut] = {}
        self._kept_blanks: set[int] = set()
        prefix = next((name for name, uri in root.nsmap.items() if uri == W and name), None)
        self._prefix = prefix or "w"
        self._declared = "" if prefix else f' xmlns:w="{namespace}"'

    def mark(self, identity: int, places: Sequence[WordText]) -> bool:
        """Mark the range that the places make up for a comment; tell whether it is in this part."""
        found = [ends for place in places if place.part == self._part and (ends := self._runs_of(place))]
        if not found:
            return False
        begin, end = self._begin(*found[0][0]), self._end(*found[-1][1])
        if end.position <= begin.position:  # a table inside a cell is read after it
            end = self._end(*found[0][1])
        self._put(begin).starts.append(identity)
        self._put(end).ends.append(identity)
        return True

    def mark_last(self, identity: int) -> bool:
        """Mark the last visible text of the part; tell whether there is any."""
        for paragraph in reversed(self._paragraphs):
            if runs := visible_runs(paragraph):
                self._put(self._begin(runs[-1], 0)).starts.append(identity)
                self._put(self._end(runs[-1], len(runs[-1].text))).ends.append(identity)
                return True
        return False

    def marked(self) -> bytes:
        """Give the bytes with all marks in them."""
        pieces, position = [], 0
        additions = dict.fromkeys(self._kept_blanks, b' xml:space="preserve"')
        additions |= {place: self._written(cut) for place, cut in self._cuts.items()}
        for place in sorted(additions):
            pieces += [self._source.content[position:place], additions[place]]
            position = place
        return b"".join([*pieces, self._source.content[position:]])

    def _runs_of(self, place: WordText) -> tuple[tuple[VisibleRun, int], tuple[VisibleRun, int]] | None:
        """Find the run of the first character with its offset, and of the last with the offset after it."""
        if not 0 <= place.paragraph < len(self._paragraphs):
            return None
        runs = visible_runs(self._paragraphs[place.paragraph])
        first, last = _run_at(runs, place.start), _run_at(runs, place.end - 1)
        return (first, (last[0], last[1] + 1)) if first and last else None

    def _begin(self, run: VisibleRun, offset: int) -> _Edge:
        anchor = _anchor(run.element)
        if run.element.getparent() is not anchor or anchor.tag != _RUN:
            return _Edge(self._source.begin(anchor))
        if offset and run.element.tag == _TEXT:
            return self._inside(run, offset, anchor)
        before = run.element.getprevious()
        if before is None or before.tag == _PROPERTIES:
            return _Edge(self._source.begin(anchor))
        return self._between(before, anchor)

    def _end(self, run: VisibleRun, offset: int) -> _Edge:
        anchor = _anchor(run.element)
        if run.element.getparent() is not anchor or anchor.tag != _RUN:
            return _Edge(self._source.end(anchor))
        if offset < len(run.text) and run.element.tag == _TEXT:
            return self._inside(run, offset, anchor)
        if run.element.getnext() is None:
            return _Edge(self._source.end(anchor))
        return self._between(run.element, anchor)

    def _between(self, before: etree._Element, anchor: etree._Element) -> _Edge:
        return _Edge(self._source.end(before), self._source.closing(anchor), self._source.again(anchor))

    def _inside(self, run: VisibleRun, offset: int, anchor: etree._Element) -> _Edge:
        source, text = self._source, run.element
        opening = source.opening(text)
        if b"xml:space" not in opening and any(one.isspace() for one in run.text[offset - 1 : offset + 1]):
            self._kept_blanks.add(source.begin(text) + len(opening) - 1)
        after = source.again(anchor) + b"<" + source.name(text) + b' xml:space="preserve">'
        return _Edge(source.at(text, offset), source.closing(text) + source.closing(anchor), after)

    def _put(self, edge: _Edge) -> _Cut:
        return self._cuts.setdefault(edge.position, _Cut(edge.before, edge.after))

    def _written(self, cut: _Cut) -> bytes:
        ends = (
            f"{self._tag('commentRangeEnd', one)}"
            f"<{self._prefix}:r{self._declared}>{self._tag('commentReference', one)}</{self._prefix}:r>"
            for one in sorted(cut.ends)
        )
        starts = (self._tag("commentRangeStart", one) for one in sorted(cut.starts))
        return cut.before + "".join([*ends, *starts]).encode() + cut.after

    def _tag(self, name: str, identity: int) -> str:
        return f'<{self._prefix}:{name}{self._declared} {self._prefix}:id="{identity}"/>'


def _run_at(runs: Iterable[VisibleRun], position: int) -> tuple[VisibleRun, int] | None:
    for run in runs:
        if 0 <= position < len(run.text):
            return run, position
        position -= len(run.text)
    return None


def _anchor(element: etree._Element) -> etree._Element:
    """Find what a mark may stand beside: the run, or the outermost element around it that must stay whole.

    A comment may not stand in a text box: it is put at the run that holds the box.
    """
    anchor = element
    is_in_paragraph = True
    for above in element.iterancestors():
        if above.tag == TEXT_BOX:
            is_in_paragraph = True
        elif above.tag == _PARAGRAPH:
            is_in_paragraph = False
        elif is_in_paragraph and (above.tag in _WHOLE or _is_filled(above)):
            anchor = above
    return anchor


def _is_filled(element: etree._Element) -> bool:
    if element.tag != _CONTROL:
        return False
    properties = element.find(w("sdtPr"))
    return properties is not None and any(properties.find(name) is not None for name in _FILLED)
