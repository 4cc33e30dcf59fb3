from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("慰问[20人]，人均[300元]，共计[6000元]。", "pass"),
        ("慰问[20人]，人均[300元]，共计[7000元]。", "fail"),
        ("立项[64项]，资助经费[1920万元]，平均每项[35万元]。", "fail"),
        ("投入[480万元]，新建公厕[16座]，平均每座[30万元]。", "pass"),
        ("建筑面积[1.50万平方米]，每平方米造价[2000元]，总投资[3300万元]。", "fail"),
        ("举办[12期]，每期[50人]，共培训[60人次]。", "fail"),
        ("改造[2865户]，其中低保户[923户]。投入[5895万元]，平均每户[3万元]。", "fail"),
        ("购置[12台]，单价[5000元]，合计[6万元]。", "pass"),
        ("新建仓房[240.5平方米]，造价[2600元]每平方米，投资[62.53万元]。", "pass"),
        ("新建仓房[240.5平方米],造价[2600元]每平方米,投资[62.53万元]。", "pass"),
        ("新建仓房[200平方米]，造价[2600元]每平方米，共计[62万元]。", "fail"),
    ],
)
def test_a_total_is_each_times_number(stated: Stated, text: str, verdict: str) -> None:
    assert [claim.split()[:2] for claim in stated(text)] == [["product", verdict]]


@pytest.mark.parametrize("comma", ["，", ","])
def test_an_amount_behind_the_price_of_each_is_not_that_price(stated: Stated, comma: str) -> None:
    assert stated(f"新建仓房[240.5平方米]{comma}造价[2600元]每平方米{comma}投资[70万元]。") == []


def test_persons_are_not_counted_in_pieces(stated: Stated) -> None:
    assert stated("发放[20件]，人均[300元]，共计[7000元]。") == []


def test_each_may_follow_number_and_total_of_the_sentences_before(stated: Stated) -> None:
    found = stated("下拨[936万元]，改造厕所[3120户]。户均补助[3000元]。")
    assert [claim.split()[:2] for claim in found] == [["product", "pass"]]


@pytest.mark.parametrize(
    "text",
    [
        "救助[720人]，每人每月[640元]，发放[6240万元]。",
        "月人均补差[640元]，共[8130人]，发放[6240万元]。",
        "总投资[500万元]，财政资金[300万元]，建设[20座]，每座补助[16万元]。",
        "惠及[1200户]，人均增收约[3000元]，投入[90万元]。",
    ],
)
def test_an_average_that_needs_more_than_two_figures_is_left_alone(stated: Stated, text: str) -> None:
    assert [claim for claim in stated(text) if claim.startswith("product")] == []


@pytest.mark.parametrize(
    "text",
    [
        "救助[398人]，最高每人[1200元]，最低每人[300元]。",
        "期限[20年]，每年付息[457.5万元]，每年利息共[1209.5万元]。",
    ],
)
def test_what_some_get_or_a_year_costs_is_no_product(stated: Stated, text: str) -> None:
    assert not [claim for claim in stated(text) if "fail" in claim]
