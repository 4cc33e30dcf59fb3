from __future__ import annotations

import pytest

from wenxiao.audit.relations.ratios.whole_names import Likeness, is_any_whole, likeness, says


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("总支出", "2022年市级一般公共预算总支出安排", Likeness.TOTAL),
        ("全市出口总额", "全年出口", Likeness.SAME),
        ("小麦播种总面积", "播种小麦面积", Likeness.SAME),
        ("公务接待费", "公务接待费支出决算", Likeness.SAME),
        ("可支配收入", "全县农村居民人均可支配收入为", Likeness.ENDS),
        ("拨款预算", "年初财政拨款则由去年的", Likeness.ENDS),
        ("外贸总值", "我省货物进出口总值", Likeness.ALIKE),
        ("转移支付", "税收返还和转移支付", Likeness.ALIKE),
        ("出口总值", "货物进出口总值", Likeness.ALIKE),
        ("总支出", "县本级支出", Likeness.ALIKE),
        ("养老床位", "小学在校生", Likeness.NONE),
        ("“三公”经费支出决算", "“三公”经费支出预算为", Likeness.NONE),
    ],
)
def test_a_name_is_compared_without_scope_and_total(name: str, label: str, expected: Likeness) -> None:
    assert likeness(name, label) is expected


@pytest.mark.parametrize("name", ["", "总量", "全市总量", "同期总数", "全部"])
def test_what_only_says_all_is_no_name(name: str) -> None:
    assert is_any_whole(name)


def test_a_denied_name_is_not_said() -> None:
    assert says("累计完成税收收入", "税收")
    assert not says("累计完成非税收入", "税收")
