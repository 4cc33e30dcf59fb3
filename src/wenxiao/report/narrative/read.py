"""The narrative: Markdown with references to facts and official forms, read into blocks.

CommonMark with tables. ``#`` is the title of the report, ``##`` to ``#####`` are headings 一、（一）1.（1）,
lists become numbered items, ``[[表名]]`` alone on a line inserts a form, ``# 附件：标题`` starts an
attachment. HTML comments are dropped. What the official layout has no place for (images, links,
quotations, code, other HTML, nested lists) is a problem, never quietly left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.nearest import suggestion
from wenxiao.report.blocks import Attachment, Block, Heading, Inline, ListItem, Paragraph, Title, plain
from wenxiao.report.narrative.inlines import InlineReader
from wenxiao.report.narrative.markdown import TooDeep, parse_markdown
from wenxiao.report.narrative.markdown_table import read_table
from wenxiao.report.narrative.scan import LinePlaces, Problem, scan

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

Form = Callable[[str], tuple[Block, ...]]

_ATTACHMENT = re.compile(r"附件\s*\d*\s*[:：]\s*")
_TYPED_NUMBER = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[、．]|\d+\.(?!\d)|[（(]\d+[)）]"
)
_DEEPEST = 5
_LISTS = frozenset({"bullet_list", "ordered_list"})
_UNSUPPORTED = {
    "blockquote": "引用段落",
    "fence": "代码块",
    "hr": "分隔线",
    "html_block": "HTML 标签",
}


def parse_narrative(
    text: str, facts: FactTable, forms: Mapping[str, Form], *, file: str = "report.md"
) -> tuple[Block, ...]:
    """Read the narrative into blocks, every reference resolved and every form built.

    Args:
        text: the Markdown.
        facts: what ``{名称}`` may refer to.
        forms: what ``[[表名:参数]]`` may insert, by name; each takes the argument ("" if none).
        file: the name used in error messages.

    Raises:
        InputProblems: all problems at once, in order of place, each with line and column.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    scanned = scan(text, file)
    lines = LinePlaces(text, file)
    reading = _Reading(forms, lines, InlineReader(scanned.references, facts, lines))
    blocks = reading.text(scanned.text)
    problems = [*scanned.problems, *reading.problems, *reading.inline.problems]
    if problems:
        problems = sorted(dict.fromkeys(problems), key=lambda problem: problem.place.start)
        raise InputProblems(
            f"「{file}」有 {len(problems)} 处需要改正：", [str(problem) for problem in problems]
        )
    return blocks


@dataclass
class _Reading:
    """One pass over the Markdown tree; problems are collected on the way."""

    forms: Mapping[str, Form]
    lines: LinePlaces
    inline: InlineReader
    problems: list[Problem] = field(default_factory=list)
    attachments: int = 0
    tables: int = 0
    titled: bool = False

    def text(self, text: str) -> tuple[Block, ...]:
        """Read the whole text; nothing of it if it cannot even be taken apart."""
        try:
            return tuple(self.blocks(parse_markdown(text)))
        except TooDeep as error:
            message = "星号、方括号等标记一层套一层，太深了。请删去多余的标记。"
            self.problems.append(Problem(self.lines.line(error.line), message))
            return ()

    def blocks(self, root: SyntaxTreeNode) -> Iterator[Block]:
        for node in root.children:
            yield from self.block(node)

    def block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Read one block-level node."""
        if node.type == "heading":
            yield from self.heading(node)
        elif node.type == "paragraph":
            yield Paragraph(self.inlines(node))
        elif node.type in _LISTS:
            yield from self.list_items(node)
        elif node.type == "table":
            self.tables += 1
            yield read_table(node, f"正文表{self.tables}", self.inlines)
        elif node.type == "form":
            yield from self.form(node)
        else:
            self.refuse(node, f"报告不支持{_UNSUPPORTED[node.type]}。请改为普通段落、列表或表格。")

    def heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        level = int(node.tag[1:])
        inlines = self.inlines(node)
        written = node.children[0].content if node.children else ""
        if not _ATTACHMENT.sub("", written).strip():
            self.refuse(node, "标题没有文字。请写上标题，或删去这一行的井号。")
        if level == 1:
            yield self.top(node, inlines)
        elif level > _DEEPEST:
            self.refuse(node, "标题最多用五级（#####，对应（1））。请减少井号。")
        else:
            self.refuse_typed_number(node, plain(inlines))
            yield Heading(level - 1, inlines)

    def top(self, node: SyntaxTreeNode, inlines: tuple[Inline, ...]) -> Block:
        """Read a ``#`` heading: an attachment, or the title of the report, of which there is one."""
        words = plain(inlines)
        attachment = _ATTACHMENT.match(words)
        if attachment:
            self.attachments += 1
            return Attachment(self.attachments, words[attachment.end() :])
        if self.titled:
            self.refuse(node, "报告只能有一个总标题（#）。请改用 ## 或更低一级；附件写成「# 附件：标题」。")
        self.titled = True
        return Title(inlines)

    def refuse_typed_number(self, node: SyntaxTreeNode, words: str) -> None:
        typed = _TYPED_NUMBER.match(words)
        if typed:
            self.refuse(node, f"标题序号由系统自动编排。请删去手工输入的「{typed[0]}」。")

    def list_items(self, node: SyntaxTreeNode) -> Iterator[Block]:
        for number, item in enumerate(node.children, 1):
            if not item.children or item.children[0].type != "paragraph":
                self.refuse(item, "列表项应以文字开头。请写上内容或删去这一项。")
                continue
            yield ListItem(self.inlines(item.children[0]), number)
            yield from self.after_first(item.children[1:])

    def after_first(self, nodes: list[SyntaxTreeNode]) -> Iterator[Block]:
        """Read what follows the first paragraph of a list item."""
        for node in nodes:
            if node.type in _LISTS:
                self.refuse(node, "列表不能再套列表。请把内层各项改为段落，或提升为同一级的列表项。")
            else:
                yield from self.block(node)

    def form(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """Build the form a ``[[表名:参数]]`` line asks for."""
        name, _, argument = node.content.replace("：", ":").partition(":")
        build = self.forms.get(name.strip())
        if build is None:
            near = suggestion(name, self.forms)
            self.refuse(
                node, f"没有名为「{name}」的表格。{near}请改正，可用的表格：{'、'.join(self.forms)}。"
            )
            return ()
        try:
            return build(argument.strip())
        except WenxiaoError as error:
            self.refuse(node, str(error))
            return ()

    def inlines(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """Read the text of a node that holds one run of inlines."""
        inline = node.children[0] if node.children else None
        return self.inline.read(inline, self.line_of(node)) if inline else ()

    def refuse(self, node: SyntaxTreeNode, message: str) -> None:
        self.problems.append(Problem(self.lines.line(self.line_of(node)), message))

    def line_of(self, node: SyntaxTreeNode) -> int:
        """Give the line a node starts on, counted from 1; a table cell's is that of its text."""
        if node.map is None:
            return self.line_of(node.children[0])
        return node.map[0] + 1
