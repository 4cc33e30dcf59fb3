"""WX432 to WX435: problems with causes and measures, measures with owners and dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.finding import Finding

FoundIn = Callable[[str, str], list[Finding]]


PROBLEMS = "一、存在的问题\n{}\n二、改进措施\n{}"


def test_measures_may_be_told_in_the_part_on_problems(found_in: FoundIn) -> None:
    assert found_in("WX432", "一、存在的问题\n部分设备闲置，使用率不高，下一步将统一调剂。") == []
    assert found_in("WX432", "一、存在的问题及整改情况\n部分设备闲置，已经全部调剂使用。") == []
    assert found_in("WX432", "一、其他需要说明的问题\n部分数据因四舍五入存在尾差。") == []


@pytest.mark.parametrize(
    ("problems", "measures", "is_told"),
    [
        ("1.设备闲置时间长。\n2.进度慢。", "1.调剂。\n2.通报。", False),
        ("1.设备闲置时间长。\n2.进度慢。", "（一）调剂。\n（二）通报。\n（三）培训。", True),
        ("设备闲置时间比较长。", "（一）调剂。\n（二）通报。", False),
        ("一是设备闲置时间长。\n二是进度慢。", "1.调剂。\n（1）统一登记。\n2.通报。", False),
    ],
)
def test_numbered_problems_and_measures_are_counted(
    found_in: FoundIn, problems: str, measures: str, *, is_told: bool
) -> None:
    assert bool(found_in("WX433", PROBLEMS.format(problems, measures))) is is_told


@pytest.mark.parametrize(
    ("measures", "lacking"),
    [
        ("由办公室负责，6月底前完成设备调剂。", ""),
        ("由办公室负责完成全部设备调剂。", "完成期限"),
        ("明年6月底前完成全部设备调剂。", "责任单位"),
        ("进一步加大设备调剂力度。", "责任单位和完成期限"),
    ],
)
def test_measures_name_an_owner_and_a_date(found_in: FoundIn, measures: str, lacking: str) -> None:
    findings = found_in("WX434", PROBLEMS.format("部分设备闲置，使用率不高。", measures))
    assert [finding.message for finding in findings] == ([f"“改进措施”中没有写{lacking}"] if lacking else [])


@pytest.mark.parametrize(
    ("title", "body", "is_told"),
    [
        ("存在的问题及原因", "部分设备闲置，使用率不高。", True),
        ("存在的问题及原因", "由于需求变化，部分设备闲置。", False),
        ("存在的问题", "部分设备闲置，使用率不高。", False),
    ],
)
def test_a_title_that_promises_causes_is_kept(
    found_in: FoundIn, title: str, body: str, *, is_told: bool
) -> None:
    assert bool(found_in("WX435", f"一、{title}\n{body}\n二、改进措施\n统一调剂。")) is is_told
