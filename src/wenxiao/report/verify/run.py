"""Reads a Word report back after people worked on it, and tells which figures no longer hold.

Two witnesses are heard. The file itself keeps, apart from its text, what it once said (see docx_facts); and
the report composed anew from the package says what it would say now. So a digit typed over is found inside a
content control and also where an editor removed the control, and a changed fact is told from a changed text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from wenxiao.fact import FactTable
from wenxiao.report.blocks import Document
from wenxiao.report.verify.align import NUMBER, correspondence, pair_pieces, pair_units
from wenxiao.report.verify.expected import expected_units
from wenxiao.report.verify.verification import Difference, Kind, Verification
from wenxiao.report.word.facts import ShownFigure, figure_id, read_record, split, value_text
from wenxiao.report.word.package import read_parts
from wenxiao.report.word.read import Mark, Piece, Unit, read_units

Span = tuple[int, int]

# A date and the mark of a heading are no figures.
_DATE = re.compile(r"(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*月\s*\d{1,2}\s*日")
_MARK = re.compile(r"\s*[（(]?\d{1,2}[.．、)）](?!\d)")
_CLAUSE = re.compile(r"[^，。；：！？\n\t]+")
_SENTENCE = re.compile(r"[^。；;！？\n\t]*[。；;！？]?")
_LONGEST_QUOTE = 60


def verify(path: Path, document: Document, facts: FactTable) -> Verification:
    """Compare a Word file with the facts and with ``document``, the report composed from them now.

    Raises:
        WenxiaoError: the file is missing, no Word file, encrypted, damaged or far too large.
    """
    parts = read_parts(path)
    units = read_units(parts, path)
    record = read_record(parts, path)
    known = record.figures if record else {}
    examination = _Examination(facts, known, expected_units(document, facts))
    found = (*examination.of(units), *_outdated(known, facts), *examination.gone(units))
    order = {kind: position for position, kind in enumerate(Kind)}
    return Verification(
        file=path.name,
        figures=examination.figures,
        differences=tuple(sorted(found, key=lambda difference: order[difference.kind])),
        has_record=record is not None,
        digest=record.digest if record else "",
    )


class _Examination:
    """One file under examination; remembers which facts were met, to tell at the end which are gone."""

    def __init__(
        self, facts: FactTable, known: Mapping[str, ShownFigure], expected: tuple[Unit, ...]
    ) -> None:
        self._facts = facts
        self._known = known
        self._expected = expected
        self._wording = {text for unit in expected for piece in unit for _, text in _clauses(piece.text)}
        self._met: set[str] = set()
        self.figures = 0

    def of(self, units: tuple[Unit, ...]) -> Iterator[Difference]:
        """Find figures changed by hand and numbers without a source, in reading order."""
        for actual, expected in pair_units(units, self._expected):
            if actual and expected:
                for mine, theirs in pair_pieces(actual, expected):
                    yield from self._changed(mine, theirs)
            elif actual:
                for piece in actual:
                    yield from self._added(piece)

    def gone(self, units: tuple[Unit, ...]) -> Iterator[Difference]:
        """Find facts that the file showed, or should show, and nowhere does."""
        whole = "\n".join(piece.text for unit in units for piece in unit)
        due = _first_texts(self._expected)
        shown: dict[str, str] = {} if self._known else dict(due)
        for figure in self._known.values():
            shown.setdefault(figure.key, figure.shown)
        for key, text in shown.items():
            # Where the report no longer has the fact, the place to look is unknown: anywhere will do.
            if key not in self._met and (key in due or text not in whole):
                yield Difference(Kind.GONE, None, "", key, _title(key, self._facts), "", text)

    def _changed(self, actual: Piece, expected: Piece) -> Iterator[Difference]:
        judged = list(self._controls(actual))
        became = correspondence(actual.text, expected.text)
        for mark in expected.marks:
            span = became.became(mark.start, mark.end)
            if actual.text[slice(*span)].strip() and not _touches(span, [span for span, _, _ in judged]):
                judged.append((span, mark.name, expected.text[mark.start : mark.end]))
        yield from self._judgements(actual, judged)
        yield from self._numbers(actual, became.new_numbers(), [span for span, _, _ in judged])

    def _added(self, piece: Piece) -> Iterator[Difference]:
        judged = list(self._controls(piece))
        yield from self._judgements(piece, judged)
        numbers = (match.span() for match in NUMBER.finditer(piece.text))
        yield from self._numbers(piece, numbers, [span for span, _, _ in judged])

    def _controls(self, piece: Piece) -> Iterator[tuple[Span, str, str]]:
        """Give each control with content: its range with the unit, its fact, and what it once showed."""
        for mark in piece.marks:
            shown = self._known.get(mark.name)
            if shown and piece.text[mark.start : mark.end].strip():
                yield _with_unit(piece.text, mark, shown.shown), shown.key, shown.shown

    def _judgements(self, piece: Piece, judged: Iterable[tuple[Span, str, str]]) -> Iterator[Difference]:
        for span, key, expected in judged:
            self.figures += 1
            self._met.add(key)
            found = piece.text[slice(*span)].strip()
            # What the file's own record says it showed is no change by hand: then the fact has changed.
            if not _same(found, expected) and figure_id(key, found) not in self._known:
                sentence = _sentence(piece.text, span[0])
                title = _title(key, self._facts)
                yield Difference(Kind.CHANGED, piece.place, sentence, key, title, found, expected)

    def _numbers(self, piece: Piece, numbers: Iterable[Span], judged: list[Span]) -> Iterator[Difference]:
        passed = judged + [match.span() for match in _DATE.finditer(piece.text)]
        passed += [match.span() for match in [_MARK.match(piece.text)] if match]
        passed += [span for span, text in _clauses(piece.text) if text in self._wording]
        for start, end in numbers:
            if not _touches((start, end), passed):
                sentence = _sentence(piece.text, start)
                yield Difference(Kind.UNSOURCED, piece.place, sentence, "", "", piece.text[start:end], "")


def _outdated(known: Mapping[str, ShownFigure], facts: FactTable) -> Iterator[Difference]:
    """Find facts whose value is no longer what it was when the file was written, each once."""
    for key, shown in {shown.key: shown for shown in known.values()}.items():
        now = value_text(facts[key]) if facts.resolve(key) else None
        if now != (shown.value, shown.unit):
            then, today = _value(shown.value, shown.unit), _value(*now) if now else "已无此项"
            yield Difference(Kind.OUTDATED, None, "", key, _title(key, facts), then, today)


def _title(key: str, facts: FactTable) -> str:
    return facts[key].title if facts.resolve(key) else key


def _value(value: str, unit: str) -> str:
    return f"{value}{unit}" if value else "无数值"


def _first_texts(units: tuple[Unit, ...]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for unit in units:
        for piece in unit:
            for mark in piece.marks:
                texts.setdefault(mark.name, piece.text[mark.start : mark.end])
    return texts


def _with_unit(text: str, mark: Mark, shown: str) -> Span:
    """Widen the range of a control, which holds the number alone, to what stands where its unit should."""
    before, _, after = split(shown)
    rest = text[mark.end :]
    blanks = len(rest) - len(rest.lstrip()) if after.strip() else 0
    return max(0, mark.start - len(before)), min(len(text), mark.end + blanks + len(after.lstrip()))


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _clauses(text: str) -> Iterator[tuple[Span, str]]:
    """Cut a text at its punctuation: a clause that was moved or split off is still the report's own."""
    return ((match.span(), match.group()) for match in _CLAUSE.finditer(text))


def _sentence(text: str, position: int) -> str:
    sentences = (match.group() for match in _SENTENCE.finditer(text) if match.end() > position)
    sentence = next(sentences, text).strip()
    return sentence if len(sentence) <= _LONGEST_QUOTE else f"{sentence[:_LONGEST_QUOTE]}…"


def _same(found: str, expected: str) -> bool:
    """Compare as a reader does: blanks and line ends do not count."""
    return "".join(found.split()) == "".join(expected.split())
