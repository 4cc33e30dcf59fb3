from __future__ import annotations

import pytest

from wenxiao.audit.examine import manuscript_of


def stated(text: str) -> list[str]:
    """Give what the claims of a text come to, as ``kind verdict arithmetic``."""
    judged = manuscript_of(text).judged
    return [
        f"{one.claim.kind.value} {one.judgement.verdict.value} {one.judgement.arithmetic}" for one in judged
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("执行率95.62%，低于全市平均水平96.82%1.2个百分点。", "difference pass 96.82 - 95.62 = 1.2"),
        ("执行率95.62%，低于全市平均水平96.82%1.5个百分点。", "difference fail 96.82 - 95.62 = 1.2"),
        ("月均5.89亿元，高出上半年水平(5.24亿元)0.65亿元。", "difference pass"),
        ("接待51.7万人次，超过任务50万人次1.9万人次。", "difference fail"),
        ("修路11.2公里，比批复的10.9公里多修0.3公里。", "difference pass"),
        ("修路11.2公里，比批复的10.9公里多修0.5公里。", "difference fail"),
    ],
)
def test_a_gap_parts_the_figure_beside_it_from_the_subject(text: str, claim: str) -> None:
    assert any(found.startswith(claim) for found in stated(text))


def test_a_row_of_gaps_is_from_one_base() -> None:
    found = stated(
        "年度预算66.80亿元。三种情景预计为62.9亿元、64.8亿元和66.9亿元，"
        "与预算相比分别短收3.9亿元、短收2.0亿元和超收0.1亿元。"
    )
    assert len([one for one in found if one.startswith("difference pass")]) == 3


def test_what_cannot_be_parted_so_is_not_refuted() -> None:
    found = stated("硬化路面4.48万平方米(路宽4米)，高于批复的10.9公里0.3公里。")
    assert not [one for one in found if "fail" in one]
