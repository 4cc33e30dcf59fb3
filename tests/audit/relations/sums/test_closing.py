from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.relations.amounts import Amount, Role
from wenxiao.audit.relations.sums.closing import adds_up, agrees, closes, closing_count, is_telling
from wenxiao.quantity import parse

CENTS = st.integers(min_value=0, max_value=99_999)


def amount(written: str) -> Amount:
    quantity = parse(written)
    value = str(quantity.value)
    figure = Figure(0, len(written), written, FigureKind.MONEY, value, quantity.unit, quantity)
    return Amount(figure, quantity, "", Role.MAIN, None, "", opens_list=False)


def money(cents: int) -> Amount:
    return amount(f"{Decimal(cents) / 100:.2f}万元")


@given(st.lists(CENTS, min_size=2, max_size=8), st.data())
def test_the_row_that_makes_the_whole_is_found(cents: list[int], data: st.DataObject) -> None:
    count = data.draw(st.integers(min_value=2, max_value=len(cents)))
    whole, parts = money(sum(cents[:count])), [money(one) for one in cents]
    found = closing_count(whole, parts, [])
    assert found >= 2
    assert sum(cents[:found]) == sum(cents[:count])


@given(
    st.lists(st.integers(min_value=100, max_value=99_999), min_size=2, max_size=6),
    st.integers(min_value=-9, max_value=9),
)
def test_what_adds_up_differs_by_half_a_last_digit_of_each_at_most(cents: list[int], by: int) -> None:
    whole, parts = money(sum(cents) + by), [money(one) for one in cents]
    assert adds_up(whole, parts) is (2 * abs(by) <= len(cents) + 1)


def test_rounding_is_not_closing() -> None:
    assert adds_up(amount("30.13万元"), [amount("10.06万元"), amount("20.06万元")])
    assert not closes(amount("30.13万元"), [amount("10.06万元"), amount("20.06万元")])
    assert not closes(amount("20.06万元"), [amount("0万元"), amount("20.06万元")])
    assert not closes(amount("30.12万元"), [amount("30.12万元")])


def test_approximations_agree_without_adding_up() -> None:
    assert not adds_up(amount("30万元"), [amount("约10万元"), amount("20万元")])
    assert agrees(amount("30万元"), [amount("约10万元"), amount("20万元")])
    assert not agrees(amount("90万元"), [amount("约10万元"), amount("20万元")])
    assert closing_count(amount("30万元"), [amount("约10万元"), amount("20万元")], []) == 0


def test_few_digits_and_few_parts_tell_nothing() -> None:
    part = amount("1万元")
    assert not is_telling(amount("30万元"), [part, part])
    assert is_telling(amount("30.12万元"), [part, part])
    assert is_telling(amount("30万元"), [part, part, part, part])
