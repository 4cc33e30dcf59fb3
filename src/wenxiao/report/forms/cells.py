"""The cells official forms are made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import chain

from wenxiao.errors import WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.packages.model import Row
from wenxiao.report.blocks import Align, Cell, Figure, Inline, Text
from wenxiao.report.figures import NOT_ASSESSABLE, NOT_PROVIDED, figure, plain_points


def head(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    """Make a heading cell."""
    return Cell((Text(text),), colspan, rowspan, header=True)


def words(text: str, colspan: int = 1, rowspan: int = 1, *, missing: str = NOT_PROVIDED) -> Cell:
    """Make a cell of running words, flush left; several lines become one run of sentences."""
    return Cell((Text(one_line(text) or missing),), colspan, rowspan, Align.LEFT)


def label(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    """Make a centred cell of a few words."""
    return Cell((Text(text or NOT_PROVIDED),), colspan, rowspan)


def inline_cell(inlines: Iterable[Inline], colspan: int = 1, align: Align = Align.CENTER) -> Cell:
    """Make a cell of words and figures."""
    return Cell(tuple(inlines), colspan, align=align)


def money(facts: FactTable, name: str, colspan: int = 1) -> Cell:
    """Make a cell of an amount in 万元, two decimals, the unit standing in the heading."""
    return inline_cell([figure(facts, name, "万元", 2, bare=True)], colspan, Align.RIGHT)


def rate(facts: FactTable, name: str, missing: str = NOT_ASSESSABLE, colspan: int = 1) -> Cell:
    """Make a cell of a percentage; one that cannot be computed says so."""
    return inline_cell([figure(facts, name, missing=missing)], colspan, Align.RIGHT)


def figure_cell(facts: FactTable, name: str, missing: str = NOT_PROVIDED, colspan: int = 1) -> Cell:
    """Make a cell of a figure as it is usually shown, or of the words ``missing``."""
    return inline_cell([figure(facts, name, missing=missing)], colspan)


def points(facts: FactTable, name: str, value: Decimal | None, missing: str = NOT_ASSESSABLE) -> Cell:
    """Make a cell of points, or of the words ``missing`` when there are none."""
    return label(missing) if value is None else inline_cell([points_inline(facts, name, value)])


def points_inline(facts: FactTable, name: str, value: Decimal) -> Inline:
    """Give points as a figure, or as words where they are the form's own and no fact bears them."""
    key, text = facts.resolve(name), plain_points(value)
    return Figure(key, text) if key else Text(text)


def no_argument(form: str, argument: str) -> None:
    """Refuse an argument to a form that takes none."""
    if argument:
        raise WenxiaoError(f"表格「{form}」不带参数。请把「{form}:{argument}」改为「{form}」。")


def day(row: Row, name: str) -> str:
    """Write a date field as 2022年6月8日, "" when empty."""
    value = row.values.get(name)
    return official_date(value) if isinstance(value, date) else ""


def official_date(value: date) -> str:
    """Write a date as documents do: Arabic digits, full year, no leading zero (GB/T 9704-2012)."""
    return f"{value.year}年{value.month}月{value.day}日"


def one_line(text: str) -> str:
    """Join the lines of a text field to one run, each line closed by a semicolon, the last as written."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    closed = (line.rstrip("；;。") + "；" for line in lines[:-1])
    return "".join(chain(closed, lines[-1:]))


def joined(runs: Iterable[Iterable[Inline]], separator: str = "；") -> tuple[Inline, ...]:
    """Join runs of inlines with a separator, leaving out empty ones."""
    inlines: list[Inline] = []
    for run in runs:
        parts = tuple(run)
        if parts and inlines:
            inlines.append(Text(separator))
        inlines.extend(parts)
    return tuple(inlines)
