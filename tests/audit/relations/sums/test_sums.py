from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("本年支出[80万元]，其中基本支出[50万元]、项目支出[30万元]。", ["sum pass 50.00 + 30.00 = 80.00"]),
        ("本年支出[80万元]。其中：基本支出[50万元]；项目支出[30万元]。", ["sum pass 50.00 + 30.00 = 80.00"]),
        ("接待费[2.5万元]，其中国内[2.5万元]，国外[0万元]。", ["sum pass 2.50 + 0.00 = 2.50"]),
        ("桌子[12张]、椅子[30张]和柜子[8张]，共[50张]。", ["sum pass 12 + 30 + 8 = 50"]),
        ("三类稿件分别为[12]、[30]和[8篇]，合计[50篇]。", ["sum pass 12 + 30 + 8 = 50"]),
        (
            "经费[80.10万元]，其中材料[50.06万元]，差旅[30.05万元]。",
            ["sum pass 50.06 + 30.05 = 80.11 ≠ 80.10"],
        ),
    ],
)
def test_parts_that_add_up_claim_a_sum(stated: Stated, text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "本年支出[80万元]，其中基本支出[50万元]、项目支出[20万元]。",  # a division that leaves nothing over
        "收入[90万元]，其中拨款收入[50万元]，事业收入[20万元]，其他收入[10万元]。",  # the rest is named
        "经费[952.48万元]，其中甲县[517.29万元]，乙县[335.19万元]。",  # one digit away
        "经费[517.92万元]，其中甲县[317.29万元]，乙县[200万元]。",  # two digits swapped
        "桌子[12张]、椅子[30张]，共[43张]。",
    ],
)
def test_a_sum_that_should_close_and_does_not_fails(stated: Stated, text: str) -> None:
    assert [claim.split()[:2] for claim in stated(text)] == [["sum", "fail"]]


@pytest.mark.parametrize(
    "text",
    [
        "学员[500人]，其中党员[300人]，女学员[250人]。",
        "资金[1000万元]，其中教育[300万元]，卫生[200万元]。",
        "基金[10000万元]，其中教育[3000万元]，卫生[2000万元]。",
        "代表[200人]，其中机关[80人]、乡镇[60人]、企业[40人]等。",
        "资金[652.48万元]，其中主要包括教育[317.29万元]、卫生[335.91万元]。",
        "接待[2批次]、[26人次]，其中外宾[0批次]、[0人次]。",
    ],
)
def test_a_partial_list_claims_nothing(stated: Stated, text: str) -> None:
    assert stated(text) == []


def test_parts_of_parts_are_not_added_again(stated: Stated) -> None:
    text = "支出[90万元]，其中基本支出[60万元]（其中人员经费[45万元]、公用经费[15万元]），项目支出[30万元]。"
    assert stated(text) == ["sum pass 60.00 + 30.00 = 90.00", "sum pass 45.00 + 15.00 = 60.00"]


def test_a_list_that_goes_into_one_of_its_parts_is_not_added_up(stated: Stated) -> None:
    text = "机构[1082个]，其中医院[390个]，医院里公立[120个]，民营[270个]，站所[680个]，其他[14个]。"
    assert not [one for one in stated(text) if one.startswith("sum fail")]


@pytest.mark.parametrize("end", ["；", "，"])
def test_what_is_mainly_in_a_part_is_not_added_again(stated: Stated, end: str) -> None:
    text = f"补助[900万元]，其中一般性补助[617万元]，主要是体制补助[420万元]，结算补助[197万元]{end}专项补助[150万元]。"
    assert not [one for one in stated(text) if one.startswith("sum fail")]


def test_a_bracket_that_opens_and_closes_ends_no_part_of_a_part(stated: Stated) -> None:
    text = "收入[900万元]，由两部分构成：一是补助[617万元]，其中一般(体制)[420万元]、专项(农林)[197万元]；二是结余[283万元]。"
    assert "sum pass 617.00 + 283.00 = 900.00" in stated(text)
    assert not [one for one in stated(text) if one.startswith("sum fail")]


def test_a_numbered_list_may_tell_one_of_its_parts_within_another(stated: Stated) -> None:
    text = "收入[931万元]，构成：一是补助[617万元]，其中一般[420万元]、专项[197万元]，基金[31万元]；二是结余[283万元]。"
    assert "sum pass 617.00 + 31.00 + 283.00 = 931.00" in stated(text)
    assert not [one for one in stated(text) if one.startswith("sum fail")]


def test_a_numbered_list_that_does_not_add_up_fails_with_all_its_parts(stated: Stated) -> None:
    text = "收入[955万元]，由三部分构成：一是税收[600万元]；二是补助[200万元]；三是结余[128万元]。"
    assert "sum fail 600.00 + 200.00 + 128.00 = 928.00 ≠ 955.00" in stated(text)


def test_what_parts_are_compared_with_is_no_part(stated: Stated) -> None:
    text = "收入[80万元]，其中拨款收入[60万元]，比上年增加[10万元]；其他收入[20万元]。"
    assert stated(text) == ["sum pass 60.00 + 20.00 = 80.00"]


LIST = """项目经费年初预算[{0}万元]，实际支付[{1}万元]。其中：
<1、>第一期工程预算[40.12万元]，实际支付[35.5万元]。
<2、>第二期工程预算[60.34万元]，实际支付[44.25万元]。"""


def test_each_column_of_a_list_adds_to_its_total(stated: Stated) -> None:
    found = stated(LIST.format("100.46", "79.75"))
    assert found == ["sum pass 40.12 + 60.34 = 100.46", "sum pass 35.50 + 44.25 = 79.75"]


def test_a_column_must_close_when_its_sister_does(stated: Stated) -> None:
    found = stated(LIST.format("100.46", "72"))
    assert found[-1] == "sum fail 35.50 + 44.25 = 79.75 ≠ 72.00"


def test_lists_inside_items_belong_to_their_item(stated: Stated) -> None:
    text = """经费合计[30万元]。
<（1）>科普项目[10万元]。
<一是>活动[4万元]。
<二是>展览[6万元]。
<（2）>学会项目[20万元]。
<一是>论坛[12万元]。
<二是>资助[8万元]。"""
    assert sorted(stated(text)) == [
        "sum pass 10.00 + 20.00 = 30.00",
        "sum pass 12.00 + 8.00 = 20.00",
        "sum pass 4.00 + 6.00 = 10.00",
    ]


@pytest.mark.parametrize(
    "piece", ["其中[3万元]，", "其中", "，共[3人]", "占总额的[3%]，", "比上年增加[3人]，增长[3%]，"]
)
def test_hostile_text_makes_no_sum(stated: Stated, piece: str) -> None:
    claims = stated("收入[9万元]，" + piece * 2_000 + "。")
    assert not any(claim.startswith("sum pass") for claim in claims)


def test_parts_in_brackets_belong_to_the_part_before_them(stated: Stated) -> None:
    found = stated("投入[90万元]，其中：教育[60万元]（小学[25万元]、中学[35万元]），卫生[30万元]。")
    assert sorted(claim.split()[1] for claim in found) == ["pass", "pass"]


@pytest.mark.parametrize(
    "text",
    [
        "贷款[864862万元]，其中：短期[644445万元]，长期[143595万元]，贴现[76817万元]。",  # 5 may be of other kinds
        "贷款[27.09亿元]，其中，短期[13.03亿元]，长期[11.06亿元]，贴现[2.96亿元]。",  # 0.04, which one digit explains too
        "货运量[48.3万吨]，其中，公路[35.5万吨]，水路[8.4万吨]。",  # 43.8 would be 48.3 with two digits swapped, 43.9 is not
    ],
)
def test_a_little_left_over_by_an_open_list_proves_nothing(stated: Stated, text: str) -> None:
    assert stated(text) == []


def test_a_total_of_the_first_few_is_none_of_all(stated: Stated) -> None:
    text = "受访[600户]，很满意[372户]、较满意[183户]、一般[34户]、不满意[11户]，前两档合计[555户]。"
    assert not any("fail" in claim for claim in stated(text))


def test_parts_of_the_first_part_are_no_parts_of_the_whole(stated: Stated) -> None:
    text = "支出[36.47亿元]。其中民生支出[31.05亿元]：教育[9.06亿元]，社保[7.35亿元]，卫生[4.21亿元]，农林水[10.43亿元]。"
    assert not any("fail" in claim for claim in stated(text))


def test_what_is_joined_by_and_goes_on_with_the_name_before_it(stated: Stated) -> None:
    text = "前年、去年分别流失[137人]和[168人]，[两年]共流失[{}]，同期新招[291人]。"
    assert "sum pass 137 + 168 = 305" in stated(text.format("305人"))
    assert "sum fail 137 + 168 = 305 ≠ 405" in stated(text.format("405人"))


@pytest.mark.parametrize(
    "told",
    ["分主要税种看：", "分税种看，", "主要税种中，", "主要收入项目情况如下：", "主要支出科目："],
)
def test_the_main_kinds_of_a_thing_need_not_come_to_it(stated: Stated, told: str) -> None:
    text = f"税收[198.5亿元]，增长[5.5%]。{told}其中甲税[23.4亿元]，乙税[72.5亿元]，丙税[72.8亿元]。"
    assert not [one for one in stated(text) if "fail" in one]
