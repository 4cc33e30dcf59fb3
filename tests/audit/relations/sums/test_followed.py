from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def test_paragraphs_after_an_announcement_add_up_to_what_stands_before_it(stated: Stated) -> None:
    text = """全区公共支出[845.36亿元]，比上年多。分科目情况如下：
教育支出[393.94亿元]，用于学校。
卫生支出[381.42亿元]，用于医院，其中补助[20亿元]。
交通支出[70亿元]，用于道路。
另有基金支出[99亿元]。"""
    assert stated(text) == ["sum pass 3939400.00 + 3814200.00 + 700000.00 = 8453600.00"]


@pytest.mark.parametrize("told", ["[809.96万元]", "[890.96万元]"])
def test_a_list_that_begins_in_the_sentence_goes_on_in_paragraphs(stated: Stated, told: str) -> None:
    text = f"基本支出[881.30万元]，其中：人员经费{told}，主要包括工资。\n公用经费[71.34万元]，主要包括水电。"
    verdict = "pass" if told == "[809.96万元]" else "fail"
    assert [claim.split()[:2] for claim in stated(text)] == [["sum", verdict]]


def test_shares_that_make_a_hundred_end_the_list(stated: Stated) -> None:
    text = """项目支出预算[471.35万元]。其中：
设备支出[12万元]，占项目支出[2.56%]。
商品支出[426万元]，占项目支出[90.73%]。
补助支出[31.5万元]，占项目支出[6.71%]。"""
    assert stated(text)[-1] == "sum fail 12.00 + 426.00 + 31.50 = 469.50 ≠ 471.35"


@pytest.mark.parametrize(
    "text",
    [
        "支出[90.5万元]。其中：\n教育[30.2万元]。\n卫生[20.1万元]。",  # part of it only
        "支出[90.5万元]。其中：\n教育[90.5万元]。\n卫生[0万元]。",  # nothing is added
        "支出[50万元]。其中：\n教育[30次]。\n卫生[20次]。",
        "支出[90.5万元]。\n教育[45.3万元]。\n卫生[45.4万元]。",  # nothing announces a list
    ],
)
def test_what_need_not_be_the_whole_claims_nothing(stated: Stated, text: str) -> None:
    assert stated(text) == []


def test_many_announcements_of_one_part_are_not_called_wrong(stated: Stated) -> None:
    claims = stated("支出[90.5万元]，其中：\n教育[0.2万元]。\n" * 3_000)
    assert not any("fail" in claim for claim in claims)


def test_names_that_could_be_all_are_not_while_more_paragraphs_follow(stated: Stated) -> None:
    text = """三公经费[392.3万元]。其中：
公务接待费[63.8万元]，减少。
因公出国（境）费[6.2万元]，减少。
公务用车购置费[71.8万元]，更新。
公务用车运行费[250.5万元]，减少。"""
    assert [claim.split()[1] for claim in stated(text)] == ["pass"]
