from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.catalogue.load import core_catalogue
from wenxiao.catalogue.model import Constraints, FieldSpec, FieldType
from wenxiao.packages.cells import Raw, converter, explain, fold, written
from wenxiao.packages.model import Value
from wenxiao.quantity import Quantity


def _read(raw: Raw, field: FieldSpec, unit: str = "") -> Value:
    return converter(field, core_catalogue().codes, unit)(raw)


def _refusal(raw: Raw, field: FieldSpec, unit: str = "") -> str:
    with pytest.raises(ValueError) as refused:  # noqa: PT011  (the message is the test)
        _read(raw, field, unit)
    return explain(raw, refused.value)


def _field(kind: FieldType, codes: str = "", **limits: object) -> FieldSpec:
    return FieldSpec("f", "字段", kind, "示例", codes=codes, constraints=Constraints(**limits))  # type: ignore[arg-type]  # as in TOML


MONEY = _field(FieldType.MONEY, minimum=Decimal(0))
QUANTITY = _field(FieldType.QUANTITY, minimum=Decimal(0), maximum=Decimal(100_000))


@pytest.mark.parametrize(
    ("raw", "unit", "yuan"),
    [
        ("743.31", "万元", "7433100"),
        (Decimal("743.31"), "万元", "7433100"),
        ("1,234.50", "元", "1234.5"),
        ("１２．５", "万元", "125000"),
        ("12.5万元", "元", "125000"),
        ("12元", "万元", "12"),
        ("0", "万元", "0"),
        ("1000000000000", "元", "1000000000000"),
    ],
)
def test_money_becomes_yuan_whatever_the_unit_and_the_writing(raw: Raw, unit: str, yuan: str) -> None:
    amount = _read(raw, MONEY, unit)
    assert isinstance(amount, Quantity)
    assert (amount.value, amount.unit, amount.is_exact) == (Decimal(yuan), "元", True)


@pytest.mark.parametrize(
    ("raw", "unit", "message"),
    [
        ("abc", "万元", "“abc”"),
        ("12人", "万元", "“12人”的单位“人”不是货币单位"),
        ("约5", "万元", "“约5”是约数"),
        ("-5", "万元", "“-5”小于允许的最小值 0万元"),
        (True, "万元", "“TRUE”不是金额"),
        (Decimal("1000000000000.01"), "元", "超过 1 万亿元"),
        (Decimal("33.3333333333333"), "万元", "比分还小"),
        ("#REF!", "万元", "“#REF!”"),
    ],
)
def test_what_is_no_exact_amount_is_refused(raw: Raw, unit: str, message: str) -> None:
    assert message in _refusal(raw, MONEY, unit)


@given(st.integers(0, 10**14), st.sampled_from([("元", 2), ("万元", 6)]))
def test_a_number_cell_and_its_text_are_the_same_amount(fen: int, unit: tuple[str, int]) -> None:
    number = Decimal(fen).scaleb(-unit[1])
    assert _read(number, MONEY, unit[0]) == _read(f"{number:f}", MONEY, unit[0])


def test_a_quantity_keeps_its_words() -> None:
    attendance = _read("8万多人次", QUANTITY, "人次")
    assert isinstance(attendance, Quantity)
    assert (attendance.value, attendance.high) == (Decimal(80_000), Decimal(90_000))
    assert attendance.written == "8万多人次"


def test_a_quantity_without_a_unit_column_names_its_own() -> None:
    found = _read("3000人次", QUANTITY)
    assert isinstance(found, Quantity)
    assert (found.value, found.unit) == (Decimal(3000), "人次")


@pytest.mark.parametrize(
    ("raw", "unit", "message"),
    [
        ("8家", "人次", "不能换算成“人次”"),
        ("8", "把把", "把把"),
        ("许多", "人次", "“许多”"),
        (date(2021, 1, 1), "人次", "不是数量"),
        ("-1", "人次", "小于允许的最小值 0人次"),
        ("100001", "人次", "大于允许的最大值 100000人次"),
        (Decimal("0.8"), "%", "请写明百分号，如 80%"),
        (Decimal(1), "%", "请写明百分号，如 80%"),
    ],
)
def test_what_is_no_such_quantity_is_refused(raw: Raw, unit: str, message: str) -> None:
    assert message in _refusal(raw, QUANTITY, unit)


@pytest.mark.parametrize(
    ("raw", "percent"), [("80%", 80), ("0.8", "0.8"), (Decimal(80), 80), (Decimal(0), 0)]
)
def test_percent_is_read_when_it_is_plain(raw: Raw, percent: str) -> None:
    rate = _read(raw, QUANTITY, "%")
    assert isinstance(rate, Quantity)
    assert rate.value == Decimal(percent)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2021-03-05", date(2021, 3, 5)),
        ("2021年3月5日", date(2021, 3, 5)),
        (Decimal(44260), date(2021, 3, 5)),
        (date(2021, 3, 5), date(2021, 3, 5)),
    ],
)
def test_a_date_is_read_as_written_as_a_cell_and_as_a_serial_number(raw: Raw, day: date) -> None:
    assert _read(raw, _field(FieldType.DATE)) == day


@pytest.mark.parametrize("raw", ["2021-02-30", "三月", Decimal(5), True])
def test_what_is_no_date_is_refused(raw: Raw) -> None:
    assert written(raw) in _refusal(raw, _field(FieldType.DATE))


@pytest.mark.parametrize(("raw", "label"), [("≥", "≥"), (">=", "≥"), (" ≤ ", "≤"), ("定 性", "定性")])
def test_a_code_is_found_by_label_and_alias(raw: str, label: str) -> None:
    assert _read(raw, _field(FieldType.CODE, "target_form")) == label


def test_width_of_brackets_does_not_matter_in_a_code() -> None:
    assert _read("因公出国(境)费", _field(FieldType.CODE, "statement_line")) == "因公出国（境）费"


def test_an_unknown_code_is_refused_with_the_nearest_and_all_allowed() -> None:
    assert _refusal("达成了", _field(FieldType.CODE, "attainment")) == (
        "“达成了”不在“达成等级”的可选值中。您要的是不是「达成」、「未达成」、「部分达成」？可选：达成、部分达成、未达成。"
    )


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("010203", "010203"),
        (Decimal(12), "12"),
        (Decimal("1E+3"), "1000"),
        (date(2021, 3, 5), "2021-03-05"),
        ("一\r\n二", "一\n二"),
        ("一_x000D_\n二", "一\n二"),
    ],
)
def test_any_cell_can_be_text(raw: Raw, text: str) -> None:
    assert _read(raw, _field(FieldType.STRING)) == text


def test_text_that_word_could_not_hold_is_refused() -> None:
    assert "看不见的字符 U+0007" in _refusal("一\x07", _field(FieldType.TEXT))


def test_an_excel_error_is_no_text() -> None:
    assert "错误值" in _refusal("#DIV/0!", _field(FieldType.STRING))


def test_a_pattern_is_explained_in_words() -> None:
    field = _field(FieldType.STRING, pattern="[A-Z]+", pattern_hint="大写字母")
    assert _refusal("a", field) == "“a”格式不对。只能用大写字母。"


def test_numbers_integers_and_booleans() -> None:
    assert _read("1,234.5", _field(FieldType.NUMBER)) == Decimal("1234.5")
    assert _read(Decimal(7), _field(FieldType.INTEGER)) == 7
    assert _read("是", _field(FieldType.BOOLEAN)) is True
    assert _read(False, _field(FieldType.BOOLEAN)) is False
    assert "不是数字" in _refusal(True, _field(FieldType.NUMBER))
    assert "不是整数" in _refusal("7.5", _field(FieldType.INTEGER))
    assert "大于允许的最大值 5" in _refusal("7", _field(FieldType.INTEGER, maximum=Decimal(5)))
    assert "不是“是”或“否”" in _refusal("也许", _field(FieldType.BOOLEAN))


def test_a_long_text_is_shortened_in_the_message() -> None:
    assert len(_refusal("长" * 10_000, _field(FieldType.BOOLEAN))) < 100


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E)))
def test_neither_width_nor_blanks_matter_to_what_a_name_identifies(text: str) -> None:
    full_width = " ".join(chr(ord(character) + 0xFEE0) for character in text)
    assert fold(full_width) == fold(text) == text
