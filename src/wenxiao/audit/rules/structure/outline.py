"""WX501, WX504 to WX506: a document has the parts its kind must have, a result, and its annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer, failed
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.outline import Part, style_of
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import FORMAT
from wenxiao.audit.rules.gathered import gathered
from wenxiao.audit.rules.structure.outlines import DocumentKind, Expected, kind_of
from wenxiao.documents.model import BlockKind, Document
from wenxiao.finding import Severity

_OUTLINE = "评价报告参考提纲、地方预决算公开操作规程（未核对原文）"
_FEWEST_HEADINGS = 2
_OPENING = 30
_SCORE = re.compile(
    r"\d(?:\.\d{1,2})?\s*分(?![之钟别公管局校类期析布配项享部为])|(?:得分|总分|评分|自评分)[^一-鿿]{0,4}\d|等级[为是：:]|"
    r"[“\"‘（(](?:优秀?|良好?|中|差)[”\"’）)]|评[为定价][^。，；]{0,8}[“\"]?(?:优秀?|良好?|合格)"
)
_ANNEX = re.compile(
    r"(?:详?见|参见|附于?)(?P<name>附[件表]\s*(?P<number>[0-9０-９一二三四五六七八九十]{1,2}))"
)
_LONGEST_HEADING = 30
_SENTENCE = re.compile(r"[。；：，:,;\d]")
_NO_CONTENT = frozenset({BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER})


@document_rule(
    "WX501",
    severity=Severity.WARNING,
    title="缺少应有的部分",
    basis=_OUTLINE,
    explanation=(
        "按文件自己的标题认出它是哪一种（绩效自评报告、绩效评价报告、部门决算公开、部门预算公开），"
        "对照该种文件应有的部分。标题认不出的、只有一半以下部分的（多是节选）不查；标题、小标题和各段开头都没有提到的才算缺少。"
    ),
    good="某馆全民阅读项目绩效自评报告\n一、基本情况和绩效目标\n项目资金已经到位。\n二、完成情况\n得分95分。\n"
    "三、存在问题及改进措施\n由办公室负责整改。",
    bad="某馆全民阅读项目绩效自评报告\n一、基本情况和绩效目标\n项目资金已经到位。\n二、完成情况\n得分95分。",
)
def wx501_required_parts(manuscript: Manuscript) -> Iterator[Answer]:
    """List the parts a document of its kind must have and does not name anywhere."""
    kind, lacking = _kind_and_lacking(manuscript)
    if kind and lacking:
        yield failed(
            kind.name,
            f"这是{kind.name}，没有找到这些部分：{'、'.join(lacking)}",
            places=(manuscript.document.place(*_title_span(manuscript.document)),),
            suggestion=f"请补写{'、'.join(lacking)}；没有内容的也要写明“无”。依据：{kind.basis}。",
        )


@document_rule(
    "WX504",
    severity=Severity.INFO,
    title="引用的附件不在文中",
    basis=f"{FORMAT}：附件应随正文编排",
    explanation="正文写“见附件2”而文中没有这个附件的，请确认附件是否另行提供；编号改动后没有改正文的要改正。",
    good="各项目得分见附件1。\n\n附件1\n项目得分表\n项目\t得分\n甲\t92",
    bad="各项目得分见附件2。\n\n附件1\n项目得分表\n项目\t得分\n甲\t92",
)
def wx504_annexes(manuscript: Manuscript) -> Iterator[Answer]:
    """Find annexes that are referred to by number and stand nowhere."""
    document = manuscript.document
    named: dict[str, tuple[int, int]] = {}
    for match in _ANNEX.finditer(document.text):
        named.setdefault("".join(match["name"].split()), match.span("name"))
    if not named:
        return
    openings = {"".join(opening.split())[: _OPENING // 2] for opening in _openings(manuscript)}
    lacking = [span for name, span in named.items() if not any(_opens(name, one) for one in openings)]
    if lacking:
        yield gathered(
            document,
            "附件",
            lacking,
            message="正文引用的附件在文中没有找到：{names}",
            suggestion="请附上附件，或改正附件的编号。",
        )


@document_rule(
    "WX505",
    severity=Severity.WARNING,
    title="评价报告没有得分或等级",
    basis="项目支出绩效评价管理办法（财预〔2020〕10号）：评价结果采取评分和评级相结合的方式（未核对原文）",
    explanation="绩效自评报告、绩效评价报告都要有总得分或者优、良、中、差的等级。",
    good="某馆绩效自评报告\n一、基本情况和绩效目标\n资金已经到位。\n二、完成情况\n项目得分95.20分，等级为“优”。\n"
    "三、存在问题及改进措施\n由办公室负责整改。",
    bad="某馆绩效自评报告\n一、基本情况和绩效目标\n资金已经到位。\n二、完成情况\n项目达到预期。\n"
    "三、存在问题及改进措施\n由办公室负责整改。",
)
def wx505_score(manuscript: Manuscript) -> Iterator[Answer]:
    """Find reports of evaluations that come to no score and no grade."""
    kind, _ = _kind_and_lacking(manuscript)
    document = manuscript.document
    if kind and kind.is_scored and not _SCORE.search(document.text):
        yield failed(
            kind.name,
            f"这是{kind.name}，全文没有得分，也没有评价等级",
            places=(document.place(*_title_span(document)),),
            suggestion="请写明总得分和等级，并附各指标的分值与得分。",
        )


@document_rule(
    "WX506",
    severity=Severity.WARNING,
    title="标题下没有内容",
    basis=FORMAT,
    explanation="带编号的标题下面应有文字或表格；没有内容的写明“无”，或删去标题。目录不查。",
    good="一、基本情况\n项目已经完成。\n二、存在问题\n无。",
    bad="一、基本情况\n二、完成情况\n项目已经完成。",
)
def wx506_empty_parts(manuscript: Manuscript) -> Iterator[Answer]:
    """Find numbered headings that are followed by the next one; a run of three is a table of contents."""
    headings = manuscript.outline.headings
    last = {part.title: at for at, part in enumerate(headings)}
    empty = [_is_empty(manuscript, part) for part in headings]
    filled = {style_of(part.number) for part, nothing in zip(headings, empty, strict=True) if not nothing}
    for at, part in enumerate(headings):
        style = style_of(part.number)
        following = headings[at + 1 : at + 2]
        is_lone = empty[at] and not any(empty[max(at - 1, 0) : at]) and not any(empty[at + 1 : at + 2])
        is_followed = all(style_of(other.number) == style for other in following)
        if is_lone and is_followed and part.number and style in filled and last[part.title] == at:
            place = manuscript.document.place(part.title_start, part.title_end)
            yield failed(
                part.title,
                f"标题“{part.number}{part.title}”下没有内容",
                places=(place,),
                suggestion="请补写内容；确实没有的写“无”，或删去标题。",
            )


def _kind_and_lacking(manuscript: Manuscript) -> tuple[DocumentKind | None, list[str]]:
    """Give the kind of a document and the parts it lacks; one that lacks most of them is an excerpt."""
    kind = kind_of(manuscript.outline.title)
    if kind is None or len(manuscript.outline.headings) < _FEWEST_HEADINGS:
        return None, []
    openings = "\n".join(_openings(manuscript))
    lacking = [part.name for part in kind.parts if not _is_named(part, openings)]
    return (None, []) if 2 * len(lacking) > len(kind.parts) else (kind, lacking)


def _openings(manuscript: Manuscript) -> Iterator[str]:
    """Give the titles and the first words of each paragraph and table."""
    text = manuscript.document.text
    for block in manuscript.document.blocks:
        if block.table < 0:
            end = block.end if block.kind is BlockKind.HEADING else min(block.end, block.start + _OPENING)
            yield text[block.start : end]
    for grid in manuscript.reading.grids:
        yield from (cell.text[:_OPENING] for row in grid.cells for cell in row if cell and not cell.figure)


def _is_named(part: Expected, openings: str) -> bool:
    return part.words.search(openings) is not None


def _opens(name: str, opening: str) -> bool:
    """Tell whether a paragraph opens with an annex of this name, and not with 附件12 for 附件1."""
    start = opening.lstrip("（(")
    return start.startswith(name) and not start[len(name) : len(name) + 1].isdigit()


def _title_span(document: Document) -> tuple[int, int]:
    """Give the line that names the kind of the document."""
    for block in document.blocks:
        line = "".join(document.text[block.start : block.end].split())
        if kind_of(line):
            return block.start, block.end
    return document.blocks[0].start, document.blocks[0].end


def _is_empty(manuscript: Manuscript, part: Part) -> bool:
    """Tell whether nothing but headings stands below a heading that is no sentence."""
    is_title = len(part.title) <= _LONGEST_HEADING and not _SENTENCE.search(part.title)
    blocks = manuscript.document.blocks
    return is_title and all(blocks[number].kind in _NO_CONTENT for number in part.blocks)
