from __future__ import annotations

import pytest

from wenxiao.audit.relations.sums.divisions import is_division, is_done_and_undone


@pytest.mark.parametrize(
    "labels",
    [
        ("基本支出", "项目支出"),
        ("其中人员经费支出", "日常公用经费支出"),
        ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"),
        ("公务用车购置费", "公务用车运行维护费"),
        ("其中优秀", "合格", "不合格"),
        ("税收收入", "非税收入"),
        ("其中：城镇常住人口", "乡村常住人口"),
        ("农业产值", "林业产值", "牧业产值", "渔业产值", "农林牧渔服务业产值"),
        ("第一产业增加值", "第二产业增加值", "第三产业增加值"),
        ("其中：在职人员", "离休人员", "退休人员"),
        ("行政编制", "参照公务员法管理事业编制", "事业编制", "工勤编制"),
        ("中央资金", "省级资金", "市级资金", "县级配套"),
        ("项目决策", "项目过程", "项目产出", "项目效益"),
        ("满意", "基本满意", "不满意"),
    ],
)
def test_parts_that_are_always_the_whole(labels: tuple[str, ...]) -> None:
    assert is_division(labels)
    assert is_division(labels[::-1])
    assert not is_division(labels[:1])


@pytest.mark.parametrize(
    "labels",
    [
        ("公务用车购置及运行维护费", "公务接待费"),  # one part cannot stand for two
        ("基本支出", "其中基本支出"),
        ("教育支出", "卫生健康支出"),
        ("中央资金", "省级资金", "市级资金"),  # whoever applies may pay as well
        ("一等奖", "二等奖", "三等奖"),  # others may have got a prize of merit
        (),
    ],
)
def test_other_lists_may_leave_something_out(labels: tuple[str, ...]) -> None:
    assert not is_division(labels)


def test_what_was_done_and_what_was_not_is_all() -> None:
    assert is_done_and_undone(("已完成整改", "正在整改"))
    assert is_done_and_undone(("已支付", "未支付"))
    assert not is_done_and_undone(("已验收", "未使用"))
    assert not is_done_and_undone(("已验收", "未验收", "不需验收"))
