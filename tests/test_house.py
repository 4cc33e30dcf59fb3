"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from compile_words import WORDS, compiled

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
# Excel and the PDF set positions and cells in binary floats; no amount, rate or score is computed there.
MAY_SAY_FLOAT = {"cells.py", "template.py"}


def test_no_file_is_more_than_one_room() -> None:
    long = {
        path.name: count
        for path in SOURCES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }

    assert long == {}


def is_float(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"


def test_no_binary_float_in_the_source() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {ast.unparse(node)}"
        for path in SOURCES
        if path.name not in MAY_SAY_FLOAT and not path.name.startswith("xlsx") and path.parent.name != "excel"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if is_float(node)
    ]

    assert found == []


def test_nothing_is_left_unfinished_or_swallowed() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"TODO|FIXME|raise NotImplementedError", text), path
        assert not re.search(r"except( Exception)?:\s*(pass)?$", text, re.MULTILINE), path


def test_the_words_of_the_command_line_are_compiled() -> None:
    assert (WORDS / "messages.mo").read_bytes() == compiled(), "run: make docs"
