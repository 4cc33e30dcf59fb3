"""Faults told together: counted, the first quoted, places up to a limit; what is quoted is never formatted."""

from __future__ import annotations

from wenxiao.audit.rules.gathered import MOST_PLACES, fault, gathered
from wenxiao.documents.text import document_of
from wenxiao.place import TextPlace


def test_the_first_are_quoted_and_all_are_counted() -> None:
    document = document_of("甲乙丙丁" * 8, "稿.txt")
    spans = [(at, at + 1) for at in range(MOST_PLACES + 5)]
    answer = gathered(document, "字", spans, message="有 {count} 处：{names}", suggestion="请改。")
    assert answer.message == "有 25 处：“甲”、“乙”、“丙”等"
    assert len(answer.places) == MOST_PLACES


def test_what_occurs_again_is_quoted_once() -> None:
    document = document_of("甲乙甲乙", "稿.txt")
    answer = gathered(
        document, "字", [(at, at + 1) for at in range(4)], message="{count}：{names}", suggestion="请改。"
    )
    assert answer.message == "4：“甲”、“乙”"


def test_braces_of_a_document_stay_as_they_are() -> None:
    document = document_of("目标{x}如下", "稿.txt")
    answer = fault(document, (0, 5), message="{names}不在“{甲}”中", suggestion="请改。")
    assert answer.message == "“目标{x}”不在“{甲}”中"
    (place,) = answer.places
    assert isinstance(place, TextPlace)
    assert place.text == answer.subject == "目标{x}"
