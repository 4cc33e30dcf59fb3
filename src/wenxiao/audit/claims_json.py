"""A judged claim as JSON."""

from __future__ import annotations

from typing import Any

from wenxiao.audit.claims import Term
from wenxiao.audit.coverage import VERDICT_WORDS
from wenxiao.audit.figures.read import as_json as figure_as_json
from wenxiao.audit.manuscript import Judged


def as_json(judged: Judged) -> dict[str, Any]:
    """Give kind, result, operands, verdict and arithmetic; terms that stand nowhere in the text are left out."""
    claim, judgement = judged.claim, judged.judgement
    return {
        "kind": claim.kind.value,
        "result": _figure(claim.result),
        "operands": [_figure(term) for term in claim.operands if term.figure is not None],
        "verdict": VERDICT_WORDS[judgement.verdict],
        "arithmetic": judgement.arithmetic or judgement.reason,
    }


def _figure(term: Term) -> dict[str, Any] | None:
    return None if term.figure is None else figure_as_json(term.figure)
