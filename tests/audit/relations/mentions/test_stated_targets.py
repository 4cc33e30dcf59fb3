from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.stated_targets import targets_stated
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict


def _verdicts(text: str) -> list[tuple[str, str, Verdict]]:
    claims = targets_stated(mentions_of(read(document_of(text, "报告.txt"))))
    return [
        (claim.result.figure.text, claim.operands[0].figure.text, judge(claim).verdict)
        for claim in claims
        if claim.result.figure and claim.operands[0].figure
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("安装护栏310米，超过300米的目标。", ("300米", "310米", Verdict.PASS)),
        ("目标值500户，实际完成486户，完成率97.2%。", ("500户", "486户", Verdict.FAIL)),
        ("绩效目标为植树6000株，全年完成6120株。", ("6000株", "6120株", Verdict.PASS)),
        (
            "改造门窗2140户，其中城区1620户、乡镇520户，超额完成2000户的年度任务。",
            ("2000户", "2140户", Verdict.PASS),
        ),
        ("改造门窗2140户，其中城区1620户，超额完成2400户的任务。", ("2400户", "2140户", Verdict.FAIL)),
        ("年度计划抽检210批，实际达到205批。", ("210批", "205批", Verdict.FAIL)),
        ("计划举办讲座12期，已举办14期。", ("12期", "14期", Verdict.PASS)),
        ("原计划新建站点25个，建成22个。", ("25个", "22个", Verdict.FAIL)),
        ("目标任务为新增就业5000人，截至12月底新增就业5230人。", ("5000人", "5230人", Verdict.PASS)),
        ("全年任务数300户，完成306户。", ("300户", "306户", Verdict.PASS)),
        ("护林满意度指标≥90%，实际满意度93.5%。", ("≥90%", "93.5%", Verdict.PASS)),
        ("应检查水库60座，实际检查62座。", ("60座", "62座", Verdict.PASS)),
        ("预期目标：资助学生150名；实际完成：资助学生163名。", ("150名", "163名", Verdict.PASS)),
    ],
)
def test_a_sentence_measures_a_result_against_its_target(text: str, told: tuple[str, str, Verdict]) -> None:
    (verdict,) = _verdicts(text)

    assert verdict[0].endswith(told[0])
    assert verdict[1:] == told[1:]


@pytest.mark.parametrize(
    "text",
    [
        "计划抽检210批，已完成105批。",
        "目标值500户，实际完成486次。",
        "目标值500户。实际完成486户。",
        "计划植树6000株，其中松树完成4000株。",
        "计划植树6000株，完成年度计划的30株。",
        "计划植树6000株，比上年完成数多300株。",
        "计划修渠12公里，实际植树15公里。",
        "计划投资500万元，实际支出480万元。",
        "",
    ],
)
def test_what_is_under_way_or_of_another_measure_is_no_result(text: str) -> None:
    assert _verdicts(text) == []
