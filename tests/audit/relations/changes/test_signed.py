from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.examine import manuscript_of
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.changes.signed import negated, signed_changes
from wenxiao.audit.relations.lines import lines_of
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

Changes = Callable[[str], list[tuple[str, int]]]


@pytest.fixture
def changes() -> Changes:
    """Give the changes of a text in 万元, with how deep in brackets they stand."""

    def found(text: str) -> list[tuple[str, int]]:
        told = signed_changes(lines_of(read(document_of(text, "例.txt"))))
        return [(f"{one.value / 10_000:+f}", one.depth) for one in told]

    return found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("收入增加3.5万元，支出减少1.2万元。", [("+3.5", 0), ("-1.2", 0)]),
        (
            "主要是新增设备费3.5万元、材料费1.2万元，核减差旅费0.7万元。",
            [("+3.5", 0), ("+1.2", 0), ("-0.7", 0)],
        ),
        ("甲、乙分别减少3.5万元和1.2万元。", [("-3.5", 0), ("-1.2", 0)]),
        ("收入增加3.5万元（其中会费减少1.2万元），增长7%。", [("+3.5", 0), ("-1.2", 1)]),
        ("工资由80.5万元增加到90.5万元，增加10.5万元。", [("+10.5", 0)]),
        ("工业增加值300.5万元，会费增加0万元，减少约2.5万元，收入3.5万元。", []),
    ],
)
def test_changes_have_signs(changes: Changes, text: str, told: list[tuple[str, int]]) -> None:
    assert changes(text) == told


def test_a_negated_amount_keeps_its_figure() -> None:
    (change,) = signed_changes(lines_of(read(document_of("支出减少1.2万元。", "例.txt"))))
    turned = negated(change.amount)

    assert turned.quantity.value == Decimal(-12_000)
    assert turned.figure is change.amount.figure


def _tell(parts: list[int]) -> bool:
    """Tell whether changes have digits enough that it is no accident if they close."""
    return abs(sum(parts)) > 99 and any(len(str(abs(one)).rstrip("0")) > 1 for one in parts)


_CHANGES = st.lists(
    st.integers(-99_999, 99_999).filter(lambda one: abs(one) > 99), min_size=2, max_size=6
).filter(_tell)


@given(_CHANGES)
def test_what_is_added_up_from_its_changes_holds(parts: list[int]) -> None:
    def told(change: int) -> str:
        return f"{'增加' if change > 0 else '减少'}{Decimal(abs(change)) / 100:.2f}万元"

    causes = "，".join(f"{name}类{told(part)}" for name, part in zip("甲乙丙丁戊己", parts, strict=False))
    manuscript = manuscript_of(f"收入较上年{told(sum(parts))}，主要是{causes}。")
    sums = [one for one in manuscript.judged if one.claim.kind in {ClaimKind.SUM, ClaimKind.DIFFERENCE}]

    assert any(len(one.claim.operands) <= len(parts) for one in sums)
    assert {one.judgement.verdict for one in sums} == {Verdict.PASS}
