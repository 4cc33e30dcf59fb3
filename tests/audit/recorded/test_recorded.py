"""A document against the data of its department: what it names is compared, what it does not is left alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.examine import examine
from wenxiao.audit.figures.read import read
from wenxiao.audit.manuscript import Judged
from wenxiao.audit.recorded.claims import judged_by_data
from wenxiao.audit.recorded.index import index_of, name_in
from wenxiao.audit.recorded.roles import is_neutral, role_of_heading, role_of_words
from wenxiao.documents.text import document_of
from wenxiao.fact import Fact, FactTable, name_key
from wenxiao.finding import Verdict
from wenxiao.place import CellPlace
from wenxiao.quantity import parse

CELL = CellPlace("收支.csv", "收支", 3, "C", "决算数", "80.2")
STATEMENT = {
    "收入总计": "150万元",
    "基本支出": "80.20万元",
    "基本支出.年初预算数": "70万元",
    "基本支出.全年预算数": "82万元",
    "基本支出.上年决算数": "75.50万元",
    "公务接待费": "1.20万元",
    "其他收入": "9万元",
    "公务接待费.全年预算数": "1.50万元",
    "实有人数": "12人",
}
PROJECTS = {
    "乡村讲堂.全年预算数": "30万元",
    "乡村讲堂.全年执行数": "28.50万元",
    "乡村讲堂.当年财政拨款.全年预算数": "30万元",
    "健康步道.当年财政拨款.全年预算数": "20万元",
    "乡村讲堂.讲座场次": "24场",
    "乡村讲堂.讲座场次.目标值": "20场",
    "乡村讲堂.讲座场次.得分": "10分",
}


def facts(told: Mapping[str, str], year: str = "2023") -> FactTable:
    made = {key: Fact(key, _title(key), parse(text), (CELL,)) for key, text in told.items()}
    return FactTable({**made, "预算年度": Fact("预算年度", "预算年度", year)})


def _title(key: str) -> str:
    *parents, name = key.split(".")
    is_suffix = parents and name in {"年初预算数", "全年预算数", "上年决算数", "全年执行数", "目标值", "得分"}
    return f"{'的'.join(parents)}的{name}" if is_suffix else name


def judged(text: str, told: Mapping[str, str] = STATEMENT) -> tuple[Judged, ...]:
    return judged_by_data(read(document_of(text, "稿.txt")), facts(told))


def told(text: str, data: Mapping[str, str] = STATEMENT) -> list[tuple[str, str, str]]:
    """Give each figure that was compared, the key of its fact, and whether they agree."""
    return [
        (
            one.claim.result.figure.text if one.claim.result.figure else "",
            one.claim.operands[0].key,
            "同" if one.judgement.verdict is Verdict.PASS else "异",
        )
        for one in judged(text, data)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年收入总计150.00万元。", [("150.00万元", "收入总计", "同")]),
        ("全年收入总计1500000元。", [("1500000元", "收入总计", "同")]),
        ("2023年收入总计151.00万元。", [("151.00万元", "收入总计", "异")]),
        ("2023年基本支出80.2万元。", [("80.2万元", "基本支出", "同")]),
        ("2023年基本支出年初预算为70.00万元。", [("70.00万元", "基本支出.年初预算数", "同")]),
        ("2023年基本支出预算82.00万元。", [("82.00万元", "基本支出.全年预算数", "同")]),
        ("2022年基本支出75.50万元。", [("75.50万元", "基本支出.上年决算数", "同")]),
        ("实有人数13人。", [("13人", "实有人数", "异")]),
    ],
)
def test_prose_that_names_a_fact_is_compared(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_role_said_before_a_list_holds_for_its_items() -> None:
    text = "2023年“三公”经费预算1.50万元，其中：公务接待费1.50万元；决算1.20万元，其中：公务接待费1.20万元。"
    assert told(text) == [
        ("1.50万元", "公务接待费.全年预算数", "同"),
        ("1.20万元", "公务接待费", "同"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2023年城区基本支出90.00万元。",
        "2023年基本支出比上年增加4.70万元。",
        "基本支出增加4.70万元。",
        "2021年基本支出66.00万元。",
        "一般公共预算财政拨款支出中，基本支出60.00万元。",
        "下属单位基本支出20.00万元。",
        "2023年基本支出预算75.00万元。",  # of the year's two budgets it may be either
        "2023年基本支出占比53%。",
        "2023年人均公务接待费0.10万元。",
        "2023年“三公”经费预算1.90万元，其中：公务用车费0.40万元；公务接待费1.40万元。",
        "2023年“三公”经费预算为1.90万元。其中，公务接待费1.40万元。",
        "2023年部门预算说明\n\n一、支出\n公务接待费1.40万元。",
    ],
)
def test_what_may_mean_something_else_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_part_that_agrees_is_still_verified() -> None:
    assert told("下属单位以外，基本支出80.20万元。") == [("80.20万元", "基本支出", "同")]


def test_columns_of_a_table_have_their_roles_and_years() -> None:
    text = (
        "2023年收支表\n单位：万元\n"
        "项目\t年初预算数\t全年预算数\t决算数\t增减额\n"
        "基本支出\t70.00\t82.00\t80.30\t10.30\n\n"
        "2023年与上年对比表\n单位：万元\n项目\t2022年\t2023年\n基本支出\t75.50\t80.20\n"
    )
    assert told(text) == [
        ("70.00", "基本支出.年初预算数", "同"),
        ("82.00", "基本支出.全年预算数", "同"),
        ("80.30", "基本支出", "异"),
        ("80.20", "基本支出", "同"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "2023年一般公共预算财政拨款支出表\n单位：万元\n项目\t决算数\n基本支出\t60.00\n",
        "2023年支出表\n单位：万元\n项目\t合计\t政府性基金\n其他支出\t9.00\t1.00\n",
        "2023年支出表\n单位：万元\n项目\t一般公共预算\t政府性基金\n\t决算数\t决算数\n基本支出\t60.00\t1.00\n",
        "2023年收支表\n单位：万元\n年度收入\t收入合计\t其他收入\n\t151.00\t9.00\n年度支出\t支出合计\t\n\t88.00\t60.00\n",
        "2023年支出表\n单位：万元\n类别\t项目\t决算数\n基本支出\t工资福利支出\t60.00\n",
        "2023年各科室支出表\n单位：万元\n科室\t基本支出\t项目支出\n办公室\t30.00\t1.00\n宣传科\t20.00\t2.00\n",
    ],
)
def test_parts_in_tables_are_not_taken_for_the_whole(table: str) -> None:
    assert not [one for one in told(table) if one[2] == "异"]


def test_a_new_part_of_a_form_is_not_limited_by_the_headings_of_the_last_one() -> None:
    form = "2023年自评表\n项目\t一般公共预算\n物业费\t5.00\n三级指标\t实际完成值\n讲座场次\t25场\n"
    assert told(form, PROJECTS) == [("25场", "乡村讲堂.讲座场次", "异")]


def test_what_is_recorded_is_not_rounded() -> None:
    assert told("2023年基本支出30.04万元。", {"基本支出": "30万元"}) == [("30.04万元", "基本支出", "异")]


def test_names_over_the_columns_are_those_of_the_row_of_totals() -> None:
    table = "2023年支出表\n单位：万元\n科室\t基本支出\t项目支出\n办公室\t30.20\t1.00\n合计\t80.20\t2.00\n"
    assert told(table) == [("80.20", "基本支出", "同")]


def test_a_form_says_which_project_its_rows_are_of() -> None:
    text = (
        "2023年项目自评表\n项目名称\t乡村讲堂\n"
        "项目资金（万元）\t全年预算数\t全年执行数\n年度资金总额\t30.00\t28.50\n当年财政拨款\t30.00\t28.50\n"
        "三级指标\t年度指标值\t实际完成值\t得分\n讲座场次\t≥20场\t25场\t10\n"
    )
    assert told(text, PROJECTS) == [
        ("30.00", "乡村讲堂.全年预算数", "同"),
        ("28.50", "乡村讲堂.全年执行数", "同"),
        ("30.00", "乡村讲堂.当年财政拨款.全年预算数", "同"),
        ("≥20场", "乡村讲堂.讲座场次.目标值", "同"),
        ("25场", "乡村讲堂.讲座场次", "异"),
        ("10", "乡村讲堂.讲座场次.得分", "同"),
    ]


def test_what_several_projects_have_is_nobodys_without_a_project() -> None:
    index = index_of(facts(PROJECTS))
    assert index.named("当年财政拨款", ("全年预算数",)) == ()
    (entry,) = index.named("当年财政拨款", ("全年预算数",), {"健康步道"})
    assert entry.fact.key == "健康步道.当年财政拨款.全年预算数"


def test_the_finding_tells_both_values_and_the_cell_and_the_coverage_counts() -> None:
    text = "2023年基本支出82.20万元，收入总计150万元。"
    audit = examine(document_of(text, "稿.txt"), select=["WX211"], facts=facts(STATEMENT))
    (finding,) = audit.findings
    assert (finding.rule, finding.severity) == ("WX211", "error")
    assert "82.20万元" in finding.message
    assert finding.arithmetic == f"数据「基本支出」80.20 ≠ 82.20（见{CELL}）"
    assert audit.coverage.by_data == (1, 1)
    assert audit.coverage.as_json()["data"] == {"stated": 2, "matching": 1, "differing": 1}
    assert (audit.coverage.verified, audit.coverage.failing, audit.coverage.status) == (1, 1, "checked")


@pytest.mark.parametrize(("stated", "severity"), [("80.25", ""), ("80.24", "info"), ("80.26", "error")])
def test_a_report_may_round_the_data_and_cutting_is_only_told(stated: str, severity: str) -> None:
    document = document_of(f"2023年基本支出{stated}万元。", "稿.txt")
    audit = examine(document, select=["WX211"], facts=facts({"基本支出": "802496.00元"}))
    assert [finding.severity for finding in audit.findings] == ([severity] if severity else [])


def test_without_data_nothing_is_said_of_them() -> None:
    audit = examine(document_of("2023年基本支出82.20万元。", "稿.txt"))
    assert audit.findings == ()
    assert "data" not in audit.coverage.as_json()


def test_braces_in_a_name_are_only_text() -> None:
    text = "2023年专项{甲}经费5万元。"
    audit = examine(document_of(text, "稿.txt"), facts=facts({name_key("专项{甲}经费"): "6万元"}))
    assert all(finding.rule == "WX211" for finding in audit.findings)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("年初预算数", ("年初预算数",)),
        ("2023年预算数（万元）", ("年初预算数", "全年预算数")),
        ("全年执行数", ("", "全年执行数")),
        ("年度指标值", ("目标值",)),
        ("2022年决算数", None),
        ("指标", None),
        ("备注", None),
    ],
)
def test_headings_give_roles(heading: str, role: tuple[str, ...] | None) -> None:
    assert role_of_heading(heading, "2023") == role


def test_words_give_roles_and_numbers_of_headings_are_dropped() -> None:
    assert role_of_words("年初预算为") == ("年初预算数",)
    assert role_of_words("共有") is None
    assert is_neutral("2023年度", "2023")
    assert name_in("其中：（一）基本支出（万元）") == "基本支出"


@given(st.text(max_size=60), st.sampled_from(["", "\t", "\n"]))
def test_any_text_is_compared_without_failing(text: str, sign: str) -> None:
    for one in judged(f"{text}{sign}基本支出{sign}{text}80.20万元"):
        assert one.claim.operands[0].key in STATEMENT
