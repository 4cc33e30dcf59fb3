"""Faults of one kind told together: one finding with its places, so that a reader is not flooded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.answers import Answer, failed, shorten
from wenxiao.documents.model import Document

MOST_PLACES = 20
_QUOTED = 3

Span = tuple[int, int]


def gathered(
    document: Document, subject: str, spans: Sequence[Span], *, message: str, suggestion: str
) -> Answer:
    """Tell several faults as one answer; ``message`` has {count} and {names}, the first three quoted."""
    places = tuple(document.place(*span) for span in spans[:MOST_PLACES])
    names = "、".join(f"“{quoted(document, span)}”" for span in spans[:_QUOTED])
    names += "等" if len(spans) > _QUOTED else ""
    return failed(
        subject,
        message.format(count=len(spans), names=names),
        places=places,
        suggestion=suggestion,
    )


def quoted(document: Document, span: Span) -> str:
    """Give a passage in one line, cut if it is long."""
    return shorten("".join(document.text[slice(*span)].split()))


def everywhere(
    document: Document, pattern: re.Pattern[str], subject: str, *, message: str, suggestion: str
) -> Iterator[Answer]:
    """Tell all occurrences of a pattern as one answer, none if there is none."""
    if spans := [match.span() for match in pattern.finditer(document.text)]:
        yield gathered(document, subject, spans, message=message, suggestion=suggestion)
