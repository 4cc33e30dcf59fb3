"""The amounts of a document with the words of their measure, without what parts and wholes tell differently.

采购金额共计 X of the whole and 采购金额 a of a part are told in the same words, and so are 1至11月完成投资 and 完成投资.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from wenxiao.audit.relations.amounts import Amount, Line, Role
from wenxiao.audit.relations.sums.terms import can_be_added, common_ending, is_base, is_changed_to, part_name

_TOTAL = "(?<!公)共计|合计|总计|累计|总共|一共|(?<!公)共|总"
_IS_TOTAL = re.compile(_TOTAL)
_FRAME = re.compile(f"^(?:[0-9][0-9至到—~年月日份季度-]*)?(?:{_TOTAL})*|(?:{_TOTAL})+(?:为|达)?$")
_SCORED = re.compile("(?:实际|自评|评价|实)?得分?$")
_SORTS = "类级型性"
_LONGEST = 30


class Told(NamedTuple):
    """A plain amount: its place among all of them, the words of its measure, and whether they say that it is a total.

    ``line`` is the number of its sentence, which it may begin; ``lead`` are the words before it, with those of a sentence without amounts before its own (过程指标。满分 25 分).
    """

    at: int
    amount: Amount
    words: str
    value: Decimal
    unit: str
    block: int
    is_total: bool
    lead: str
    line: int
    is_first: bool

    @property
    def measure(self) -> tuple[str, str]:
        """Give unit and words."""
        return self.unit, self.words


def told_in(lines: Sequence[Line]) -> list[Told]:
    """Give the plain amounts of a document that can be added and are exact."""
    told: list[Told] = []
    heading = ""
    for number, line in enumerate(lines):
        for position, amount in enumerate(line.amounts):
            quantity = amount.quantity
            is_plain = amount.role is Role.MAIN and quantity.is_exact and can_be_added(amount)
            if is_plain and not is_base(line, position) and not _is_changed(line.amounts, position):
                name = part_name(amount)
                told.append(
                    Told(
                        len(told),
                        amount,
                        _measure(name),
                        quantity.value,
                        quantity.unit,
                        line.block,
                        _IS_TOTAL.search(name) is not None,
                        f"{'' if position else heading}{amount.lead}"[-_LONGEST:],
                        number,
                        position == 0,
                    )
                )
        heading = "" if line.amounts else line.tail
    return told


def _is_changed(amounts: Sequence[Amount], position: int) -> bool:
    """Tell whether an amount is one side of a change (由 X 调整为 Y): both are read elsewhere."""
    near = amounts[max(position - 1, 0) : position + 2]
    return any(is_changed_to(*pair) for pair in pairwise(near))


def are_told_alike(whole: Told, parts: Sequence[Told]) -> bool:
    """Tell whether the words of a whole end with those that its parts share, or all of theirs begin with them.

    What sort of thing each part is belongs to its name: 货物类采购项目 and 工程类采购项目 are 采购项目.
    """
    words = [part.words for part in parts]
    ending = common_ending(words)
    shared = ending if len(set(words)) == 1 else ending.lstrip(_SORTS)
    if shared:
        return whole.words.endswith(shared)
    return bool(whole.words) and all(word.startswith(whole.words) for word in words)


@lru_cache(maxsize=4096)
def _measure(name: str) -> str:
    return _SCORED.sub("得分", _FRAME.sub("", name))
