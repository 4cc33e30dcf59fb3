"""WX602 and WX619: document numbers as the format of official documents has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import FORMAT
from wenxiao.audit.rules.gathered import everywhere
from wenxiao.finding import Severity

# It begins with what is rare, so that a search jumps from one to the next; what must stand before is asked after.
_OTHER_BRACKETS = re.compile(r"[［\[(（【](?<=[一-鿿].)(?:19|20)\d\d[］\])）】][ 　]?\d{1,4}[ 　]?号")
_ODD_NUMBER = re.compile(r"〔\d{4}〕[ 　]?(?:第[ 　]?\d{1,4}|0\d{1,3})[ 　]?号")


@document_rule(
    "WX602",
    severity=Severity.INFO,
    title="发文字号的年份没有用六角括号",
    basis=f"{FORMAT}：发文字号的年份用六角括号“〔〕”括入",
    explanation="发文字号由机关代字、年份、顺序号组成，年份写全四位，用〔〕括入，顺序号不加“第”。",
    good="根据《某县预算绩效管理办法》（某财绩〔2023〕15号），开展评价。",
    bad="根据《某县预算绩效管理办法》（某财绩[2023]15号），开展评价。",
)
def wx602_document_number(manuscript: Manuscript) -> Iterator[Answer]:
    """Find document numbers in other brackets."""
    return everywhere(
        manuscript.document,
        _OTHER_BRACKETS,
        "发文字号",
        message="有 {count} 处发文字号的年份没有用六角括号：{names}",
        suggestion="请把年份改用“〔〕”括入，如“〔2023〕15号”。",
    )


@document_rule(
    "WX619",
    severity=Severity.INFO,
    title="发文字号的顺序号写法不合规范",
    basis=f"{FORMAT}：顺序号不加“第”字，不编虚位",
    explanation="发文字号的顺序号前不加“第”，也不用 0 补位（5号，不写作 005号）。",
    good="根据《某县预算绩效管理办法》（某财绩〔2023〕5号），开展评价。",
    bad="根据《某县预算绩效管理办法》（某财绩〔2023〕005号），开展评价。",
)
def wx619_document_number(manuscript: Manuscript) -> Iterator[Answer]:
    """Find document numbers with 第 or zeros before the number."""
    return everywhere(
        manuscript.document,
        _ODD_NUMBER,
        "发文字号",
        message="有 {count} 处发文字号的顺序号写法不合规范：{names}",
        suggestion="请删去“第”和顺序号前面的 0。",
    )
