"""The tree of a formula: what it means, apart from how it is written, computed or explained.

There are two sorts of nodes, numbers and conditions, and the parser keeps them apart: a condition is never
counted with, a number is never true or false.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, exact."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A figure by its dotted name, each part normalised."""

    name: str


@dataclass(frozen=True, slots=True)
class Negation:
    """The operand with the other sign."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum, difference, product or quotient."""

    operator: Literal["+", "-", "*", "/"]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Extreme:
    """The smallest or greatest of two or more numbers."""

    which: Literal["min", "max"]
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Absolute:
    """The operand without its sign."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Rounding:
    """The operand rounded to ``digits`` decimals, ties away from zero."""

    operand: Node
    digits: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison, or a chain as in ``0 <= x <= 100``: every pair must hold."""

    first: Node
    rest: tuple[tuple[Literal["<", "<=", ">", ">=", "==", "!="], Node], ...]


@dataclass(frozen=True, slots=True)
class Junction:
    """Conditions that must all hold (``and``), or at least one (``or``), looked at from left to right."""

    word: Literal["and", "or"]
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Choice:
    """``then`` where the condition holds, ``otherwise`` where it does not; the other is never looked at."""

    then: Node
    condition: Node
    otherwise: Node


Node = (
    Number
    | Name
    | Negation
    | Arithmetic
    | Extreme
    | Absolute
    | Rounding
    | Comparison
    | Junction
    | Not
    | Choice
)


def is_condition(node: Node) -> bool:
    """Tell whether a node is true or false rather than a number."""
    if isinstance(node, Choice):
        return is_condition(node.then)
    return isinstance(node, Comparison | Junction | Not)


def children(node: Node) -> tuple[Node, ...]:
    """Give the nodes directly below, in the order in which they are written."""
    match node:
        case Number() | Name():
            return ()
        case Negation() | Absolute() | Rounding() | Not():
            return (node.operand,)
        case Arithmetic():
            return (node.left, node.right)
        case Extreme() | Junction():
            return node.parts
        case Comparison():
            return (node.first, *(part for _, part in node.rest))
        case Choice():
            return (node.then, node.condition, node.otherwise)


def names(node: Node) -> tuple[str, ...]:
    """Give every name once, in order of appearance."""
    return tuple(dict.fromkeys(each.name for each in _walk(node) if isinstance(each, Name)))


def depth(node: Node) -> int:
    """Count the levels of the tree; a chain ``a + b + c`` has one per operator."""
    return 1 + max((depth(child) for child in children(node)), default=0)


def replace_names(node: Node, by: Mapping[str, Node]) -> Node:  # noqa: PLR0911  (one case per node)
    """Put trees in the place of names, all at once: what is put in is not searched again."""

    def inside(child: Node) -> Node:
        return replace_names(child, by)

    match node:
        case Number():
            return node
        case Name(name):
            return by.get(name, node)
        case Negation(operand):
            return Negation(inside(operand))
        case Absolute(operand):
            return Absolute(inside(operand))
        case Not(operand):
            return Not(inside(operand))
        case Rounding(operand, digits):
            return Rounding(inside(operand), digits)
        case Arithmetic(operator, left, right):
            return Arithmetic(operator, inside(left), inside(right))
        case Extreme(which, parts):
            return Extreme(which, tuple(map(inside, parts)))
        case Junction(word, parts):
            return Junction(word, tuple(map(inside, parts)))
        case Comparison(first, rest):
            return Comparison(inside(first), tuple((operator, inside(part)) for operator, part in rest))
        case Choice(then, condition, otherwise):
            return Choice(inside(then), inside(condition), inside(otherwise))


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _walk(child)
