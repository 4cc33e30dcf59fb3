"""WX336 to WX338 and WX344: copied benefits, indicators under the wrong heading, scores that are too good."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.finding import Finding

Marked = Callable[[str, str], list[str]]
FoundIn = Callable[[str, str], list[Finding]]

SERVICES = (
    "\t服务名称\t计划\t实际\n公共服务\t讲座\t{}\t{}\n\t效益名称\t计划\t实际\n取得的效益\t讲座\t{}\t{}\n"
)
PLAN = "组织全县中小学开展科普讲座，编印宣传手册"


def test_a_benefit_in_the_words_of_the_output_is_a_copy(marked: Marked) -> None:
    text = SERVICES.format(PLAN, "讲了12场", f"{PLAN}。", "学生兴趣提高")
    assert marked("WX336", text) == [f"{PLAN}。", PLAN]


@pytest.mark.parametrize("benefit", ["参训学生科学知识测试合格率提高到92%", "≥95%", ""])
def test_other_words_and_bare_figures_are_no_copy(marked: Marked, benefit: str) -> None:
    assert marked("WX336", SERVICES.format(benefit and PLAN, "≥95%", benefit, "≥95%")) == []


def test_plan_and_actual_may_both_be_copies(marked: Marked) -> None:
    done = "已经组织全县中小学开展科普讲座"
    text = SERVICES.format(PLAN, done, PLAN, done)
    assert marked("WX336", text) == [PLAN, PLAN, done, done]


def test_services_and_benefits_may_share_their_names(marked: Marked) -> None:
    assert marked("WX336", SERVICES.format("12场", "12场", "80%", "82%")) == []


INDICATOR = "二级指标\t三级指标\t年度指标值\t实际完成值\n{}\t{}\t100%\t100%\n"


@pytest.mark.parametrize(
    ("heading", "name", "is_wrong"),
    [
        ("数量指标", "补贴发放及时率", True),
        ("时效指标", "补贴发放及时率", False),
        ("时效指标", "验收合格率", True),
        ("质量指标", "验收合格率", False),
        ("质量指标", "培训人数", True),
        ("社会效益指标", "受益人数", False),
        ("社会效益指标", "群众满意度", False),
        ("质量指标", "群众满意度", True),
        ("服务对象满意度指标", "群众满意度", False),
        ("产出指标", "补贴发放及时率", False),
        ("数量、质量指标", "补贴发放及时率", False),
    ],
)
def test_an_indicator_stands_under_the_class_it_is_named_after(
    marked: Marked, heading: str, name: str, *, is_wrong: bool
) -> None:
    assert marked("WX337", INDICATOR.format(heading, name)) == ([name] if is_wrong else [])


def scores(*pairs: tuple[str, str]) -> str:
    rows = "".join(
        f"事项{number}\t3件\t3件\t{weight}\t{score}\n" for number, (weight, score) in enumerate(pairs)
    )
    return f"三级指标\t目标值\t实际完成值\t分值\t得分\n{rows}"


def test_five_full_scores_are_too_good(found_in: FoundIn) -> None:
    (finding,) = found_in("WX338", scores(*[("20", "20")] * 4, ("10", "10.0")))
    assert finding.message == "表中 5 个指标的得分全部等于分值"


@pytest.mark.parametrize("pairs", [[("20", "20")] * 4, [*[("20", "20")] * 5, ("10", "9.5")]])
def test_few_scores_or_one_below_are_not(found_in: FoundIn, pairs: list[tuple[str, str]]) -> None:
    assert found_in("WX338", scores(*pairs)) == []


MISSED = "三级指标\t年度指标值\t实际完成值\t分值\t得分\n甲事\t≥20次\t{}\t20\t{}\n乙事\t≥4次\t{}\t20\t20\n"


@pytest.mark.parametrize(
    ("actual", "score", "other", "unearned"),
    [
        ("18次", "20", "5次", ["甲事"]),
        ("18次", "18", "5次", []),
        ("21次", "20", "5次", []),
        ("", "20", "5次", ["甲事"]),
        ("", "20", "", []),
    ],
)
def test_a_full_score_is_earned(
    marked: Marked, actual: str, score: str, other: str, unearned: list[str]
) -> None:
    assert marked("WX344", MISSED.format(actual, score, other)) == unearned


def weighted(*weights: str) -> str:
    blocks = zip(("产出指标", "效益指标", "满意度指标"), weights, strict=False)
    rows = "".join(f"{block}\t{block}之一\t3件\t3件\t{weight}\t1\n" for block, weight in blocks)
    return f"一级指标\t三级指标\t目标值\t实际完成值\t分值\t得分\n{rows}"


@pytest.mark.parametrize(
    ("weights", "total"),
    [
        (("50", "30", "10"), ""),
        (("60", "30", "10"), ""),
        (("50", "30", "15"), "50 + 30 + 15 = 95"),
        (("50.5", "30", "10"), "50.5 + 30 + 10 = 90.5"),
        (("50", "30", ""), ""),
        (("50", "30"), ""),
    ],
)
def test_the_weights_of_a_whole_form_make_a_hundred(
    found_in: FoundIn, weights: tuple[str, ...], total: str
) -> None:
    assert "".join(finding.arithmetic for finding in found_in("WX345", weighted(*weights))) == total
