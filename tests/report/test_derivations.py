"""The embedded derivations: each fact once, its sources in words, safe inside a script element."""

from __future__ import annotations

import json
from decimal import Decimal

from wenxiao.fact import Assumption, Clause, Derivation, Fact, FactTable, Source
from wenxiao.place import CellPlace, TextPlace
from wenxiao.quantity import exact
from wenxiao.report.derivations import as_script, records

CELL = CellPlace("数据.xlsx", "项目", 3, "E", "全年预算数（万元）", "250")


def money(key: str, value: int, *sources: Source, derivation: Derivation | None = None) -> Fact:
    return Fact(key, key, exact(Decimal(value), "万元"), sources, derivation)


SUM = Derivation("甲 + 乙", ("50 + 200", "= 250 万元"), ("甲", "乙"))
FACTS = FactTable(
    {
        "合计": money("合计", 250, derivation=SUM),
        "总额": money("总额", 250, derivation=Derivation("合计 + 0 × 乙", ("= 250 万元",), ("合计", "乙"))),
        "甲": money("甲", 50, CELL, TextPlace("report.md", 0, 4, 1, 1, "50万元")),
        "乙": money(
            "乙",
            200,
            Clause("管理办法", "第三条"),
            Clause("通知", "", verified=True),
            Assumption("按等权计。"),
        ),
        "丙": Fact("丙", "丙", None, reason="年初未设目标值"),
    },
    aliases={"A": "甲"},
)


def test_it_follows_the_inputs_and_stores_a_shared_one_once() -> None:
    assert list(records(["总额", "合计", "总额"], FACTS)) == ["总额", "合计", "甲", "乙"]


def test_it_tells_formula_arithmetic_and_inputs() -> None:
    record = records(["合计"], FACTS)["合计"]
    assert record["value"] == "250万元"
    assert record["formula"] == "甲 + 乙"
    assert record["steps"] == ["50 + 200", "= 250 万元"]
    assert record["inputs"] == ["甲", "乙"]


def test_it_names_cells_texts_clauses_and_assumptions() -> None:
    found = records(["甲", "乙"], FACTS)
    assert found["甲"]["sources"] == [
        (
            "来源",
            [
                "「数据.xlsx」工作表「项目」第 3 行 E 列（全年预算数（万元）），填写的是“250”",
                "「report.md」第 1 行第 1 列，原文“50万元”",
            ],
        )
    ]
    assert found["乙"]["sources"] == [
        ("依据", ["管理办法 第三条（未核对原文）", "通知（已核对原文）"]),
        ("假定", ["按等权计。"]),
    ]


def test_a_fact_without_value_tells_its_reason() -> None:
    record = records(["丙"], FACTS)["丙"]
    assert (record["value"], record["reason"], record["sources"]) == ("无法评定", "年初未设目标值", [])


def test_a_circle_of_facts_ends() -> None:
    circle = FactTable({"一": money("一", 1, derivation=Derivation("一", (), ("一",)))})
    assert list(records(["一"], circle)) == ["一"]


def test_no_text_can_close_the_script_element() -> None:
    hostile = "</script><!--\u2028"
    facts = FactTable({"文": Fact("文", hostile, hostile)})
    script = as_script(records(["文"], facts))
    assert "<" not in script
    assert "\u2028" not in script
    assert json.loads(script)["文"]["title"] == hostile
