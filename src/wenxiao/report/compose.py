"""From results to the report: narrative, forms, the list of attachments, signature."""

from __future__ import annotations

from collections.abc import Sequence

from wenxiao.errors import WenxiaoError
from wenxiao.evaluate import Results
from wenxiao.report.blocks import Attachment, AttachmentNote, Block, Document, Signature, Text, Title, plain
from wenxiao.report.forms.cells import official_date
from wenxiao.report.forms.registry import bound
from wenxiao.report.narrative.read import parse_narrative


def compose(results: Results) -> Document:
    """Put the whole report together from the narrative of the package.

    The body comes first, then the list of attachments, the signature (when the package gives its date)
    and the attachments, in the order of GB/T 9704-2012.

    Raises:
        InputProblems: the narrative has problems, all listed with their places.
        WenxiaoError: the narrative is empty.
    """
    package = results.package
    if not package.narrative.strip():
        raise WenxiaoError(
            f"「{package.path}」的 report.md 没有内容。请写报告正文，或用 wenxiao new 生成提纲后填写。"
        )
    blocks = parse_narrative(package.narrative, results.facts, bound(results))
    titled = _with_title(blocks, package.title or f"{package.unit}{package.year}年度部门整体支出绩效评价报告")
    return Document(_title(titled), package.unit, package.year, _in_order(titled, _signature(results)))


def _with_title(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Put the title of the package first when the narrative has no ``#`` heading of its own."""
    if any(isinstance(block, Title) for block in blocks):
        return tuple(blocks)
    return (Title((Text(title),)), *blocks)


def _title(blocks: Sequence[Block]) -> str:
    return next(plain(block.inlines) for block in blocks if isinstance(block, Title))


def _in_order(blocks: Sequence[Block], signature: tuple[Signature, ...]) -> tuple[Block, ...]:
    attachments = [number for number, block in enumerate(blocks) if isinstance(block, Attachment)]
    if not attachments:
        return (*blocks, *signature)
    titles = tuple(block.title for block in blocks if isinstance(block, Attachment))
    start = attachments[0]
    return (*blocks[:start], AttachmentNote(titles), *signature, *blocks[start:])


def _signature(results: Results) -> tuple[Signature, ...]:
    signed = results.package.signature_date
    return (Signature(results.package.unit, official_date(signed)),) if signed else ()
