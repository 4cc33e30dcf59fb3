"""The first pass over the narrative: references become marks, comments go, places are kept.

It runs on the raw text, before Markdown, so that every place is exact and a reference may hold
characters that mean something to Markdown (a bar inside a table, an underscore).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from wenxiao.invisible import INVISIBLE, code_point
from wenxiao.place import TextPlace

# Noncharacters of Unicode: no text may interchange them, so they cannot collide with the narrative.
OPEN_MARK, CLOSE_MARK = "\ufdd0", "\ufdd1"
MARK = re.compile(f"{OPEN_MARK}(\\d+){CLOSE_MARK}")

_TOKEN = re.compile(
    r"""
      (?P<escape>\\\{[^{}\n]*\}|\\[!-/:-@\[-`{-~])
    | (?P<comment><!--(?s:.*?)-->)
    | (?P<open_comment><!--(?s:.*))
    | \{(?P<reference>[^{}\n]*)\}
    | (?P<form>^[ \t]*\[\[[^\[\]\n]*\]\][ \t]*$)
    | (?P<open_brace>\{)
    | (?P<close_brace>\})
    | (?P<open_form>\[\[)
    """
    f"| (?P<invisible>{INVISIBLE})",
    re.VERBOSE | re.MULTILINE,
)

_PROBLEMS = {
    "open_comment": "注释「<!--」没有结束。请在注释末尾补上「-->」。",
    "open_brace": "「{{」没有配对的「}}」。请补上「}}」（须在同一行）；如需原样显示，请写 \\{{。",
    "close_brace": "「}}」前面没有「{{」。请补上「{{」或删去；如需原样显示，请写 \\}}。",
    "invisible": "含有看不见的字符 {0}。请删去后重新输入这一处。",
    "open_form": "插入表格请写成 [[表名]] 或 [[表名:参数]]，独占一行，以「]]」结束。",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the narrative: where, and what to do about it (Chinese)."""

    place: TextPlace
    message: str

    def __str__(self) -> str:
        """Give place and message as one line."""
        return f"{self.place}：{self.message}"


@dataclass(frozen=True, slots=True)
class Scanned:
    """The narrative with marks in place of references, on the same lines; ``references`` by mark number."""

    text: str
    references: tuple[tuple[TextPlace, str], ...]
    problems: tuple[Problem, ...]


def scan(text: str, file: str) -> Scanned:
    """Take references and comments out of ``text``; collect what is unclosed or stands astray."""
    lines = LinePlaces(text, file)
    parts: list[str] = []
    references: list[tuple[TextPlace, str]] = []
    problems: list[Problem] = []
    end = 0
    for match in _TOKEN.finditer(text):
        parts.append(text[end : match.start()])
        end = match.end()
        kind = match.lastgroup or ""
        if kind == "reference":
            parts.append(f"{OPEN_MARK}{len(references)}{CLOSE_MARK}")
            references.append((lines.place(match.start(), end), match[kind]))
        elif kind in _PROBLEMS:
            message = _PROBLEMS[kind].format(code_point(match[0][0]))
            problems.append(Problem(lines.place(match.start(), match.start() + 1), message))
        else:
            parts.append(_kept(kind, match[kind]))
    return Scanned("".join([*parts, text[end:]]), tuple(references), tuple(problems))


def _kept(kind: str, text: str) -> str:
    """Keep escapes and forms for the Markdown pass; of a comment keep its line breaks only."""
    return "\n" * text.count("\n") if kind == "comment" else text


class LinePlaces:
    """The places of a text, found by offset or by line."""

    def __init__(self, text: str, file: str) -> None:
        """Remember where each line starts."""
        self._text = text
        self._file = file
        self._starts = [0, *_line_starts(text)]

    def place(self, start: int, end: int) -> TextPlace:
        """Give the place of the characters from ``start`` to ``end``."""
        line = bisect_right(self._starts, start)
        column = start - self._starts[line - 1] + 1
        return TextPlace(self._file, start, end, line, column, self._text[start:end])

    def line(self, number: int) -> TextPlace:
        """Give the place of a whole line, counted from 1."""
        start = self._starts[number - 1]
        end = self._text.find("\n", start)
        return self.place(start, end if end >= 0 else len(self._text))


def _line_starts(text: str) -> Iterator[int]:
    return (match.end() for match in re.finditer("\n", text))
