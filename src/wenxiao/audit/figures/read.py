"""Reading a document: its figures, the sentences they stand in, and its tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from wenxiao.audit.figures.blocks import figures_and_sentences
from wenxiao.audit.figures.grids import grids_of
from wenxiao.audit.figures.model import Figure, FigureKind, Reading
from wenxiao.documents.model import Document
from wenxiao.quantity import as_spelled


def read(document: Document) -> Reading:
    """Find all figures, sentences and tables of a document."""
    figures, sentences = figures_and_sentences(document)
    return Reading(document, figures, sentences, grids_of(document, figures))


def figures_of(document: Document) -> tuple[Figure, ...]:
    """Give the number-bearing mentions of a document in order."""
    return figures_and_sentences(document)[0]


def as_json(figure: Figure) -> dict[str, Any]:
    """Give a figure as the JSON output prints it; bounds are null where there is none.

    Lengths, weights and areas are told in the unit they are written in: 550 米, not 0.55 公里.
    """
    quantity = figure.quantity and as_spelled(figure.quantity)
    counts = quantity is not None and figure.kind is FigureKind.COUNT
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": _digits(quantity.value) if quantity and counts else figure.value,
        "unit": quantity.unit if quantity and counts else figure.unit,
        "kind": figure.kind.value,
        "low": quantity and _digits(quantity.low),
        "high": quantity and _digits(quantity.high),
        "label": figure.label,
        "period": figure.period,
        "section": figure.section,
    }


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
