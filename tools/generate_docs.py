"""Write the pages of docs/ that are made from code and data."""

from __future__ import annotations

from pathlib import Path

from wenxiao.audit.reference import as_markdown as rules
from wenxiao.catalogue.dictionary import as_markdown as dictionary
from wenxiao.catalogue.load import core_catalogue
from wenxiao.standards.reference import as_markdown as standards

DOCS = Path(__file__).parent.parent / "docs"


def pages() -> dict[str, str]:
    """Give each generated page by its file name."""
    return {
        "data-dictionary.md": dictionary(core_catalogue()),
        "rules.md": rules(),
        "standards.md": standards(),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
        print(DOCS / name)
