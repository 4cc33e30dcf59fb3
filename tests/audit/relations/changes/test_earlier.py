from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def shares(claims: list[str]) -> list[str]:
    return [claim for claim in claims if claim.startswith("share")]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("本年支出合计[80.00万元]。", "本年支出合计"),
        ("2023年度全市公共预算收入完成[80.00万元]。", "公共预算收入"),
        ("项目支出[80.00万元]。", "项目支出预算"),
        ("公务接待费支出决算[80.00万元]。", "公务接待费"),
        ("年度计划投资[80.00万元]。", "年度投资计划"),
    ],
)
@pytest.mark.parametrize("parted", ["", "\n"])
def test_a_figure_is_found_by_its_name(stated: Stated, told: str, name: str, parted: str) -> None:
    found = shares(stated(f"{told}{parted}材料费[20.00万元]，占{name}的[52%]。"))
    assert found == ["share fail 20.00 ÷ 80.00 × 100 = 25.00 ≠ 52.00"]


@pytest.mark.parametrize(
    "text",
    [
        "甲公共预算收入[80.00万元]。\n乙公共预算收入[90.00万元]。\n税收[20.00万元]，占公共预算收入的[52%]。",
        "年度计划[80.00万元]。\n年度计划[90.00万元]。\n完成[20.00万元]，占年度计划的[52%]。",
        "入库[800人]。\n入选[20.00万元]，占入库的[52%]。",
    ],
)
def test_a_name_of_two_figures_tells_neither(stated: Stated, text: str) -> None:
    assert shares(stated(text)) == []


def test_the_line_goes_before_the_document(stated: Stated) -> None:
    text = "年度投资计划[80.00万元]。\n年度计划投资[40.00万元]，完成投资[30.00万元]，占年度投资计划的[75%]。"
    assert shares(stated(text)) == ["share pass 30.00 ÷ 40.00 × 100 = 75.00"]


def test_a_total_called_budget_is_the_budget_a_later_paragraph_goes_on_about(stated: Stated) -> None:
    total = "2024年“四项”经费预算总额为[3.6万元]，其中印刷费[1.5万元]，差旅费[2.1万元]。"
    change = "2024年“四项”经费预算数比2023年预算数减少[0.4万元]，减幅[{}]。"

    assert "growth pass 0.40 ÷ (3.60 + 0.40) × 100 = 10.00" in stated(f"{total}\n{change.format('10%')}")
    assert any(claim.startswith("growth fail") for claim in stated(f"{total}\n{change.format('0.1%')}"))
