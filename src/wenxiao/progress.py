"""A progress bar on the terminal's error stream; where nobody watches it is silent and loads nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_STAGES = {"docx": "Word", "pdf": "PDF", "html": "HTML", "xlsx": "Excel", "data": "数据"}


class Progress:
    """A bar over so many steps, shown while it is entered."""

    def __init__(self, total: int) -> None:
        """Prepare a bar over ``total`` steps."""
        self._bar = _bar(total) if sys.stderr.isatty() else None
        self._begun = False

    def __enter__(self) -> Self:
        """Show the bar."""
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def advance(self, stage: str) -> None:
        """Show that ``stage`` begins; the stage before it is done."""
        self._show(_STAGES.get(stage, stage), 1 if self._begun else 0)
        self._begun = True

    def finish(self, name: str) -> None:
        """Show that ``name`` is done; what else is under way has no order."""
        self._show(name, 1)

    def _show(self, description: str, steps: int) -> None:
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], description=description, advance=steps)


def _bar(total: int) -> Bar:
    from rich.console import Console  # noqa: PLC0415  (heavy; only a terminal needs it)
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("准备", total=total)
    return bar
