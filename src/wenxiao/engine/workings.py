"""Where facts are put together: each key once, exact values kept beside the printed decimals.

A rate such as 2/3 has no finite decimal; its fact carries 28 digits, and :class:`Workings` keeps the
fraction itself, so that a score computed from it rounds as the true value does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from wenxiao.errors import WenxiaoError
from wenxiao.fact import Clause, Fact, FactTable, name_key
from wenxiao.quantity import Quantity, exact


class Workings:
    """Facts in the making; :meth:`table` gives the finished, immutable table."""

    def __init__(self, table: FactTable | None = None) -> None:
        """Start from nothing, or go on from a finished table."""
        self._facts: dict[str, Fact] = dict(table.facts) if table else {}
        self._aliases: dict[str, str] = dict(table.aliases) if table else {}
        self._exact: dict[str, Fraction] = {}

    def add(self, fact: Fact, exactly: Fraction | None = None) -> None:
        """Add a fact; ``exactly`` is its nominal value where the decimal is cut off.

        Raises:
            WenxiaoError: the key is taken, that is, two records have the same name.
        """
        if fact.key in self._facts:
            raise WenxiaoError(_taken(self._facts[fact.key], fact))
        self._put(fact, exactly)

    def fill(self, fact: Fact) -> None:
        """Add a fact, or replace one that has no value; a value already there stays."""
        known = self._facts.get(fact.key)
        if known is None or known.value is None:
            self._put(fact, None)

    def alias(self, name: str, key: str) -> None:
        """Let another name (a code) stand for a key.

        Raises:
            WenxiaoError: the name already stands for another key.
        """
        known = self._aliases.setdefault(name_key(name), key)
        if known != key:
            raise WenxiaoError(
                f"编号「{name}」不能区分「{known}」和「{key}」（编号中的“-”不作区分）。请改其中一个编号。"
            )

    def get(self, key: str) -> Fact | None:
        """Give the fact of a normalised key, or None."""
        return self._facts.get(key)

    def quantity(self, key: str) -> Quantity | None:
        """Give the quantity of a fact; None when there is no fact, no value, or a text."""
        fact = self._facts.get(key)
        return fact.value if fact and isinstance(fact.value, Quantity) else None

    def exactly(self, key: str) -> Fraction:
        """Give the nominal value of a quantity fact without rounding; KeyError if there is none."""
        quantity = self.quantity(key)
        if quantity is None:
            raise KeyError(key)
        return self._exact.get(key, Fraction(quantity.value))

    def table(self) -> FactTable:
        """Give the finished table."""
        return FactTable(dict(self._facts), dict(self._aliases))

    def _put(self, fact: Fact, exactly: Fraction | None) -> None:
        self._facts[fact.key] = fact
        if exactly is not None:
            self._exact[fact.key] = exactly


def key_of(*parts: str) -> str:
    """Join names to a key: every part normalised, empty parts left out."""
    return ".".join(name_key(part) for part in parts if part)


def total(quantities: Iterable[Quantity], unit: str) -> Quantity:
    """Add quantities of one base unit; the bounds add up too, and are open where one of them is."""
    known = list(quantities)
    result = exact(sum((one.value for one in known), Decimal(0)), unit)
    return replace(result, low=_sum(one.low for one in known), high=_sum(one.high for one in known))


def _sum(bounds: Iterable[Decimal | None]) -> Decimal | None:
    result = Decimal(0)
    for bound in bounds:
        if bound is None:
            return None
        result += bound
    return result


def _taken(first: Fact, second: Fact) -> str:
    return (
        f"两处数据的名称相同，都是「{second.key}」：{_where(first)}；{_where(second)}。"
        "请改其中一处的名称，使每个数字只有一个名称。"
    )


def _where(fact: Fact) -> str:
    places = [str(source) for source in fact.sources if not isinstance(source, Clause)]
    return "、".join(places) or fact.reason or f"计算得出的「{fact.title}」"
