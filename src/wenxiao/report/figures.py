"""How a fact is shown: the text of a figure in the asked unit, or in the usual one of its kind."""

from __future__ import annotations

from decimal import Decimal

from wenxiao.errors import WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import Kind, Quantity, QuantityError, format_quantity, round_half_up
from wenxiao.report.blocks import Figure, Inline, Text

NOT_PROVIDED = "未提供"
NOT_ASSESSABLE = "无法评定"
UNDECIDED = "未定"
NONE = "—"

_MOST_PERCENT_DIGITS = 2


def shown(fact: Fact, unit: str | None = None, digits: int | None = None, *, bare: bool = False) -> str:
    """Give the text of a fact that has a value.

    Without a unit, money is shown in 万元 with two decimals, a percentage with two at most, anything
    else as written; rounding is half-up. ``bare`` leaves the unit out, for a column that names it.

    Raises:
        WenxiaoError: the unit does not fit the kind of the fact, or the fact is a text.
        ValueError: the fact has no value; ask for its reason instead.
    """
    if fact.value is None:
        raise ValueError(f"{fact.key} has no value: {fact.reason}")
    if isinstance(fact.value, str):
        return _shown_words(fact.value, unit)
    try:
        return _shown_quantity(fact.value, unit, digits, bare=bare)
    except QuantityError as error:
        usual = format_quantity(fact.value)
        raise WenxiaoError(
            f"「{unit}」不是「{fact.title}」可用的单位：{error}。该项原为 {usual}。"
        ) from error


def _shown_words(words: str, unit: str | None) -> str:
    if unit is not None:
        raise WenxiaoError(f"内容是文字「{words[:20]}」，不能带单位「{unit}」。请删去冒号及其后的单位。")
    return words


def _shown_quantity(quantity: Quantity, unit: str | None, digits: int | None, *, bare: bool) -> str:
    if quantity.kind is Kind.PERCENT and digits is None and quantity.is_exact:
        digits = _percent_digits(quantity)
    elif quantity.kind is Kind.MONEY and unit is None and quantity.is_exact:
        unit, digits = "万元", 2
    return format_quantity(quantity, unit, digits, bare=bare)


def _percent_digits(quantity: Quantity) -> int:
    exponent = round_half_up(quantity.value, _MOST_PERCENT_DIGITS).normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        raise TypeError(f"{quantity.value} is no finite percentage")
    return max(0, -exponent)


def plain_points(value: Decimal) -> str:
    """Write points, which the engine has rounded already, without trailing zeros or exponent."""
    return f"{value.normalize():f}"


def figure(
    facts: FactTable,
    name: str,
    unit: str | None = None,
    digits: int | None = None,
    *,
    bare: bool = False,
    missing: str = NOT_PROVIDED,
) -> Inline:
    """Give the figure of a fact by key or alias, or the words ``missing`` when it has no value."""
    key = facts.resolve(name)
    if key is None or facts.facts[key].value is None:
        return Text(missing)
    return Figure(key, shown(facts.facts[key], unit, digits, bare=bare))
