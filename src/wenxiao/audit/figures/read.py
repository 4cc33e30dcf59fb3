"""Reading a document: its figures, the sentences they stand in, and its tables."""

from __future__ import annotations

from typing import Any

from wenxiao.audit.figures.blocks import figures_and_sentences
from wenxiao.audit.figures.grids import grids_of
from wenxiao.audit.figures.model import Figure, Reading
from wenxiao.documents.model import Document


def read(document: Document) -> Reading:
    """Find all figures, sentences and tables of a document."""
    figures, sentences = figures_and_sentences(document)
    return Reading(document, figures, sentences, grids_of(document, figures))


def figures_of(document: Document) -> tuple[Figure, ...]:
    """Give the number-bearing mentions of a document in order."""
    return figures_and_sentences(document)[0]


def as_json(figure: Figure) -> dict[str, Any]:
    """Give a figure as the JSON output prints it; bounds are null where there is none."""
    quantity = figure.quantity
    low, high = (None, None) if quantity is None else (quantity.low, quantity.high)
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "kind": figure.kind.value,
        "low": None if low is None else f"{low:f}",
        "high": None if high is None else f"{high:f}",
        "label": figure.label,
        "period": figure.period,
        "section": figure.section,
    }
