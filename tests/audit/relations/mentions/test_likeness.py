from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.likeness import (
    pairs_in_like_words,
    pairs_of_amounts,
    pairs_of_bare_totals,
    pairs_of_dues,
    pairs_of_events,
)
from wenxiao.documents.text import document_of

PAIRINGS = {
    "words": pairs_in_like_words,
    "amounts": pairs_of_amounts,
    "events": pairs_of_events,
    "bare": pairs_of_bare_totals,
    "dues": pairs_of_dues,
}


def _pairs(evidence: str, text: str) -> list[tuple[str, str]]:
    mentions = mentions_of(read(document_of(text, "报告.txt")))
    return [(one.figure.text, other.figure.text) for one, other in PAIRINGS[evidence](mentions)]


@pytest.mark.parametrize(
    ("evidence", "text", "pair"),
    [
        ("words", "全年护林员上路巡山380次。\n\n护林员全年上路巡山380次，无火情。", ("380次", "380次")),
        (
            "amounts",
            "泵站改造到位资金2716.38万元。\n\n改造资金共2716.38万元。",
            ("2716.38万元", "2716.38万元"),
        ),
        ("events", "承办第12届江滨龙舟赛。\n\n第12届江滨龙舟赛闭幕。", ("第12届", "第12届")),
        ("bare", "巡查发现39处隐患。\n\n按类分，坝体27处、闸门12处，共39处。", ("39处", "39处")),
        ("dues", "应补农户186.3万元，实际补助186.3万元。", ("186.3万元", "186.3万元")),
    ],
)
def test_one_thing_told_twice_is_paired(evidence: str, text: str, pair: tuple[str, str]) -> None:
    assert pair in _pairs(evidence, text)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("words", "组织护林员巡山380次。\n\n为企业减免押金380次。"),
        ("amounts", "到位资金2716.38万元。\n\n项目支出2716.38万元。"),
        ("events", "承办第12届江滨龙舟赛。\n\n参加第12届全市书画展。"),
        ("bare", "巡查发现39处隐患。\n\n共39处山塘完成加固。"),
        ("dues", "应补农户186.3万元，已到位186.3万元。"),
    ],
)
def test_what_only_looks_alike_is_not_paired(evidence: str, text: str) -> None:
    assert _pairs(evidence, text) == []
