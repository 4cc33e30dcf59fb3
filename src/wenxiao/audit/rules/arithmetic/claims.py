"""WX131 to WX139: the arithmetic of what a document says, in its sentences and its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wenxiao.audit.answers import Answer
from wenxiao.audit.claims import Claim, ClaimKind, GrowthForm, Term, judge
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.failing import failing, in_cells
from wenxiao.documents.model import Document
from wenxiao.finding import Severity, Verdict

_TRUE_FIGURES = "会计法第十三条：会计资料必须真实、完整（未核对原文）"
_CHECK_PARTS = "请逐项核对，改正有误的一个数，并改正其他引用它的地方。"


def _is_any(_one: Judged, _document: Document) -> bool:
    return True


def _is_wrong_amount(one: Judged, _document: Document) -> bool:
    """Leave a figure that fits once the direction is turned round to the rule about directions."""
    return not _is_turned(one.claim)


def _is_wrong_direction(one: Judged, _document: Document) -> bool:
    return _is_turned(one.claim)


def _is_turned(claim: Claim) -> bool:
    """Tell whether a change holds the other way round: what was called growth is a fall."""
    if claim.kind is ClaimKind.DIFFERENCE:
        turned = replace(claim, operands=claim.operands[::-1])
        return len(claim.operands) == 2 and judge(turned).verdict is Verdict.PASS
    opposite, mirrored = replace(claim, direction=claim.direction.opposite), _mirrored(claim.result)
    other_ways = [replace(claim, result=mirrored), replace(opposite, result=mirrored)]
    if claim.form is not GrowthForm.CURRENT_DELTA:
        other_ways.append(opposite)
    return any(judge(one).verdict is Verdict.PASS for one in other_ways)


def _is_over_current(claim: Claim) -> bool:
    """Tell whether a growth holds once its change is divided by this time's figure, or by that and the change."""
    if claim.form is not GrowthForm.CURRENT_DELTA:
        return False
    other_ways = (
        replace(claim, form=GrowthForm.PREVIOUS_DELTA),
        replace(claim, direction=claim.direction.opposite),
    )
    return any(judge(one).verdict is Verdict.PASS for one in other_ways)


def _is_wrong_growth(one: Judged, _document: Document) -> bool:
    return not _is_turned(one.claim) and not _is_over_current(one.claim)


def _is_of_wrong_base(one: Judged, _document: Document) -> bool:
    return not _is_turned(one.claim) and _is_over_current(one.claim)


def _mirrored(term: Term) -> Term:
    """Give a term with its sign turned: 减少 X，增长 p% says minus p% of a fall."""
    stated = term.quantity
    if stated is None:
        return term
    low, high = (None if end is None else -end for end in (stated.high, stated.low))
    return replace(term, quantity=replace(stated, value=-stated.value, low=low, high=high))


def _in_text(one: Judged, document: Document) -> bool:
    return not in_cells(one, document)


def _in_table(one: Judged, document: Document) -> bool:
    return in_cells(one, document)


@document_rule(
    "WX131",
    severity=Severity.ERROR,
    title="文字中的各项之和与总数不等",
    basis=_TRUE_FIGURES,
    explanation="“其中”“包括”“分别为”等写出的各项应加得出总数。只列出部分、用“等”收尾或含约数的不作断定；"
    "按各数写明的位数允许四舍五入的尾差。",
    good="本年支出120.50万元，其中：基本支出80.20万元，项目支出40.30万元。",
    bad="本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。",
)
def wx131_sum(manuscript: Manuscript) -> Iterator[Answer]:
    """Check sums stated in sentences."""
    message = "{result}与所列各项之和不等"
    return failing(manuscript, ClaimKind.SUM, _in_text, message=message, suggestion=_CHECK_PARTS)


@document_rule(
    "WX132",
    severity=Severity.ERROR,
    title="写明的差额与两数之差不等",
    basis=_TRUE_FIGURES,
    explanation="“比上年增加”“结余”“超支”等写出的差额应等于两数相减。",
    good="本年支出120.50万元，比上年的110.20万元增加10.30万元。",
    bad="本年支出120.50万元，比上年的110.20万元增加13.30万元。",
)
def wx132_difference(manuscript: Manuscript) -> Iterator[Answer]:
    """Check stated differences."""
    return failing(
        manuscript,
        ClaimKind.DIFFERENCE,
        _is_wrong_amount,
        message="{result}与相关两数之差不等",
        suggestion="请核对两个数和差额，改正有误的一个，并核对增减方向。",
    )


@document_rule(
    "WX133",
    severity=Severity.ERROR,
    title="写明的增减幅度算不出来",
    basis=_TRUE_FIGURES,
    explanation="增长、下降的百分数应由本期、上期或增减额算得出。上期为 0 的不能计算，不作断定。",
    good="本年支出110.00万元，比上年增加10.00万元，增长10.00%。",
    bad="本年支出110.00万元，比上年增加10.00万元，增长11.00%。",
)
def wx133_growth(manuscript: Manuscript) -> Iterator[Answer]:
    """Check stated growth; a base mistaken for another is told as such."""
    yield from failing(
        manuscript,
        ClaimKind.GROWTH,
        _is_wrong_growth,
        message="{result}与按相关数算出的增减幅度不符",
        suggestion="请以上期数为基数重新计算，改正百分数或有误的金额。",
    )
    yield from failing(
        manuscript,
        ClaimKind.GROWTH,
        _is_of_wrong_base,
        message="{result}没有以上期数为基数",
        suggestion="上期数是本期数减去增加额，或加上减少额；请以它为基数重新计算，并核对增减的说法。",
    )


@document_rule(
    "WX134",
    severity=Severity.ERROR,
    title="写明的比重算不出来",
    basis=_TRUE_FIGURES,
    explanation="“占”后面的百分数应等于部分除以总数。",
    good="支出合计200.00万元，其中基本支出50.00万元，占25.00%；项目支出150.00万元，占75.00%。",
    bad="支出合计200.00万元，其中基本支出50.00万元，占25.00%；项目支出150.00万元，占57.00%。",
)
def wx134_share(manuscript: Manuscript) -> Iterator[Answer]:
    """Check stated shares."""
    return failing(
        manuscript,
        ClaimKind.SHARE,
        _is_any,
        message="{result}与按相关数算出的比重不符",
        suggestion="请用部分除以总数重新计算，改正百分数或有误的数。",
    )


@document_rule(
    "WX135",
    severity=Severity.ERROR,
    title="写明的比率算不出来",
    basis=_TRUE_FIGURES,
    explanation="执行率、完成率、到位率应等于实际数除以预算数或目标数。",
    good="年初预算80.00万元，支出决算60.00万元，完成年初预算的75.00%。",
    bad="年初预算80.00万元，支出决算60.00万元，完成年初预算的57.00%。",
)
def wx135_rate(manuscript: Manuscript) -> Iterator[Answer]:
    """Check stated rates."""
    return failing(
        manuscript,
        ClaimKind.RATE,
        _is_any,
        message="{result}与按相关数算出的比率不符",
        suggestion="请用实际数除以预算数（目标数）重新计算，改正百分数或有误的数。",
    )


@document_rule(
    "WX136",
    severity=Severity.ERROR,
    title="写明的乘积或平均数算不出来",
    basis=_TRUE_FIGURES,
    explanation="人均、单价、频次与数量相乘应得出写明的总数。缺少期数等条件的不作断定。",
    good="购置电脑4台，单价0.50万元，共计2.00万元。",
    bad="购置电脑4台，单价0.50万元，共计2.20万元。",
)
def wx136_product(manuscript: Manuscript) -> Iterator[Answer]:
    """Check stated products and averages."""
    return failing(
        manuscript,
        ClaimKind.PRODUCT,
        _is_any,
        message="{result}与相关数的乘积不等",
        suggestion="请核对数量、单价（频次）和总数，改正有误的一个。",
    )


@document_rule(
    "WX137",
    severity=Severity.ERROR,
    title="表中的合计与各行各列不等",
    basis="部门决算报表勾稽关系（未核对原文）",
    explanation="合计、小计应等于它包括的各行或各列之和；按功能分类列示的，类、款、项逐级相加，不重复相加。",
    good="支出表\n单位：万元\n项目\t预算数\t决算数\n基本支出\t85.00\t80.20\n项目支出\t45.00\t40.30\n合计\t130.00\t120.50\n",
    bad="支出表\n单位：万元\n项目\t预算数\t决算数\n基本支出\t85.00\t80.20\n项目支出\t45.00\t43.30\n合计\t130.00\t120.50\n",
)
def wx137_table_total(manuscript: Manuscript) -> Iterator[Answer]:
    """Check totals of rows and columns."""
    message = "表中{result}与所含各项之和不等"
    return failing(manuscript, ClaimKind.SUM, _in_table, message=message, suggestion=_CHECK_PARTS)


@document_rule(
    "WX138",
    severity=Severity.INFO,
    title="数字截去尾数，没有四舍五入",
    basis="数值修约规则与极限数值的表示和判定（GB/T 8170—2008，未核对原文）",
    explanation="末位应四舍五入。直接截去尾数会使各处的数差一个末位，易被误认为算错。",
    good="支出合计30000.00万元，其中基本支出20000.00万元，占66.67%；项目支出10000.00万元，占33.33%。",
    bad="支出合计30000.00万元，其中基本支出20000.00万元，占66.66%；项目支出10000.00万元，占33.33%。",
)
def wx138_cut(manuscript: Manuscript) -> Iterator[Answer]:
    """Tell cutting from rounding."""
    for kind in ClaimKind:
        yield from failing(
            manuscript,
            kind,
            _is_any,
            message="{result}是截去尾数得到的，没有四舍五入",
            suggestion="请按四舍五入改写末位。",
            cut=True,
        )


@document_rule(
    "WX139",
    severity=Severity.ERROR,
    title="增减的说法与两数的大小相反",
    basis=_TRUE_FIGURES,
    explanation="写明增加、增长的，本期数应大于上期数；写明减少、下降的相反。幅度算得对而方向相反的归入这条。",
    good="本年支出90.00万元，比上年的100.00万元下降10.00%。",
    bad="本年支出90.00万元，比上年的100.00万元增长10.00%。",
)
def wx139_direction(manuscript: Manuscript) -> Iterator[Answer]:
    """Compare words of direction with the signs."""
    for kind in (ClaimKind.DIFFERENCE, ClaimKind.GROWTH):
        yield from failing(
            manuscript,
            kind,
            _is_wrong_direction,
            message="{result}的增减方向与两数的大小相反",
            suggestion="请改正增减的说法，并核对后面说明的原因是否与之一致。",
        )
