"""Audit the open benchmark with Wenxiao, score it, and write docs/accuracy.md.

python bench/accuracy.py             prints the score and every miss
python bench/accuracy.py --write     also writes docs/accuracy.md
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from consistency.build import labels_of, sources
from consistency.score import Score
from wenxiao.audit import claims_json
from wenxiao.audit.examine import examine
from wenxiao.audit.figures.read import as_json
from wenxiao.documents.text import document_of
from wenxiao.place import place_as_json

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
_HEAD = """# Accuracy

What the audit reads and finds in the documents of the [open benchmark](benchmark.md); `bench/accuracy.py --write`
makes this page. The documents were written before the code, but they are few and made by the same hands: read
the figures as a check against steps backwards more than as a promise.
"""


def answers(text: str, name: str) -> dict[str, Any]:
    """Give figures, claims and findings of a text in the form of docs/json.md."""
    audit = examine(document_of(text, name))
    findings = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.message,
            "places": [place_as_json(place) for place in finding.places],
        }
        for finding in audit.findings
    ]
    return {
        "figures": [as_json(figure) for figure in audit.manuscript.reading.figures],
        "claims": [claims_json.as_json(judged) for judged in audit.manuscript.judged],
        "findings": findings,
    }


def score() -> Score:
    """Score Wenxiao on all documents."""
    scored = Score()
    for source in sources():
        scored.count(labels_of(source), answers(source.text, f"{source.name}.txt"))
    return scored


def page(scored: Score) -> str:
    """Give docs/accuracy.md."""
    return "\n".join([_HEAD, *scored.lines(), ""])


if __name__ == "__main__":
    result = score()
    print("\n".join([*result.lines(), "", *result.missed]))
    if "--write" in sys.argv:
        PAGE.write_text(page(result), encoding="utf-8")
