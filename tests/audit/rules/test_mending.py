"""A failing claim says which figure, written otherwise, would make it hold, if that is no accident."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import examine
from wenxiao.documents.text import document_of


def _suggestions(text: str, rule: str) -> list[str]:
    findings = examine(document_of(text, "例.txt"), select=[rule]).findings
    return [finding.suggestion for finding in findings]


@pytest.mark.parametrize(
    ("text", "rule", "advice"),
    [
        (
            "本年支出8120.55万元，其中：基本支出5180.25万元，项目支出2930.30万元。",
            "WX131",
            "例如“8120.55万元”如果应为“8110.55万元”，就相符。",
        ),
        (
            "走访农户1580户，灌溉改善的1427户，没有变化的333户。",
            "WX141",
            "例如“1427户”如果应为“1247户”，就相符。",
        ),
        ("认定工伤2864件，比上年增加188件（上年3052件）。", "WX141", "如果增减的方向写反了，改过来就相符。"),
    ],
)
def test_it_names_the_slip(text: str, rule: str, advice: str) -> None:
    assert [one[-len(advice) :] for one in _suggestions(text, rule)] == [advice]


def test_a_slip_that_chance_offers_often_is_not_told() -> None:
    (suggestion,) = _suggestions("共组织12场，其中：上半年4场，下半年9场。", "WX131")
    assert "就相符" not in suggestion
