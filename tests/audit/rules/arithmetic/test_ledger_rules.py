from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.example import SOUND, Example, grid
from wenxiao.audit.rules import RULES
from wenxiao.audit.rules.arithmetic.sums import EXPENDITURE_PARTS, INCOME_PARTS
from wenxiao.audit.run import apply
from wenxiao.audit.trial import ledger_of
from wenxiao.finding import Finding, Outcome, Severity, Verdict

amounts = st.decimals(min_value=0, max_value=100_000, places=2)

Found = Callable[[str, Example], Finding]
Outcomes = Callable[[str, Example], dict[str, Outcome]]


def statement(**lines: str) -> Example:
    return Example({"statement": tuple({"项目": line, "决算数": text} for line, text in lines.items())})


@given(
    income=st.lists(amounts, min_size=6, max_size=6),
    spent=st.lists(amounts, min_size=6, max_size=6),
    carried=amounts,
    planted=st.integers(1, 1_000_000),
    where=st.sampled_from(
        ("收入总计", "本年收入合计", "支出总计", "本年支出合计", "上年结转结余", "事业收入")
    ),
)
def test_generated_ledgers_add_up_and_one_planted_change_is_found(
    income: list[Decimal], spent: list[Decimal], carried: Decimal, planted: int, where: str
) -> None:
    total = carried + sum(income)
    lines = dict(zip(INCOME_PARTS, income, strict=True)) | dict(zip(EXPENDITURE_PARTS, spent, strict=True))
    lines |= {"上年结转结余": carried, "本年收入合计": sum(income, Decimal(0)), "收入总计": total}
    lines |= {"本年支出合计": sum(spent, Decimal(0)), "结余分配": Decimal(0), "支出总计": total}
    lines |= {"年末结转结余": total - sum(spent)}
    sums = [rule for rule in RULES if rule.code in {"WX101", "WX102", "WX103", "WX104"}]

    def failures(figures: dict[str, Decimal]) -> list[str]:
        example = statement(**{line: f"{value}" for line, value in figures.items()})
        return [outcome.rule for outcome in apply(sums, ledger_of(example)) if outcome.finding]

    assert failures(lines) == []
    assert failures({**lines, where: lines[where] + Decimal(planted) / 100})


def test_the_finding_names_the_parts_the_cells_and_the_difference(found: Found) -> None:
    finding = found("WX105", statement(基本支出="446.58", 人员经费="353.07", 公用经费="93.15"))
    assert finding.message == "基本支出（决算数）应等于 人员经费 + 公用经费，实际不等，差 0.36 万元"
    assert finding.arithmetic == "353.07 + 93.15 = 446.22 ≠ 446.58"
    assert [str(place) for place in finding.places] == [
        f"「示例」工作表「收支决算」第 {row} 行 B 列（决算数）" for row in (2, 3, 4)
    ]


def test_a_difference_that_rounding_explains_is_information_not_an_error(found: Found) -> None:
    finding = found("WX105", statement(基本支出="446.59", 人员经费="353.07", 公用经费="93.51"))
    assert finding.severity is Severity.INFO
    assert "差 0.01 万元" in finding.message
    assert "四舍五入" in finding.suggestion


@pytest.mark.parametrize(
    ("total", "verdict", "reason"),
    [
        ("800", Verdict.NOT_ASSESSABLE, "缺少：事业收入、经营收入"),
        ("734.04", Verdict.PASS, "734.04 + 0.00 + 0.00 + 0.00 = 734.04；未填的事业收入、经营收入只能是 0"),
        ("700", Verdict.FAIL, ""),
    ],
)
def test_blank_items_are_judged_by_what_the_others_leave_for_them(
    outcomes: Outcomes, total: str, verdict: Verdict, reason: str
) -> None:
    stated = {"财政拨款收入": "734.04", "上级补助收入": "0", "附属单位上缴收入": "0", "其他收入": "0"}
    found = outcomes("WX101", statement(本年收入合计=total, **stated))["本年收入合计（决算数）"]
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_blank_subtotal_is_replaced_by_its_own_parts(outcomes: Outcomes) -> None:
    parts = dict.fromkeys(INCOME_PARTS, "0") | {"财政拨款收入": "734.04"}
    found = outcomes("WX101", statement(收入总计="743.31", 上年结转结余="9.27", **parts))
    assert found["收入总计（决算数）"].verdict is Verdict.PASS
    assert found["本年收入合计（决算数）"].verdict is Verdict.NOT_ASSESSABLE


def test_used_reserves_count_where_they_are_filled(outcomes: Outcomes) -> None:
    lines = {"收入总计": "15", "上年结转结余": "2", "本年收入合计": "10", "使用非财政拨款结余": "3"}
    assert outcomes("WX101", statement(**lines))["收入总计（决算数）"].verdict is Verdict.PASS


def test_budget_columns_are_checked_too(found: Found) -> None:
    finding = found("WX103", SOUND.edit("statement", "收入总计", 年初预算数="201"))
    assert finding.subject == "支出总计（年初预算数）"


def test_every_item_of_the_three_public_costs_must_be_listed(outcomes: Outcomes) -> None:
    found = outcomes("WX108", SOUND.without("statement", "公务用车购置费"))
    assert {outcome.reason for outcome in found.values()} == {"缺少：公务用车购置费"}


def test_projects_paid_from_basic_expenditure_are_not_project_expenditure(outcomes: Outcomes) -> None:
    example = Example(
        {
            "statement": grid("项目 决算数", "项目支出 50"),
            "project": grid(
                "项目编号 项目名称 项目类别 全年执行数", "A 工资 人员类 80", "B 科普 特定目标类 50"
            ),
        }
    )
    assert outcomes("WX106", example)["项目支出（决算数）"].verdict is Verdict.PASS


def test_a_project_that_is_derived_from_its_lines_is_not_checked_against_them(outcomes: Outcomes) -> None:
    found = outcomes("WX107", SOUND.edit("project", "KP", 全年执行数=""))
    assert found["科学普及（全年执行数）"].verdict is Verdict.NOT_APPLICABLE
    assert found["科学普及（全年预算数）"].verdict is Verdict.PASS


def test_three_public_costs_are_held_against_the_original_budget_if_there_is_no_other(found: Found) -> None:
    example = Example({"statement": grid("项目 年初预算数 决算数", "三公经费 1.44 1.67")})
    assert found("WX109", example).arithmetic == "1.67 > 1.44 万元"


def test_three_public_costs_without_a_budget_cannot_be_judged(outcomes: Outcomes) -> None:
    found = outcomes("WX109", statement(三公经费="1.44"))
    assert found["三公经费"].reason == "缺少：三公经费的预算数"


def test_entries_start_from_the_stated_budget_if_no_approval_is_entered(outcomes: Outcomes) -> None:
    example = SOUND.without("budget_entry", "1")
    assert outcomes("WX110", example)["科普活动（全年预算数）"].verdict is Verdict.PASS
    found = outcomes("WX110", example.edit("budget_entry", "2", 金额="11"))["科普活动（全年预算数）"]
    assert found.finding is not None
    assert found.finding.arithmetic == "40.00 + 11.00 = 51.00 ≠ 50.00"


def test_approvals_add_up_to_the_original_budget(found: Found) -> None:
    example = SOUND.edit("budget_entry", "1", 金额="39").edit("budget_entry", "2", 金额="11")
    assert found("WX110", example).subject == "科普活动（年初预算数）"


def test_budgets_that_are_derived_from_entries_are_not_checked_against_them(outcomes: Outcomes) -> None:
    found = outcomes("WX110", SOUND.edit("project", "KP1", 年初预算数="", 全年预算数=""))
    assert found["科普活动（全年预算数）"].verdict is Verdict.NOT_APPLICABLE
    assert "科普活动（年初预算数）" not in found


def test_complete_execution_is_believed_where_the_original_budget_is_known(outcomes: Outcomes) -> None:
    known = SOUND.edit("project", "KP", 全年执行数="70").edit("project", "XS", 全年执行数="50")
    assert outcomes("WX112", known)["项目预算执行率"].verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("original", "adjusted", "verdict", "reason"),
    [
        ("100", "130", Verdict.PASS, "|130.00 万元 - 100.00 万元| ÷ 100.00 万元 × 100 = 30.00%"),
        ("100", "130.01", Verdict.FAIL, ""),
        ("100", "69.99", Verdict.FAIL, ""),
        ("0", "5", Verdict.NOT_ASSESSABLE, "年初预算数为 0，不能作除数"),
        ("-", "5", Verdict.NOT_ASSESSABLE, "缺少年初预算数"),
        ("-", "-", Verdict.NOT_ASSESSABLE, "缺少年初预算数、全年预算数"),
    ],
)
def test_the_adjustment_rate_is_exact_at_its_limit(
    outcomes: Outcomes, original: str, adjusted: str, verdict: Verdict, reason: str
) -> None:
    row = grid("项目编号 项目名称 年初预算数 全年预算数", f"RC 人才发展 {original} {adjusted}")
    found = outcomes("WX113", Example({"project": row}))["人才发展"]
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_negative_balance_fails(found: Found) -> None:
    finding = found("WX114", SOUND.edit("statement", "年末结转结余", 决算数="-6"))
    assert finding.message == "年末结转结余不应小于 0，差 6.00 万元"


def test_carry_in_without_last_years_figure_cannot_be_judged(outcomes: Outcomes) -> None:
    found = outcomes("WX114", statement(上年结转结余="9.27"))
    assert found["上年结转结余"].reason == "缺少：上年决算的年末结转结余"


def test_staff_over_the_establishment_and_a_second_count_are_two_findings(outcomes: Outcomes) -> None:
    staffing = grid("人员类别 人数", "编制数 8", "实有人数 10", "财政供养人员 9")
    found = outcomes("WX115", Example({"staffing": staffing}))
    assert [one.finding.arithmetic for one in found.values() if one.finding] == ["10 > 8 人", "10 ≠ 9"]


def test_payments_of_another_year_are_named(found: Found) -> None:
    finding = found("WX116", SOUND.edit("payment", "V3", 日期="2022-01-04"))
    assert finding.message == "1 笔支付的日期不在 2021 年：V3"


def test_payments_of_a_project_and_its_lines_add_up_together(outcomes: Outcomes) -> None:
    example = SOUND.edit("payment", "V2", 项目编号="KP")
    found = outcomes("WX116", example)
    assert found["科学普及（支付合计）"].verdict is Verdict.PASS
    assert "素质行动（支付合计）" not in found


def test_an_outturn_derived_from_payments_is_not_checked_against_them(outcomes: Outcomes) -> None:
    found = outcomes("WX116", SOUND.edit("project", "XS", 全年执行数=""))
    assert found["学术交流（支付合计）"].verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize("name", ["上年结转结余", "结转资金", "上年结转和结余资金", "财政拨款"])
def test_a_fund_source_is_no_project(found: Found, name: str) -> None:
    assert name in found("WX117", SOUND.edit("project", "KP2", 项目名称=name)).message


@pytest.mark.parametrize("name", ["912工程终端采购（上年结转）", "结转项目清理", "财政拨款绩效管理"])
def test_a_purpose_with_its_source_is_a_project(outcomes: Outcomes, name: str) -> None:
    found = outcomes("WX117", SOUND.edit("project", "KP2", 项目名称=name))
    assert {outcome.verdict for outcome in found.values()} == {Verdict.PASS}


@pytest.mark.parametrize(("weight", "verdict"), [("50", Verdict.PASS), ("-", Verdict.NOT_ASSESSABLE)])
def test_weights_are_summed_only_when_all_are_given(
    outcomes: Outcomes, weight: str, verdict: Verdict
) -> None:
    found = outcomes("WX119", SOUND.edit("indicator", "KP-01", 分值=weight.strip("-")))
    assert found["科学普及"].verdict is verdict


def test_an_empty_package_passes_nothing() -> None:
    verdicts = {outcome.verdict for outcome in apply(RULES, ledger_of(Example({})))}
    assert verdicts == {Verdict.NOT_APPLICABLE, Verdict.NOT_ASSESSABLE}
