"""Markdown as the narrative uses it: CommonMark, tables, and ``[[表名]]`` lines as blocks of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_FORM = re.compile(r"\[\[([^\[\]]*)\]\]\s*")
_DEEPEST = 20


class TooDeep(ValueError):  # noqa: N818  (it says what the text is)
    """Text whose marks are nested too deeply to be read; ``line`` is where its paragraph starts."""

    def __init__(self, line: int) -> None:
        """Remember the line, counted from 1."""
        self.line = line
        super().__init__(f"marks nested too deeply in the paragraph at line {line}")


def parse_markdown(text: str) -> SyntaxTreeNode:
    """Parse the narrative into a tree; a ``[[...]]`` line is a node of type ``form``.

    Raises:
        TooDeep: bold or other marks lie within each other beyond all sense.
    """
    # Lines indented by hand are paragraphs, not code; escaped characters stay apart from typed ones.
    markdown = MarkdownIt("commonmark").enable("table").disable(["code", "text_join"])
    ends = ["paragraph", "reference", "blockquote", "list", "table"]
    markdown.block.ruler.before("reference", "form", _form_line, {"alt": ends})
    tokens = markdown.parse(text)
    for token in tokens:
        if any(child.level > _DEEPEST for child in token.children or ()):
            raise TooDeep(token.map[0] + 1 if token.map else 1)
    return SyntaxTreeNode(tokens)


def _form_line(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001  (markdown-it's protocol)
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _FORM.fullmatch(line)
    if match is None:
        return False
    if not silent:
        token = state.push("form", "", 0)
        token.content = match[1]
        token.map = [start, start + 1]
        state.line = start + 1
    return True
