from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wenxiao.audit.figures.model import FigureKind
from wenxiao.audit.figures.patterns import BARE
from wenxiao.audit.figures.recognise import bare_amount, mentions

numbers = st.from_regex(r"-?[0-9]{1,16}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,10})?%?", fullmatch=True)
units = st.sampled_from(["", "元", "万元", "人次", "%", "月"])


@given(numbers, units)
@example("1,234.50", "万元")
@example("-0.00", "元")
def test_a_bare_amount_is_read_as_any_number_is(number: str, unit: str) -> None:
    amount = bare_amount(number, 0, len(number), unit)
    assert amount is None or [amount] == mentions(number, 0, len(number), unit)


@pytest.mark.parametrize("written", ["13900000000", "20210608", "1.", ".5", "1,23", "12万"])
def test_what_may_be_more_than_an_amount_is_looked_at_closely(written: str) -> None:
    assert BARE.fullmatch(written) is None


def test_the_unit_of_the_table_serves_a_bare_number() -> None:
    mention = bare_amount("共12.50", 1, 6, "万元")
    assert mention is not None
    assert (mention.kind, mention.value, mention.unit) == (FigureKind.MONEY, "125000", "元")
