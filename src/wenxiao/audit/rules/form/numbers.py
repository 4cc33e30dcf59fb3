"""WX614 and WX620: approximations and ranges that can be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import NUMERALS
from wenxiao.audit.rules.gathered import everywhere
from wenxiao.finding import Severity

_ABOUT = ("约", "近", "接近", "大概")
_MORE = r"\s?\d[\d,.]{0,15}\s?[万亿]?\s?(?:余|多(?!年))"
_DOUBLY_ABOUT = re.compile(
    "|".join(
        (*(word + _MORE for word in _ABOUT), "余[一-鿿]{1,2}(?:左右|上下)", "多[一-鿿]{1,2}(?:左右|上下)")
    )
)
_SHORT_RANGE = re.compile(
    r"\d(?<![\d.,]\d)\d{0,5}(?:\.\d{1,4})?\s?[—–~～-]{1,2}\s?\d{1,6}(?:\.\d{1,4})?\s?[万亿](?=元|人|平方)"
)


@document_rule(
    "WX614",
    severity=Severity.INFO,
    title="约数的说法重复",
    basis=NUMERALS,
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
    "WX620",
    severity=Severity.INFO,
    title="数值范围省略了“万”或“亿”",
    basis=f"{NUMERALS}：数值范围中省略单位造成歧义的不应省略",
    explanation="“5—20万元”会被读成 5 元到 20 万元，应写“5万元—20万元”或“5万—20万元”。",
    good="奖励5万元—20万元。",
    bad="奖励5—20万元。",
)
def wx620_short_range(manuscript: Manuscript) -> Iterator[Answer]:
    """Find ranges whose first end has lost its multiplier."""
    return everywhere(
        manuscript.document,
        _SHORT_RANGE,
        "数值范围",
        message="有 {count} 处数值范围的前一个数省略了单位：{names}",
        suggestion="请在前一个数后面补上“万”或“亿”。",
    )
