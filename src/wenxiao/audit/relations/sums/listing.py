"""A whole and the list of its parts, with what the sentence says of them: shares, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role
from wenxiao.quantity import Kind, Quantity

_SORTS = frozenset({"类", "项", "个", "批", "种", "块", "期"})


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole, its parts, the words before and after them, and what else is said of the parts.

    ``shares`` are those told with the parts, empty unless each has one; ``number`` is how many parts the sentence says
    there are (四类, 3个项目), 0 if it does not say.
    """

    whole: Amount
    parts: tuple[Amount, ...]
    lead: str
    after: str
    shares: tuple[Quantity, ...]
    number: int

    @property
    def quantities(self) -> list[Quantity]:
        """Give the quantities of the parts."""
        return [part.quantity for part in self.parts]

    @property
    def is_counted(self) -> bool:
        """Tell whether things or people are counted: then the nearest number before them is their whole."""
        return self.whole.quantity.kind is not Kind.MONEY


def listing(line: Line, index: int, whole: Amount, positions: Sequence[int]) -> Listing:
    """Give the list of some amounts of a line that begins at ``index``."""
    amounts = line.amounts
    parts = tuple(amounts[position] for position in positions)
    following = amounts[positions[-1] + 1 :]
    after = following[0].lead if following else line.tail
    lead = SENTENCES.split(amounts[index].lead)[-1]
    return Listing(
        whole, parts, lead, after, _shares(amounts, positions), _number_before(amounts, index, whole)
    )


def _number_before(amounts: Sequence[Amount], index: int, whole: Amount) -> int:
    """Give how many parts the words right before a list say there are, in the same sentence."""
    if SENTENCES.search(amounts[index].lead):
        return 0
    near = [one for one in amounts[max(index - 2, 0) : index] if one.figure.start != whole.figure.start]
    counted = [one.quantity for one in near if one.quantity.unit in _SORTS and one.quantity.is_exact]
    return int(counted[-1].value) if counted else 0


def _shares(amounts: Sequence[Amount], positions: Sequence[int]) -> tuple[Quantity, ...]:
    """Give the share told after each part (占 a%), or after the last one of all of them (分别占 a%、b%)."""
    beside = [one for position in positions for one in amounts[position + 1 : position + 2] if _is_share(one)]
    first = positions[-1] + 1
    together = amounts[first : first + len(positions)]
    if len(beside) < len(positions) and together and "分别" in together[0].lead and _is_share(together[0]):
        beside = [one for one in together if one.role is Role.PERCENT]
    return tuple(one.quantity for one in beside) if len(beside) == len(positions) else ()


def _is_share(amount: Amount) -> bool:
    return amount.role is Role.PERCENT and "占" in amount.lead
