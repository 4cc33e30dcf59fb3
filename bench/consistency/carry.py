"""Carry a tool's answers about the Word, PDF, Excel or web version of a document over to its plain text.

Every tool extracts text its own way, so offsets into a Word file mean nothing to others. The figures of a document
are the same in all its versions and stand in the same order, though: the figures that a tool gives are lined up with
the labelled ones by value, and what it says is then told in the offsets of the labels. A figure without a partner
gets no place at all, and counts as wrong.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any

Span = tuple[int, int]
_NOWHERE: Span = (-1, -1)


def carried(labels: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """Give the answers with every place in offsets of the labelled text."""
    places = _partners(labels["figures"], answers.get("figures", []))
    return {
        "figures": [_moved(figure, places) for figure in answers.get("figures", [])],
        "claims": [_moved_claim(claim, places) for claim in answers.get("claims", [])],
        "findings": [_moved_finding(finding, places) for finding in answers.get("findings", [])],
    }


def _partners(labelled: list[Any], given: list[Any]) -> dict[Span, Span]:
    matcher = SequenceMatcher(
        None, [_key(one) for one in labelled], [_key(one) for one in given], autojunk=False
    )
    return {
        _span(given[block.b + step]): _span(labelled[block.a + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


def _key(figure: dict[str, Any]) -> object:
    """Give what a figure is recognised by: its value, or what is written if it is no quantity."""
    try:
        return Decimal(figure["value"])
    except InvalidOperation:
        return "".join(figure["text"].split())


def _moved(figure: dict[str, Any], places: dict[Span, Span]) -> dict[str, Any]:
    start, end = places.get(_span(figure), _NOWHERE)
    return {**figure, "start": start, "end": end}


def _moved_claim(claim: dict[str, Any], places: dict[Span, Span]) -> dict[str, Any]:
    result = claim["result"] and _moved(claim["result"], places)
    return {**claim, "result": result, "operands": [_moved(one, places) for one in claim["operands"]]}


def _moved_finding(finding: dict[str, Any], places: dict[Span, Span]) -> dict[str, Any]:
    """Let a finding stand on the labelled figures that its places touch."""
    touched = (
        target
        for place in finding["places"]
        for span, target in places.items()
        if place["start"] < span[1] and span[0] < place["end"]
    )
    return {**finding, "places": [{"start": start, "end": end} for start, end in touched]}


def _span(figure: dict[str, Any]) -> Span:
    return figure["start"], figure["end"]
