from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.errors import WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.packages.folder import package_from_tables
from wenxiao.place import CellPlace
from wenxiao.quantity import Quantity

Tables = dict[str, Sequence[dict[str, str]]]

PROJECTS = [
    {"code": "A", "name": "科学普及"},
    {"code": "A1", "name": "活动经费", "parent": "A", "fund_source": "当年财政拨款"},
    {"code": "A2", "name": "纲要经费", "parent": "A", "fund_source": "上年结转资金"},
]


def measured(**tables: Sequence[dict[str, str]]) -> FactTable:
    return facts_of(package_from_tables(tables, unit="某市科协", year=2021), core_catalogue())


def value(fact: Fact) -> Decimal:
    assert isinstance(fact.value, Quantity), fact.reason
    return fact.value.value


def indicator(code: str, name: str, **fields: str) -> dict[str, str]:
    start = {"code": code, "level1": "产出指标", "level2": "数量指标", "name": name}
    return start | fields


def test_a_statement_line_gives_a_fact_for_each_column_with_its_cell() -> None:
    facts = measured(statement=[{"line": "支出总计", "original_budget": "700", "outturn": "743.31"}])
    assert value(facts["支出总计"]) == 7_433_100
    assert value(facts["支出总计.年初预算数"]) == 7_000_000
    [place] = facts["支出总计"].sources
    assert isinstance(place, CellPlace)
    assert place.title.startswith("决算数")


def test_an_empty_cell_is_a_fact_without_value_and_says_so() -> None:
    fact = measured(statement=[{"line": "支出总计", "outturn": "743.31"}])["支出总计.全年预算数"]
    assert fact.value is None
    assert fact.reason == "《收支决算》没有填写「支出总计的全年预算数」"


def test_unit_and_year_are_facts() -> None:
    facts = measured(unit=[{"name": "某市科协", "short_name": "科协", "subordinate_units": "1"}])
    assert facts["单位名称"].value == "某市科协"
    assert facts["预算年度"].value == "2021"
    assert facts["单位简称"].value == "科协"
    assert value(facts["下属单位数"]) == 1


def test_projects_and_indicators_are_found_by_name_and_by_code() -> None:
    facts = measured(
        project=PROJECTS,
        indicator=[indicator("KP-02", "主场活动", project="A", target_value="2000人次", target_form="≥")],
        actual=[{"indicator": "KP-02", "value": "3000多人次"}],
    )
    assert facts["KP-02"] is facts["科学普及.主场活动"]
    assert value(facts["KP-02.目标值"]) == 2000
    assert facts["A1.全年执行数"].key == "活动经费.全年执行数"


def test_an_indicator_of_the_department_has_just_its_name() -> None:
    facts = measured(indicator=[indicator("Z-1", "办结率")], actual=[{"indicator": "Z-1", "value": "98%"}])
    assert value(facts["办结率"]) == 98


def test_what_was_promised_or_reported_in_words_is_a_text() -> None:
    row = indicator("Z-1", "宣传", target_form="定性", target_text="继续开展")
    facts = measured(
        indicator=[row], actual=[{"indicator": "Z-1", "text": "已开展", "attainment": "达成", "share": "90%"}]
    )
    assert facts["宣传.目标值"].value == "继续开展"
    assert facts["宣传"].value == "已开展"
    assert facts["宣传.达成等级"].value == "达成"
    assert value(facts["宣传.定性得分率"]) == 90


def test_nothing_promised_and_nothing_reported_have_reasons() -> None:
    facts = measured(indicator=[indicator("Z-1", "宣传")])
    assert facts["宣传"].reason == "未报告实际完成值"
    assert facts["宣传.目标值"].reason == "年初未设目标值"


def test_the_completion_rate_is_exact_or_a_range() -> None:
    rows = [indicator(f"Z-{n}", f"指标{n}", target_form="≥", target_value="300人") for n in (1, 2, 3, 4)]
    reported = ["450人", "近260人", "250人次", "330人以上"]
    facts = measured(
        indicator=rows,
        actual=[{"indicator": f"Z-{n}", "value": text} for n, text in enumerate(reported, 1)],
    )
    assert value(facts["指标1.完成率"]) == 150
    ranged = facts["指标2.完成率"].value
    assert isinstance(ranged, Quantity)
    assert ranged.written == "83.33至86.67%"
    assert "口径不同" in facts["指标3.完成率"].reason
    unbounded = facts["指标4.完成率"].value
    assert isinstance(unbounded, Quantity)
    assert (unbounded.low, unbounded.high, unbounded.written) == (Decimal(110), None, "110%以上")


def test_a_project_adds_up_its_lines_and_its_lines_their_records() -> None:
    facts = measured(
        project=[row | ({"outturn": "20"} if row["code"] == "A2" else {}) for row in PROJECTS],
        budget_entry=[
            {"number": "1", "project": "A1", "kind": "年初预算", "amount": "80"},
            {"number": "2", "project": "A1", "kind": "预算调整", "amount": "-5.5"},
            {"number": "3", "project": "A2", "kind": "上年结转", "amount": "20"},
        ],
        payment=[
            {"voucher": "1", "project": "A1", "date": "2021-03-01", "amount": "300000"},
            {"voucher": "2", "project": "A1", "date": "2021-05-01", "amount": "100000"},
        ],
    )
    assert value(facts["活动经费.年初预算数"]) == 800_000
    assert value(facts["活动经费.全年预算数"]) == 745_000
    assert value(facts["科学普及.全年预算数"]) == 945_000
    spent = facts["科学普及.全年执行数"]
    assert value(spent) == 600_000
    assert spent.derivation
    assert spent.derivation.inputs == ("活动经费.全年执行数", "纲要经费.全年执行数")
    assert spent.derivation.steps == ("40万元 + 20万元 = 60万元",)
    assert len(facts["活动经费.全年执行数"].sources) == 2
    assert value(facts["一级项目合计.全年执行数"]) == 600_000


def test_a_typed_amount_is_never_replaced() -> None:
    facts = measured(
        project=[{"code": "A", "name": "科普", "outturn": "50"}],
        payment=[{"voucher": "1", "project": "A", "date": "2021-03-01", "amount": "300000"}],
    )
    assert value(facts["科普.全年执行数"]) == 500_000


def test_a_sum_with_a_missing_part_has_no_value() -> None:
    fact = measured(project=[row | ({"outturn": "20"} if row["code"] == "A2" else {}) for row in PROJECTS])[
        "科学普及.全年执行数"
    ]
    assert fact.value is None
    assert fact.reason == "没有填写活动经费的全年执行数，不能合计"


def test_amounts_are_told_apart_by_source_of_funds() -> None:
    facts = measured(
        project=[
            row | ({"outturn": amount} if amount else {})
            for row, amount in zip(PROJECTS, ("", "30", "20"), strict=True)
        ]
    )
    assert value(facts["科学普及.当年财政拨款.全年执行数"]) == 300_000
    assert value(facts["科学普及.其他资金.全年执行数"]) == 0
    alone = measured(project=[{"code": "A", "name": "科普", "outturn": "50"}])
    assert alone["科普.其他资金.全年执行数"].reason == "没有填写科普的资金来源，不能合计"


def test_rates_are_exact_and_refuse_a_zero_divisor() -> None:
    facts = measured(
        project=[{"code": "A", "name": "科普", "adjusted_budget": "3", "outturn": "2"}],
        statement=[{"line": "本年支出合计", "adjusted_budget": "0", "outturn": "5"}],
    )
    assert str(value(facts["科普.执行率"])) == "66.66666666666666666666666667"
    assert facts["预算执行率"].value is None
    assert "不能作除数" in facts["预算执行率"].reason


def test_counters_count_and_admit_what_they_cannot_know() -> None:
    target = {"target_form": "≥", "target_value": "10人"}
    facts = measured(
        indicator=[
            indicator("Z-1", "达标", **target),
            indicator("Z-2", "未达标", **target),
            indicator("Z-3", "未报告", **target),
            indicator("Z-4", "无目标"),
            indicator("Z-5", "效益", **target) | {"level1": "效益指标", "level2": "社会效益"},
        ],
        actual=[
            {"indicator": "Z-1", "value": "10人", "evidence": "名单.pdf"},
            {"indicator": "Z-2", "value": "9人"},
            {"indicator": "Z-4", "value": "3人"},
            {"indicator": "Z-5", "value": "11人"},
        ],
    )
    counts = {name: value(facts[f"数量指标.{name}"]) for name in ("数量", "有目标数", "已报告数", "有佐证数")}
    assert counts == {"数量": 4, "有目标数": 3, "已报告数": 3, "有佐证数": 1}
    reached = facts["数量指标.达标数"].value
    assert isinstance(reached, Quantity)
    assert (reached.low, reached.high, reached.written) == (Decimal(1), Decimal(2), "1至2条")
    assert value(facts["绩效指标.数量"]) == 5
    assert value(facts["生态效益.数量"]) == 0


@pytest.mark.parametrize(
    ("form", "target", "actual", "expected"),
    [
        ("≥", "10人", "10人", (1, 1)),
        (">", "10人", "10人", (0, 0)),
        ("<", "10人", "10人", (0, 0)),
        ("≤", "10人", "10人以上", (0, 1)),
        ("≥", "10人", "10人以上", (1, 1)),
        ("=", "0起", "0起", (1, 1)),
        ("=", "0起", "1起", (0, 0)),
        ("≥", "300人", "近260人", (0, 0)),
        ("≥", "255人", "近260人", (0, 1)),
        ("≥", "10人", "10人次", (0, 1)),
    ],
)
def test_a_target_is_reached_missed_or_unknown(
    form: str, target: str, actual: str, expected: tuple[int, int]
) -> None:
    facts = measured(
        indicator=[indicator("Z-1", "指标", target_form=form, target_value=target)],
        actual=[{"indicator": "Z-1", "value": actual}],
    )
    reached = facts["绩效指标.达标数"].value
    assert isinstance(reached, Quantity)
    assert (reached.low, reached.high) == tuple(map(Decimal, expected))


def test_two_records_of_one_name_are_refused_with_both_places() -> None:
    with pytest.raises(WenxiaoError, match=r"名称相同，都是「公务接待费\.年初预算数」") as caught:
        measured(
            project=[{"code": "A", "name": "公务接待费", "original_budget": "1"}],
            statement=[{"line": "公务接待费", "original_budget": "1"}],
        )
    assert str(caught.value).count("第") >= 2


def test_codes_that_differ_by_a_dash_only_are_refused() -> None:
    with pytest.raises(WenxiaoError, match="编号「KP1」不能区分"):
        measured(indicator=[indicator("KP-1", "甲"), indicator("KP1", "乙")])


@settings(deadline=None)
@given(st.lists(st.decimals("0", "99999", places=2), min_size=1, max_size=20))
def test_a_sum_is_the_sum_of_its_payments(amounts: list[Decimal]) -> None:
    facts = measured(
        project=[{"code": "A", "name": "科普"}],
        payment=[
            {"voucher": str(number), "project": "A", "date": "2021-03-01", "amount": str(amount)}
            for number, amount in enumerate(amounts)
        ],
    )
    assert value(facts["科普.全年执行数"]) == sum(amounts)
