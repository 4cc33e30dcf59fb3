"""Failing claims are grouped by the figure that is probably wrong, by hand-made claims."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.causes import causes_of
from wenxiao.audit.claims import Claim, ClaimKind, Judgement, Term
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.manuscript import Judged
from wenxiao.finding import Verdict
from wenxiao.quantity import exact


def figure(start: int) -> Figure:
    return Figure(start, start + 1, str(start), FigureKind.COUNT, str(start), "个", exact(start, "个"))


def claim(result: int, *operands: int) -> Claim:
    terms = [
        Term("", f"数{start}", exact(start, "个"), figure=figure(start)) for start in (result, *operands)
    ]
    return Claim(ClaimKind.SUM, "例", terms[0], tuple(terms[1:]))


def holding(*claims: Claim) -> list[Judged]:
    return [Judged(one, Judgement(Verdict.PASS)) for one in claims]


def test_claims_that_share_a_figure_have_one_cause() -> None:
    (cause,) = causes_of([claim(9, 1, 2), claim(7, 9), claim(8, 3, 9)], [])
    assert cause.culprit.start == 9
    assert cause.failing == (0, 1, 2)


def test_of_figures_in_as_many_failing_claims_the_one_in_fewer_holding_ones_is_suspected() -> None:
    both = [claim(5, 6), claim(5, 6, 1)]
    assert causes_of(both, holding(claim(5, 2, 3)))[0].culprit.start == 6
    assert causes_of(both, holding(claim(6, 2, 4)))[0].culprit.start == 5


def test_the_result_is_suspected_before_its_operands() -> None:
    assert causes_of([claim(5, 1, 2)], [])[0].culprit.start == 5


def test_claims_without_a_common_figure_stay_apart() -> None:
    assert [cause.failing for cause in causes_of([claim(5, 1), claim(6, 2)], [])] == [(0,), (1,)]


@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=4), max_size=12))
def test_every_failing_claim_is_in_exactly_one_group(shapes: list[list[int]]) -> None:
    claims = [claim(*shape) for shape in shapes]
    grouped = [number for cause in causes_of(claims, []) for number in cause.failing]
    assert sorted(grouped) == list(range(len(claims)))
