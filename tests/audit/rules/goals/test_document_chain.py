"""WX335 and WX341 to WX343: goals, money and results form one chain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.finding import Finding

Marked = Callable[[str, str], list[str]]
FoundIn = Callable[[str, str], list[Finding]]

GOALS = "一、绩效目标\n{}\n二、目标完成情况\n{}"


@pytest.mark.parametrize(
    ("goal", "result", "unanswered"),
    [
        ("组织60名教师外出观摩。", "举办科普讲座22场。", ["组织60名教师外出观摩"]),
        ("组织60名教师外出观摩。", "教师外出观摩人数58人。", []),
        ("组织60名教师外出观摩。", "教师22人获奖，学生18人获奖。", ["组织60名教师外出观摩"]),
        ("组织60名教师外出观摩。", "教师外出观摩2批。", ["组织60名教师外出观摩"]),
        ("落实第十二届全会精神和“一个中心”要求。", "举办科普讲座22场。", []),
    ],
)
def test_a_goal_is_answered_by_the_same_thing_in_the_same_unit(
    marked: Marked, goal: str, result: str, unanswered: list[str]
) -> None:
    assert marked("WX335", GOALS.format(goal, result)) == unanswered


def test_without_a_part_on_results_nothing_is_missed(marked: Marked) -> None:
    assert marked("WX335", "一、绩效目标\n组织60名教师外出观摩。\n二、资金情况\n资金已到位。") == []


def test_a_sentence_of_results_needs_one_count_that_was_aimed_at(marked: Marked) -> None:
    result = "举办科普讲座22场，听众3000人次。编印宣传手册5000册。"
    assert marked("WX343", GOALS.format("举办科普讲座20场。", result)) == ["编印宣传手册5000册"]


def test_scores_are_no_results(marked: Marked) -> None:
    assert marked("WX343", GOALS.format("举办科普讲座20场。", "讲座质量得分为95分。")) == []


SPENT = "{}经费收入{}万元，实际支付{}万元。\n"


def spent(*amounts: tuple[str, str]) -> str:
    return "".join(SPENT.format(name, *pair) for name, pair in zip("甲乙丙丁戊", amounts, strict=False))


def test_four_lines_spent_to_the_last_are_told(found_in: FoundIn) -> None:
    (finding,) = found_in("WX341", spent(("20", "20"), ("12.50", "12.5"), ("31", "31"), ("8", "8")))
    assert finding.message == "4 处资金的收入（预算）与支出全部相等，执行率都是 100%"


@pytest.mark.parametrize(
    "amounts",
    [
        [("20", "20"), ("12", "12"), ("31", "31")],
        [("20", "20"), ("12", "12"), ("31", "31"), ("8", "7.90")],
    ],
)
def test_three_lines_or_one_with_a_rest_are_not(found_in: FoundIn, amounts: list[tuple[str, str]]) -> None:
    assert found_in("WX341", spent(*amounts)) == []


AIMS = "一、绩效目标\n举办科普讲座20场以上，听众不少于3000人次，发放资料5000份，建设示范站3个。\n二、项目支出情况\n"


@pytest.mark.parametrize(
    ("line", "unserved"),
    [
        ("安排科普讲座经费20万元。", []),
        ("安排精品图书采购经费20万元。", ["安排精品图书采购经费20万元"]),
        ("人员经费20万元，上年结转资金3万元。", []),
    ],
)
def test_money_needs_a_goal_that_takes_its_name_up(marked: Marked, line: str, unserved: list[str]) -> None:
    assert marked("WX342", AIMS + line) == unserved
    assert marked("WX342", "二、项目支出情况\n" + line) == []
