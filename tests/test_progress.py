"""The progress bar: silent, and nothing loaded for it, where nobody watches; a bar on a terminal."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from wenxiao.progress import Progress

UNWATCHED = """
import sys
from wenxiao.progress import Progress
with Progress(2) as progress:
    progress.advance("docx")
    progress.finish("甲.txt")
print("rich" in sys.modules)
"""


class Terminal(io.StringIO):
    """An error stream that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_nothing_is_loaded_where_nobody_watches() -> None:
    told = subprocess.run([sys.executable, "-c", UNWATCHED], capture_output=True, text=True, check=True)
    assert (told.stdout, told.stderr) == ("False\n", "")


def test_a_terminal_shows_what_is_under_way_and_how_much_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Progress(2) as progress:
        progress.finish("甲.txt")
        progress.advance("docx")
    assert "1/2" in screen.getvalue()
    assert "Word" in screen.getvalue()
