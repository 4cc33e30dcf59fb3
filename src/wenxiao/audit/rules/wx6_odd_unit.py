"""WX610: one amount of a paragraph in another unit than all others, as when 万 was left out or put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from wenxiao.audit.answers import Answer
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.gathered import gathered
from wenxiao.finding import Severity

_SCALE = re.compile(r"([百千万亿]*)元\s*$")
_PRICED = re.compile("均|每|单价|标准|补[助贴]|票价|价格|工资|薪|不足|奖励|罚款|/")
_NEAR = 20
_FEWEST_OTHERS = 2
_UNITS = 2
_TIMES = 500


@document_rule(
    "WX610",
    severity=Severity.WARNING,
    title="一段话里只有一个金额的单位不同",
    basis="出版物上数字用法（GB/T 15835—2011，未核对原文）",
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
    for block, figures in groupby(manuscript.reading.figures, key=lambda figure: figure.block):
        if block < 0 or blocks[block].table >= 0:
            continue
        amounts = [one for one in figures if one.kind is FigureKind.MONEY and one.value != "0"]
        odd = _odd_one(_without_prices(text, amounts, blocks[block].start))
        if odd:
            yield gathered(
                manuscript.document,
                odd.text,
                [(odd.start, odd.end)],
                message="同一段话里，{names}的单位与其他金额不同，大小也相差悬殊，疑漏写或多写“万、亿”",
                suggestion="请核对单位；没有写错的，统一为一个单位。",
            )


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
    """Tell whether the words around an amount make it a price or an amount a head."""
    before = text[max(start, figure.start - _NEAR) : figure.start]
    return bool(_PRICED.search(before)) or text[figure.end : figure.end + 1] == "/"
