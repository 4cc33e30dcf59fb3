"""What reading a document gives: figures, and the sentences and tables they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from wenxiao.documents.model import Document, Table
from wenxiao.quantity import Quantity


class FigureKind(StrEnum):
    """What sort of number a mention is; the words are those of the JSON output."""

    MONEY = "money"
    COUNT = "count"
    PERSON_TIMES = "person-times"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage-points"
    ORDINAL = "ordinal"
    YEAR = "year"
    DATE = "date"
    DOCUMENT_NUMBER = "document-number"
    LIST_NUMBER = "list-number"
    TELEPHONE = "telephone"
    OTHER = "other"


COUNTED = frozenset(
    {
        FigureKind.MONEY,
        FigureKind.COUNT,
        FigureKind.PERSON_TIMES,
        FigureKind.PERCENT,
        FigureKind.PERCENTAGE_POINTS,
    }
)
"""The kinds that claims are about: amounts one can add, compare and divide."""

ADDITIVE = frozenset({FigureKind.MONEY, FigureKind.COUNT, FigureKind.PERSON_TIMES})
"""The kinds of which parts make a whole."""

TALLIED = frozenset({FigureKind.COUNT, FigureKind.PERSON_TIMES})
"""The kinds that tell how many."""

DATED = frozenset({FigureKind.YEAR, FigureKind.DATE})
"""The kinds that tell when."""


class Figure(NamedTuple):
    """A mention of a number: characters ``start`` to ``end`` of the document's text.

    ``quantity`` is the exact value in base units with its bounds; None for what is no quantity (a document
    number, a telephone number, a set phrase such as 三公经费). ``value`` is what JSON prints: a decimal
    string in base units, or the normalised number of a document. ``label`` is the phrase that says what is
    measured (in a table: row heading · column heading), ``period`` the year, edition or date it is of as
    written in normal form (``2021年度``, ``2020年末``, ``第36届``), ``section`` the headings above it.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: str
    unit: str
    quantity: Quantity | None
    label: str = ""
    period: str = ""
    section: str = ""
    block: int = -1

    def __hash__(self) -> int:
        """Tell a figure by its place: no two begin at one."""
        return self.start

    @property
    def is_counted(self) -> bool:
        """Tell whether the figure can take part in a claim."""
        return self.quantity is not None and self.kind in COUNTED


class Sentence(NamedTuple):
    """A sentence (or a cell's text) as figures and the words around them.

    ``gaps`` has one more entry than ``figures``: the text before the first, between, and after the last one,
    with blanks and line breaks dropped and full-width letters, digits, brackets and signs made plain
    (Chinese commas 、，；。： stay). ``block`` is the index of its block in the document.
    """

    start: int
    end: int
    block: int
    figures: tuple[Figure, ...]
    gaps: tuple[str, ...]


class GridCell(NamedTuple):
    """A cell of a table with the text as shown (blanks trimmed) and the one figure it consists of, if any."""

    text: str
    start: int
    end: int
    figure: Figure | None
    row_span: int = 1
    column_span: int = 1


class Name(NamedTuple):
    """What names an amount in its row: the nearest words to its left, and the code of those ("" if none)."""

    words: str
    code: str


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table for the audit: ``cells[row][column]``, None where no cell begins.

    ``title`` is the line above it that names it, ``unit`` what 单位： says for its bare numbers ("" if
    nothing does). Rows above ``first_row`` are headings; ``headings[column]`` joins them downwards.
    ``stubs[row]`` is the text that names a row, ``names[row][column]`` what names one amount: two tables side
    by side have their own names. A grid is equal to itself only, so that what is found out of it can be remembered.
    """

    table: Table
    index: int
    title: str
    unit: str
    cells: tuple[tuple[GridCell | None, ...], ...]
    first_row: int
    headings: tuple[str, ...]
    stubs: tuple[str, ...]
    names: tuple[tuple[Name, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document with its figures (in order), sentences (in order, cells included) and tables.

    It is equal to itself only, so that what is found out of it can be remembered.
    """

    document: Document
    figures: tuple[Figure, ...]
    sentences: tuple[Sentence, ...]
    grids: tuple[Grid, ...]
