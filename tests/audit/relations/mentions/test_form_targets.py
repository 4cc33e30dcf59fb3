from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.form_targets import form_targets
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

HEAD = "自评表\n\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"


def _verdicts(*rows: str) -> list[Verdict]:
    text = HEAD + "".join(f"绩效指标\t{row}\t10\t9\n" for row in rows)
    claims = (one.claim() for one in form_targets(read(document_of(text, "表.txt"))))
    return [judge(claim).verdict for claim in claims if claim]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ("数量指标\t清淤河道长度\t≥30公里\t31.5公里", Verdict.PASS),
        ("数量指标\t清淤河道长度\t30公里\t28公里", Verdict.FAIL),
        ("数量指标\t上门服务老人\t400\t388人", Verdict.FAIL),
        ("数量指标\t上门服务老人\t≥400人\t460人次", Verdict.NOT_ASSESSABLE),
        ("质量指标\t水质达标率\t90%以上\t93%", Verdict.PASS),
        ("成本指标\t清淤单价\t≤85元\t88元", Verdict.FAIL),
        ("成本指标\t清淤总成本\t50万元\t48.6万元", Verdict.PASS),
        ("质量指标\t群众投诉率\t2%\t1.2%", Verdict.PASS),
        ("质量指标\t群众投诉率\t2%\t2.6%", Verdict.FAIL),
        ("效益指标\t能耗降低率\t5%\t6%", Verdict.PASS),
        ("效益指标\t覆盖率提高\t≥0.40个百分点\t0.52个百分点", Verdict.PASS),
        ("效益指标\t覆盖率提高\t≥0.40个百分点\t0.25个百分点", Verdict.FAIL),
        ("时效指标\t完工日期\t2023年10月31日前\t2023年10月20日", Verdict.PASS),
        ("时效指标\t完工日期\t2023年10月31日前\t2023年11月8日", Verdict.FAIL),
    ],
)
def test_a_row_is_measured_as_its_sign_or_its_words_say(row: str, verdict: Verdict) -> None:
    assert _verdicts(row) == [verdict]


@pytest.mark.parametrize(
    "row",
    [
        "时效指标\t响应时间\t2小时\t1.5小时",
        "成效指标\t投入资金\t500万元\t480万元",
        "社会效益\t群众知晓度\t明显提高\t明显提高",
        "社会效益\t安全事故\t无\t无",
        "数量指标\t清淤河道\t清淤河道30公里，栽树200株\t均已完成",
        "数量指标\t清淤河道长度\t≥30公里\t95%",
    ],
)
def test_where_nothing_tells_what_is_better_nothing_is_claimed(row: str) -> None:
    assert _verdicts(row) == []
