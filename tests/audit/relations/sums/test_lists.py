from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.sums.item_lists import lists_of
from wenxiao.documents.text import document_of

Stated = Callable[[str], list[str]]


def sums(claims: list[str]) -> list[str]:
    return [claim.removeprefix("sum ") for claim in claims if claim.startswith("sum")]


def test_items_that_tell_different_things_are_added_by_what_each_tells_first(stated: Stated) -> None:
    text = """募集资金[362.85万元]。其中：
<1.>捐款[220.85万元]，有[31人]；
<2.>企业[130万元]（含[100万元]定向）；
<3.>增值[12万元]。"""
    assert "pass 220.85 + 130.00 + 12.00 = 362.85" in sums(stated(text))


@pytest.mark.parametrize(
    "opening",
    ["支出[345.73万元]，如下：", "支出[345.73万元]，分列于后。", "支出[345.73万元]。具体如下：\n按来源分。"],
)
def test_a_slip_parts_a_list_from_the_sentence_before_it(stated: Stated, opening: str) -> None:
    text = f"{opening}\n<1.>公益[104.42万元]；\n<2.>拨款[220.43万元]；\n<3.>其他[15.88万元]。"
    assert sums(stated(text)) == ["fail 104.42 + 220.43 + 15.88 = 340.73 ≠ 345.73"]


OUTLINE = """部门预算收入[743.31万元]，实际支出[743.31万元]。
基本支出[446.58万元]，都已支付。
<(1)>普及收入[100万元]，支出[100万元]。
<一是>活动[80万元]，支付[80万元]。
<二是>纲要[20万元]，支付[20万元]。
<(2)>学会收入[{0}万元]，支出[{0}万元]。"""


def test_one_part_before_a_list_and_the_list_make_the_whole(stated: Stated) -> None:
    found = sums(stated(OUTLINE.format("196.73")))
    assert found.count("pass 446.58 + 100.00 + 196.73 = 743.31") == 2
    assert "pass 80.00 + 20.00 = 100.00" in found


def test_what_is_not_told_before_a_list_is_not_looked_for(stated: Stated) -> None:
    assert all("446.58" not in claim for claim in sums(stated(OUTLINE.format("196.72"))))


def test_thousands_of_items_are_no_list_of_one_whole(stated: Stated) -> None:
    claims = stated("支出[90.51万元]。\n" + "<(1)>甲[3.12万元]\n<一是>乙[1.17万元]\n" * 2_000)
    assert not any("90.51" in claim for claim in sums(claims))


@pytest.mark.parametrize("bullet", ["·", "——", "- ", "●"])
def test_bullets_make_a_list(stated: Stated, bullet: str) -> None:
    items = "\n".join(
        f"{bullet}{item}；" for item in ("场馆更新[265.4万元]", "基层科普[141.2万元]", "学会[88.6万元]")
    )
    text = f"收入[597.5万元]；支出[495.2万元]。分布：\n{items}\n人员[32.6万元]。"
    assert "pass 265.40 + 141.20 + 88.60 = 495.20" in sums(stated(text))


def test_the_next_paragraph_ends_a_list_of_bullets() -> None:
    items = "· 场馆265.4万元；\n· 基层141.2万元。\n"
    lines = lines_of(read(document_of(f"分布如下。\n{items}人员另列。\n{items}", "例.txt")))
    assert [len(one.items) for one in lists_of(lines)] == [2, 2]


def test_a_whole_may_stand_anywhere_before_its_list(stated: Stated) -> None:
    text = """支出[764.06万元]，含基本支出[446.06万元]（人员[398.21万元]），项目支出[318.00万元]。收支平衡。
明细为：
<1.>创作[120.00万元]；
<2.>出版[111.00万元]（全年[6期]）；
<3.>展演[87.00万元]。"""
    assert "pass 120.00 + 111.00 + 87.00 = 318.00" in sums(stated(text))


def test_numbers_in_parts_begin_a_list_anew(stated: Stated) -> None:
    text = """<1.1>上年结余[376.4万元]。
<1.2>当年支出[853.7万元]。
明细：
<2.1>补贴[473.6万元]。
<2.2>培训[252.8万元]。
<2.3>服务[127.3万元]。"""
    assert "pass 473.60 + 252.80 + 127.30 = 853.70" in sums(stated(text))


def test_a_whole_that_is_not_announced_is_not_what_a_list_should_come_to(stated: Stated) -> None:
    text = """销售额[17262亿元]，下降[16.7%]。
到位资金[20524亿元]。其中：
<1.>贷款[3419亿元]；
<2.>自筹[7762亿元]；
<3.>其他[6061亿元]。"""
    assert not [one for one in sums(stated(text)) if one.startswith("fail")]


def test_a_list_of_the_main_things_need_not_add_up(stated: Stated) -> None:
    text = "支出[345.73万元]，主要用于：\n· 公益[104.42万元]；\n· 拨款[220.43万元]；\n· 其他[10.88万元]。"
    assert not [one for one in sums(stated(text)) if one.startswith("fail")]
