from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.counts import counts_claimed
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict


def _verdicts(text: str) -> list[Verdict]:
    return [judge(claim).verdict for claim in counts_claimed(read(document_of(text, "报告.txt")))]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("设立河道保洁、绿化养护、路灯维修、公厕管理四个项目。", Verdict.PASS),
        ("设立河道保洁、绿化养护、路灯维修四个项目。", Verdict.FAIL),
        ("成员为四家单位：甲站、乙站、丙站、丁站。", Verdict.PASS),
        ("成员为五家单位：甲站、乙站、丙站、丁站。", Verdict.FAIL),
        ("新建阅览室、录音室、展厅和书库4个用房。", Verdict.PASS),
        ("本区片区[2]分为四块：\n\n1、甲。\n\n2、乙。\n\n3、丙。\n\n4、丁。", Verdict.PASS),
        ("组成“驻村干部+网格员+护林员”三支队伍。", Verdict.PASS),
        ("组成“驻村干部+网格员+护林员”四支队伍。", Verdict.FAIL),
        ("建成“护河”、“护林”（含巡护）、“护田”三个岗亭。", Verdict.PASS),
        ("重点做好以下三项工作：一是查隐患，二是补设施，三是练队伍。", Verdict.PASS),
        ("重点做好以下四项工作：一是查隐患，二是补设施，三是练队伍。", Verdict.FAIL),
        ("内设办公室、财务科、业务科3个科室。", Verdict.PASS),
        ("内设办公室、财务科、业务科5个科室。", Verdict.FAIL),
        ("下设机构3个：甲站、乙站、丙站。", Verdict.PASS),
        ("下设机构4个：甲站、乙站、丙站。", Verdict.FAIL),
        ("下属单位2个，分别是：甲馆、乙馆。", Verdict.PASS),
        ("设有甲科、乙科、丙科等3个科室。", Verdict.PASS),
        ("举办“读书月”“护河周”“登山日”3项活动。", Verdict.PASS),
        ("存在以下两个问题：\n\n1、台账不全。\n\n2、报送不及时。\n", Verdict.PASS),
    ],
)
def test_what_is_enumerated_is_counted(text: str, verdict: Verdict) -> None:
    assert _verdicts(text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "建成河道保洁、绿化养护、路灯维修等八个平台。",
        "成员为五家单位：甲站、乙站、丙站、丁站等。",
        "成员为五家单位，主要有：甲站、乙站、丙站、丁站。",
        "新建公园、广场、停车场4个。",
        "联合教育局、卫生局、民政局检查18个点位。",
        "在东门、西门、南门三次设点宣传。",
        "购置电脑四台。",
        "设有甲科、乙科、丙科等9个科室。",
        "下设机构3个：甲站、乙站、丙站和丁站。",
        "惠及甲镇、乙镇等12个乡镇。",
        "",
    ],
)
def test_nothing_is_claimed_of_an_open_list(text: str) -> None:
    assert _verdicts(text) == []


def test_the_list_numbers_are_operands_before_the_count() -> None:
    text = "重点做好以下三项工作：一是查隐患，二是补设施，三是练队伍。"

    (claim,) = counts_claimed(read(document_of(text, "报告.txt")))

    assert claim.result.figure is not None
    assert claim.result.figure.text == "三项"
    assert claim.operands[-1].figure is None
    assert claim.operands[-1].quantity is not None
    assert claim.operands[-1].quantity.value == 3


def test_the_names_listed_are_operands_that_can_be_pointed_at() -> None:
    text = "全年新建阅览室、录音室、展厅和书库4个用房。"

    (claim,) = counts_claimed(read(document_of(text, "报告.txt")))

    named = [term.figure for term in claim.operands if term.figure]
    assert [one.text for one in named] == ["全年新建阅览室", "录音室", "展厅", "书库"]
    assert all(text[one.start : one.end] == one.text for one in named)


@pytest.mark.parametrize(("count", "verdict"), [("两个", Verdict.PASS), ("三个", Verdict.FAIL)])
def test_a_count_looks_back_on_the_list_before_it(count: str, verdict: Verdict) -> None:
    text = f"进度偏慢：一是图纸未定，二是连日降雨。上述{count}原因叠加。"

    assert _verdicts(text) == [verdict]
