"""WX609, WX611 and WX612: years and units that do not fit what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.figures.model import FigureKind, Sentence
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.gathered import gathered
from wenxiao.finding import Severity

_NUMERALS = "出版物上数字用法（GB/T 15835—2011，未核对原文）"
_DONE = re.compile("度?(?:全年)?(?:共|累计)?(?:实际)?(?:完成|支出|收入|执行|支付|决算|发放|举办|开展|实现)")
_PLANNED = re.compile("计划|预计|拟|将|目标|安排|预算|规划|力争|明年|下一?年|提前|预期|到20")
_LISTED = re.compile("[、，,;；](?:其中|以及|和)?[:：]?[^、，。；,;]{0,14}")
_RATE_NAME = re.compile(
    "(?:执行率|完成率|到位率|支付率|增长率|合格率|达标率|覆盖率|占比|比重|百分比|满意[度率])(?:约?为|达到?|是)?$"
)
_AMOUNT_NAME = re.compile("(?:金额|数额|总额)(?:约?为|达到?|是)$")
_NO_RATES = frozenset({FigureKind.MONEY, FigureKind.PERSON_TIMES})
_ITEM_END = re.compile("[、，；。,;]")


@document_rule(
    "WX609",
    severity=Severity.WARNING,
    title="报告了以后年度的结果",
    basis="报告期内的情况如实反映（通行要求）",
    explanation="标题写明年度的文件，不应报告以后年度“实际完成”的数；多是年份写错，或从别的年度抄来没有改。",
    good="某县2022年度部门决算说明\n2022年实际支出35.20万元。",
    bad="某县2022年度部门决算说明\n2024年实际支出35.20万元。",
)
def wx609_later_year(manuscript: Manuscript) -> Iterator[Answer]:
    """Find results told of a year after the document's own."""
    own = manuscript.outline.year
    if not own:
        return
    for sentence in manuscript.reading.sentences:
        if _PLANNED.search("".join(sentence.gaps)):
            continue
        for at, figure in enumerate(sentence.figures):
            is_later = figure.kind is FigureKind.YEAR and figure.value.isdecimal() and int(figure.value) > own
            told = sentence.figures[at + 1 :]
            if is_later and _DONE.match(sentence.gaps[at + 1]) and any(one.is_counted for one in told):
                yield gathered(
                    manuscript.document,
                    figure.text,
                    [(figure.start, figure.end)],
                    message=f"标题是 {own} 年，这里却报告了{{names}}的结果",
                    suggestion="请核对年份；确是以后年度的情况，写明是计划还是期后事项。",
                )


@document_rule(
    "WX611",
    severity=Severity.WARNING,
    title="并列的金额漏写单位",
    basis=_NUMERALS,
    explanation="并列的几个金额都写了单位，中间一个没有写，读者不知道是元还是万元。",
    good="其中办公费12.50万元、差旅费3.20万元、会议费0.86万元。",
    bad="其中办公费12.50万元、差旅费3.20、会议费0.86万元。",
)
def wx611_missing_unit(manuscript: Manuscript) -> Iterator[Answer]:
    """Find a bare number between two amounts of a list."""
    for sentence in manuscript.reading.sentences:
        for at in range(1, len(sentence.figures) - 1):
            before, figure, after = sentence.figures[at - 1 : at + 2]
            if before.kind is after.kind is FigureKind.MONEY and _is_bare(sentence, at):
                yield gathered(
                    manuscript.document,
                    figure.text,
                    [(figure.start, figure.end)],
                    message="并列的金额中，{names}没有写单位",
                    suggestion="请补写单位，与前后一致。",
                )


@document_rule(
    "WX612",
    severity=Severity.WARNING,
    title="名称与单位不合",
    basis=_NUMERALS,
    explanation="名称是“率、占比”的，数应当是百分数；名称是“金额”的，数应当是钱数。两样混用，读者无法判断是哪一个写错。",
    good="预算执行率为95.20%，调整金额为12万元。",
    bad="预算执行率为95.20万元，项目已经完成。",
)
def wx612_name_and_unit(manuscript: Manuscript) -> Iterator[Answer]:
    """Find rates given in money or persons, and amounts given in percent."""
    blocks = manuscript.document.blocks
    for sentence in manuscript.reading.sentences:
        if blocks[sentence.block].table >= 0:
            continue
        for figure, before in zip(sentence.figures, sentence.gaps, strict=False):
            is_amount = figure.kind in _NO_RATES and _RATE_NAME.search(before)
            if is_amount or (figure.kind is FigureKind.PERCENT and _AMOUNT_NAME.search(before)):
                yield gathered(
                    manuscript.document,
                    figure.text,
                    [(figure.start, figure.end)],
                    message=f"“{before[-8:]}”后面写的是{{names}}，名称与单位不合",
                    suggestion="请核对是名称写错还是单位写错。",
                )


def _is_bare(sentence: Sentence, at: int) -> bool:
    figure, before, after = sentence.figures[at], sentence.gaps[at], sentence.gaps[at + 1]
    is_number = figure.kind in {FigureKind.COUNT, FigureKind.OTHER} and not figure.unit
    is_item = bool(_LISTED.fullmatch(before) and _LISTED.fullmatch(after) and _ITEM_END.match(after))
    return is_number and is_item and before[-1:] not in "、，,;；"
