"""Plant errors in clean documents and count how many the audit finds.

    python bench/mutate.py FILE...            (text files; without any: the documents of bench/consistency)

In each document every claim that holds is taken in turn; one figure of it is changed in one way, the changed
text is audited anew, and the error counts as found when an error or warning has a place on a figure of that
claim. Each change is made alone. What the audit says before anything is planted is counted as false alarms
only for files named on the command line, which are taken for clean; the benchmark's own hold known errors.
The same seed makes the same changes.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from consistency.build import sources
from paired import table
from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.examine import examine, manuscript_of
from wenxiao.audit.figures.model import Figure
from wenxiao.documents.text import document_of
from wenxiao.finding import Finding, Severity, Verdict
from wenxiao.place import TextPlace

SEED = 20211231
_UNITS = (("亿元", "万元"), ("万元", "元"))
_DIRECTIONS = {"增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长", "提高": "降低", "降低": "提高"}
_DIRECTION = re.compile("|".join(_DIRECTIONS))
_REACH = 6  # a direction word stands at most so many characters before its figure


@dataclass(frozen=True)
class Planted:
    """A text with one error planted, and where it and its fellows of the claim stand."""

    kind: str
    text: str
    spans: tuple[tuple[int, int], ...]


def planted(text: str, claim: Claim, random: Random) -> Iterator[Planted]:
    """Plant every kind of error that the claim allows, one at a time."""
    figures = [term.figure for term in claim.terms if term.figure]
    if not figures:
        return
    chosen = random.choice(figures)
    yield from _replaced("digit-swap", text, figures, chosen, _swap_digits)
    yield from _replaced("unit-slip", text, figures, chosen, _slip_unit)
    if claim.kind is ClaimKind.SUM and claim.result.figure:
        yield from _replaced("broken-sum", text, figures, claim.result.figure, _shift_first_digit)
    if claim.kind in {ClaimKind.SHARE, ClaimKind.RATE} and claim.result.figure:
        yield from _replaced("broken-share", text, figures, claim.result.figure, _shift_first_digit)
    if claim.kind is ClaimKind.EQUAL:
        yield from _replaced("stale-copy", text, figures, figures[-1], _shift_first_digit)
    if claim.kind in {ClaimKind.GROWTH, ClaimKind.DIFFERENCE}:
        yield from _turned(text, figures, chosen)


def _replaced(
    kind: str, text: str, figures: list[Figure], figure: Figure, change: Callable[[str], str | None]
) -> Iterator[Planted]:
    changed = change(figure.text)
    if changed is None or changed == figure.text:
        return
    grown = len(changed) - len(figure.text)
    spans = tuple(
        (one.start + grown * (one.start > figure.start), one.end + grown * (one.end >= figure.end))
        for one in figures
    )
    yield Planted(kind, text[: figure.start] + changed + text[figure.end :], spans)


def _turned(text: str, figures: list[Figure], figure: Figure) -> Iterator[Planted]:
    begin = max(figure.start - _REACH, 0)
    word = _DIRECTION.search(text, begin, figure.start)
    if word:
        turned = text[: word.start()] + _DIRECTIONS[word[0]] + text[word.end() :]
        yield Planted("direction", turned, tuple((one.start, one.end) for one in figures))


def _swap_digits(written: str) -> str | None:
    """Let the first two neighbouring digits that differ change places."""
    for found in re.finditer(r"(?=([0-9])([0-9]))", written):
        one, other = found[1], found[2]
        if one != other:
            return written[: found.start()] + other + one + written[found.start() + 2 :]
    return None


def _slip_unit(written: str) -> str | None:
    for unit, slipped in _UNITS:
        if written.endswith(unit):
            return written.removesuffix(unit) + slipped
    return None


def _shift_first_digit(written: str) -> str | None:
    found = re.search("[0-9]", written)
    if found is None:
        return None
    return written[: found.start()] + str(int(found[0]) % 9 + 1) + written[found.end() :]


def is_found(planted_error: Planted) -> bool:
    """Tell whether an error or warning touches the claim in which the error was planted."""
    findings = examine(document_of(planted_error.text, "planted.txt")).findings
    return any(_touches(finding, planted_error.spans) for finding in findings if _is_heavy(finding))


def _is_heavy(finding: Finding) -> bool:
    return finding.severity in {Severity.ERROR, Severity.WARNING}


def _touches(finding: Finding, spans: tuple[tuple[int, int], ...]) -> bool:
    places = [place for place in finding.places if isinstance(place, TextPlace)]
    return any(place.start < end and start < place.end for place in places for start, end in spans)


def try_document(text: str, counts: dict[str, Counter[str]], random: Random) -> None:
    """Plant errors in all claims of a text that hold, and count what is found."""
    for judged in manuscript_of(text).judged:
        if judged.judgement.verdict is Verdict.PASS:
            for error in planted(text, judged.claim, random):
                found = is_found(error)
                counts.setdefault(error.kind, Counter()).update(planted=1, found=int(found))


def main(paths: list[str]) -> None:
    """Print what was planted and found, by kind."""
    texts = [Path(path).read_text(encoding="utf-8") for path in paths] or [one.text for one in sources()]
    counts: dict[str, Counter[str]] = {}
    random = Random(SEED)  # noqa: S311  (a choice of figures, no secret)
    for text in texts:
        try_document(text, counts, random)
    rows = [(kind, str(one["found"]), str(one["planted"])) for kind, one in sorted(counts.items())]
    found, of = (sum(one[word] for one in counts.values()) for word in ("found", "planted"))
    print(table(("error", "found", "planted"), [*rows, ("all", str(found), str(of))]))
    if paths:
        audits = [examine(document_of(text, path)) for text, path in zip(texts, paths, strict=True)]
        alarms = sum(one.severity is Severity.ERROR for audit in audits for one in audit.findings)
        print(f"\nError findings before planting: {alarms} in {sum(map(len, texts))} characters.")


if __name__ == "__main__":
    main(sys.argv[1:])
