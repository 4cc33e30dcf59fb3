"""WX140: a percentage that the figures as written do not give, though rounding could explain it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wenxiao.audit.answers import Answer
from wenxiao.audit.claims import Claim
from wenxiao.audit.kinds import PERCENTAGES
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.precision import printed_step
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import answer_of
from wenxiao.audit.working import Equation
from wenxiao.finding import Severity

_WHOLE = frozenset({"元", "万元"})


@document_rule(
    "WX140",
    severity=Severity.WARNING,
    title="按写出的数算不出这个百分数",
    basis="会计法第十三条：会计资料必须真实、完整（未核对原文）",
    explanation="金额写成整万元时，可能是四舍五入得来的，由它算出的百分数会有出入，所以不断定为错误。但整万元的预算和"
    "支出多半本来就是整数；与按写出的数算得的百分数差到最后一位的 1 个单位以上的，应核对或写明更精确的金额。"
    "以亿元计的、带小数的金额，公布时照例经过四舍五入，不在此列。",
    good="预算50万元，支出45万元，预算执行率90%。",
    bad="预算50万元，支出45万元，预算执行率91%。",
)
def wx140_rounded(manuscript: Manuscript) -> Iterator[Answer]:
    """Look for percentages that hold within rounding only and are a digit or more off."""
    for one in manuscript.judged:
        if one.judgement.within_rounding and _is_of_whole_amounts(one.claim) and _is_a_digit_off(one):
            yield answer_of(
                one,
                manuscript.document,
                message="{result}与按写出的数算得的不同，只有这些数都经过四舍五入才有可能",
                suggestion="请用未经四舍五入的数核对；无误的，把金额写得更精确一些，使读者能够算得出来。",
            )


def _is_of_whole_amounts(claim: Claim) -> bool:
    quantities = [term.quantity for term in claim.operands]
    return claim.kind in PERCENTAGES and all(
        one is not None and one.spelled in _WHOLE and not any(point in one.written for point in ".．")
        for one in quantities
    )


def _is_a_digit_off(one: Judged) -> bool:
    stated, working = one.claim.result.quantity, one.judgement.working
    if stated is None or not isinstance(working, Equation):
        return False
    step, (computed, _) = printed_step(stated), working.nominal.ends
    return step is not None and computed is not None and abs(computed - Fraction(stated.value)) >= step
