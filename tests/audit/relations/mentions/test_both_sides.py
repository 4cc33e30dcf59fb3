from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.both_sides import pairs_of_sides
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.documents.text import document_of


def _pairs(text: str) -> list[tuple[str, str]]:
    mentions = mentions_of(read(document_of(text, "报告.txt")))
    return [(one.figure.text, other.figure.text) for one, other in pairs_of_sides(mentions)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("收入总计95.20万元。支出总计95.20万元。", ("95.20万元", "95.20万元")),
        ("收入总计1395.27万元。支出总计1935.27万元。", ("1395.27万元", "1935.27万元")),
        ("收入预算835.27万元，专款专用。支出预算835.27万元。", ("835.27万元", "835.27万元")),
        (
            "（一）收入预算：2019年年初预算数512.36万元。\n\n（二）支出预算：2019年年初预算数521.36万元。",
            ("512.36万元", "521.36万元"),
        ),
        (
            "一般公共预算总收入由71820万元调整为82640万元。\n\n一般公共预算总支出调整为86240万元。",
            ("82640万元", "86240万元"),
        ),
        ("本馆总收入581.36万元。本馆总支出581.36万元。", ("581.36万元", "581.36万元")),
    ],
)
def test_both_sides_of_an_account_are_paired(text: str, pair: tuple[str, str]) -> None:
    assert _pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "收入总计1395.27万元。支出总计1870.91万元。",
        "收入总计1395.27万元。与上年相比，支出总计增加1359.27万元。",
        "收入预算835.27万元。支出预算853.27万元。",
        "本馆总收入581.36万元。本馆总支出518.36万元。",
        "一般公共预算总收入调整为82640万元。\n\n政府性基金预算总支出调整为86240万元。",
        "2018年收入总计1395.27万元。2019年支出总计1395.27万元。",
    ],
)
def test_what_need_not_balance_is_not_paired(text: str) -> None:
    assert _pairs(text) == []
