"""WX211: what a report says of a fact is what the data of the department say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import answer_of
from wenxiao.finding import Severity, Verdict


@document_rule(
    "WX211",
    severity=Severity.ERROR,
    title="报告的数与数据不符",
    basis="预算绩效管理的真实性要求：报告中的数应与台账一致（未核对原文）",
    explanation="用 --against 给出数据包时，报告中名称、期间、口径与数据包某一项相同的数，应与该项相等（可按写明的位数"
    "四舍五入；只是截去尾数的，作为提示）。名称不完全相同、可以作别的理解的，不作断定。",
    good="2023年基本支出80.20万元，项目支出40.30万元。",
    bad="2023年基本支出82.20万元，项目支出40.30万元。",
    data={"基本支出": "80.20万元", "项目支出": "40.30万元"},
)
def wx211_data(manuscript: Manuscript) -> Iterator[Answer]:
    """Compare the figures of a document with the data of its department."""
    for one in manuscript.by_data or ():
        if one.judgement.verdict is Verdict.FAIL:
            yield _answer(one, manuscript)


def _answer(one: Judged, manuscript: Manuscript) -> Answer:
    """Report a figure that differs; the working names the data, for it may be told beside other workings."""
    subject = one.claim.subject
    answer = answer_of(
        one,
        manuscript.document,
        message="{result}与数据包中的" + f"「{subject}」不符".replace("{", "{{").replace("}", "}}"),
        suggestion="请核对是报告写错了，还是数据没有更新，改正有误的一处；口径不同的，在报告中写明。",
    )
    return replace(
        answer,
        arithmetic=f"数据「{subject}」{answer.arithmetic}（{_source(one)}）",
        severity=Severity.INFO if one.judgement.cut else None,
    )


def _source(one: Judged) -> str:
    """Say where the fact was recorded, or how to ask how it was computed."""
    (recorded,) = one.claim.operands
    place = next(iter(recorded.places), None)
    return f"见{place}" if place else f"计算过程见 wenxiao why 数据包 {recorded.key}"
