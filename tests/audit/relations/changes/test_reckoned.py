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
        (
            "发行债券4.60亿元，票面利率3.15%。首年付息1449万元。",
            "rate pass 1449.00 ÷ 46000.00 × 100 = 3.15",
        ),
        (
            "合同价2600.4万元，质保金按合同价的3%预留78.01万元。",
            "rate pass 78.01 ÷ 2600.40 × 100 = 3.00",
        ),
        (
            "渠道短少157米，按综合单价186元/米计，应核减29202元。",
            "product pass 186000 × 0.157 = 2.9202",
        ),
        (
            "聘用协管员45人，补贴标准600元，发放12个月，共需32.4万元。",
            "product pass 0.06 × 12 × 45",
        ),
        (
            "累计结余76.80亿元，月均支出7.62亿元，可支付10.1个月。",
            "product pass 10.1 × 76200.00 = 769620.00 ≠ 768000.00",
        ),
        (
            "东街3218万元、西街2906万元、北街1177万元，最高的是最低的2.7倍。",
            "product pass 2.7 × 1177.00 = 3177.90 ≠ 3218.00",
        ),
    ],
)
def test_what_is_reckoned_out_is_found_by_its_digits(text: str, claim: str) -> None:
    assert any(found.startswith(claim) for found in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "发行债券4.60亿元，票面利率3.15%。首年付息1500万元。",
        "聘用协管员45人，补贴标准600元，发放12个月，共需35万元。",
        "累计结余76.80亿元，月均支出7.62亿元，可支付11.4个月。",
    ],
)
def test_what_does_not_come_to_the_last_digit_is_left_alone(text: str) -> None:
    assert not [found for found in stated(text) if found.startswith(("product", "rate"))]
