"""Shares of the parts of a list told before: named by the words, or as many as there are parts."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.kinds import ClaimKind
from wenxiao.audit.relations import relations_of
from wenxiao.documents.text import document_of

LIST = "景区接待60.4万人次，其中古城街区22.7万人次、湿地公园19.5万人次、其他18.2万人次。"


def shares(text: str) -> list[list[str]]:
    """Give verdict and figures of each share."""
    claims = [
        one for one in relations_of(read(document_of(text, "例.txt"))).claims if one.kind is ClaimKind.SHARE
    ]
    figures = ([term.figure.text for term in one.terms if term.figure] for one in claims)
    return [[judge(one).verdict.value, *texts] for one, texts in zip(claims, figures, strict=True)]


def test_the_words_name_the_part() -> None:
    assert shares(f"{LIST}\n古城街区一处就占了37.6%。") == [["pass", "37.6%", "22.7万人次", "60.4万人次"]]


def test_another_percentage_near_a_list_is_no_share() -> None:
    assert shares(f"{LIST}\n古城街区一处就占了41.9%。") == []
    assert shares(f"{LIST}\n酒店业一家就占了37.6%。") == []


def test_a_coarse_share_proves_nothing() -> None:
    assert shares(f"{LIST}\n古城街区人气最旺，超过三成的商户增收。") == []


def test_as_many_percentages_as_parts() -> None:
    told = shares(f"{LIST}\n三处的比重依次为37.6%、32.3%和30.1%。")
    assert [one[:2] for one in told] == [["pass", "37.6%"], ["pass", "32.3%"], ["pass", "30.1%"]]


def test_one_of_a_row_may_fail_if_most_hold() -> None:
    told = shares(f"{LIST}\n三处的比重依次为37.6%、23.3%和30.1%。")
    assert ["fail", "23.3%", "19.5万人次", "60.4万人次"] in told
    assert shares(f"{LIST}\n三处的增速依次为3.1%、5.2%和8.8%。") == []


def test_a_share_of_the_part_that_is_called_by_its_whole_name_may_fail() -> None:
    assert shares(f"{LIST}\n湿地公园人气最旺，占接待人次的23.3%。") == [
        ["fail", "23.3%", "19.5万人次", "60.4万人次"]
    ]
    assert shares(f"{LIST}\n湿地公园人气最旺，占门票收入的23.3%。") == []
    assert shares(f"{LIST}\n上年湿地公园人气最旺，占接待人次的23.3%。") == []


@pytest.mark.parametrize(("last", "verdict"), [("30.1%", "pass"), ("31.0%", "fail")])
def test_each_part_has_its_share_beside_it(last: str, verdict: str) -> None:
    told = shares(
        f"接待60.4万人次，按去处分：古城街区22.7万人次（37.6%）、湿地公园19.5万人次（32.3%）、其他18.2万人次（{last}）。"
    )
    assert [one[:2] for one in told] == [["pass", "37.6%"], ["pass", "32.3%"], [verdict, last]]
