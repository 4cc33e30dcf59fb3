"""Word files a second: ours, python-docx and docxtpl write the same report, two processes each.

Run ``python bench/word.py [documents rounds]``. The report has 70 paragraphs and 11 tables of 16 by 7 (about 20
pages); ours ties each of its numbers to a fact and follows GB/T 9704-2012, the others write text and tables.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

import docx
import docxtpl

from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import exact
from wenxiao.report.blocks import Block, Cell, Document, Figure, Paragraph, Table, Text
from wenxiao.report.word.write import write_docx

PROCESSES, PARAGRAPHS, TABLES, ROWS, COLUMNS = 2, 70, 11, 16, 7
WORDS = "围绕年度重点任务推进各项工作，资金按进度拨付，项目按计划实施，目标总体完成。" * 4
NAMES = [
    f"指标{table}{row}{column}"
    for table in range(TABLES)
    for row in range(ROWS)
    for column in range(1, COLUMNS)
]

Write = Callable[[int, Path], None]


@cache
def grids() -> list[list[list[str]]]:
    """Give the texts of all tables: a name, then numbers."""
    numbers = iter(range(100_000))
    return [
        [[f"项目{row}", *(f"{next(numbers)}.25" for _ in range(1, COLUMNS))] for row in range(ROWS)]
        for _ in range(TABLES)
    ]


@cache
def ours() -> tuple[Document, FactTable]:
    """Compose the report as blocks, every number a figure."""
    keys = iter(NAMES)
    facts = FactTable({key: Fact(key, key, exact(f"{number}.25", "元")) for number, key in enumerate(NAMES)})
    tables = [
        Table(
            f"t{index}",
            f"表{index}",
            tuple(
                (Cell((Text(row[0]),)), *(Cell((Figure(next(keys), text),)) for text in row[1:]))
                for row in grid
            ),
            (2, *(1,) * (COLUMNS - 1)),
            header_rows=1,
        )
        for index, grid in enumerate(grids())
    ]
    blocks: list[Block] = [Paragraph((Text(WORDS),)) for _ in range(PARAGRAPHS)]
    return Document("报告", "某市科协", 2021, (*blocks, *tables)), facts


def write_ours(number: int, folder: Path) -> None:
    """Write one report with wenxiao."""
    document, facts = ours()
    write_docx(document, facts, folder / f"{number}.docx")


def write_python_docx(number: int, folder: Path) -> None:
    """Write one report with python-docx, as its documentation shows."""
    document = docx.Document()
    for _ in range(PARAGRAPHS):
        document.add_paragraph(WORDS)
    for grid in grids():
        table = document.add_table(0, COLUMNS)
        for row in grid:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(folder / f"{number}.docx"))


def write_docxtpl(number: int, folder: Path) -> None:
    """Write one report with docxtpl from a template with the same loops."""
    template = docxtpl.DocxTemplate(str(folder / "template.docx"))
    template.render({"paragraphs": [WORDS] * PARAGRAPHS, "tables": grids()}, autoescape=True)
    template.save(str(folder / f"{number}.docx"))


def make_template(path: Path) -> None:
    """Make the docxtpl template: one paragraph in a loop, one table in a loop, one row in a loop."""
    document = docx.Document()
    for text in ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}", "{%p for grid in tables %}"):
        document.add_paragraph(text)
    table = document.add_table(3, COLUMNS)
    table.cell(0, 0).text = "{%tr for row in grid %}"
    for column in range(COLUMNS):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))


def write_many(write: Write, folder: Path, numbers: range) -> int:
    """Write reports in a worker; give its peak memory in KiB."""
    for number in numbers:
        write(number, folder)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(
    writers: Mapping[str, Write], documents: int, rounds: int, base: Path
) -> dict[str, tuple[float, float]]:
    """Give the median documents a second and the peak memory of a worker in MiB; the writers take turns."""
    rates: dict[str, list[float]] = {title: [] for title in writers}
    peaks: dict[str, list[int]] = {title: [] for title in writers}
    shares = [range(start, documents, PROCESSES) for start in range(PROCESSES)]
    with ExitStack() as stack:
        pools = {title: stack.enter_context(get_context("spawn").Pool(PROCESSES)) for title in writers}
        # The first round, which also loads libraries and composes the report, is not counted.
        for _ in range(rounds + 1):
            for title, write in writers.items():
                started = time.perf_counter()
                peaks[title] += pools[title].map(partial(write_many, write, base), shares, chunksize=1)
                rates[title].append(documents / (time.perf_counter() - started))
    return {title: (statistics.median(rates[title][1:]), max(peaks[title]) / 1024) for title in writers}


def main() -> None:
    """Measure all writers in one run and print a Markdown table."""
    documents, rounds = (int(argument) for argument in (sys.argv[1:] or ("150", "3")))
    writers = {"wenxiao": write_ours, "docxtpl": write_docxtpl, "python-docx": write_python_docx}
    with tempfile.TemporaryDirectory() as name:
        make_template(Path(name) / "template.docx")
        results = measure(writers, documents, rounds, Path(name))
    slowest = results["python-docx"][0]
    print(f"{documents} documents, {PROCESSES} processes, median of {rounds} rounds\n")
    print("| writer | documents/s | times python-docx | peak MiB a process |\n| --- | ---: | ---: | ---: |")
    for title, (rate, peak) in results.items():
        print(f"| {title} | {rate:.1f} | {rate / slowest:.1f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
