"""Speed of reading and auditing documents, each side by side with reading alone.

    python bench/audit.py             prints medians and ratios
    python bench/audit.py --write     also puts them into docs/performance.md

The text is the documents of bench/consistency, each once, audited one by one; the Word and the PDF file are
the report of the example, written by Wenxiao.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pypdfium2
from lxml import etree

from consistency.build import sources
from pages import DOCS, put
from paired import paired, table
from wenxiao.audit.examine import examine, manuscript_of
from wenxiao.documents.docx import read_docx
from wenxiao.documents.pdf import read_pdf
from wenxiao.documents.text import document_of
from wenxiao.evaluate import evaluate_folder
from wenxiao.report.write import write_report

EXAMPLE = Path(__file__).parent.parent / "examples" / "lishui-kexie-2021"
WHOLE_TEXT = "dense text: whole audit / scan for numbers"
WHOLE_REPORT = "report as text: whole audit / scan for numbers"
_FIGURE = re.compile(r"[0-9][0-9,.]*(?:万|亿)?(?:元|人次|人|%|个|项)?")


def scan(texts: list[str]) -> None:
    """Find numbers with a compiled pattern and do nothing with them."""
    for text in texts:
        for _ in _FIGURE.finditer(text):
            pass


def parse_xml(content: bytes) -> None:
    """Parse the main part of a Word file and walk over its text, nothing else."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for _ in root.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        pass


def extract_text(content: bytes) -> None:
    """Let pdfium extract the text of all pages."""
    document = pypdfium2.PdfDocument(content)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def measured(texts: list[str], report: str, word: bytes, pdf: bytes) -> dict[str, tuple[float, float, float]]:
    """Time each job beside reading alone: medians in seconds and the ratio."""
    return {
        WHOLE_REPORT: paired(lambda: examine(document_of(report, "x.txt")), lambda: scan([report])),
        "dense text: read and judge / scan for numbers": paired(
            lambda: [manuscript_of(text) for text in texts], lambda: scan(texts)
        ),
        WHOLE_TEXT: paired(
            lambda: [examine(document_of(text, "x.txt")) for text in texts], lambda: scan(texts)
        ),
        "Word: read / bare XML pass": paired(lambda: read_docx(word, "x.docx"), lambda: parse_xml(word)),
        "Word: whole audit / bare XML pass": paired(
            lambda: examine(read_docx(word, "x.docx")), lambda: parse_xml(word)
        ),
        "PDF: read / pdfium's text": paired(lambda: read_pdf(pdf, "x.pdf"), lambda: extract_text(pdf)),
        "PDF: whole audit / pdfium's text": paired(
            lambda: examine(read_pdf(pdf, "x.pdf")), lambda: extract_text(pdf)
        ),
    }


def shown(times: dict[str, tuple[float, float, float]], sizes: dict[str, int]) -> str:
    """Give the table of all jobs, and the rates of whole audits by the bytes of their text."""
    rows: list[tuple[str, ...]] = [
        (name, f"{1000 * ours:.1f}", f"{1000 * theirs:.2f}", f"{ratio:.1f}")
        for name, (ours, theirs, ratio) in times.items()
    ]
    rates = [
        f"{name.partition(':')[0].capitalize()}: {size / 1e6:.3f} MB, "
        f"{size / 1e6 / times[name][0]:.2f} MB a second from text to findings."
        for name, size in sizes.items()
    ]
    return "\n\n".join([table(("what", "ours ms", "theirs ms", "ratio"), rows), *rates])


def main() -> None:
    """Print medians and ratios; put them into the page if asked to."""
    parser = argparse.ArgumentParser(description="Time the audit of documents beside reading alone.")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    is_written = parser.parse_args().write
    texts = [source.text for source in sources()]
    with tempfile.TemporaryDirectory() as folder:
        write_report(evaluate_folder(EXAMPLE), Path(folder), formats=["docx", "pdf"])
        word, pdf = ((Path(folder) / f"report.{kind}").read_bytes() for kind in ("docx", "pdf"))
    report = read_docx(word, "report.docx").text
    sizes = {
        WHOLE_REPORT: len(report.encode()),
        WHOLE_TEXT: sum(len(text.encode()) for text in texts),
    }
    result = shown(measured(texts, report, word, pdf), sizes)
    print(result)
    if is_written:
        put(DOCS / "performance.md", "audit", result)


if __name__ == "__main__":
    main()
