"""Markdown as the narrative uses it: CommonMark, tables, and ``[[表名]]`` lines as blocks of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_FORM = re.compile(r"\[\[([^\[\]]*)\]\]\s*")


def parse_markdown(text: str) -> SyntaxTreeNode:
    """Parse the narrative into a tree; a ``[[...]]`` line is a node of type ``form``."""
    # Lines indented by hand are paragraphs, not code; escaped characters stay apart from typed ones.
    markdown = MarkdownIt("commonmark").enable("table").disable(["code", "text_join"])
    ends = ["paragraph", "reference", "blockquote", "list", "table"]
    markdown.block.ruler.before("reference", "form", _form_line, {"alt": ends})
    return SyntaxTreeNode(markdown.parse(text))


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
