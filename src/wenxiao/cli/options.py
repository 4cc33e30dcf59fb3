"""What the commands share: options and arguments, exit statuses, reading what is asked about, and printing.

Heavy imports stand inside the functions, so that ``wenxiao --help`` answers at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from wenxiao.documents.model import Document
    from wenxiao.evaluate import Results

FINE, FINDINGS, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

PATH = click.Path(path_type=Path)
format_ = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="输出形式：text 供人阅读，json 供程序读取。",
)
format_for_programs = click.option(
    "--format",
    "output",
    type=click.Choice(["json", "text"]),
    default="json",
    show_default=True,
    help="输出形式：json 供程序读取，text 供人阅读。",
)
ocr = click.option("--ocr", is_flag=True, help="扫描的页用程序识别文字（需安装 wenxiao[ocr]）。")
file = click.argument("file", metavar="FILE", type=PATH)
package = click.argument("package", metavar="DIR", type=PATH)


def evaluated(path: Path) -> Results:
    """Evaluate the data package in a folder."""
    from wenxiao.evaluate import evaluate_folder

    return evaluate_folder(path)


def opened(file: Path, *, ocr: bool) -> Document:
    """Read a document; with ``ocr`` what is scanned is recognised."""
    from wenxiao.documents.ocr import recogniser
    from wenxiao.documents.open import open_document

    return open_document(file, recogniser() if ocr else None)


def status(findings: Iterable[Any]) -> int:
    """Give the exit status that findings lead to."""
    return FINDINGS if any(finding and finding.severity == "error" for finding in findings) else FINE


def show(output: str, as_json: Callable[[], object], as_lines: Callable[[], Iterable[str]]) -> None:
    """Print a result in the form asked for; only that form is made."""
    if output == "json":
        echo_json(as_json())
    else:
        echo_lines(as_lines())


def echo_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    for line in lines:
        click.echo(line)


def echo_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
