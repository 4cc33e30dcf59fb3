"""Whatever is strung together: a claim is of different figures, can be judged, and comes out the same again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.prose import claims_in_prose
from wenxiao.documents.text import document_of

KINDS = {
    *(ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.GROWTH),
    *(ClaimKind.DIFFERENCE, ClaimKind.PRODUCT, ClaimKind.COMPARE),
}
PHRASES = st.sampled_from(
    [
        *(
            "收入",
            "支出决算为",
            "年初预算为",
            "其中",
            "，占",
            "占总收入的",
            "，完成预算的",
            "，执行率",
            "，合格率",
        ),
        *(
            "比上年增加",
            "，增长",
            "，下降",
            "减少（增加）",
            "由",
            "提高到",
            "，与上年的",
            "相比，",
            "持平",
            "分别占",
        ),
        *(
            "，结余",
            "，扣减",
            "净增",
            "未开工的",
            "已开工",
            "人均",
            "共",
            "，核减率",
            "=",
            "÷",
            "×",
            "（",
            "）",
        ),
        *("。", "；", "，", "、", "\n", "2022年", "2023年"),
        *(
            "100.00万元",
            "80.00万元",
            "20万元",
            "0元",
            "12人",
            "30户",
            "5%",
            "100%",
            "近20%",
            "3个百分点",
            "2倍",
        ),
    ]
)


def claims(text: str) -> list[Claim]:
    return [one for one in claims_in_prose(lines_of(read(document_of(text, "例.txt")))) if one.kind in KINDS]


@given(st.lists(PHRASES, max_size=60))
@settings(max_examples=300, deadline=None)
def test_a_claim_is_of_different_figures_and_can_be_judged(phrases: list[str]) -> None:
    text = "".join(phrases)
    found = claims(text)
    for claim in found:
        starts = [term.figure.start for term in claim.terms if term.figure]
        assert len(set(starts)) == len(claim.terms)
        judge(claim)
    assert claims(text) == found
