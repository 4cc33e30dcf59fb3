"""Chinese numerals: what is read, what is written, and what is refused because it has two readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.numerals import QuantityError, exponent, from_chinese, quote, to_chinese


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("零万", 0),
        ("〇", 0),
        ("十", 10),
        ("三十五", 35),
        ("廿三", 23),
        ("卅", 30),
        ("两百", 200),
        ("百", 100),
        ("百万", 1_000_000),
        ("一百零五", 105),
        ("一千零五十", 1050),
        ("一万零五百", 10_500),
        ("十万七千", 107_000),
        ("十万零七千", 107_000),
        ("六亿零六千九百八十七", 600_006_987),
        ("一万二千亿", 1_200_000_000_000),
        ("壹佰贰拾叁万肆仟伍佰", 1_234_500),
        ("二〇二一", 2021),
    ],
)
def test_it_reads_numerals(text: str, value: int) -> None:
    assert from_chinese(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一万二",
        "三百五",
        "三五",
        "一百零",
        "零五",
        "百百",
        "一百一千",
        "一万万",
        "一二百",
        "一百〇〇五",
        "三a",
        "5",
    ],
)
def test_it_refuses_what_has_two_readings_or_none(text: str) -> None:
    with pytest.raises(QuantityError, match="不是规范的中文数字"):
        from_chinese(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "零"),
        (10, "十"),
        (15, "十五"),
        (110, "一百一十"),
        (2002, "二千零二"),
        (10**12, "一万亿"),
        (100_000_500, "一亿零五百"),
    ],
)
def test_it_writes_numerals(value: int, text: str) -> None:
    assert to_chinese(value) == text


@pytest.mark.parametrize("value", [-1, 10**16])
def test_it_refuses_to_write_what_it_could_not_read(value: int) -> None:
    with pytest.raises(QuantityError, match="不能写成中文数字"):
        to_chinese(value)


def test_too_many_multipliers_are_refused() -> None:
    with pytest.raises(QuantityError, match="不能写成中文数字"):
        from_chinese("一亿亿")


@given(st.integers(0, 10**12))
def test_numerals_survive_the_round_trip(value: int) -> None:
    assert from_chinese(to_chinese(value)) == value


def test_multipliers_add_their_powers() -> None:
    assert [exponent(text) for text in ("", "万", "千万", "万亿")] == [0, 4, 7, 12]


def test_a_long_text_is_quoted_shortened() -> None:
    assert quote(" 三 ") == "“三”"
    assert quote("9" * 100_000) == f"“{'9' * 40}…”（共 100000 个字符）"
