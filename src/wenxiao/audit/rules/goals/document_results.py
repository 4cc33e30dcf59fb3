"""WX339 and WX340: satisfaction that nobody asked for, and results far above their targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from wenxiao.audit.answers import Answer, failed, shorten
from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.indicators import Column, FirstLevel, Indicator
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.relations.mentions.sides import Side, side_of_section
from wenxiao.audit.rules.bases import EXCESS_EXPLAINED, SATISFACTION
from wenxiao.audit.rules.failing import figures_of
from wenxiao.audit.rules.gathered import Span, gathered
from wenxiao.audit.rules.wording import CAUSE
from wenxiao.finding import Severity, Verdict

_SURVEYED = re.compile(
    "问卷|调查|抽样|样本|回访|测评|评议|访谈|座谈|打分|投票|评价器|扫码|征求意见|意见表|评价表"
)
_SATISFIED = re.compile("满意[度率]?")
_AIM = re.compile("目标|计划|预期|不低于|以上|力争|[≥>]")
_NEW_TERMS = re.compile("追加|口径")
_BARE_WORD = re.compile("(?:比较|基本|较|很|非常)?满意$")
_DIGIT = re.compile(r"[\d０-９]|百分")
_LIMIT = 130
_NEAR = 12


@document_rule(
    "WX339",
    severity=Severity.WARNING,
    title="满意度没有数值或没有调查",
    basis=SATISFACTION,
    explanation=(
        "满意度要用百分数表示，并写明取得的方法（问卷、回访、测评等）和样本。"
        "只写“满意”不能评分；全文没有提到任何调查的数值没有依据。"
    ),
    good="发放问卷200份，回收186份，读者满意度为95.20%。",
    bad="项目实施效果良好，读者满意度为95.20%。",
)
def wx339_satisfaction(manuscript: Manuscript) -> Iterator[Answer]:
    """Find satisfaction told in words only, and satisfaction without any survey."""
    bare = [span for row in manuscript.indicators if (span := _bare_satisfaction(row))]
    document = manuscript.document
    if bare:
        yield gathered(
            document,
            "满意度",
            bare,
            message="满意度只写了{names}，没有数值",
            suggestion="请用问卷等方式取得百分数，写明目标值、样本数和满意率。",
        )
    claimed = list(_satisfaction_claimed(manuscript))
    if claimed and not _SURVEYED.search(document.text):
        yield gathered(
            document,
            "满意度",
            claimed,
            message="写了 {count} 处满意度数值（{names}），全文没有提到问卷、回访等调查",
            suggestion="请写明满意度怎样取得：调查方式、对象和样本数，并附调查结果。",
        )


@document_rule(
    "WX340",
    severity=Severity.WARNING,
    title="大幅超额完成而没有说明原因",
    basis=EXCESS_EXPLAINED,
    explanation="完成数达到目标的 130% 以上，往往说明目标定得偏低或口径变了，要在同一处说明原因。约数按它的下限计算。",
    good="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座22场。",
    bad="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座36场。",
)
def wx340_over_achievement(manuscript: Manuscript) -> Iterator[Answer]:
    """Find results far above their targets, once for each pair of amounts."""
    found: dict[tuple[str, str, str], list[Figure]] = {}
    shares: dict[tuple[str, str, str], int] = {}
    for one in manuscript.judged:
        percent = _percent_reached(one) if one.claim.kind is ClaimKind.TARGET else 0
        if percent >= _LIMIT and not _is_explained(manuscript, figures_of(one)[1]):
            target, actual = figures_of(one)
            key = target.value, actual.value, target.unit
            found.setdefault(key, []).extend((target, actual))
            shares[key] = percent
    for key, figures in found.items():
        yield _over(manuscript, figures, shares[key])


def _bare_satisfaction(row: Indicator) -> Span | None:
    """Give the cell that says 满意 where a figure should stand."""
    if row.first_level is not FirstLevel.SATISFACTION and not _SATISFIED.search(row.name):
        return None
    cells = [row.cells[column] for column in (Column.ACTUAL, Column.NAME) if column in row.cells]
    if any(_DIGIT.search(cell.text) for cell in row.cells.values()):
        return None
    return next(((cell.start, cell.end) for cell in cells if _BARE_WORD.match(cell.text)), None)


def _satisfaction_claimed(manuscript: Manuscript) -> Iterator[Span]:
    """Give the satisfaction that is reported, in forms and in prose; what is aimed at is left out."""
    for row in manuscript.indicators:
        cell = row.cells.get(Column.ACTUAL)
        is_asked = row.first_level is FirstLevel.SATISFACTION or _SATISFIED.search(row.name)
        if cell and is_asked and cell.figure and cell.figure.kind is FigureKind.PERCENT:
            yield cell.start, cell.end
    blocks = manuscript.document.blocks
    for sentence in manuscript.reading.sentences:
        if blocks[sentence.block].table >= 0:
            continue
        rates = [
            figure
            for figure, before in zip(sentence.figures, sentence.gaps, strict=False)
            if figure.kind is FigureKind.PERCENT and _SATISFIED.search(before[-_NEAR:])
        ]
        is_aim = rates and (
            _AIM.search("".join(sentence.gaps)) or side_of_section(rates[0].section) is Side.PLAN
        )
        if not is_aim:
            yield from ((figure.start, figure.end) for figure in rates)


def _percent_reached(one: Judged) -> int:
    """Give how much of a target was reached at the least, in whole percent; 0 if that says nothing."""
    target, actual = one.claim.result.quantity, one.claim.operands[0].quantity
    if one.judgement.verdict is not Verdict.PASS or target is None or actual is None or target.value <= 0:
        return 0
    least = actual.value if actual.low is None else actual.low
    return int(Fraction(least) * 100 / Fraction(target.value))


def _is_explained(manuscript: Manuscript, figure: Figure) -> bool:
    """Tell whether the paragraph or the row of a table that reports the result gives a cause."""
    text, block = manuscript.document.text, manuscript.document.blocks[figure.block]
    start, end = block.start, block.end
    if block.table >= 0:
        start = text.rfind("\n", 0, start) + 1
        end = text.find("\n", end)
    passage = text[start : end if end >= 0 else len(text)]
    return bool(CAUSE.search(passage) or _NEW_TERMS.search(passage))


def _over(manuscript: Manuscript, figures: list[Figure], percent: int) -> Answer:
    target, actual = ("".join(figure.text.split()) for figure in figures[:2])
    label = figures[0].label
    told = f"“{shorten(label)}”" if label else ""
    return failed(
        label or target,
        f"{told}目标{target}，完成{actual}，达到目标的 {percent}% 以上，没有说明原因",
        places=tuple(manuscript.document.place(figure.start, figure.end) for figure in figures),
        suggestion="请说明超额的原因；目标定得偏低的，下年按实际水平设定，口径变了的写明。",
    )
