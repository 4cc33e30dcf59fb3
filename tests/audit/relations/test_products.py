from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("慰问[20人]，人均[300元]，共计[6000元]。", "pass"),
        ("慰问[20人]，人均[300元]，共计[7000元]。", "fail"),
        ("购置[12台]，单价[5000元]，合计[6万元]。", "pass"),
    ],
)
def test_a_total_is_each_times_number(stated: Stated, text: str, verdict: str) -> None:
    assert [claim.split()[:2] for claim in stated(text)] == [["product", verdict]]


def test_persons_are_not_counted_in_pieces(stated: Stated) -> None:
    assert stated("发放[20件]，人均[300元]，共计[7000元]。") == []


def test_each_may_follow_number_and_total_of_the_sentences_before(stated: Stated) -> None:
    found = stated("下拨[936万元]，改造厕所[3120户]。户均补助[3000元]。")
    assert [claim.split()[:2] for claim in found] == [["product", "pass"]]
