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
from wenxiao.report import (
    lookup,
    xlsx_checks,
    xlsx_facts,
    xlsx_findings,
    xlsx_forms,
    xlsx_scores,
)
from wenxiao.report.blocks import Document, Table
from wenxiao.report.derivations import records
from wenxiao.report.xlsx_book import Book, sheet_names
from wenxiao.report.xlsx_homes import settle

_OWN_SHEETS = (xlsx_facts.NAME, xlsx_scores.NAME, xlsx_checks.NAME, xlsx_findings.NAME)


def write_xlsx(document: Document, results: Results, path: Path) -> None:
    """Write the workbook to ``path``.

    Raises:
        WenxiaoError: the file cannot be written.
    """
    write_atomically(path, xlsx_bytes(document, results))


def xlsx_bytes(document: Document, results: Results) -> bytes:
    """Give the bytes of the workbook; equal inputs give equal bytes."""
    checks, checked = xlsx_checks.plan(
        identities(results.package, results.facts, results.standard), results.facts
    )
    listed = xlsx_facts.figures(document, results.facts, checked)
    scored = xlsx_scores.place(lookup.scorecards(results))
    places = settle(xlsx_facts.homes(listed) | xlsx_scores.homes(scored, results.facts))
    facts = FactTable({**results.facts.facts, **listed}, results.facts.aliases)
    explained = records(listed, facts)

    book = Book(document.title, document.unit, document.year)
    source = xlsx_forms.Source(facts, places, explained)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    names = sheet_names([table.name for table in tables], _OWN_SHEETS)
    for table, name in zip(tables, names, strict=True):
        xlsx_forms.write(book.sheet(name), table, source)
    xlsx_facts.write(book.sheet(xlsx_facts.NAME), listed, explained, places)
    xlsx_scores.write(book.sheet(xlsx_scores.NAME), scored, results.standard.grades)
    xlsx_checks.write(book.sheet(xlsx_checks.NAME), checks, places)
    xlsx_findings.write(book.sheet(xlsx_findings.NAME), results.findings)
    for name, address in places.addresses():
        book.define(name, address)
    return book.content()
