"""Plant errors in clean documents and count how many the audit finds.

Every claim of a document that holds is taken in turn; one figure or word of it is changed in one way, and the
changed text is audited anew, each change alone. An error is found when an error or warning that was not there
before has a place on a figure of the claim. Word, PDF and other files are changed in their extracted text.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from consistency.build import sources
from pages import DOCS, put
from paired import table
from planting import KINDS, Planted, planted
from wenxiao.audit.examine import Audit, examine
from wenxiao.documents.model import Document
from wenxiao.documents.open import open_document
from wenxiao.documents.text import document_of
from wenxiao.finding import Finding, Severity, Verdict
from wenxiao.place import TextPlace

SEED = 20211231
_HEAVY = frozenset({Severity.ERROR, Severity.WARNING})
_EPILOG = (
    "Without FILE: the documents of bench/consistency. Their known errors are not planted, and not counted."
)


@dataclass
class Trial:
    """What was planted and found, by kind; what was missed; and the alarms before anything was planted."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: int = 0
    characters: int = 0

    def table(self) -> str:
        """Give a Markdown table by kind."""
        rows = [self._row(kind, self.found[kind], self.planted[kind]) for kind in KINDS if self.planted[kind]]
        return table(("error", "found", "planted", "share"), [*rows, self._row("all", *self.totals)])

    @property
    def totals(self) -> tuple[int, int]:
        """Give how many errors were found, and how many were planted."""
        return self.found.total(), self.planted.total()

    @staticmethod
    def _row(kind: str, found: int, of: int) -> tuple[str, ...]:
        return kind, str(found), str(of), f"{100 * found / of:.1f} %" if of else "–"


def try_document(trial: Trial, document: Document, random: Random, most: int | None = None) -> None:
    """Plant errors in the claims of a document that hold, ``most`` of them chosen by ``random`` if given."""
    trial.alarms += sum(finding.severity is Severity.ERROR for finding in examine(document).findings)
    trial.characters += len(document.text)
    before = examine(document_of(document.text, document.name))
    errors = list(_errors(before, random))
    if most is not None and len(errors) > most:
        errors = random.sample(errors, most)
    for error in errors:
        trial.planted[error.kind] += 1
        if is_found(error, before):
            trial.found[error.kind] += 1
        else:
            trial.missed.append(f"{document.name}: {error.kind}: {_context(error)}")


def _errors(audit: Audit, random: Random) -> Iterator[Planted]:
    for judged in audit.manuscript.judged:
        if judged.judgement.verdict is Verdict.PASS:
            yield from planted(audit.document.text, judged.claim, random)


def is_found(error: Planted, before: Audit) -> bool:
    """Tell whether a new error or warning touches the claim in which an error was planted."""
    known = {_told(finding) for finding in before.findings}
    findings = examine(document_of(error.text, before.document.name)).findings
    return any(
        finding.severity in _HEAVY and _told(finding) not in known and _touches(finding, error.spans)
        for finding in findings
    )


def _told(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def _touches(finding: Finding, spans: Sequence[tuple[int, int]]) -> bool:
    places = [place for place in finding.places if isinstance(place, TextPlace)]
    return any(place.start < end and start < place.end for place in places for start, end in spans)


def _context(error: Planted) -> str:
    """Quote the lines of the claim, what was changed in 【 】."""
    first = error.text.rfind("\n", 0, min(start for start, _ in error.spans)) + 1
    last = error.text.find("\n", max(end for _, end in error.spans))
    marked = f"{error.text[first : error.start]}【{error.text[error.start : error.end]}】"
    return (marked + error.text[error.end : None if last < 0 else last]).replace("\n", "⏎")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, epilog=_EPILOG)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="a clean document of any format")
    parser.add_argument("--list", action="store_true", help="list every error that was missed")
    parser.add_argument("--most", type=int, metavar="N", help="plant at most N errors in a document")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed makes the same changes")
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmark.md")
    return parser.parse_args()


def main() -> None:
    """Print what was planted and found."""
    asked = arguments()
    documents = map(open_document, asked.files)
    own = (document_of(source.text, source.name) for source in sources())
    trial, random = Trial(), Random(asked.seed)  # noqa: S311  (a choice of figures, no secret)
    for document in documents if asked.files else own:
        try_document(trial, document, random, asked.most)
    lines = [trial.table(), *([""] if asked.list else []), *(trial.missed if asked.list else [])]
    if asked.files:
        lines.append(f"\nError findings before planting: {trial.alarms} in {trial.characters} characters.")
    print("\n".join(lines))
    if asked.write:
        put(DOCS / "benchmark.md", "planted", trial.table())


if __name__ == "__main__":
    main()
