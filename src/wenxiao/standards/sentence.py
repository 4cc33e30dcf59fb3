"""A formula in writing: in its own language with the fewest brackets, and in Chinese as a clerk would say it.

Both give every node a rank; what binds less than its surroundings ask for stands in brackets.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING

from wenxiao.standards import tree
from wenxiao.standards.tree import Node

if TYPE_CHECKING:
    from wenxiao.standards.formula import Formula

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷", "==": "=", "!=": "≠", ">=": "≥", "<=": "≤"}


class _Rank(IntEnum):
    """How tightly a piece of writing holds together."""

    CHOICE = 0
    ROUNDING = 1
    EXTREME = 2
    OR = 3
    AND = 4
    NOT = 5
    COMPARISON = 6
    SUM = 7
    PRODUCT = 8
    SIGN = 9
    ATOM = 10


_Ranked = tuple[str, _Rank]


def text(formula: Formula) -> str:
    """Write a formula in its own language: ``parse(text(formula)) == formula``."""
    return text_of(formula.root)


def text_of(node: Node) -> str:
    """Write a tree in the formula language."""
    return _code(node)[0]


def sentence(formula: Formula) -> str:
    """Say a formula in Chinese: ``全年执行数 ÷ 全年预算数 × 100``."""
    return sentence_of(formula.root)


def sentence_of(node: Node, words: Callable[[str], str] = str) -> str:
    """Say a tree in Chinese; ``words`` gives what stands for a name (its value, for instance)."""
    return _Speaker(words).say(node)[0]


def decimal_text(value: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _code(node: Node) -> _Ranked:  # noqa: PLR0911  (one case per node)
    match node:
        case tree.Number(value):
            return decimal_text(value), _Rank.ATOM
        case tree.Name(name):
            return name, _Rank.ATOM
        case tree.Negation(operand):
            return f"-{_code_at(_Rank.SIGN, operand)}", _Rank.SIGN
        case tree.Absolute(operand):
            return f"abs({text_of(operand)})", _Rank.ATOM
        case tree.Rounding(operand, digits):
            return f"round({text_of(operand)}, {digits})", _Rank.ATOM
        case tree.Extreme(which, parts):
            return f"{which}({', '.join(map(text_of, parts))})", _Rank.ATOM
        case tree.Arithmetic(operator, left, right):
            rank = _rank_of(operator)
            return f"{_code_at(rank, left)} {operator} {_code_at(_Rank(rank + 1), right)}", rank
        case tree.Comparison(first, rest):
            pairs = "".join(f" {operator} {_code_at(_Rank.SUM, part)}" for operator, part in rest)
            return _code_at(_Rank.SUM, first) + pairs, _Rank.COMPARISON
        case tree.Not(operand):
            return f"not {_code_at(_Rank.NOT, operand)}", _Rank.NOT
        case tree.Junction(word, parts):
            rank = _Rank.AND if word == "and" else _Rank.OR
            return f" {word} ".join(_code_at(_Rank(rank + 1), part) for part in parts), rank
        case tree.Choice(then, condition, otherwise):
            head = f"{_code_at(_Rank.OR, then)} if {_code_at(_Rank.OR, condition)}"
            return f"{head} else {text_of(otherwise)}", _Rank.CHOICE


def _code_at(rank: _Rank, node: Node) -> str:
    written, own = _code(node)
    return written if own >= rank else f"({written})"


def _rank_of(operator: str) -> _Rank:
    return _Rank.SUM if operator in "+-" else _Rank.PRODUCT


class _Speaker:
    """Says trees in Chinese, with given words for the names."""

    def __init__(self, words: Callable[[str], str]) -> None:
        self.words = words

    def say(self, node: Node) -> _Ranked:  # noqa: PLR0911  (one case per node)
        match node:
            case tree.Number(value):
                return _signed(decimal_text(value))
            case tree.Name(name):
                return _signed(self.words(name))
            case tree.Negation(operand):
                return f"−{self._at(_Rank.ATOM, operand)}", _Rank.SUM
            case tree.Absolute(operand):
                return f"{self._at(_Rank.ATOM, operand)}的绝对值", _Rank.SIGN
            case tree.Rounding(operand, digits):
                return f"{self._at(_Rank.EXTREME, operand)}，{rounding_words(digits)}", _Rank.ROUNDING
            case tree.Extreme():
                return self._extreme(node)
            case tree.Arithmetic(operator, left, right):
                rank = _rank_of(operator)
                sides = self._at(rank, left), self._at(_Rank(rank + 1), right)
                return _spaced(f"{sides[0]} {_SIGNS[operator]} {sides[1]}"), rank
            case tree.Comparison(first, rest):
                pairs = "".join(
                    f" {_SIGNS.get(sign, sign)} {self._at(_Rank.SUM, part)}" for sign, part in rest
                )
                return _spaced(self._at(_Rank.SUM, first) + pairs), _Rank.COMPARISON
            case tree.Not(operand):
                return f"并非（{self.say(operand)[0]}）", _Rank.ATOM
            case tree.Junction(word, parts):
                rank, link = (_Rank.AND, " 且 ") if word == "and" else (_Rank.OR, " 或 ")
                return _spaced(link.join(self._at(_Rank(rank + 1), part) for part in parts)), rank
            case tree.Choice():
                return self._choice(node), _Rank.CHOICE

    def _at(self, rank: _Rank, node: Node) -> str:
        said, own = self.say(node)
        return said if own >= rank else f"（{said}）"

    def _extreme(self, extreme: tree.Extreme) -> _Ranked:
        *most, last = (self._at(_Rank.OR, part) for part in extreme.parts)
        size = "小" if extreme.which == "min" else "大"
        word = f"较{size}者" if len(most) == 1 else f"最{size}者"
        return _spaced(f"{'、'.join(most)} 与 {last} 中{word}"), _Rank.EXTREME

    def _choice(self, choice: tree.Choice) -> str:
        head = f"当 {self._at(_Rank.OR, choice.condition)} 时为 {self._at(_Rank.EXTREME, choice.then)}"
        if isinstance(choice.otherwise, tree.Choice):
            return f"{_spaced(head)}；{self.say(choice.otherwise)[0]}"
        return f"{_spaced(head)}；否则为 {self._at(_Rank.EXTREME, choice.otherwise)}"


def rounding_words(digits: int) -> str:
    """Say to how many decimals something is rounded."""
    return f"四舍五入保留 {digits} 位小数" if digits else "四舍五入取整数"


def _signed(words: str) -> _Ranked:
    """Rank a figure; a negative one stands in brackets after an operator: ``3 −（-2）``."""
    return words, _Rank.SUM if words.startswith(("-", "−")) else _Rank.ATOM


def _spaced(words: str) -> str:
    """Leave out the blanks beside full-width brackets, as Chinese typography does."""
    return words.replace(" （", "（").replace("） ", "）")
