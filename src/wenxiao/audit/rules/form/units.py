"""WX610 to WX612: each amount has its unit, and one that fits what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from wenxiao.audit.answers import Answer
from wenxiao.audit.figures.model import Figure, FigureKind, Sentence
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import NUMERALS
from wenxiao.audit.rules.gathered import fault
from wenxiao.finding import Severity

_SCALE = re.compile(r"([百千万亿]*)元\s*$")
_PRICED = re.compile("均|每|单价|标准|补[助贴]|票价|价格|工资|薪|不足|奖励|罚款|/")
_NEAR = 20
_FEWEST_OTHERS = 2
_UNITS = 2
_TIMES = 500
_LISTED = re.compile("[、，,;；](?:其中|以及|和)?[:：]?[^、，。；,;]{0,14}")
_RATE_NAME = re.compile(
    "(?:执行率|完成率|到位率|支付率|增长率|合格率|达标率|覆盖率|占比|比重|百分比|满意[度率])(?:约?为|达到?|是)?$"
)
_AMOUNT_NAME = re.compile("(?:金额|数额|总额)(?:约?为|达到?|是)$")
_UNFIT_NAMES = {
    FigureKind.MONEY: _RATE_NAME,
    FigureKind.PERSON_TIMES: _RATE_NAME,
    FigureKind.PERCENT: _AMOUNT_NAME,
}
"""Kinds of figures, and the names they cannot be called by."""

_ITEM_END = re.compile("[、，；。,;]")


@document_rule(
    "WX610",
    severity=Severity.WARNING,
    title="一段话里只有一个金额的单位不同",
    basis=NUMERALS,
    explanation=(
        "同一段话的金额都用万元，只有一个用元（或亿元），数值又与其他任何一个相差五百倍以上，"
        "多是漏写或多写了“万、亿”。人均、每月、单价、标准等本来就小的不算。"
    ),
    good="其中办公费12.50万元、差旅费3.20万元，人均差旅费1600元。",
    bad="其中办公费12.50万元、会议费3.20元、差旅费8.60万元。",
)
def wx610_odd_unit(manuscript: Manuscript) -> Iterator[Answer]:
    """Find the one amount of a paragraph that would fit in only if it were in the unit of all others."""
    text, blocks = manuscript.document.text, manuscript.document.blocks
    money = (
        one
        for one in manuscript.reading.figures
        if one.kind is FigureKind.MONEY and one.unit.startswith("元") and one.value != "0"
    )
    for block, found in groupby(money, key=attrgetter("block")):
        amounts = list(found)
        if block < 0 or blocks[block].table >= 0 or len(amounts) <= _FEWEST_OTHERS:
            continue
        odd = _odd_one(_without_prices(text, amounts, blocks[block].start))
        if odd:
            yield fault(
                manuscript.document,
                (odd.start, odd.end),
                message="同一段话里，{names}的单位与其他金额不同，大小也相差悬殊，疑漏写或多写“万、亿”",
                suggestion="请核对单位；没有写错的，统一为一个单位。",
            )


@document_rule(
    "WX611",
    severity=Severity.WARNING,
    title="并列的金额漏写单位",
    basis=NUMERALS,
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
                yield fault(
                    manuscript.document,
                    (figure.start, figure.end),
                    message="并列的金额中，{names}没有写单位",
                    suggestion="请补写单位，与前后一致。",
                )


@document_rule(
    "WX612",
    severity=Severity.WARNING,
    title="名称与单位不合",
    basis=NUMERALS,
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
            unfit = _UNFIT_NAMES.get(figure.kind)
            named = unfit.search(before) if unfit else None
            if named:
                yield fault(
                    manuscript.document,
                    (figure.start, figure.end),
                    message=f"“{named[0]}”后面写的是{{names}}，名称与单位不合",
                    suggestion="请核对是名称写错还是单位写错。",
                )


def _is_bare(sentence: Sentence, at: int) -> bool:
    figure, before, after = sentence.figures[at], sentence.gaps[at], sentence.gaps[at + 1]
    is_number = figure.kind in {FigureKind.COUNT, FigureKind.OTHER} and not figure.unit
    is_item = bool(_LISTED.fullmatch(before) and _LISTED.fullmatch(after) and _ITEM_END.match(after))
    return is_number and is_item and before[-1:] not in "、，,;；"


def _without_prices(text: str, amounts: Sequence[Figure], start: int) -> list[Figure]:
    """Leave out prices and amounts a head, and what follows them in their unit (人均4.70元，增加0.25元)."""
    kept, priced = [], ""
    for figure in amounts:
        scale = _SCALE.search(figure.text)
        if scale and (_is_priced(text, figure, start) or priced == scale[0]):
            priced = scale[0]
        else:
            kept.append(figure)
            priced = ""
    return kept


def _odd_one(amounts: Sequence[Figure]) -> Figure | None:
    """Give the amount that alone has its unit, if it is far smaller or larger than each of the others."""
    by_scale: dict[str, list[Figure]] = {}
    for figure in amounts:
        scale = _SCALE.search(figure.text)
        if scale:
            by_scale.setdefault(scale[1], []).append(figure)
    if len(by_scale) != _UNITS:
        return None
    alone, others = sorted(by_scale.values(), key=len)
    if len(alone) > 1 or len(others) < _FEWEST_OTHERS:
        return None
    odd, sizes = _amount(alone[0]), [_amount(figure) for figure in others]
    return alone[0] if odd * _TIMES <= min(sizes) or max(sizes) * _TIMES <= odd else None


def _amount(figure: Figure) -> Decimal:
    return abs(figure.quantity.value) if figure.quantity else Decimal(0)


def _is_priced(text: str, figure: Figure, start: int) -> bool:
    """Tell whether the words around an amount, or its own (每年2.4万元), make it a price or an amount a head."""
    return (
        bool(_PRICED.search(text, max(start, figure.start - _NEAR), figure.end))
        or text[figure.end : figure.end + 1] == "/"
    )
