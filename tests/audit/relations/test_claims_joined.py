"""Claims of several readers are joined, each once."""

from __future__ import annotations

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.relations.once import without_duplicates
from wenxiao.quantity import exact


def term(start: int) -> Term:
    quantity = exact(start, "个")
    figure = Figure(start, start + 1, str(start), FigureKind.COUNT, str(start), "个", quantity)
    return Term("", f"数{start}", quantity, figure=figure)


def claim(kind: ClaimKind, result: int, *operands: int) -> Claim:
    return Claim(kind, "例", term(result), tuple(map(term, operands)))


def test_the_order_of_summands_makes_no_other_claim() -> None:
    first, again = claim(ClaimKind.SUM, 3, 1, 2), claim(ClaimKind.SUM, 3, 2, 1)
    assert without_duplicates([first, again]) == (first,)


def test_equality_has_no_direction() -> None:
    first, again = claim(ClaimKind.EQUAL, 1, 2), claim(ClaimKind.EQUAL, 2, 1)
    assert without_duplicates([first, again]) == (first,)


def test_a_share_and_a_rate_of_the_same_figures_are_one_but_a_turned_ratio_is_another() -> None:
    share, rate = claim(ClaimKind.SHARE, 3, 1, 2), claim(ClaimKind.RATE, 3, 1, 2)
    turned = claim(ClaimKind.SHARE, 3, 2, 1)
    assert without_duplicates([share, rate, turned]) == (share, turned)


def test_a_claim_about_something_counted_is_kept() -> None:
    counted = Term("", "列举的个数", exact(3, "个"))
    one = Claim(ClaimKind.COUNT, "例", term(1), (counted,))
    other = Claim(ClaimKind.COUNT, "例", term(1), (counted,))
    assert len(without_duplicates([one, other])) == 2


def test_the_order_is_kept() -> None:
    claims = [claim(ClaimKind.SUM, number, 1, 2) for number in (5, 3, 4)]
    assert without_duplicates([*claims, claims[0]]) == tuple(claims)
