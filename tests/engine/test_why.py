from __future__ import annotations

import json

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.engine.score import score
from wenxiao.engine.why import as_json, explain, lines
from wenxiao.errors import WenxiaoError
from wenxiao.fact import Assumption, Clause, Derivation, Fact, FactTable
from wenxiao.packages.folder import package_from_tables
from wenxiao.place import TextPlace
from wenxiao.quantity import exact
from wenxiao.standards.load import load_standard

TABLES = {
    "project": [
        {"code": "A", "name": "科普", "adjusted_budget": "3", "outturn": "2"},
        {"code": "B", "name": "学会", "adjusted_budget": "1", "outturn": "1"},
    ],
    "indicator": [
        {
            "code": "KP-1",
            "project": "A",
            "level1": "产出指标",
            "level2": "数量指标",
            "name": "活动",
            "target_form": "≥",
            "target_value": "3场",
            "weight": "50",
        }
    ],
    "actual": [{"indicator": "KP-1", "value": "2场"}],
}


def scored() -> FactTable:
    package = package_from_tables(TABLES)
    standard = load_standard("project-self-evaluation", year=2021)
    return score(package, facts_of(package, core_catalogue()), standard)[1]


def test_a_score_is_explained_down_to_cells_and_clause() -> None:
    drawn = lines(explain(scored(), "KP-1.得分"))
    assert drawn[0] == "活动的得分 = 33.33分"
    assert "├─ 依据：财预〔2020〕10号 定量指标：完成得满分，未完成按比例得分（条文未核对）" in drawn
    assert any("50分 × 2场 ÷ 3场 ≈ 33.3333333333" in line for line in drawn)
    assert any(line.startswith("│  └─ 来源：「") and "（分值）" in line for line in drawn)
    assert drawn[-1].startswith("   └─ 来源：「")
    assert "填写的是“3场”" in drawn[-1]


def test_what_cannot_be_assessed_says_because() -> None:
    [first, *_] = lines(explain(scored(), "科普.得分"))
    assert first.startswith("科普的得分 = 无法评定，因为2 项共 40 分无法评定")


def test_a_shared_part_is_taken_apart_once() -> None:
    drawn = lines(explain(scored(), "科普.最高得分"))
    assert sum(line.endswith("（见上）") for line in drawn) == 0
    table = _table(
        Fact("根", "根", None, derivation=Derivation("甲 + 乙", (), ("甲", "乙")), reason="缺"),
        Fact("甲", "甲", exact(1, "元"), derivation=Derivation("丙", (), ("丙",))),
        Fact("乙", "乙", exact(1, "元"), derivation=Derivation("甲", (), ("甲",))),
        Fact("丙", "丙", exact(1, "元")),
    )
    assert lines(explain(table, "根")) == [
        "根 = 无法评定，因为缺",
        "├─ 公式：甲 + 乙",
        "├─ 甲 = 0.0001万元",
        "│  ├─ 公式：丙",
        "│  └─ 丙 = 0.0001万元",
        "└─ 乙 = 0.0001万元",
        "   ├─ 公式：甲",
        "   └─ 甲 = 0.0001万元（见上）",
    ]


def test_a_circle_ends() -> None:
    table = _table(Fact("甲", "甲", "x", derivation=Derivation("甲", (), ("甲",))))
    assert lines(explain(table, "甲"))[-1] == "└─ 甲 = x（见上）"


def test_all_sorts_of_sources_are_named() -> None:
    sources = (
        Clause("某办法", "第三条", verified=True),
        Assumption("分值相等"),
        TextPlace("report.md", 3, 5, 2, 1, "十二"),
    )
    node = explain(_table(Fact("甲", "甲", "x", sources)), "甲")
    assert lines(node)[1:] == [
        "├─ 依据：某办法 第三条",
        "├─ 假定：分值相等",
        "└─ 来源：「report.md」第 2 行第 1 列",
    ]
    assert [source["kind"] for source in as_json(node)["sources"]] == ["clause", "assumption", "text"]


def test_many_sources_are_cut_off_for_people_only() -> None:
    node = explain(_table(Fact("甲", "甲", "x", tuple(Assumption(str(n)) for n in range(9)))), "甲")
    assert lines(node)[-1] == "└─ 另有 3 处来源"
    assert len(as_json(node)["sources"]) == 9


def test_json_carries_exact_strings() -> None:
    tree = as_json(explain(scored(), "科普.执行率"))
    assert tree["value"] == "66.66666666666666666666666667"
    assert tree["shown"] == "约66.6667%"
    assert tree["unit"] == "%"
    assert [child["value"] for child in tree["inputs"]] == ["20000", "30000"]
    assert tree["inputs"][0]["sources"][0]["kind"] == "cell"
    assert json.loads(json.dumps(tree)) == tree


def test_the_end_of_one_key_is_enough() -> None:
    assert explain(scored(), "活动.完成率").fact.key == "科普.活动.完成率"
    with pytest.raises(WenxiaoError, match=r"「执行率」不止一个：「科普\.执行率」、「学会\.执行率」"):
        explain(scored(), "执行率")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("KP-1.的分", "「科普.活动.得分」"), ("科谱.执行率", "「科普.执行率」"), ("", "没有叫「」的数字")],
)
def test_an_unknown_name_suggests_the_nearest(name: str, expected: str) -> None:
    with pytest.raises(WenxiaoError, match=expected):
        explain(scored(), name)


def _table(*facts: Fact) -> FactTable:
    return FactTable({fact.key: fact for fact in facts})
