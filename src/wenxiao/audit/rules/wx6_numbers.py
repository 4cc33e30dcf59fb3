"""WX619 and WX620: document numbers and ranges as the standards have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.gathered import everywhere
from wenxiao.finding import Severity

_FORMAT = "党政机关公文格式（GB/T 9704—2012）：顺序号不加“第”字，不编虚位"
_RANGES = "出版物上数字用法（GB/T 15835—2011）：数值范围中省略单位造成歧义的不应省略（未核对原文）"

_ODD_NUMBER = re.compile(r"〔\d{4}〕(?:\s+\d{1,4}\s*号|\d{1,4}\s+号|\s*第\s*\d{1,4}\s*号|\s*0\d{1,3}\s*号)")
_SHORT_RANGE = re.compile(
    r"(?<![\d.,])\d{1,6}(?:\.\d{1,4})?\s?[—–~～-]{1,2}\s?\d{1,6}(?:\.\d{1,4})?\s?[万亿](?=元|人|平方)"
)


@document_rule(
    "WX619",
    severity=Severity.INFO,
    title="发文字号写法不合规范",
    basis=_FORMAT,
    explanation="发文字号的年份、顺序号、“号”之间没有空格，顺序号前不加“第”，也不写成 005。",
    good="根据《某县预算绩效管理办法》（某财绩〔2023〕5号），开展评价。",
    bad="根据《某县预算绩效管理办法》（某财绩〔2023〕005号），开展评价。",
)
def wx619_document_number(manuscript: Manuscript) -> Iterator[Answer]:
    """Find document numbers with blanks, zeros or 第 in them."""
    return everywhere(
        manuscript.document,
        _ODD_NUMBER,
        "发文字号",
        message="有 {count} 处发文字号写法不合规范：{names}",
        suggestion="请删去空格、“第”和顺序号前面的 0。",
    )


@document_rule(
    "WX620",
    severity=Severity.INFO,
    title="数值范围省略了“万”或“亿”",
    basis=_RANGES,
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
