"""Failing claims of a manuscript as answers: what the rules about claims share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wenxiao.audit.answers import Answer, shorten
from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.rules.mending import mending_of
from wenxiao.documents.model import BlockKind, Document
from wenxiao.finding import Verdict

_NAMED_IN_TIME = frozenset({FigureKind.ORDINAL, FigureKind.YEAR, FigureKind.DATE})

Wanted = Callable[[Judged, Document], bool]


def failing(
    manuscript: Manuscript,
    kind: ClaimKind,
    wanted: Wanted,
    *,
    message: str,
    suggestion: str,
    cut: bool = False,
) -> Iterator[Answer]:
    """Report the failing claims of a kind that are ``wanted``; ``message`` may name the ``{result}``.

    A claim that fails only because digits were cut, not rounded, is no error: one rule asks for those by ``cut``.
    """
    for one in manuscript.failing:
        is_asked = one.judgement.cut is cut and one.claim.kind is kind
        if is_asked and wanted(one, manuscript.document):
            yield answer_of(one, manuscript.document, message=message, suggestion=suggestion)


def answer_of(one: Judged, document: Document, *, message: str, suggestion: str) -> Answer:
    """Report a failing claim as such, and what may put it right."""
    advice = f"{suggestion}{mending_of(one.claim)}"
    return plain_answer_of(one, document, message=message, suggestion=advice)


def plain_answer_of(one: Judged, document: Document, *, message: str, suggestion: str) -> Answer:
    """Report a failing claim with the places of all its figures, the result's first."""
    figures = figures_of(one)
    places = dict.fromkeys(document.place(figure.start, figure.end) for figure in figures)
    told = message.format(result=named(one))
    difference = "" if is_timed(one) else one.judgement.difference
    return Answer(
        one.claim.subject,
        Verdict.FAIL,
        message=f"{told}，差 {difference}" if difference else told,
        places=tuple(places),
        arithmetic=one.judgement.arithmetic,
        suggestion=suggestion,
        claim=one.claim,
    )


def figures_of(one: Judged) -> list[Figure]:
    """Give the figures of a claim, the result's first."""
    return [term.figure for term in one.claim.terms if term.figure]


def named(one: Judged) -> str:
    """Name the result of a claim as its document does: ``“一般公共预算支出 120 万元”``."""
    figure = one.claim.result.figure
    label = shorten(one.claim.result.label)
    if figure is None or figure.text in label:
        return f"“{label}”"
    written = " ".join(figure.text.split())
    return f"“{label} {written}”" if label else f"“{written}”"


def is_timed(one: Judged) -> bool:
    """Tell whether a claim is about editions, years or dates."""
    return any(figure.kind in _NAMED_IN_TIME for figure in figures_of(one))


def in_cells(one: Judged, document: Document) -> bool:
    """Tell whether the figures of a claim stand in several cells of tables, and nowhere else."""
    blocks = {figure.block for figure in figures_of(one)}
    return len(blocks) > 1 and all(is_cell(document, block) for block in blocks)


def is_cell(document: Document, block: int) -> bool:
    """Tell whether a block, by its index, is a cell of a table."""
    return 0 <= block < len(document.blocks) and document.blocks[block].kind is BlockKind.CELL
