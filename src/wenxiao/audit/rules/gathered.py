"""Faults as answers, those of one kind told together, so that a reader is not flooded."""

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
    """Tell several faults as one answer; ``message`` has {count} and {names}, the first three that differ quoted.

    What else of a message is taken from the document may hold braces, so nothing is formatted.
    """
    places = tuple(document.place(*span) for span in spans[:MOST_PLACES])
    passages = list(dict.fromkeys(quoted(document, span) for span in spans))
    names = "、".join(f"“{passage}”" for passage in passages[:_QUOTED])
    names += "等" if len(passages) > _QUOTED else ""
    return failed(
        subject,
        message.replace("{count}", str(len(spans))).replace("{names}", names),
        places=places,
        suggestion=suggestion,
    )


def fault(document: Document, span: Span, *, message: str, suggestion: str) -> Answer:
    """Tell one fault as an answer; ``message`` has {names}, the passage quoted."""
    return gathered(document, quoted(document, span), [span], message=message, suggestion=suggestion)


def quoted(document: Document, span: Span) -> str:
    """Give a passage in one line, cut if it is long."""
    return shorten("".join(document.text[slice(*span)].split()))


def everywhere(
    document: Document, pattern: re.Pattern[str], subject: str, *, message: str, suggestion: str
) -> Iterator[Answer]:
    """Tell all occurrences of a pattern as one answer, none if there is none."""
    if spans := [match.span() for match in pattern.finditer(document.text)]:
        yield gathered(document, subject, spans, message=message, suggestion=suggestion)
