"""A progress bar on the terminal's error stream; silent where nobody watches."""

from __future__ import annotations

from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

_STAGES = {"docx": "Word", "pdf": "PDF", "html": "HTML", "xlsx": "Excel", "data": "数据"}


class Progress:
    """A bar over so many steps, shown while it is entered."""

    def __init__(self, total: int) -> None:
        """Prepare a bar over ``total`` steps."""
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("准备", total=total)
        self._begun = False

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self._bar.stop()

    def advance(self, stage: str) -> None:
        """Show that ``stage`` begins; the stage before it is done."""
        self._bar.update(self._task, description=_STAGES.get(stage, stage), advance=1 if self._begun else 0)
        self._begun = True

    def finish(self, name: str) -> None:
        """Show that ``name`` is done; what else is under way has no order."""
        self._bar.update(self._task, description=name, advance=1)
