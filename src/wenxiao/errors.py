"""The exceptions a caller can meet. Each message is Chinese and says what, where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class WenxiaoError(Exception):
    """Bad input or usage: the message is for the person at the keyboard (exit status 2)."""


class InputProblems(WenxiaoError):  # noqa: N818  (a plural: it carries all problems of one input)
    """All problems found in one input, each with place and remedy; nothing was imported."""

    def __init__(self, summary: str, problems: Sequence[str]) -> None:
        """Join the summary and every problem into one message, one line each."""
        self.problems = tuple(problems)
        super().__init__("\n".join([summary, *(f"  · {problem}" for problem in self.problems)]))
