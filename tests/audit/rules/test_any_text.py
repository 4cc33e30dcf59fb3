"""The rules for documents answer any text: they never fail, and what they mark is there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.audit.examine import manuscript_of
from wenxiao.audit.findings import findings_by
from wenxiao.audit.rules import DOCUMENT_RULES
from wenxiao.place import TextPlace

WORDS = (
    *(
        "某县2023年度绩效自评报告\n",
        "一、绩效目标\n",
        "二、目标完成情况\n",
        "（一）存在问题及原因\n",
        "三、改进措施\n",
    ),
    *(
        "三级指标\t年度指标值\t实际完成值\t分值\t得分\n",
        "培训人数\t≥20人\t18人\t20\t20\n",
        "合计\t\t\n",
        "二级指标\t\t年度指标值\t实际完成值\n",
        "数量指标\t",
        "发放及时率\t\t\n",
        "单位：万元\n",
    ),
    *("{", "}", "{0}", "二、{说明}绩效目标设置\n", "执行率为95.20万元"),
    *("进一步提升", "举办讲座12场", "满意度95%", "满意", "，", "。", "：", "\n", "\t", "“", "”", "（", "）"),
    *(
        "附件1",
        "见附件2",
        "本表为空",
        "无政府性基金",
        "约200余人",
        "3.20元",
        "12万元",
        "比2022年增加",
        "〔2023〕5号",
    ),
    *(
        "位居全省第一",
        "截止2023年",
        "<p>",
        " and ",
        "5—20万元",
        "1.",
        "2、",
        "(3)",
        "第一部分",
        "经费收入",
        "实际支付",
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_findings_mark_what_is_there(text: str) -> None:
    for finding in findings_by(DOCUMENT_RULES, manuscript_of(text)):
        assert finding.message
        for place in finding.places:
            assert isinstance(place, TextPlace)
            assert text[place.start : place.end] == place.text
            assert place.text.strip()
