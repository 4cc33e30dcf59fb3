from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("产出指标满分[40分]，得分[36.5分]，扣[3.5分]。", ["sum pass 36.5 + 3.5 = 40"]),
        ("过程指标分值[25分]，扣[4.25分]，得[20.75分]。", ["sum pass 4.25 + 20.75 = 25"]),
        ("效益指标权重[30分]，实得[27.5分]，失分[3.5分]。", ["sum fail 27.5 + 3.5 = 31 ≠ 30"]),
        ("满分[40分]，得[35分]，其中数量扣[2分]，时效扣[1分]。", []),  # not all that was taken off
        ("满分[40分]，得[35分]，扣[2万元]。", []),
    ],
)
def test_marks_given_and_taken_make_the_full_marks(stated: Stated, text: str, claims: list[str]) -> None:
    assert stated(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "项目得分[91.5分]，其中：决策[20分]，得[18.5分]；过程[20分]，得[19分]；产出[40分]，得[36分]；效益[20分]，得[18分]。",
        "自评[96分]。其中产出指标[50分]、效益指标[30分]、满意度指标[10分]、预算执行[10分]。",
        "得分[88分]。其中决策权重[20分]、过程权重[25分]、产出权重[30分]、效益权重[20分]。",
    ],
)
def test_marks_that_can_be_reached_are_no_parts_of_those_that_were(stated: Stated, text: str) -> None:
    assert not [claim for claim in stated(text) if claim.startswith("sum fail")]


def test_the_marks_of_the_known_dimensions_are_all(stated: Stated) -> None:
    text = "综合得分[{}分]，其中：决策[18.5分]、过程[19分]、产出[36分]、效益[18分]。"
    assert stated(text.format("91.5")) == ["sum pass 18.5 + 19.0 + 36.0 + 18.0 = 91.5"]
    assert stated(text.format("95.1")) == ["sum fail 18.5 + 19.0 + 36.0 + 18.0 = 91.5 ≠ 95.1"]
