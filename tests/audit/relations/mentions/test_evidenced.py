"""Mentions of one value that rare words and digits show to be one thing."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import manuscript_of

TABLE = "【完成情况】\n\n| 指标 | 目标值 | 完成值 |\n|---|---|---|\n| 补种面积 | ≥3.6万亩 | 3.82万亩 |\n"


def equal_values(text: str) -> list[str]:
    """Give the values of the figures that are claimed equal."""
    claims = [one.claim for one in manuscript_of(text).judged if one.claim.kind.value == "equal"]
    return sorted(claim.result.figure.value for claim in claims if claim.result.figure)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三类工程合计结算417.36万元。\n\n审定价（即上述结算合计）417.36万元，核减8.15万元。\n", "4173600"),
        ("超范围列支工作经费23.47万元。\n\n工作经费超范围列支的23.47万元已归垫。\n", "234700"),
        (
            "市级留用部分中一般债券4.17亿元。\n\n上级转移支付增加2.3亿元，一般债券增加4.17亿元。\n",
            "417000000",
        ),
        ("添置压实机械23台（套）。\n\n按中标价付款，购得23台（套）。\n", "23"),
        ("2023年安排衔接资金6132万元。\n\n二、2024年计划\n\n使用衔接补助资金6132万元。\n", "61320000"),
        ("统筹整合涉农资金2101.905898万元。\n\n以上资金合计2101.905898万元。\n", "21019058.98"),
        ("加工类产业项目1个，共计650万元。\n\n3.某镇鲜果加工厂项目650万元。\n", "6500000"),
    ],
)
def test_digits_and_rare_words_show_one_thing(text: str, value: str) -> None:
    assert value in equal_values(text)


@pytest.mark.parametrize(
    "text",
    [
        "本年收入合计417.36万元。\n\n本月支出安排417.36万元。\n",
        "甲公司盈利41.7万元。\n\n乙协会捐款41.7万元。\n",
    ],
)
def test_what_only_has_the_same_value_is_not_claimed(text: str) -> None:
    assert equal_values(text) == []


def test_the_aim_of_prose_is_the_limit_in_a_form() -> None:
    text = f"年初设定：补种3.6万亩。\n\n实际完成：补种3.82万亩。\n\n{TABLE}"
    assert equal_values(text) == ["36000", "38200"]


def test_figures_that_differ_are_never_paired() -> None:
    assert equal_values("超范围列支工作经费23.47万元。\n\n超范围列支的28.47万元已归垫。\n") == []
