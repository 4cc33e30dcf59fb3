"""WX141: figures that would agree but for one digit, one point or one unit."""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.claims import judge
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import figures_of, plain_answer_of
from wenxiao.audit.rules.mending import told
from wenxiao.finding import Severity

_MESSAGE = "{result}与相关的数对不上，只差一处笔误"


@document_rule(
    "WX141",
    severity=Severity.WARNING,
    title="疑似笔误：改一个数字就能对上",
    basis="会计法第十三条：会计资料必须真实、完整（未核对原文）",
    explanation="相邻的几个数像是一笔账，却对不上；而把其中一个数改正一位数字、两位对调、小数点或单位之后，正好相等。"
    "写法还不足以断定它们本应相等，所以只提请核对；核对无误的不必改。",
    good="走访农户1580户，灌溉改善的1247户，没有变化的333户。",
    bad="走访农户1580户，灌溉改善的1427户，没有变化的333户。",
)
def wx141_suspected(manuscript: Manuscript) -> Iterator[Answer]:
    """Ask about relations that one slip of the pen may have broken, unless a figure of them is known to be wrong."""
    wrong = {figure.start for one in manuscript.failing for figure in figures_of(one)}
    for suspicion in manuscript.suspicions:
        one = Judged(suspicion.claim, judge(suspicion.claim))
        if wrong.isdisjoint(figure.start for figure in figures_of(one)):
            advice = f"请核对这{len(one.claim.terms)}个数：{told(suspicion.slip)}"
            yield plain_answer_of(one, manuscript.document, message=_MESSAGE, suggestion=advice)
