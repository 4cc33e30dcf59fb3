"""One cell to one value: a converter for each field, made once per column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from wenxiao.catalogue.model import CodeList, FieldSpec, FieldType
from wenxiao.invisible import first_invisible
from wenxiao.nearest import suggestion
from wenxiao.packages.model import Value
from wenxiao.period import parse_date
from wenxiao.quantity import Kind, Quantity, QuantityError, convert, exact, exact_in, parse, parse_decimal
from wenxiao.settings import MAX_AMOUNT_YUAN

Raw = str | Decimal | date | bool
Converter = Callable[[Raw], Value]
_Check = Callable[[Decimal], Decimal]

EXCEL_ERRORS = frozenset(
    {"#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = (Decimal(20_000), Decimal(80_000))  # 1954 to 2119: other numbers are no date a clerk meant
_FEN = Decimal("0.01")
_BOOLEANS = {"是": True, "否": False}


class Unreadable(ValueError):  # noqa: N818  (it says what the cell is)
    """A cell that cannot be read as its field; the message says what was expected and what to do."""


def written(raw: Raw) -> str:
    """Give a raw cell as text, numbers without exponent, dates as 2021-03-05."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, Decimal):
        return format(raw, "f")
    return raw.isoformat() if isinstance(raw, date) else str(raw).upper()


def fold(text: str) -> str:
    """Reduce a heading, sheet name or code to what identifies it: width and blanks never matter."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def explain(raw: Raw, problem: ValueError) -> str:
    """Say why a cell cannot be read, with the text it holds."""
    if isinstance(problem, QuantityError):
        return f"{problem}。"  # its message quotes the text already
    text = written(raw)
    return f"“{text if len(text) <= 60 else text[:60] + '…'}”{problem}"


def converter(field: FieldSpec, codes: Mapping[str, CodeList], unit: str) -> Converter:
    """Make the converter of a column; ``unit`` is the one that bare numbers in it are in.

    The converter raises Unreadable or QuantityError (both are ValueError), see :func:`explain`.
    """
    makers: dict[FieldType, Callable[[], Converter]] = {
        FieldType.STRING: lambda: _string(field),
        FieldType.TEXT: lambda: _string(field),
        FieldType.CODE: lambda: _code(codes[field.codes]),
        FieldType.MONEY: lambda: _money(unit, _limits(field, unit)),
        FieldType.QUANTITY: lambda: _quantity(unit, _limits(field, unit)),
        FieldType.NUMBER: lambda: _number_within(_limits(field)),
        FieldType.INTEGER: lambda: _integer_within(_limits(field)),
        FieldType.DATE: lambda: _date,
        FieldType.BOOLEAN: lambda: _boolean,
    }
    return makers[field.type]()


def _string(field: FieldSpec) -> Converter:
    pattern = re.compile(field.constraints.pattern) if field.constraints.pattern else None

    def convert_cell(raw: Raw) -> str:
        text = raw if isinstance(raw, str) else written(raw)
        if pattern and not pattern.fullmatch(text):
            raise Unreadable(f"格式不对。只能用{field.constraints.pattern_hint}。")
        if text in EXCEL_ERRORS:
            raise Unreadable("是 Excel 公式的错误值。请改正公式，或直接填写结果。")
        return text if text.isprintable() else _multi_line(text)

    return convert_cell


def _multi_line(text: str) -> str:
    if found := first_invisible(text):
        raise Unreadable(f"含有看不见的字符 {found}。请删除后重新填写。")
    return text.replace("_x000D_\n", "\n").replace("\r\n", "\n")


def _code(codes: CodeList) -> Converter:
    known = {fold(text): code.label for code in codes.values for text in (code.label, *code.aliases)}

    def convert_cell(raw: Raw) -> str:
        text = written(raw)
        label = known.get(text) or known.get(fold(text))
        if label is None:
            similar = suggestion(text, codes.labels)
            raise Unreadable(f"不在“{codes.title}”的可选值中。{similar}可选：{'、'.join(codes.labels)}。")
        return label

    return convert_cell


def _number(raw: Raw) -> Decimal:
    if isinstance(raw, Decimal):
        return raw
    if isinstance(raw, str):
        return parse_decimal(raw)
    raise Unreadable("不是数字。请填写数字，如 12.5。")


def _number_within(check: _Check) -> Converter:
    return lambda raw: check(_number(raw))


def _integer_within(check: _Check) -> Converter:
    def convert_cell(raw: Raw) -> int:
        number = check(_number(raw))
        if number != number.to_integral_value():
            raise Unreadable("不是整数。请填写整数。")
        return int(number)

    return convert_cell


def _money(unit: str, check: _Check) -> Converter:
    exactly = exact_in(unit)

    def convert_cell(raw: Raw) -> Quantity:
        amount = exactly(raw) if isinstance(raw, Decimal) else _amount(raw, unit)
        if abs(amount.value) > MAX_AMOUNT_YUAN:
            raise Unreadable(
                f"折合 {amount.value:f} 元，超过 1 万亿元。请检查数字和单位（本列按“{unit}”读取）。"
            )
        if amount.value % _FEN:
            raise Unreadable(
                f"折合 {amount.value:f} 元，比分还小。请填写精确到分的金额，公式请用 ROUND 取整。"
            )
        check(amount.value)
        return amount

    return convert_cell


def _amount(raw: Raw, unit: str) -> Quantity:
    if not isinstance(raw, str):
        raise Unreadable(f"不是金额。请填写数字，如 12.5（单位：{unit}）。")
    amount = parse(raw, unit)
    if amount.kind is not Kind.MONEY:
        raise Unreadable(f"的单位“{amount.unit}”不是货币单位。请填写金额，如 12.5（单位：{unit}）。")
    if not amount.is_exact:
        raise Unreadable("是约数。金额请填写确切的数字。")
    return exact(amount.value, amount.unit)


def _quantity(unit: str, check: _Check) -> Converter:
    def convert_cell(raw: Raw) -> Quantity:
        if not isinstance(raw, str | Decimal):
            raise Unreadable("不是数量。请填写数字，可带单位，如 3000 或 3000人次。")
        if isinstance(raw, Decimal) and unit == "%" and 0 < abs(raw) <= 1:
            raise Unreadable("分不清是比例还是百分数。请写明百分号，如 80% 或 0.8%。")
        found = parse(written(raw), unit or None)
        if unit:
            convert(found, unit)  # refuses a unit of another measure than the column's
        check(found.value)
        return found

    return convert_cell


def _limits(field: FieldSpec, unit: str = "") -> _Check:
    """Make the check of a value in base unit against the field's limits, which are in ``unit``."""
    minimum, maximum = field.constraints.minimum, field.constraints.maximum
    low = None if minimum is None else exact(minimum, unit).value
    high = None if maximum is None else exact(maximum, unit).value

    def check(value: Decimal) -> Decimal:
        if low is not None and value < low:
            raise Unreadable(f"小于允许的最小值 {minimum}{unit}。请改正。")
        if high is not None and value > high:
            raise Unreadable(f"大于允许的最大值 {maximum}{unit}。请改正。")
        return value

    return check


def _date(raw: Raw) -> date:
    if isinstance(raw, date):
        return raw
    if isinstance(raw, Decimal) and _SERIALS[0] <= raw <= _SERIALS[1]:
        return _EXCEL_EPOCH + timedelta(days=int(raw))
    return parse_date(written(raw))


def _boolean(raw: Raw) -> bool:
    if isinstance(raw, bool):
        return raw
    if (value := _BOOLEANS.get(fold(written(raw)))) is None:
        raise Unreadable("不是“是”或“否”。请改正。")
    return value
