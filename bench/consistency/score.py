"""Score any tool's reading of the benchmark documents against the labels.

    python bench/consistency/scoreboard.py LABELS ANSWERS

LABELS is the folder ``labels`` that ``build.py`` writes. ANSWERS holds, for each document NAME, the JSON of
the tool: ``NAME.figures.json``, ``NAME.claims.json`` and ``NAME.audit.json`` in the form of docs/json.md; for the
version in another format ``NAME.docx.figures.json`` and so on. Each format is scored by itself. For other formats
than text the answers are carried over by the order of the figures (``carry.py``).

* A figure is found when a labelled one overlaps it and has the same value.
* A claim is found when it is of the labelled kind and all labelled figures are in it, with the labelled
  verdict. It is wrong when its figures are a trap, when the verdict is not the labelled one, or when it
  says ``fails`` where nothing is labelled; what else is unlabelled counts neither way, nor does a claim
  that fails over a figure labelled as an error.
* An error is found when a finding of severity error or warning has a place on its figure (digits that were
  cut instead of rounded may be told as information); an error finding
  that touches no labelled error, nor a figure of a claim labelled ``fails``, is a false alarm.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from consistency.carry import carried

Span = tuple[int, int]
_MERELY_TOLD = frozenset({"cut-rounding"})


@dataclass
class Score:
    """Counts over all documents, of figures, of claims by kind, of errors by class, of findings by rule."""

    characters: int = 0
    figures_found: int = 0
    figures_labelled: int = 0
    figures_given: int = 0
    figures_right: int = 0
    claims: dict[str, Counter[str]] = field(default_factory=dict)
    errors: dict[str, Counter[str]] = field(default_factory=dict)
    findings: dict[str, Counter[str]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    def count_version(self, labels: dict[str, Any], answers: dict[str, Any], extension: str) -> None:
        """Count the version of a document with this extension."""
        self.count(labels, answers if extension == "txt" else carried(labels, answers))

    def count(self, labels: dict[str, Any], answers: dict[str, Any]) -> None:
        """Count one document; ``answers`` holds figures, claims and findings in offsets of the labelled text."""
        self.characters += labels["text_length"]
        self._count_figures(labels["figures"], answers.get("figures", []))
        self._count_claims(labels, answers.get("claims", []))
        self._count_findings(labels, answers.get("findings", []))

    def _count_figures(self, labelled: list[Any], given: list[Any]) -> None:
        self.figures_labelled += len(labelled)
        self.figures_given += len(given)
        self.figures_found += sum(any(_same(one, other) for other in given) for one in labelled)
        self.figures_right += sum(any(_same(other, one) for other in labelled) for one in given)

    def _count_claims(self, labels: dict[str, Any], given: list[Any]) -> None:
        for label in labels["claims"]:
            counts = self.claims.setdefault(label["kind"], Counter())
            counts["labelled"] += 1
            alike = [claim for claim in given if _covers(claim, label)]
            if any(claim["verdict"] == label["verdict"] for claim in alike):
                counts["found"] += 1
            else:
                self.missed.append(
                    f"{labels['document']}: {label['kind']} {_texts(label)} {label['verdict']}"
                )
        for claim in given:
            if self._is_wrong(labels, claim):
                self.claims.setdefault(claim["kind"], Counter())["wrong"] += 1
                self.missed.append(f"{labels['document']}: WRONG {claim['kind']} {_texts(claim)}")

    @staticmethod
    def _is_wrong(labels: dict[str, Any], claim: dict[str, Any]) -> bool:
        spans = [_span(figure) for figure in _figures(claim)]
        errors = [_span(error["figure"]) for error in labels["errors"]]
        if claim["verdict"] == "fails" and any(_overlap(one, error) for one in spans for error in errors):
            return False
        alike = [label for label in labels["claims"] if _covers(claim, label)]
        if alike:
            return all(label["verdict"] != claim["verdict"] for label in alike)
        trapped = any(
            all(any(_overlap(one, _span(other)) for other in trap) for one in spans)
            for trap in labels["traps"]
        )
        return claim["verdict"] == "fails" or trapped

    def _count_findings(self, labels: dict[str, Any], findings: list[Any]) -> None:
        wrong = [_span(error["figure"]) for error in labels["errors"]]
        failing = [
            _span(figure)
            for label in labels["claims"]
            if label["verdict"] == "fails"
            for figure in _figures(label)
        ]
        for error in labels["errors"]:
            counts = self.errors.setdefault(error["class"], Counter())
            counts["labelled"] += 1
            told = [one for one in findings if one["severity"] != "info" or error["class"] in _MERELY_TOLD]
            counts["found"] += any(_touches(one, [_span(error["figure"])]) for one in told)
        for finding in findings:
            if finding["severity"] == "error":
                right = _touches(finding, wrong + failing)
                self.findings.setdefault(finding["rule"], Counter())["right" if right else "false"] += 1
                if not right:
                    self.missed.append(f"{labels['document']}: FALSE {finding['rule']} {finding['message']}")


def _span(figure: dict[str, Any]) -> Span:
    return figure["start"], figure["end"]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _same(label: dict[str, Any], given: dict[str, Any]) -> bool:
    return _overlap(_span(label), _span(given)) and _value(label) == _value(given)


def _value(figure: dict[str, Any]) -> object:
    try:
        return Decimal(figure["value"])
    except InvalidOperation:
        return "named"  # a list number or a document number: where it stands is enough


def _figures(claim: dict[str, Any]) -> list[dict[str, Any]]:
    return [figure for figure in (claim["result"], *claim["operands"]) if figure]


def _covers(claim: dict[str, Any], label: dict[str, Any]) -> bool:
    """Tell whether a claim is the labelled one; an equality may name more mentions than the label does."""
    if claim["kind"] != label["kind"]:
        return False
    given, wanted = [_span(one) for one in _figures(claim)], [_span(one) for one in _figures(label)]
    if not all(any(_overlap(one, other) for other in given) for one in wanted):
        return False
    return label["kind"] in {"equal", "count"} or len(given) == len(wanted)


def _touches(finding: dict[str, Any], spans: list[Span]) -> bool:
    return any(
        _overlap((place["start"], place["end"]), span) for place in finding["places"] for span in spans
    )


def _texts(claim: dict[str, Any]) -> str:
    return " ← ".join(one["text"] for one in _figures(claim))


def score_folder(labels: Path, answers: Path, extension: str = "txt") -> Score:
    """Score the answers to one version of the documents; a missing answer counts as nothing found."""
    score = Score()
    for path in sorted(labels.glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        if extension in label["formats"]:
            score.count_version(label, _answers(answers, path.stem, extension), extension)
    return score


def _answers(folder: Path, name: str, extension: str) -> dict[str, Any]:
    stem = name if extension == "txt" else f"{name}.{extension}"
    paths = (folder / f"{stem}.{part}.json" for part in ("figures", "claims", "audit"))
    given: dict[str, Any] = {}
    for path in filter(Path.exists, paths):
        given |= json.loads(path.read_text(encoding="utf-8"))
    return given
