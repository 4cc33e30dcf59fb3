"""The workbook under xlsxwriter: looks, texts that never become formulas, print set-up, constant bytes."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook

from wenxiao.report.columns import width

Look = Mapping[str, object]

FONT = {"font_name": "仿宋", "font_size": 11, "valign": "vcenter"}
CELL: Look = {**FONT, "border": 1, "text_wrap": True}
WORDS: Look = {**CELL, "align": "left"}
HEAD: Look = {**CELL, "font_name": "黑体", "align": "center", "bg_color": "#F2F2F2"}
TITLE: Look = {**FONT, "font_name": "黑体", "font_size": 16, "align": "center"}
HINT: Look = {**FONT, "font_color": "#595959", "text_wrap": True, "align": "left"}
INPUT: Look = {**CELL, "align": "right", "bg_color": "#FFF9DB", "locked": False}
LIVE: Look = {**CELL, "align": "right"}

_A4 = 9
_LINE_HEIGHT = 15
_HIGHEST = 409  # points; Excel's limit
_MOST_CHARACTERS = 32_000  # Excel holds 32 767 in a cell and refuses the file beyond
_NAME_LENGTH = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LIKE_FORMULA = ("=", "+", "-", "@")
_ALLOWED = ("format_cells", "format_columns", "format_rows", "sort", "autofilter")


class Sheet:
    """A worksheet; texts are always written as texts."""

    def __init__(
        self, workbook: Any, worksheet: Any, formats: dict[tuple[tuple[str, object], ...], Any]
    ) -> None:
        self.raw = worksheet
        self._workbook = workbook
        self._formats = formats

    def text(self, row: int, column: int, text: str, look: Look) -> None:
        """Write a text; one that looks like a formula is marked, so that editing it makes none of it."""
        marked = {**look, "quote_prefix": True} if text.startswith(_LIKE_FORMULA) else look
        if text:
            self.raw.write_string(row, column, _storable(text), self.format(marked))
        else:
            self.raw.write_blank(row, column, None, self.format(look))

    def number(self, row: int, column: int, number: Decimal, look: Look, number_format: str) -> None:
        """Write a number of at most 15 digits, which Excel keeps exactly."""
        self.raw.write_number(row, column, number, self.format({**look, "num_format": number_format}))

    def formula(  # noqa: PLR0917  (where, what, and how it looks)
        self,
        row: int,
        column: int,
        formula: str,
        value: Decimal | str,
        look: Look,
        number_format: str = "General",
    ) -> None:
        """Write a formula and what it gives, for programs that do not calculate."""
        style = self.format({**look, "num_format": number_format})
        self.raw.write_formula(row, column, f"={formula}", style, value)

    def merge(self, row: int, column: int, height: int, width: int, look: Look) -> None:
        """Join cells to one and draw its border; what is in it is written afterwards."""
        if height > 1 or width > 1:
            style = self.format(look)
            self.raw.merge_range(row, column, row + height - 1, column + width - 1, "", style)

    def head(self, row: int, titles: Sequence[str], widths: Sequence[int]) -> None:
        """Write the header of a list: it stays in sight, repeats on each page and filters."""
        for column, (title, characters) in enumerate(zip(titles, widths, strict=True)):
            self.raw.set_column(column, column, characters)
            self.text(row, column, title, HEAD)
        self.raw.freeze_panes(row + 1, 1)
        self.raw.repeat_rows(row)

    def line(self, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
        """Write a row of texts and make it as high as the longest needs."""
        for column, text in enumerate(texts):
            self.text(row, column, text, WORDS)
        self.height(row, max(map(lines_of, texts, widths)))

    def height(self, row: int, lines: int) -> None:
        """Make a row as high as so many lines of text; programs do not do it alike, or not at all."""
        self.raw.set_row(row, min(_LINE_HEIGHT * lines + 5, _HIGHEST))

    def heading(self, title: str, hint: str, columns: int) -> None:
        """Write the title and a hint over a list."""
        for row, (text, look) in enumerate(((title, TITLE), (hint, HINT))):
            self.merge(row, 0, 1, columns, look)
            self.text(row, 0, text, look)
        self.height(0, 2)
        self.height(1, 2)

    def print_on_a4(self, *, landscape: bool) -> None:
        """Set up printing: A4, as wide as one page, pages numbered."""
        self.raw.set_paper(_A4)
        if landscape:
            self.raw.set_landscape()
        self.raw.fit_to_pages(1, 0)
        self.raw.center_horizontally()
        self.raw.set_footer('&C&"宋体"&10第 &P 页，共 &N 页')

    def lock(self) -> None:
        """Guard formulas against being overwritten by accident; there is no password."""
        self.raw.protect("", dict.fromkeys(_ALLOWED, True))

    def format(self, look: Look) -> Any:
        """Give the format of a look, each made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(dict(look))
        return self._formats[key]


class Book:
    """A workbook in memory."""

    def __init__(self, title: str, author: str, year: int) -> None:
        self._out = io.BytesIO()
        self._workbook = Workbook(self._out, {"in_memory": True})
        created = datetime(year, 12, 31)  # noqa: DTZ001  (never now, or no two runs were alike)
        self._workbook.set_properties({"title": title, "author": author, "created": created})
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def sheet(self, name: str) -> Sheet:
        """Add a sheet."""
        return Sheet(self._workbook, self._workbook.add_worksheet(name), self._formats)

    def define(self, name: str, address: str) -> None:
        """Let a name stand for a cell."""
        self._workbook.define_name(name, f"={address}")

    def content(self) -> bytes:
        """Close the workbook and give its bytes."""
        self._workbook.close()
        return self._out.getvalue()


def lines_of(text: str, characters: float) -> int:
    """Count the lines a text takes in a cell; a little room is lost at its edges."""
    usable = max(characters - 1.5, 2)
    return sum(max(1, math.ceil(width(line) / usable)) for line in text.split("\n"))


def sheet_names(wanted: Sequence[str], reserved: Sequence[str]) -> list[str]:
    """Make names of sheets: without forbidden characters, at most 31 long, each once (case ignored)."""
    taken = {name.lower() for name in reserved}
    names = []
    for text in wanted:
        name = _free(_FORBIDDEN.sub("", text).strip("' ") or "表", taken)
        taken.add(name.lower())
        names.append(name)
    return names


def _free(text: str, taken: set[str]) -> str:
    name, number = text[:_NAME_LENGTH], 1
    while name.lower() in taken:
        number += 1
        mark = f"（{number}）"
        name = text[: _NAME_LENGTH - len(mark)] + mark
    return name


def _storable(text: str) -> str:
    """Fit a text into a cell; one in the library's own mark-up for rich text must not be taken for it."""
    if text.startswith("<r>"):
        text = f" {text}"
    if len(text) <= _MOST_CHARACTERS:
        return text
    return f"{text[:_MOST_CHARACTERS]}……（共 {len(text)} 字，全文见 results.json）"
