"""One slip is found and put right, and no more than one; what it is worth depends on how many digits there are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm, Term, judge
from wenxiao.audit.relations.slipped.pens import pen_of
from wenxiao.audit.relations.slipped.roots import spans_of
from wenxiao.audit.relations.slipped.slips import slip_of
from wenxiao.finding import Verdict
from wenxiao.quantity import parse


def _claim(kind: ClaimKind, *written: str, **more: GrowthForm | Direction) -> Claim:
    result, *operands = (Term(text, text, parse(text)) for text in written)
    return Claim(kind, "例", result, tuple(operands), **more)  # type: ignore[arg-type]


def _meant(claim: Claim) -> tuple[str, Decimal | None]:
    slip = slip_of(claim)
    assert slip is not None
    return slip.term.label, slip.meant


@given(st.lists(st.integers(1000, 99999), min_size=2, max_size=6), st.data())
def test_a_changed_digit_of_a_sum_is_put_right(parts: list[int], data: st.DataObject) -> None:
    written = [str(sum(parts)), *map(str, parts)]
    which = data.draw(st.integers(0, len(parts)))
    at = data.draw(st.integers(0, len(written[which]) - 1))
    digit = data.draw(st.sampled_from("123456789"))
    assume(written[which][at] != digit)
    broken = list(written)
    broken[which] = written[which][:at] + digit + written[which][at + 1 :]
    claim = _claim(ClaimKind.SUM, *(f"{number}万元" for number in broken))
    slip = slip_of(claim)
    assert slip is not None
    mended = [f"{slip.meant:f}元" if term is slip.term else term.label for term in claim.terms]
    assert judge(_claim(ClaimKind.SUM, *mended)).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("claim", "label", "meant"),
    [
        (_claim(ClaimKind.RATE, "95.0%", "75万元", "80万元"), "75万元", "760000"),  # 76 万元 of 80 is 95.0 %
        (_claim(ClaimKind.SHARE, "26.3%", "623件", "1000件"), "26.3%", "62.3"),
        (_claim(ClaimKind.DIFFERENCE, "21.50万元", "86.40万元", "73.90万元"), "21.50万元", "125000"),
        (_claim(ClaimKind.PRODUCT, "9290元", "15.50元", "640份"), "9290元", "9920"),
        (
            _claim(ClaimKind.GROWTH, "52.0%", "125.0万元", "100.0万元"),
            "52.0%",
            "25",
        ),
        (
            _claim(ClaimKind.GROWTH, "25.0%", "125.0万元", "52.0万元", form=GrowthForm.CURRENT_DELTA),
            "52.0万元",
            "250000",
        ),
        (
            _claim(ClaimKind.GROWTH, "33.3%", "140.0万元", "76.6万元", form=GrowthForm.PREVIOUS_DELTA),
            "76.6万元",
            "466000",
        ),
        (_claim(ClaimKind.SUM, "30.20万元", "12.10万元", "18.10元"), "18.10元", "181000"),  # the unit slipped
    ],
)
def test_each_kind_of_relation_is_put_right(claim: Claim, label: str, meant: str) -> None:
    assert _meant(claim) == (label, Decimal(meant))


@pytest.mark.parametrize(
    "claim",
    [
        _claim(ClaimKind.GROWTH, "25.0%", "125.0万元", "100.0万元", direction=Direction.DOWN),
        _claim(ClaimKind.DIFFERENCE, "25.0万元", "100.0万元", "125.0万元"),
    ],
)
def test_a_direction_turned_round_is_told_as_such(claim: Claim) -> None:
    assert _meant(claim)[1] is None


@pytest.mark.parametrize(
    "claim",
    [
        _claim(ClaimKind.SUM, "100.00万元", "41.37万元", "35.21万元"),
        _claim(ClaimKind.SUM, "约100万元", "41万元", "49万元"),  # an approximation has no digits to slip
        _claim(ClaimKind.TARGET, "95%", "59%"),  # not an equation
        _claim(ClaimKind.SUM, "十二个", "三个", "四个"),
    ],
)
def test_nothing_is_found_where_no_single_slip_helps(claim: Claim) -> None:
    assert slip_of(claim) is None


def test_many_digits_leave_less_to_chance() -> None:
    short = slip_of(_claim(ClaimKind.SUM, "36个", "21个", "12个"))
    long = slip_of(_claim(ClaimKind.SUM, "36412.57万元", "21307.16万元", "12105.41万元"))
    assert short is not None
    assert long is not None
    assert long.luck * 1000 < short.luck


@given(st.integers(1, 999999))
def test_what_was_meant_lies_where_the_relation_holds(number: int) -> None:
    quantity = parse(f"{number}件")
    pen = pen_of(quantity)
    assert pen is not None
    for span in spans_of(_claim(ClaimKind.SUM, f"{number}件", "1234件", "4321件")):
        meant = pen.meant(span)
        assert meant is None or span.low <= meant <= span.high


_QUANTITIES = st.one_of(
    st.integers(0, 9999).map(lambda number: f"{number}件"),
    st.decimals(0, 200, places=1).map(lambda number: f"{number}%"),
    st.integers(-99, 99).map(lambda number: f"{number}万元"),
    st.just("约30万元"),
)


@given(
    st.sampled_from(ClaimKind),
    st.sampled_from(GrowthForm),
    st.sampled_from(Direction),
    st.lists(_QUANTITIES, min_size=3, max_size=5),
)
def test_no_claim_of_any_kind_is_too_strange(
    kind: ClaimKind, form: GrowthForm, direction: Direction, written: list[str]
) -> None:
    size = 3 if kind is ClaimKind.GROWTH else len(written)
    slip = slip_of(_claim(kind, *written[:size], form=form, direction=direction))
    assert slip is None or slip.meant is None or slip.meant > 0


def test_one_of_several_parts_of_a_share_is_put_right() -> None:
    claim = _claim(ClaimKind.SHARE, "86.81%", "2783份", "5898份", "10000份")
    assert judge(claim).verdict is Verdict.PASS
    assert _meant(_claim(ClaimKind.SHARE, "86.81%", "7283份", "5898份", "10000份")) == (
        "7283份",
        Decimal(2783),
    )
