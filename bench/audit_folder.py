"""A folder of 25, 50 and 150 reports audited whole: seconds, and the memory of the largest process.

    python bench/audit_folder.py
    python bench/audit_folder.py --write     also puts them into docs/performance.md

Seconds are by the clock and of all processors together; the second tells the work on a busy machine too.
The reports are the one of the example, in Word, PDF and text in turn, each under a name of its own.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pypdfium2

from pages import DOCS, put
from paired import table
from wenxiao.documents.docx import read_docx
from wenxiao.evaluate import evaluate_folder
from wenxiao.report.write import write_report

EXAMPLE = Path(__file__).parent.parent / "examples" / "lishui-kexie-2021"
COUNTS = (25, 50, 150)
UNIT = "丽水市科学技术协会"
PART = "word/document.xml"


def renamed(word: bytes, unit: str) -> bytes:
    """Give a Word file in which another unit reports."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(UNIT.encode(), unit.encode()) if name == PART else content)
    return stream.getvalue()


def fill(folder: Path, count: int, word: bytes, pdf: bytes) -> None:
    """Write so many reports into a folder."""
    for number in range(count):
        copy = renamed(word, f"第{number + 1}示范单位")
        if number % 3 == 0:
            (folder / f"{number}.docx").write_bytes(copy)
        elif number % 3 == 1:
            (folder / f"{number}.pdf").write_bytes(pdf + b"\n%% %d\n" % number)
        else:
            (folder / f"{number}.txt").write_text(read_docx(copy, "报告.docx").text, encoding="utf-8")


def audit(folder: Path) -> tuple[str, str, str]:
    """Audit a folder as a person would; give seconds, seconds of processors, MB of the largest process."""
    command = [sys.executable, "-m", "wenxiao", "audit", str(folder)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"the audit ended with {process.returncode}")
    spent = time.perf_counter() - begun
    return f"{spent:.1f}", f"{usage.ru_utime + usage.ru_stime:.1f}", f"{usage.ru_maxrss // 1024}"


def main() -> None:
    """Print seconds and memory by the number of files; put them into the page if asked to."""
    parser = argparse.ArgumentParser(description="Time the audit of folders of reports.")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    is_written = parser.parse_args().write
    with tempfile.TemporaryDirectory() as temporary:
        written = write_report(evaluate_folder(EXAMPLE), Path(temporary, "report"), formats=["docx", "pdf"])
        word, pdf = (path.read_bytes() for path in written[:2])
        rows: list[tuple[str, ...]] = []
        for count in COUNTS:
            folder = Path(temporary, str(count))
            folder.mkdir()
            fill(folder, count, word, pdf)
            rows.append((str(count), *audit(folder)))
    result = (
        f"{os.cpu_count()} cores; a report has {len(pypdfium2.PdfDocument(pdf))} pages.\n\n"
        f"{table(('files', 'seconds', 'processor seconds', 'MB of the largest process'), rows)}"
    )
    print(result)
    if is_written:
        put(DOCS / "performance.md", "audit-folder", result)


if __name__ == "__main__":
    main()
