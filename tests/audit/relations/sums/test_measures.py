from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]

BUYING = (
    "全年采购项目[{whole}个]，预算金额共计[843.52万元]，实际采购金额共计[771.18万元]。"
    "其中货物类采购项目[120个]，预算金额[421.30万元]，实际采购金额[{goods}万元]。"
    "工程类采购项目[88个]，预算金额[291.22万元]，实际采购金额[270.07万元]。"
    "服务类采购项目[113个]，预算金额[131.00万元]，实际采购金额[111.00万元]。"
)
PLACES = (
    "全区重点项目共[46项]。年度计划投资[71.25万元]。\n1至11月，完成投资[69.83万元]。其中：\n"
    "市级重点[12项]，年度计划投资[30.05万元]。1至11月完成投资[{first}万元]。\n"
    "区级重点[20项]，年度计划投资[26.10万元]。1至11月完成投资[25.33万元]。\n"
    "镇级重点[14项]，年度计划投资[15.10万元]。1至11月完成投资[15.00万元]。"
)


def sums(claims: list[str]) -> list[str]:
    return [one.removeprefix("sum ") for one in claims if one.startswith("sum ")]


def test_everything_told_of_each_part_is_a_sum_whatever_parts_the_sentences(stated: Stated) -> None:
    assert sorted(sums(stated(BUYING.format(whole=321, goods="390.11")))) == [
        "pass 120 + 88 + 113 = 321",
        "pass 390.11 + 270.07 + 111.00 = 771.18",
        "pass 421.30 + 291.22 + 131.00 = 843.52",
    ]
    assert sorted(sums(stated(PLACES.format(first="29.50")))) == [
        "pass 12 + 20 + 14 = 46",
        "pass 29.50 + 25.33 + 15.00 = 69.83",
        "pass 30.05 + 26.10 + 15.10 = 71.25",
    ]


def test_what_is_told_beside_a_sum_that_adds_up_should_add_up(stated: Stated) -> None:
    assert "fail 390.99 + 270.07 + 111.00 = 772.06 ≠ 771.18" in sums(
        stated(BUYING.format(whole=321, goods="390.99"))
    )
    assert "fail 120 + 88 + 113 = 321 ≠ 421" in sums(stated(BUYING.format(whole=421, goods="390.11")))
    assert "fail 32.50 + 25.33 + 15.00 = 72.83 ≠ 69.83" in sums(stated(PLACES.format(first="32.50")))


@pytest.mark.parametrize(
    "text",
    [
        "甲厂产值[320.5万元]，利润[32.2万元]；乙厂产值[415.3万元]，利润[41.1万元]；丙厂产值[735.9万元]，利润[80.6万元]。",
        "总投资[519.86万元]，计划投资[45.67万元]。市里概算投资[140.16万元]，计划投资[19.00万元]。县里概算投资[221.76万元]，计划投资[26.67万元]。",
        "产值[3.5万元]。甲厂产值[1.5万元]，用工[26人]。乙厂产值[1.2万元]，用工[31人]。",
        "全市[45个]项目中，已开工[41个]，完成投资[27.3万元]。其中，[18个]交通项目完成投资[11.5万元]，[15个]产业项目完成[9.8万元]，[12个]民生项目完成[6.0万元]。",
    ],
    ids=["no whole", "other words", "nothing closes", "no head"],
)
def test_what_only_looks_alike_claims_no_broken_sum(stated: Stated, text: str) -> None:
    assert not [one for one in sums(stated(text)) if one.startswith("fail")]


def test_the_total_may_come_last(stated: Stated) -> None:
    text = "投入指标[15分]，得[14.5分]；过程指标[25分]，得[23.4分]；产出指标[30分]，得[27.6分]；效果指标[30分]，得[26.5分]；合计得分[{}分]。"
    assert sums(stated(text.format("92.0"))) == ["pass 14.5 + 23.4 + 27.6 + 26.5 = 92"]
    assert sums(stated(text.format("90.2"))) == ["fail 14.5 + 23.4 + 27.6 + 26.5 = 92.0 ≠ 90.2"]


def test_headings_may_name_the_parts(stated: Stated) -> None:
    text = (
        "综合得分[{}分]。\n（一）决策指标。满分[15分]，得分[14分]。\n（二）过程指标。满分[25分]，得分[22.5分]。\n"
        "（三）产出指标。满分[35分]，得分[33分]。\n（四）效益指标。满分[25分]，得分[23.5分]。"
    )
    assert sums(stated(text.format("93"))) == ["pass 14.0 + 22.5 + 33.0 + 23.5 = 93"]
    assert sums(stated(text.format("98"))) == ["fail 14.0 + 22.5 + 33.0 + 23.5 = 93 ≠ 98"]


def test_zeros_and_long_texts_are_no_matter(stated: Stated) -> None:
    assert not [
        one for one in sums(stated("甲村补助[0万元]。乙村补助[0万元]。丙村补助[0万元]。")) if "fail" in one
    ]
    assert not sums(stated("".join(f"村补助[{number}.37万元]。" for number in range(11, 400))))
