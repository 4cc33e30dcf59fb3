from __future__ import annotations

import pytest

from wenxiao.audit.rules.wording import editions, is_vague, repeats, years


@pytest.mark.parametrize(
    "text", ["进一步提升公民科学素质", "办好第36届大赛，不断加强队伍建设", "落实〔2021〕5号文件，做好服务"]
)
def test_a_promise_without_measure_is_vague(text: str) -> None:
    assert is_vague(text)


@pytest.mark.parametrize(
    "text",
    ["科学素质提升到15%", "进一步新建三个基地", "完成转拨工作", "推进两项改革", "实现中小学全覆盖，做好巡讲"],
)
def test_a_measure_or_a_plain_task_is_not_vague(text: str) -> None:
    assert not is_vague(text)


def test_texts_repeat_when_more_than_nine_tenths_are_alike() -> None:
    assert repeats("举办科普讲座二十四场次", "举办“科普讲座”二十四场次。")
    assert not repeats("举办科普讲座", "农民学会智能手机")
    assert not repeats("满意", "满意")  # too short to be a copy


def test_editions_are_read_in_either_numerals() -> None:
    assert editions("第三十六届大赛", "第36届") == {36}
    assert editions("第十一届论坛和第１２届论坛") == {11, 12}
    assert editions("第一批、三十届") == frozenset()


def test_years_are_whole_numbers() -> None:
    assert years("2021年和 2022 年", "120213年") == {2021, 2022}
