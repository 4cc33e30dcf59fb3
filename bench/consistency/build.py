"""Build the benchmark: documents in several formats and labels from the sources.

    python bench/consistency/build.py FOLDER

writes ``FOLDER/documents/NAME.txt``, ``.docx``, ``.pdf``, ``.html``, for documents with tables also ``.xlsx``, and
``FOLDER/labels/NAME.json``; the same bytes every time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from consistency.formats import WRITERS, extensions_of
from consistency.proof import contradictions
from consistency.source import Mark, Source, SourceError, parse_source

SOURCES = Path(__file__).parent / "sources"


def sources() -> list[Source]:
    """Read all sources, in the order of their names.

    Raises:
        SourceError: a source is malformed, or the arithmetic contradicts a label.
    """
    read = [
        parse_source(path.stem, path.read_text(encoding="utf-8")) for path in sorted(SOURCES.glob("*.txt"))
    ]
    wrong = [text for source in read for text in contradictions(source)]
    if wrong:
        raise SourceError("\n".join(wrong))
    return read


def labels_of(source: Source) -> dict[str, Any]:
    """Give the labels of a document as the scorer reads them."""
    return {
        "document": source.name,
        "formats": list(extensions_of(source.text)),
        "text_length": len(source.text),
        "figures": [_figure(mark) for mark in source.marks],
        "claims": [
            {
                "kind": claim.kind,
                "result": _figure(source.mark(claim.result)),
                "operands": [_figure(source.mark(name)) for name in claim.operands],
                "verdict": claim.verdict,
            }
            for claim in source.claims
        ],
        "traps": [[_figure(source.mark(name)) for name in trap] for trap in source.traps],
        "errors": [{"class": kind, "figure": _figure(source.mark(name))} for name, kind in source.errors],
    }


def _figure(mark: Mark) -> dict[str, Any]:
    bounds = {"low": mark.low, "high": mark.high}
    return {
        "start": mark.start,
        "end": mark.end,
        "text": mark.text,
        "kind": mark.kind,
        "value": mark.written_value if mark.value is None else str(mark.value),
        "unit": mark.unit,
        **{name: None if bound is None else str(bound) for name, bound in bounds.items()},
    }


def build(folder: Path) -> int:
    """Write documents and labels, and give the number of documents."""
    read = sources()
    for part in ("documents", "labels"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for source in read:
        for extension in extensions_of(source.text):
            content = WRITERS[extension](source.text)
            (folder / "documents" / f"{source.name}.{extension}").write_bytes(content)
        labels = json.dumps(labels_of(source), ensure_ascii=False, indent=1)
        (folder / "labels" / f"{source.name}.json").write_text(labels + "\n", encoding="utf-8")
    return len(read)


if __name__ == "__main__":
    print(build(Path(sys.argv[1])), "documents")
