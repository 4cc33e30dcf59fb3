"""财务收支情况表 and 项目预算执行情况表: the unit's statement, and the money of each project."""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.errors import WenxiaoError
from wenxiao.evaluate import Results
from wenxiao.fact import FactTable
from wenxiao.packages.model import Row
from wenxiao.report import lookup
from wenxiao.report.blocks import Block, Cell, Table
from wenxiao.report.figures import NONE, NOT_PROVIDED
from wenxiao.report.forms.cells import head, label, money, no_argument, rate, words
from wenxiao.standards.names import PROJECT_TOTALS

STATEMENT = "财务收支情况表"
PROJECTS = "项目预算执行情况表"

_NOTE = "单位：万元"
_PROJECT_COLUMNS = ("年初预算数", "全年预算数", "全年执行数")


def statement(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the table of income and expenditure, its lines in the order they were recorded.

    Raises:
        WenxiaoError: no line was recorded.
    """
    no_argument(STATEMENT, argument)
    if not results.package.rows("statement"):
        raise WenxiaoError(f"没有收支数据，无法生成《{STATEMENT}》。请填写《收支决算》。")
    header = tuple(head(title) for title in ("项目", "年初预算数", "全年预算数", "决算数"))
    lines = tuple(_statement_line(results, row.text("line")) for row in results.package.rows("statement"))
    caption = f"{STATEMENT}（{results.package.year}年度）"
    return (Table(STATEMENT, caption, (header, *lines), (30, 20, 20, 20), 1, _NOTE),)


def _statement_line(results: Results, name: str) -> tuple[Cell, ...]:
    keys = (f"{name}.年初预算数", f"{name}.全年预算数", name)
    return words(name), *(money(results.facts, key) for key in keys)


def projects(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the table of project money: each level-1 project, then its funding lines."""
    no_argument(PROJECTS, argument)
    titles = ("项目", "资金来源", *_PROJECT_COLUMNS, "执行率")
    rows = (tuple(head(title) for title in titles), *_project_rows(results))
    caption = f"{PROJECTS}（{results.package.year}年度）"
    return (Table(PROJECTS, caption, rows, (34, 16, 14, 14, 14, 12), 1, _NOTE),)


def _project_rows(results: Results) -> Iterator[tuple[Cell, ...]]:
    for project in lookup.asked_projects(results.package, ""):
        yield _project_row(results, project, "")
        for line in lookup.funding_lines(results.package, project.text("code")):
            yield _project_row(results, line, "其中：")
    yield head("合计"), label(NONE), *_amounts(results.facts, PROJECT_TOTALS)


def _project_row(results: Results, row: Row, prefix: str) -> tuple[Cell, ...]:
    source = words(row.text("fund_source"), missing=NOT_PROVIDED if prefix else NONE)
    return words(prefix + row.text("name")), source, *_amounts(results.facts, lookup.project_key(row))


def _amounts(facts: FactTable, key: str) -> tuple[Cell, ...]:
    amounts = (money(facts, f"{key}.{column}") for column in _PROJECT_COLUMNS)
    return *amounts, rate(facts, f"{key}.执行率")
