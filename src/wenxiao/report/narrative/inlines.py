"""Runs of text inside a block: words, bold words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from wenxiao.errors import WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.place import TextPlace
from wenxiao.report.blocks import Inline, Text, plain
from wenxiao.report.narrative.references import read_reference, resolve
from wenxiao.report.narrative.scan import MARK, LinePlaces, Problem

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_BREAK = "\n"
_UNSUPPORTED = {
    "em": "斜体（单个星号或下划线）",
    "code_inline": "反引号代码",
    "link": "链接",
    "image": "图片",
    "html_inline": "HTML 标签",
}


@dataclass
class InlineReader:
    """Reads inline nodes; ``problems`` collects references that fail and what the report cannot hold."""

    references: tuple[tuple[TextPlace, str], ...]
    facts: FactTable
    lines: LinePlaces
    problems: list[Problem] = field(default_factory=list)
    _line: int = 0

    def read(self, inline: SyntaxTreeNode, line: int) -> tuple[Inline, ...]:
        """Read one run; ``line`` is the line it starts on, for what has no place of its own."""
        self._line = line
        return tuple(_merged(_closed_up(list(self._parts(inline, bold=False)))))

    def _parts(self, node: SyntaxTreeNode, *, bold: bool) -> Iterator[Inline]:
        for child in node.children:
            if child.type in ("text", "text_special"):
                if child.type == "text":
                    self._refuse_stars(child.content)
                yield from self._words_and_figures(child.content, bold=bold)
            elif child.type in ("softbreak", "hardbreak"):
                self._line += 1
                yield Text(_BREAK)
            elif child.type == "strong":
                yield from self._parts(child, bold=True)
            else:
                self._refuse(
                    f"报告不支持{_UNSUPPORTED[child.type]}。请改为普通文字；要强调的内容可用 **加粗**。"
                )

    def _refuse(self, message: str) -> None:
        self.problems.append(Problem(self.lines.line(self._line), message))

    def _refuse_stars(self, words: str) -> None:
        """Report bold that CommonMark did not see, as in ``**“三公”**经费``."""
        if "**" in words:
            self._refuse("「**」没有形成加粗。请让星号紧贴文字，不要紧邻引号、括号等标点，并成对使用。")

    def _words_and_figures(self, words: str, *, bold: bool) -> Iterator[Inline]:
        for number, piece in enumerate(MARK.split(words)):
            if number % 2:
                yield from self._figure(*self.references[int(piece)])
            elif piece:
                yield Text(piece, bold)

    def _figure(self, place: TextPlace, body: str) -> Iterator[Inline]:
        try:
            yield resolve(read_reference(body), self.facts)
        except WenxiaoError as error:
            self.problems.append(Problem(place, str(error)))


def _closed_up(inlines: list[Inline]) -> Iterator[Inline]:
    """Replace line breaks by nothing between Chinese characters, by a blank between Latin ones."""
    texts = [*(inline.text for inline in inlines), ""]
    for index, inline in enumerate(inlines):
        if inline.text != _BREAK:
            yield inline
        elif (texts[index - 1][-1:] + texts[index + 1][:1]).isascii():
            yield Text(" ")


def _merged(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Join neighbouring words of one weight."""
    for is_plain, group in groupby(inlines, key=lambda inline: isinstance(inline, Text) and not inline.bold):
        run = tuple(group)
        yield from (Text(plain(run)),) if is_plain else run
