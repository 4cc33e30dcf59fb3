from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.engine.score import score
from wenxiao.engine.scorecard import IndicatorScore, Scorecard, Scores
from wenxiao.engine.weights import equal_shares
from wenxiao.errors import InputProblems
from wenxiao.evaluate import evaluate
from wenxiao.fact import Assumption, FactTable
from wenxiao.packages.folder import package_from_tables
from wenxiao.quantity import Quantity
from wenxiao.standards.load import load_standard
from wenxiao.standards.model import Standard

Rows = Sequence[dict[str, str]]

EQUAL = '[project]\nweights_when_missing = "equal"\n'
DEFAULT_SHARES = (
    EQUAL
    + """
[project.rules."定性"]
kind = "tiers"
tiers = [
    { name = "达成", from = 80, to = 100, default_share = 90 },
    { name = "部分达成", from = 60, to = 80 },
    { name = "未达成", from = 0, to = 60 },
]
"""
)
PROJECT = [{"code": "A", "name": "科普", "adjusted_budget": "100", "outturn": "95"}]
LEVELS = {
    "产出指标": "数量指标",
    "效益指标": "社会效益",
    "满意度指标": "服务对象满意度",
    "成本指标": "经济成本",
}


def indicator(code: str, level1: str, weight: str = "", target: str = "10人") -> dict[str, str]:
    row = {"code": code, "project": "A", "level1": level1, "level2": LEVELS[level1], "name": f"指标{code}"}
    if weight:
        row["weight"] = weight
    return row | ({"target_form": "≥", "target_value": target} if target else {})


def reported(*codes: str, value: str = "10人") -> Rows:
    return [{"indicator": code, "value": value} for code in codes]


def scored(standard: Standard | str = "project-self-evaluation", **tables: Rows) -> tuple[Scores, FactTable]:
    package = package_from_tables(tables)
    chosen = load_standard(standard, year=2021) if isinstance(standard, str) else standard
    return score(package, facts_of(package, core_catalogue()), chosen)


def own(folder: Path, text: str) -> Standard:
    head = '[standard]\ncode = "own"\ntitle = "自定"\nversion = "1"\ninherits = "project-self-evaluation"\n'
    (folder / "s.toml").write_text(head + text, encoding="utf-8")
    return load_standard("s.toml", base=folder, year=2021)


def project_card(standard: Standard | str = "project-self-evaluation", **tables: Rows) -> Scorecard:
    [card] = scored(standard, project=PROJECT, **tables)[0].projects
    return card


def find(card: Scorecard, code: str) -> IndicatorScore:
    [found] = [one for one in card.indicators if one.code == code]
    return found


FULL = [
    indicator("1", "产出指标", "50"),
    indicator("2", "效益指标", "30"),
    indicator("3", "满意度指标", "10"),
]


def test_a_complete_project_has_a_total_and_a_grade() -> None:
    scores, facts = scored(project=PROJECT, indicator=FULL, actual=reported("1", "2", "3"))
    [card] = scores.projects
    assert scores.department is None
    assert {card.earned, card.low, card.high} == {Decimal("99.5")}
    assert card.full == 100
    assert card.is_complete
    assert (card.grade, card.reason) == ("优", "")
    total = facts["科普.得分"]
    assert isinstance(total.value, Quantity)
    assert total.value.value == Decimal("99.5")
    assert total.derivation
    assert total.derivation.steps == ("9.5 + 50 + 30 + 10 = 99.5",)
    assert facts["科普.等级"].value == "优"


def test_what_is_not_assessed_bounds_the_total_and_leaves_the_grade_open() -> None:
    scores, facts = scored(project=PROJECT, indicator=FULL, actual=reported("1", "2"))
    [card] = scores.projects
    assert [card.assessed_weight, card.low, card.high] == [Decimal(90), Decimal("89.5"), Decimal("99.5")]
    assert card.grade == ""
    assert card.reason == "1 项共 10 分无法评定，可评的 90 分得 89.5 分，总分在 89.5 至 99.5 之间"
    assert facts["科普.得分"].value is None
    assert facts["科普.得分"].reason == card.reason
    assert facts["科普.已评得分"].value != facts["科普.最高得分"].value


def test_the_grade_is_given_when_it_is_the_same_at_both_ends() -> None:
    rows = [indicator("1", "产出指标", "50"), indicator("2", "效益指标", "30")]
    worse = [*rows, indicator("3", "满意度指标", "10", target="")]
    card = project_card(indicator=worse, actual=[*reported("1"), *reported("2", value="0人")])
    assert (card.low, card.high, card.grade) == (Decimal("59.5"), Decimal("69.5"), "")
    better = project_card(indicator=worse, actual=[*reported("1"), *reported("2", value="1人")])
    assert (better.low, better.high, better.grade) == (Decimal("62.5"), Decimal("72.5"), "中")


def test_a_block_without_indicators_keeps_its_points_open() -> None:
    card = project_card(indicator=FULL[:2], actual=reported("1", "2"))
    [vacancy] = [one for one in card.indicators if one.reason]
    assert (vacancy.level1, vacancy.weight, vacancy.score) == ("满意度指标", Decimal(10), None)
    assert vacancy.reason == "没有设「满意度指标」"


def test_typed_weights_may_move_between_blocks_as_long_as_they_add_up() -> None:
    rows = [indicator("1", "产出指标", "50"), indicator("2", "效益指标", "40")]
    card = project_card(indicator=rows, actual=reported("1", "2"))
    assert (card.is_complete, card.reason, len(card.indicators)) == (True, "", 3)


def test_too_many_points_leave_the_grade_open() -> None:
    rows = [*FULL, indicator("4", "产出指标", "5")]
    card = project_card(indicator=rows, actual=reported("1", "2", "3", "4"))
    assert card.reason == "各指标分值合计 105 分，超过 100 分"
    assert card.grade == ""


def test_missing_weights_are_refused_by_default() -> None:
    card = project_card(
        indicator=[indicator("1", "产出指标"), indicator("2", "成本指标")], actual=reported("1")
    )
    assert find(card, "1").reason == "没有填写分值，评价标准不允许代填"
    assert find(card, "2").reason == "未报告实际完成值"
    assert card.assessed_weight == 10


def test_missing_weights_can_be_split_equally_as_an_assumption(tmp_path: Path) -> None:
    rows = [indicator(str(number), "产出指标") for number in range(1, 4)]
    rows += [indicator("9", "产出指标", target="")]
    scores, facts = scored(
        own(tmp_path, EQUAL), project=PROJECT, indicator=rows, actual=reported("1", "2", "3")
    )
    weights = [find(scores.projects[0], str(number)).weight for number in (1, 2, 3, 9)]
    assert weights == [Decimal("16.67"), Decimal("16.67"), Decimal("16.66"), None]
    [source] = facts["科普.指标1.分值"].sources
    assert isinstance(source, Assumption)
    assert "「产出指标」的 50 分由设有目标而没有填写分值的 3 条指标平分" in source.text
    assert facts["科普.指标9.分值"].reason == "年初未设目标值，不分配分值"


def test_only_what_a_block_has_left_is_split(tmp_path: Path) -> None:
    standard = own(tmp_path, EQUAL)
    rows = [indicator("1", "产出指标", "20"), indicator("2", "产出指标"), indicator("3", "产出指标")]
    card = project_card(standard, indicator=rows)
    assert [find(card, code).weight for code in "123"] == [20, 15, 15]
    spent = project_card(standard, indicator=[indicator("1", "产出指标", "50"), indicator("2", "产出指标")])
    assert find(spent, "2").weight is None


@settings(deadline=None)
@given(cents=st.integers(1, 10_000), count=st.integers(1, 200))
def test_equal_shares_add_up_to_the_cent(cents: int, count: int) -> None:
    points = Decimal(cents) / 100
    shares = equal_shares(points, count)
    assert sum(shares) == points
    assert max(shares) - min(shares) <= Decimal("0.01")
    assert shares == sorted(shares, reverse=True)


def test_over_achievement_is_flagged_until_a_cause_is_given() -> None:
    row = indicator("1", "产出指标", "50")
    flagged = project_card(indicator=[row], actual=reported("1", value="14人"))
    assert find(flagged, "1").flags == ("超过目标 30% 以上，没有说明原因",)
    at_limit = project_card(indicator=[row], actual=reported("1", value="13人"))
    assert find(at_limit, "1").flags == ()
    caused = project_card(
        indicator=[row], actual=[{"indicator": "1", "value": "14人", "deviation_cause": "报名超出预期"}]
    )
    assert find(caused, "1").flags == ()
    assert find(caused, "1").cause == "报名超出预期"


def test_a_missed_target_is_flagged_until_a_cause_is_given() -> None:
    card = project_card(indicator=[indicator("1", "产出指标", "50")], actual=reported("1", value="9人"))
    assert find(card, "1").flags == ("没有达到目标，没有说明原因",)


def test_a_standard_may_deduct_over_achievement(tmp_path: Path) -> None:
    standard = own(tmp_path, '[project.over_achievement]\ntreatment = "deduct"\nrate = 1\n')
    card = project_card(standard, indicator=FULL, actual=reported("1", value="14人"))
    assert find(card, "1").score == 45


def test_a_default_share_of_a_tier_is_an_assumption(tmp_path: Path) -> None:
    row = indicator("1", "产出指标", "50", target="") | {"target_form": "定性", "target_text": "继续开展"}
    scores, facts = scored(
        own(tmp_path, DEFAULT_SHARES),
        project=PROJECT,
        indicator=[row],
        actual=[{"indicator": "1", "attainment": "达成"}],
    )
    assert find(scores.projects[0], "1").score == 45
    [source] = facts["科普.指标1.定性得分率"].sources
    assert isinstance(source, Assumption)
    assert "90%" in source.text


def test_execution_without_a_budget_is_not_assessable() -> None:
    [card] = scored(project=[{"code": "A", "name": "科普", "adjusted_budget": "0", "outturn": "5"}])[
        0
    ].projects
    assert card.indicators[0].score is None
    assert "为 0，不能作除数" in card.indicators[0].reason


def test_only_level_1_projects_are_scored() -> None:
    lines = [*PROJECT, {"code": "A1", "name": "明细", "parent": "A"}]
    assert [card.name for card in scored(project=lines)[0].projects] == ["科普"]


CHECKLIST = ("公开的内容符合规定", "公开的时限符合规定")


def department(**tables: Rows) -> dict[str, IndicatorScore]:
    card = scored("department-overall", **tables)[0].department
    assert card
    return {one.name: one for one in card.indicators}


def answers(*said: str) -> Rows:
    return [
        {"indicator": "预决算信息公开性", "item": item, "met": met}
        for item, met in zip(CHECKLIST, said, strict=False)
    ]


@pytest.mark.parametrize(
    ("said", "score_", "reason"),
    [
        (("是", "是"), Decimal(3), ""),
        (("是", "否"), Decimal("1.5"), ""),
        (("是", "不适用"), Decimal(3), ""),
        (("否", "不适用"), Decimal(0), ""),
        (("不适用", "不适用"), None, "「适用要点分」为 0，不能作除数"),
        (("是",), None, "《管理要点》缺少「预决算信息公开性」的 1 条自查结论"),
    ],
)
def test_a_checklist_earns_by_what_applies(
    said: tuple[str, ...], score_: Decimal | None, reason: str
) -> None:
    found = department(checklist=answers(*said))["预决算信息公开性"]
    assert (found.score, found.reason) == (score_, reason)


def test_an_unknown_point_of_the_checklist_is_refused_with_its_cell() -> None:
    wrong = [{"indicator": "预决算信息公开性", "item": "公开内容合规", "met": "是"}]
    with pytest.raises(InputProblems, match="您要的是不是「预决算信息公开性：公开的内容符合规定」") as caught:
        department(checklist=wrong)
    assert "第 2 行" in caught.value.problems[0]


def test_an_indicator_without_formula_is_reported_by_the_department() -> None:
    rows = [
        {"code": "Z", "level1": "满意度指标", "level2": "服务对象满意度", "name": "社会公众或服务对象满意度"}
    ]
    name = rows[0]["name"]
    assert department(indicator=rows, actual=[{"indicator": "Z", "value": "85%"}])[name].score == Decimal(
        "5.6"
    )
    assert (
        "单位应当是 %"
        in department(indicator=rows, actual=[{"indicator": "Z", "value": "85人"}])[name].reason
    )
    assert "不是数字" in department(indicator=rows, actual=[{"indicator": "Z", "text": "满意"}])[name].reason
    assert department(indicator=rows)[name].reason == "未报告实际完成值"
    assert department()[name].reason.startswith("没有填报「社会公众或服务对象满意度」")


def test_a_rate_of_counters_is_open_while_results_are_unknown() -> None:
    rows = [indicator("1", "产出指标", "50"), indicator("2", "产出指标", "30")]
    half = department(project=PROJECT, indicator=rows, actual=reported("1"))["实际完成率"]
    assert half.reason == "实际值「50至100%」不是确数，得分在 4 至 8 之间"
    known = department(project=PROJECT, indicator=rows, actual=[*reported("1"), *reported("2", value="0人")])
    assert known["实际完成率"].score == 4


def test_an_indicator_may_build_on_another_in_any_order(tmp_path: Path) -> None:
    text = """
[standard]
code = "own"
title = "自定"
version = "1"
inherits = "department-overall"
[[department.indicators]]
name = "绩效目标合理性"
rule = { kind = "linear" }
formula = "100 - 预算完成率 / 3"
"""
    (tmp_path / "s.toml").write_text(text, encoding="utf-8")
    standard = load_standard("s.toml", base=tmp_path, year=2021)
    statement = [{"line": "本年支出合计", "adjusted_budget": "3", "outturn": "2"}]
    card = scored(standard, statement=statement)[0].department
    assert card
    # 100 - (200/3)/3 = 77.7..., of 3 points 2.33
    assert card.indicators[0].score == Decimal("2.33")


def test_scores_round_the_true_value_not_its_28_digits(tmp_path: Path) -> None:
    text = """
[standard]
code = "own"
title = "自定"
version = "1"
inherits = "department-overall"
[[department.indicators]]
name = "绩效目标合理性"
rule = { kind = "linear", full_at = 1 }
formula = "预算完成率 * 3 / 100 - 0.995"
"""
    (tmp_path / "s.toml").write_text(text, encoding="utf-8")
    standard = load_standard("s.toml", base=tmp_path, year=2021)
    statement = [{"line": "本年支出合计", "adjusted_budget": "3", "outturn": "1"}]
    card = scored(standard, statement=statement)[0].department
    assert card
    # 1/3 * 3 - 0.995 = 0.005 exactly; times 3 points 0.015, a tie that rounds up
    assert card.indicators[0].score == Decimal("0.02")


def test_every_score_fact_can_say_where_it_comes_from() -> None:
    _, facts = scored("lishui", project=PROJECT, indicator=FULL, actual=reported("1", "2"))
    for key, fact in facts.items():
        if key.endswith((".得分", ".等级")):
            assert fact.derivation, key
            assert all(name in facts for name in fact.derivation.inputs), key
        assert fact.value is not None or fact.reason, key


def test_the_same_input_gives_the_same_results() -> None:
    package = package_from_tables({"project": PROJECT, "indicator": FULL, "actual": reported("1", "2")})
    standard = load_standard("lishui", year=2021)
    first, second = (evaluate(package, core_catalogue(), standard) for _ in range(2))
    assert first == second
    assert list(first.facts) == list(second.facts)
    other = load_standard("yueyang", year=2021)
    assert evaluate(package, core_catalogue(), other).digest != first.digest


def test_a_peak_inside_the_range_of_an_approximate_value_is_seen(tmp_path: Path) -> None:
    strict = '[project.rules]\n"=" = { kind = "equal", strict = true }\n'
    row = indicator("1", "产出指标", "50", target="275人") | {"target_form": "="}
    card = project_card(own(tmp_path, strict), indicator=[row], actual=reported("1", value="近280人"))
    assert find(card, "1").reason == "实际值「近280人」不是确数，得分在 0 至 50 之间"


@settings(deadline=None)
@given(low=st.integers(1, 400), width=st.integers(1, 200), target=st.integers(1, 400))
def test_an_approximate_value_is_scored_only_if_every_value_in_its_range_scores_alike(
    low: int, width: int, target: int
) -> None:
    standard = load_standard("project-self-evaluation", year=2021)
    row = indicator("1", "产出指标", "50", target=f"{target}人")
    found = find(
        project_card(standard, indicator=[row], actual=reported("1", value=f"{low}—{low + width}人")), "1"
    )
    ends = [
        find(project_card(standard, indicator=[row], actual=reported("1", value=f"{number}人")), "1").score
        for number in (low, low + width)
    ]
    assert found.score == (ends[0] if ends[0] == ends[1] else None)
