"""Audit the open benchmark with Wenxiao, score it, and write docs/accuracy.md.

python bench/accuracy.py             prints the score and every miss
python bench/accuracy.py --write     also writes docs/accuracy.md
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from consistency.build import labels_of, sources
from consistency.formats import WRITERS
from consistency.score import Score
from consistency.scoreboard import lines_of, overview
from wenxiao.audit.examine import examine
from wenxiao.documents.open import read_document
from wenxiao.report.audited.as_json import audit_as_json, claims_as_json, figures_as_json

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
_HEAD = """# Accuracy

What the audit reads and finds in the documents of the [open benchmark](benchmark.md); `bench/accuracy.py --write`
makes this page. The documents were written before the code, but they are few and made by the same hands: read
the figures as a check against steps backwards more than as a promise.

## By format

Every document as text, Word, PDF and web page, those with tables also as an Excel workbook.
"""
_TEXT = "## Text, by kind"


def answers(content: bytes, name: str) -> dict[str, Any]:
    """Give figures, claims and findings of a file in the form of docs/json.md."""
    audit = examine(read_document(content, name))
    return {
        "figures": figures_as_json(audit.manuscript.reading)["figures"],
        "claims": claims_as_json(audit.manuscript)["claims"],
        "findings": audit_as_json(audit)["findings"],
    }


def score_all() -> dict[str, Score]:
    """Score Wenxiao on all documents, by format."""
    scores = {extension: Score() for extension in WRITERS}
    for source in sources():
        labels = labels_of(source)
        for extension in labels["formats"]:
            content = WRITERS[extension](source.text)
            given = answers(content, f"{source.name}.{extension}")
            scores[extension].count_version(labels, given, extension)
    return scores


def page(scores: dict[str, Score]) -> str:
    """Give docs/accuracy.md."""
    return "\n".join([_HEAD, *overview(scores), "", _TEXT, "", *lines_of(scores["txt"]), ""])


def main() -> None:
    """Print the page and every miss; write the page if asked to."""
    parser = argparse.ArgumentParser(description="Audit the open benchmark and score the audit.")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    is_written = parser.parse_args().write
    scores = score_all()
    made = page(scores)
    missed = [f"{extension}: {line}" for extension, score in scores.items() for line in score.missed]
    print("\n".join([made, *missed]))
    if is_written:
        PAGE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
