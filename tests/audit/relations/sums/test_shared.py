from __future__ import annotations

from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.relations.sums.shared import sums_of_shares
from wenxiao.quantity import parse


def term(text: str, start: int) -> Term:
    quantity = parse(text)
    value = str(quantity.value)
    figure = Figure(start, start + 1, text, FigureKind.COUNT, value, quantity.unit, quantity)
    return Term("", text, quantity, figure=figure)


def shares(*told: tuple[str, str], whole: str = "80件") -> list[Claim]:
    """Claim the shares of parts in one whole, told one after the other."""
    total = term(whole, 0)
    parts = [(term(part, 10 * at), term(share, 10 * at + 5)) for at, (part, share) in enumerate(told, 1)]
    return [Claim(ClaimKind.SHARE, "", share, (part, total)) for part, share in parts]


def parts_of(claims: list[Claim]) -> list[list[Decimal]]:
    return [
        [operand.quantity.value for operand in claim.operands if operand.quantity]
        for claim in sums_of_shares(claims)
    ]


def test_shares_that_make_a_hundred_tell_a_sum() -> None:
    told = shares(("20件", "25%"), ("60件", "75%"))
    assert parts_of(told) == [[20, 60]]


def test_each_full_row_is_a_sum_and_what_stands_before_it_is_left_out() -> None:
    told = shares(("8件", "10%"), ("20件", "25%"), ("60件", "75%"), ("40件", "50%"), ("40件", "50%"))
    assert parts_of(told) == [[20, 60], [40, 40]]


def test_shares_of_less_than_a_hundred_or_mostly_wrong_ones_tell_nothing() -> None:
    assert parts_of(shares(("20件", "25%"), ("50件", "62.5%"))) == []
    assert parts_of(shares(("30件", "25%"), ("70件", "75%"))) == []


def test_what_is_claimed_already_is_not_claimed_again() -> None:
    told = shares(("20件", "25%"), ("60件", "75%"))
    known = Claim(ClaimKind.SUM, "", told[0].operands[1], tuple(share.operands[0] for share in told))
    assert parts_of([*told, known]) == []
