"""The language of rules: a formula whose names are the field's own Chinese terms.

``round(分值 if 实际值 >= 目标值 else 分值 * max(实际值, 0) / 目标值, 2)`` is parsed with :mod:`ast` through a
white list (:mod:`wenxiao.standards.reader`) and never evaluated by Python. Its three renderings are
:mod:`wenxiao.engine.arithmetic`, :mod:`wenxiao.engine.setwise` and :mod:`wenxiao.standards.sentence`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from wenxiao.fact import name_key
from wenxiao.nearest import suggestion
from wenxiao.standards import sentence, tree
from wenxiao.standards.reader import MAX_DEPTH, read
from wenxiao.standards.tree import Node
from wenxiao.standards.writing import FormulaError

__all__ = ["Formula", "FormulaError", "check_cycles", "check_names", "parse", "substitute"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed formula. Formulas are equal when their trees are; ``names`` are in order of appearance."""

    text: str = field(compare=False)
    root: Node
    names: tuple[str, ...] = field(compare=False)

    @property
    def is_condition(self) -> bool:
        """Tell whether the formula is true or false rather than a number."""
        return tree.is_condition(self.root)


def parse(text: str) -> Formula:
    """Read a formula.

    Raises:
        FormulaError: it is too long or too deep, or holds anything beyond the language; the message names
            the construct and points at it.
    """
    root = read(text)
    return Formula(text, root, tree.names(root))


def check_names(formula: Formula, known: Collection[str]) -> None:
    """Refuse names that are not ``known``, suggesting the nearest known ones.

    Raises:
        FormulaError: at least one name is unknown; all of them are listed.
    """
    keys = set(map(_dotted_key, known))
    unknown = [name for name in formula.names if name not in keys]
    if unknown:
        lines = [f"  · 没有名为「{name}」的数据。{suggestion(name, known)}请检查写法。" for name in unknown]
        raise FormulaError("\n".join([f"公式“{formula.text}”用到了不存在的名称：", *lines]))


def check_cycles(formulas: Mapping[str, Formula]) -> None:
    """Refuse formulas that need each other.

    Raises:
        FormulaError: with the path, as in 甲 → 乙 → 甲 (甲 needs 乙, 乙 needs 甲).
    """
    needs = {_dotted_key(name): formula.names for name, formula in formulas.items()}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        path = " → ".join(reversed(error.args[1]))
        raise FormulaError(f"公式互相引用，无法计算：{path}。请改写其中一个公式，断开这个环。") from error


def substitute(formula: Formula, by: Mapping[str, Formula]) -> Formula:
    """Put formulas in the place of names, all at once; the text is written anew.

    Raises:
        FormulaError: a condition would stand where a number must, or the result is too deep.
    """
    for name, inserted in by.items():
        if inserted.is_condition:
            raise FormulaError(
                f"「{name}」的公式“{inserted.text}”是条件，不是数，不能代入“{formula.text}”。"
                "请写成“1 if 条件 else 0”。"
            )
    root = tree.replace_names(
        formula.root, {_dotted_key(name): inserted.root for name, inserted in by.items()}
    )
    if tree.depth(root) > MAX_DEPTH:
        raise FormulaError(
            f"公式“{formula.text}”代入其他公式后超过 {MAX_DEPTH} 层。请拆成几个指标分别写公式。"
        )
    return Formula(sentence.text_of(root), root, tree.names(root))


def _dotted_key(name: str) -> str:
    return ".".join(map(name_key, name.split(".")))
