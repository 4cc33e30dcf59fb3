"""The sheet 数字: every figure of the report once, with its exact value, how it came about, and from where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import Quantity
from wenxiao.report.blocks import Document
from wenxiao.report.derivations import Record
from wenxiao.report.excel.book import INPUT, LIVE, Sheet
from wenxiao.report.excel.homes import Home, Homes
from wenxiao.report.excel.values import exact_text, number_format, number_of
from wenxiao.report.outline import figures_of

NAME = "数字"

_TITLE = "报告中的数字"
_HINT = (
    "每个数字只在一处填写：这里的「数值」（黄色）和《评分》的分值、得分。改动后，各表、评分和勾稽随之变动；"
    "改动不会写回台账，请同时改台账。「准确值」是计算时用的数，不随改动变化。"
)
_COLUMNS = {
    "名称": 34,
    "引用名": 30,
    "准确值": 20,
    "单位": 8,
    "数值": 16,
    "公式": 40,
    "算式": 44,
    "来源和依据": 52,
    "说明": 30,
}
_HEADER_ROW = 2
_VALUE = 4
_MOST_LINES = 6


def figures(document: Document, facts: FactTable, checked: Mapping[str, Fact]) -> dict[str, Fact]:
    """Collect the facts the report shows, in reading order, then those only the checks need."""
    keys = filter(None, (facts.resolve(figure.key) for figure in figures_of(document.blocks)))
    return {key: facts.facts[key] for key in keys} | dict(checked)


def homes(listed: Mapping[str, Fact]) -> dict[str, Home]:
    """Give every listed fact its cell in the sheet."""
    rows = enumerate(listed, _HEADER_ROW + 1)
    return {key: Home(NAME, row, _VALUE, _number(listed[key])) for row, key in rows}


def write(sheet: Sheet, listed: Mapping[str, Fact], explained: Mapping[str, Record], places: Homes) -> None:
    """Write the sheet; a figure that lives elsewhere is referred to."""
    sheet.heading(_TITLE, _HINT, len(_COLUMNS))
    sheet.head(_HEADER_ROW, list(_COLUMNS), list(_COLUMNS.values()))
    for row, (key, fact) in enumerate(listed.items(), _HEADER_ROW + 1):
        _write_row(sheet, row, fact, explained[key])
        _write_value(sheet, row, fact, places)
    sheet.raw.autofilter(_HEADER_ROW, 0, _HEADER_ROW + len(listed), len(_COLUMNS) - 1)
    sheet.print_on_a4(landscape=True)
    sheet.lock()


def explanation(record: Record) -> list[str]:
    """Give what a cell's comment says of a figure: value, formula, arithmetic, sources."""
    lines = [f"{record['title']} = {record['value']}"]
    lines += [f"说明：{record['reason']}"] if record["reason"] else []
    lines += [f"公式：{record['formula']}"] if record["formula"] else []
    lines += [f"算式：{step}" for step in _first(record["steps"])]
    return [*lines, *_source_lines(record)]


def _number(fact: Fact) -> Decimal | None:
    return number_of(fact.value) if isinstance(fact.value, Quantity) else None


def _write_row(sheet: Sheet, row: int, fact: Fact, record: Record) -> None:
    text, unit = exact_text(fact)
    steps, sources = "\n".join(_first(record["steps"])), "\n".join(_source_lines(record))
    texts = (fact.title, fact.key, text, unit, "", record["formula"], steps, sources, fact.reason)
    sheet.line(row, texts, list(_COLUMNS.values()))


def _write_value(sheet: Sheet, row: int, fact: Fact, places: Homes) -> None:
    home = places.homes[fact.key]
    look = number_format(fact.value if isinstance(fact.value, Quantity) else None)
    if home.sheet != NAME:
        given = exact_text(fact)[0] if home.number is None else home.number
        sheet.formula(row, _VALUE, places.reference(fact.key), given, LIVE, look)
    elif home.number is not None:
        sheet.number(row, _VALUE, home.number, INPUT, look)
    else:
        sheet.text(row, _VALUE, "", LIVE if isinstance(fact.value, str) else INPUT)


def _source_lines(record: Record) -> list[str]:
    return [f"{label}：{line}" for label, lines in record["sources"] for line in _first(lines)]


def _first(lines: Sequence[str]) -> list[str]:
    """Keep the first lines; a sum of hundreds of payments is counted, not listed."""
    rest = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], f"另有 {rest} 条，见 results.json"] if rest > 0 else list(lines)
