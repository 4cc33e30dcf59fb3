"""A benchmark document as it is written: text with marked figures, then what it claims.

A figure is marked where it stands, with its kind and its value in base units, so that no offset is ever typed::

    收入总计{{a:money=12500000元|1250.00万元}}，其中财政拨款{{b:money=12000000元|1200.00万元}}。
    ---
    sum a = b c holds
    none b c
    error a digit-swap

The name (``a``) is needed only for figures that the lines below speak of. A value may carry the bounds of an
approximation: ``{{d:count=3000人次 3000..4000|3000多人次}}``. Lines below ``---``:

* ``KIND RESULT = OPERAND ... VERDICT``: a claim, the verdict one of holds, fails, unassessable;
* ``none FIGURE ...``: a trap, nothing is asserted between these;
* ``error FIGURE CLASS``: this figure is wrong, and how it went wrong;
* ``# ...``: a remark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

KINDS = frozenset(
    (
        *("money", "count", "person-times", "percent", "percentage-points", "ordinal"),
        *("year", "date", "document-number", "list-number", "telephone", "other"),
    )
)
CLAIM_KINDS = frozenset(
    ("sum", "difference", "growth", "share", "rate", "product", "equal", "target", "count", "compare")
)
VERDICTS = frozenset({"holds", "fails", "unassessable"})
ERROR_CLASSES = frozenset(
    (
        *("digit-swap", "unit-slip", "stale-copy", "broken-sum", "broken-share", "edition-shift"),
        *("direction", "count-mismatch", "cut-rounding", "period-mix", "text-table", "missed-target"),
    )
)

_MARK = re.compile(
    r"\{\{(?P<name>[a-z][a-z0-9]*)?:(?P<kind>[a-z-]+)=(?P<value>[^|{} ]+)"
    r"(?: (?P<low>[-0-9.]*)\.\.(?P<high>[-0-9.]*))?\|(?P<text>[^{}]+)\}\}"
)
_NUMBER_AND_UNIT = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(.*)")
_SEPARATOR = "\n---\n"


class SourceError(ValueError):
    """A source is not written as it should be."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled figure: its place in the plain text and its value in base units (None: no quantity)."""

    name: str
    kind: str
    start: int
    end: int
    text: str
    written_value: str
    value: Decimal | None
    unit: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A labelled claim: names of figures and the verdict a careful reader comes to."""

    kind: str
    result: str
    operands: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Source:
    """A benchmark document: its plain text and its labels."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    claims: tuple[LabelledClaim, ...]
    traps: tuple[tuple[str, ...], ...]
    errors: tuple[tuple[str, str], ...]

    def mark(self, name: str) -> Mark:
        """Find a figure by its name.

        Raises:
            SourceError: no figure has it.
        """
        for mark in self.marks:
            if mark.name == name:
                return mark
        raise SourceError(f"{self.name}: no figure is named {name}")


def parse_source(name: str, content: str) -> Source:
    """Read a source.

    Raises:
        SourceError: a mark or a line is malformed, a digit stands outside of every mark, a name is unknown or
            given twice.
    """
    body, _, labels = content.partition(_SEPARATOR)
    text, marks = _unmark(name, body)
    source = _label(Source(name, text, marks, (), (), ()), labels.splitlines())
    names = [mark.name for mark in marks if mark.name]
    if len(names) != len(set(names)):
        raise SourceError(f"{name}: a name is given twice")
    for used in _names_used(source):
        source.mark(used)
    return source


def _unmark(name: str, body: str) -> tuple[str, tuple[Mark, ...]]:
    pieces: list[str] = []
    marks: list[Mark] = []
    position = length = 0
    for found in _MARK.finditer(body):
        between = body[position : found.start()]
        _refuse_loose(name, between)
        start = length + len(between)
        marks.append(_mark(name, found, start))
        pieces += [between, found["text"]]
        length = start + len(found["text"])
        position = found.end()
    _refuse_loose(name, body[position:])
    return "".join([*pieces, body[position:]]), tuple(marks)


def _refuse_loose(name: str, between: str) -> None:
    loose = re.search(r"[0-9０-９]|\{\{|\}\}", between)
    if loose:
        context = between[max(loose.start() - 20, 0) : loose.end() + 20]
        raise SourceError(f"{name}: a digit or brace stands outside of every mark: …{context}…")


def _mark(name: str, found: re.Match[str], start: int) -> Mark:
    if found["kind"] not in KINDS:
        raise SourceError(f"{name}: unknown kind in {found[0]}")
    number = _NUMBER_AND_UNIT.fullmatch(found["value"])
    is_quantity = number is not None and found["kind"] not in {"date", "document-number", "telephone"}
    value = Decimal(number[1]) if number and is_quantity else None
    low, high = (value, value) if found["low"] is None else (_bound(found["low"]), _bound(found["high"]))
    unit = number[2] if number and is_quantity else ""
    end = start + len(found["text"])
    return Mark(
        found["name"] or "", found["kind"], start, end, found["text"], found["value"], value, unit, low, high
    )


def _bound(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _label(source: Source, lines: list[str]) -> Source:
    claims: list[LabelledClaim] = []
    traps: list[tuple[str, ...]] = []
    errors: list[tuple[str, str]] = []
    for line in filter(None, map(str.strip, lines)):
        word, *rest = line.split()
        if word == "#":
            continue
        if word == "none" and rest:
            traps.append(tuple(rest))
        elif word == "error" and len(rest) == 2 and rest[1] in ERROR_CLASSES:
            errors.append((rest[0], rest[1]))
        elif word in CLAIM_KINDS and len(rest) >= 3 and rest[1] == "=" and rest[-1] in VERDICTS:
            claims.append(LabelledClaim(word, rest[0], tuple(rest[2:-1]), rest[-1]))
        else:
            raise SourceError(f"{source.name}: this line cannot be read: {line}")
    return Source(source.name, source.text, source.marks, tuple(claims), tuple(traps), tuple(errors))


def _names_used(source: Source) -> list[str]:
    claimed = [name for claim in source.claims for name in (claim.result, *claim.operands)]
    return [*claimed, *(name for trap in source.traps for name in trap), *(name for name, _ in source.errors)]
