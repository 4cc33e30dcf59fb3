"""Show a score in Markdown.

    python bench/consistency/scoreboard.py LABELS ANSWERS

scores any tool's answers (see ``score.py``) to each format that it answered, and lists what it missed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from consistency.formats import WRITERS
from consistency.score import Score, score_folder

_CLAIMS = ("claims", "found", "labelled", "wrong", "recall", "precision")
_ERRORS = ("errors", "found", "labelled")
_RULES = ("error findings of rule", "right", "given")
_FORMATS = (
    *("format", "figures precision", "figures recall", "claims precision", "claims recall"),
    *("errors found", "labelled", "false alarms"),
)


def lines_of(score: Score) -> list[str]:
    """Give a whole score: figures, claims by kind, errors by class, findings by rule."""
    precision = _share(score.figures_right, score.figures_given)
    recall = _share(score.figures_found, score.figures_labelled)
    return [
        f"Figures: precision {precision}, recall {recall}.",
        "",
        *_table(_CLAIMS, [(kind, *_claim_cells(counts)) for kind, counts in sorted(score.claims.items())]),
        "",
        *_table(
            _ERRORS,
            [(kind, one["found"], one["labelled"]) for kind, one in sorted(score.errors.items())],
        ),
        "",
        *_table(
            _RULES,
            [
                (rule, one["right"], one["right"] + one["false"])
                for rule, one in sorted(score.findings.items())
            ],
        ),
        "",
        f"False alarms: {_total(score.findings)['false']} in {score.characters} characters.",
    ]


def overview(scores: Mapping[str, Score]) -> list[str]:
    """Give one row a format."""
    return _table(_FORMATS, [(extension, *_overview_cells(score)) for extension, score in scores.items()])


def _overview_cells(score: Score) -> tuple[object, ...]:
    _, _, _, recall, precision = _claim_cells(_total(score.claims))
    errors = _total(score.errors)
    return (
        _share(score.figures_right, score.figures_given),
        _share(score.figures_found, score.figures_labelled),
        *(precision, recall),
        *(errors["found"], errors["labelled"], _total(score.findings)["false"]),
    )


def _claim_cells(counts: Counter[str]) -> tuple[object, ...]:
    found, labelled, wrong = counts["found"], counts["labelled"], counts["wrong"]
    return found, labelled, wrong, _share(found, labelled), _share(found, found + wrong)


def _total(counts: Mapping[str, Counter[str]]) -> Counter[str]:
    return sum(counts.values(), Counter[str]())


def _table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> list[str]:
    alignments = ("---", *("--:" for _ in header[1:]))
    return [f"| {' | '.join(map(str, row))} |" for row in (header, alignments, *rows)]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def main(labels: Path, answers: Path) -> None:
    """Print the score of each format that was answered."""
    answered = {path.name.split(".")[-3] for path in answers.glob("*.*.*.json")}
    for extension in WRITERS:
        if extension == "txt" or extension in answered:
            score = score_folder(labels, answers, extension)
            print("\n".join([f"## {extension}", "", *lines_of(score), "", *score.missed, ""]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
