"""Compile the Chinese words of the command line (messages.po) for gettext (messages.mo)."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WORDS = Path(__file__).parent.parent / "src/wenxiao/locale/zh_CN/LC_MESSAGES"


def compiled() -> bytes:
    """Give the compiled words."""
    mo = io.BytesIO()
    write_mo(mo, read_po(io.BytesIO((WORDS / "messages.po").read_bytes()), locale="zh_CN"))
    return mo.getvalue()


if __name__ == "__main__":
    (WORDS / "messages.mo").write_bytes(compiled())
