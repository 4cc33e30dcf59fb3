"""The report as a workbook: its forms, the figures and scores they rest on, live checks, the findings.

A clerk who corrects a figure in 数字, or a score in 评分, sees forms, totals, grades and checks follow. The
same inputs give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from wenxiao.audit.identities import identities
from wenxiao.evaluate import Results
from wenxiao.fact import FactTable
from wenxiao.files import write_atomically
from wenxiao.report import lookup
from wenxiao.report.blocks import Document, Table
from wenxiao.report.derivations import records
from wenxiao.report.excel import checks, facts, findings, forms, scores
from wenxiao.report.excel.book import Book, sheet_names
from wenxiao.report.excel.homes import settle

_OWN_SHEETS = (facts.NAME, scores.NAME, checks.NAME, findings.NAME)


def write_xlsx(document: Document, results: Results, path: Path) -> None:
    """Write the workbook to ``path``.

    Raises:
        WenxiaoError: the file cannot be written.
    """
    write_atomically(path, xlsx_bytes(document, results))


def xlsx_bytes(document: Document, results: Results) -> bytes:
    """Give the bytes of the workbook; equal inputs give equal bytes."""
    planned, checked = checks.plan(
        identities(results.package, results.facts, results.standard), results.facts
    )
    listed = facts.figures(document, results.facts, checked)
    scored = scores.place(lookup.scorecards(results))
    places = settle(facts.homes(listed) | scores.homes(scored, results.facts))
    known = FactTable({**results.facts.facts, **listed}, results.facts.aliases)
    explained = records(listed, known)

    book = Book(document.title, document.unit, document.year)
    source = forms.Source(known, places, explained)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    names = sheet_names([table.name for table in tables], _OWN_SHEETS)
    for table, name in zip(tables, names, strict=True):
        forms.write(book.sheet(name), table, source)
    facts.write(book.sheet(facts.NAME), listed, explained, places)
    scores.write(book.sheet(scores.NAME), scored, results.standard.grades)
    checks.write(book.sheet(checks.NAME), planned, places)
    findings.write(book.sheet(findings.NAME), results.findings)
    for name, address in places.addresses():
        book.define(name, address)
    return book.content()
