"""Put what was measured into a page of the documentation, so that no figure is copied by hand."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def put(page: Path, name: str, content: str) -> None:
    """Replace what stands between ``<!-- name -->`` and ``<!-- /name -->`` in a page.

    Raises:
        ValueError: the page lacks one of the two marks.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{page} needs the lines {begin.strip()} and {end.strip()}")
    page.write_text(before + f"{begin}\n{content.strip()}\n\n{end}{after}", encoding="utf-8")
