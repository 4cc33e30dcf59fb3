"""Numbers typed by hand in a report: digits in plain words that no fact stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wenxiao.report.blocks import Attachment, AttachmentNote, Block, Inline, Signature, Table, Text, plain

# What is a name or a date rather than a measure, longest form first.
_NO_MEASURE = re.compile(
    r"〔\d{4}〕(?:\s*第?\s*\d+\s*号)?|[\[（(]\d{4}[\])）]\s*第?\s*\d+\s*号"  # document numbers
    r"|\d{4}\s*(?:[—–~至-]\s*\d{4}\s*)?年(?:度)?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?"
    r"|\d{1,2}\s*月(?:份|\s*\d{1,2}\s*日)?(?![\d.])"
    r"|第\s*\d+\s*(?:届|号|条|款|项|次|期|季度|批)"
    r"|(?:附件|附表|表|图)\s*\d+"
    r"|[（(]\d{1,2}[)）]|^\s*\d{1,2}[.、．](?!\d)"  # list numbers
    r"|[A-Za-z]+[-/]?\d[\w./-]*"  # codes, standards
)
_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?\s*[%‰万亿]*")


@dataclass(frozen=True, slots=True)
class LooseFigure:
    """A typed number and the text of the paragraph or cell it stands in."""

    text: str
    around: str


def loose_figures(blocks: Iterable[Block]) -> list[LooseFigure]:
    """Find the numbers typed by hand, in order; years, dates, document and list numbers are none."""
    return [
        LooseFigure(match[0].strip(), plain(run))
        for block in blocks
        for run in _runs(block)
        for inline in run
        if isinstance(inline, Text)
        for match in _NUMBER.finditer(_NO_MEASURE.sub(_blank, inline.text))
    ]


def _runs(block: Block) -> Iterator[tuple[Inline, ...]]:
    if isinstance(block, Table):
        yield from (cell.inlines for row in block.rows for cell in row)
    elif not isinstance(block, (Attachment, AttachmentNote, Signature)):
        yield block.inlines


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
