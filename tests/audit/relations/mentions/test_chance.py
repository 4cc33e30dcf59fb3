from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.chance import named_as_one, say_nothing
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.documents.text import document_of


@pytest.mark.parametrize(
    ("text", "is_nothing"),
    [
        ("事故0起。\n\n火灾0起。\n", True),
        ("采用第二种方式。\n\n采用第二种办法。\n", True),
        ("得分8分。\n\n得分8分。\n", True),
        ("维修水泵36台。\n\n维修水泵36台。\n", False),
        ("推进“152”体系。\n\n推进“152”体系。\n", False),
        ("维修水泵36台。\n\n维修水泵0台。\n", False),
    ],
)
def test_zeros_marks_and_list_numbers_say_nothing(text: str, *, is_nothing: bool) -> None:
    one, other = mentions_of(read(document_of(text, "报告.txt")))

    assert say_nothing(one, other) is is_nothing


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("水费决算86.2万元。\n\n水费决算86.2万元。\n", True),
        ("比上年收入决算86.2万元减少。\n\n比上年支出决算86.2万元减少。\n", False),
        ("因为2020年下达专款86.2万元。\n\n因为2021年下达专款86.2万元。\n", False),
        ("水费86.2万元，电费86.2万元。\n", False),
    ],
)
def test_what_is_named_or_dated_apart_is_dropped(text: str, *, is_kept: bool) -> None:
    one, *_, other = [
        mention
        for mention in mentions_of(read(document_of(text, "报告.txt")))
        if "万元" in mention.figure.text
    ]

    assert bool(list(named_as_one([(one, other)]))) is is_kept
