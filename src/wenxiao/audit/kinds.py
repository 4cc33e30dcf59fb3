"""What can be claimed about figures: the kinds of claims, how two figures stand, what a growth is told by."""

from __future__ import annotations

from enum import StrEnum


class ClaimKind(StrEnum):
    """What is claimed about the result and its operands."""

    SUM = "sum"
    DIFFERENCE = "difference"
    GROWTH = "growth"
    SHARE = "share"
    RATE = "rate"
    PRODUCT = "product"
    EQUAL = "equal"
    TARGET = "target"
    COUNT = "count"
    COMPARE = "compare"


PERCENTAGES = frozenset({ClaimKind.RATE, ClaimKind.SHARE, ClaimKind.GROWTH})
"""The kinds whose result is a percentage of operands that are of one measure."""


class Relation(StrEnum):
    """How the result of a comparison stands to its operand."""

    AT_MOST = "≤"
    AT_LEAST = "≥"
    LESS = "<"
    MORE = ">"
    SAME = "="


class GrowthForm(StrEnum):
    """Which two figures a growth is told by, in the order of its operands."""

    CURRENT_PREVIOUS = "current,previous"
    CURRENT_DELTA = "current,delta"
    PREVIOUS_DELTA = "previous,delta"


class Direction(StrEnum):
    """The direction that the words of a growth state."""

    UP = "up"
    DOWN = "down"

    @property
    def opposite(self) -> Direction:
        """Give the other direction."""
        return Direction.DOWN if self is Direction.UP else Direction.UP
