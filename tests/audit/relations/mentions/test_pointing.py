from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.pointing import pairs_pointing_back
from wenxiao.documents.text import document_of


def _pairs(text: str) -> list[tuple[str, str]]:
    mentions = mentions_of(read(document_of(text, "报告.txt")))
    return [(one.figure.text, other.figure.text) for one, other in pairs_pointing_back(mentions)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("共收到建议236件。这236件建议均已答复。", ("236件", "236件")),
        ("共收到建议236件。这263件建议均已答复。", ("236件", "263件")),
        ("去年接到举报318件。\n\n在318件举报中，署名的居多。", ("318件", "318件")),
        ("去年接到举报318件。\n\n在全部受理的318件举报中，署名的居多。", ("318件", "318件")),
        ("办理建议172件。\n\n据悉，172件建议中，已办结的居多。", ("172件", "172件")),
        ("全市采购规模2763.4亿元。\n\n在全市采购规模2763.4亿元中，货物最多。", ("2763.4亿元", "2763.4亿元")),
        ("履职补贴643200元；标准为每年人均2400元计643200元。", ("643200元", "643200元")),
        ("在受理的1245件投诉中，办结1240件。这1240件投诉均已回访。", ("1240件", "1240件")),
    ],
)
def test_what_points_back_is_paired_with_what_it_points_at(text: str, pair: tuple[str, str]) -> None:
    assert _pairs(text)[-1] == pair


@pytest.mark.parametrize(
    "text",
    [
        "收到来信1245件，上年结转3件。在受理的1248件来信中，办结的居多。",
        "共收到建议236件，另有提案31件。这267件建议和提案均已答复。",
        "共收到建议236件。\n\n在95件重点建议中，已办结的居多。",
        "共收到建议236件。共有236人参加。",
        "这236件建议均已答复。",
    ],
)
def test_what_may_be_a_sum_or_a_part_is_not(text: str) -> None:
    assert _pairs(text) == []
