"""WX614 and WX615: approximations and numbers as the standards of official writing have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.gathered import everywhere, gathered
from wenxiao.documents.model import BlockKind
from wenxiao.finding import Severity

_FORMAT = "党政机关公文格式（GB/T 9704—2012）：结构层次序数"
_NUMERALS = "出版物上数字用法（GB/T 15835—2011，未核对原文）"

_ABOUT = ("约", "近", "接近", "大概")
_MORE = r"\s?\d[\d,.]{0,15}\s?[万亿]?\s?(?:余|多(?!年))"
_DOUBLY_ABOUT = re.compile(
    "|".join(
        (*(word + _MORE for word in _ABOUT), "余[一-鿿]{1,2}(?:左右|上下)", "多[一-鿿]{1,2}(?:左右|上下)")
    )
)
_NUMBERED = re.compile(
    r"\s*(?:(?P<plain>\d{1,2})(?P<mark>[.．、])(?!\d)|(?P<open>[（(])(?P<inner>\d{1,2})[）)])"
)
_READ = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LONGEST_NUMBER = 8


@document_rule(
    "WX614",
    severity=Severity.INFO,
    title="约数的说法重复",
    basis=_NUMERALS,
    explanation="“约、近”与“余、多、左右”只用一个：约200人，或200余人。两样连用，读者不知道是多于还是少于。",
    good="约200人参加会议，200余人参加展览。",
    bad="约200余人参加会议。",
)
def wx614_doubly_about(manuscript: Manuscript) -> Iterator[Answer]:
    """Find amounts that are called approximate twice."""
    return everywhere(
        manuscript.document,
        _DOUBLY_ABOUT,
        "约数",
        message="有 {count} 处约数的说法重复：{names}",
        suggestion="请只留一个表示约数的词；有准确数的写准确数。",
    )


@document_rule(
    "WX615",
    severity=Severity.INFO,
    title="同一层次的序号写法不一",
    basis=_FORMAT,
    explanation="同一层次的序号用同一种写法：“1.”与“2、”、“（1）”与“(2)”不混用。全文合为一条，列出前 20 处。",
    good="1.加强管理。\n2.按时拨付。\n3.跟踪问效。",
    bad="1.加强管理。\n2、按时拨付。\n3.跟踪问效。",
)
def wx615_number_marks(manuscript: Manuscript) -> Iterator[Answer]:
    """Find numbers that follow the one before them in another style."""
    document = manuscript.document
    last: dict[str, int] = {}
    before: dict[bool, int] = {}
    spans = []
    for block in document.blocks:
        if block.kind not in _READ:
            continue
        marked = _NUMBERED.match(document.text, block.start, min(block.end, block.start + _LONGEST_NUMBER))
        if marked is None:
            continue
        is_bracketed = marked["plain"] is None
        number, mark = int(marked["plain"] or marked["inner"]), _mark(marked)
        continues_own = last.get(mark) == number - 1
        if number > 1 and not continues_own and before.get(is_bracketed) == number - 1:
            spans.append((marked.end() - len(marked[0].strip()), marked.end()))
        last[mark] = number
        before[is_bracketed] = number
    if spans:
        yield gathered(
            document,
            "序号",
            spans,
            message="有 {count} 处序号与前一个写法不同：{names}",
            suggestion="请统一写法：第三层用“1.”，第四层用“（1）”。",
        )


def _mark(marked: re.Match[str]) -> str:
    """Give the sign that goes with a number; a wide full stop counts as a plain one."""
    return (marked["mark"] or marked["open"]).replace("．", ".")
