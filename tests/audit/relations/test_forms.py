from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.forms import pairs_with_forms
from wenxiao.audit.relations.labels import mentions_of
from wenxiao.documents.text import document_of

FORM = "指标\t年度目标值\t实际完成值\n游客接待人次\t≥5000人次\t6274人次\n"


def _pairs(prose: str) -> list[tuple[str, str]]:
    reading = read(document_of(f"{prose}\n\n{FORM}", "报告.txt"))
    return [
        (one.figure.text, other.figure.text) for one, other in pairs_with_forms(reading, mentions_of(reading))
    ]


@pytest.mark.parametrize("told", ["6274人次", "6724人次"])
def test_a_result_in_prose_is_found_again_in_the_form(told: str) -> None:
    assert _pairs(f"全年接待游客{told}。") == [(told, "6274人次")]


@pytest.mark.parametrize(
    "prose", ["全年接待游客3100人次。", "举办讲座听众6724人次。", "一、绩效目标\n\n接待游客6724人次。", ""]
)
def test_another_figure_is_not_the_result_of_the_form(prose: str) -> None:
    assert _pairs(prose) == []
