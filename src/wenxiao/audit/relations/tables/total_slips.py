"""Totals of a table that the text beside it miswrites: 共拨付2141.10万元，用途如下表, and a 合计 of 2411.10.

The text announces the table, or names its total row right behind it (全镇1,621户), and the total is told nowhere else; of
the figures told there one is a single slip of the pen away.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.model import ADDITIVE, Figure, Grid, Reading, Sentence
from wenxiao.audit.relations.tables.terms import (
    GRAND_TOTAL,
    amounts_of_row,
    can_be_searched,
    equal_claim,
    is_one_slip_off,
)

_ANNOUNCES = re.compile(r"(?:如下|见下|下表|如表|见表|附表|明细表|情况表)[^，。；,;]{0,6}[：:。]?\Z")
_NAMED_FULLY = re.compile("\\A全.\\Z")
_FEWEST_DIGITS, _REACH = 4, 3
_DIGIT = re.compile("[0-9]")

Sentences = Mapping[int, Sequence[Sentence]]


def miswritten_totals(reading: Reading) -> Iterator[Claim]:
    """Claim the figures beside a table to be its totals where one slip is all that parts them."""
    told = Counter((one.value, one.unit) for one in reading.figures)
    by_block: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        by_block[sentence.block].append(sentence)
    blocks: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(reading.document.blocks):
        blocks[block.table].append(at)
    for grid in reading.grids:
        if grid.index in blocks and can_be_searched(grid):
            spoken = list(_spoken_of(grid, blocks[grid.index], by_block))
            yield from _slipped(grid, [one for one in spoken if told[one.value, one.unit] == 1], told)


def _spoken_of(grid: Grid, cells: Sequence[int], by_block: Sentences) -> Iterator[Figure]:
    """Give the figures of the paragraph that announces a table, and those behind it that bear the name of its total."""
    before = by_block.get(cells[0] - 1, ())
    if before and _ANNOUNCES.search(before[-1].gaps[-1]):
        yield from (figure for sentence in before for figure in sentence.figures)
    names = [folded(stub) for stub in grid.stubs if _NAMED_FULLY.search(folded(stub))]
    for block in range(cells[-1] + 1, cells[-1] + 1 + _REACH):
        for sentence in by_block.get(block, ()):
            for figure, gap in zip(sentence.figures, sentence.gaps, strict=False):
                if any(gap.endswith(name) for name in names):
                    yield figure


def _slipped(grid: Grid, spoken: Sequence[Figure], told: Mapping[tuple[str, str], int]) -> Iterator[Claim]:
    for number in range(grid.first_row, grid.table.rows):
        if not GRAND_TOTAL.search(folded(grid.stubs[number])):
            continue
        for total in amounts_of_row(grid, number).values():
            if told[total.value, total.unit] > 1 or len(_DIGIT.findall(total.text)) < _FEWEST_DIGITS:
                continue
            claims = [equal_claim(one.label, one, total) for one in spoken if _may_be(one, total)]
            slips = [claim for claim in claims if is_one_slip_off(claim)]
            yield from slips if len(slips) == 1 else ()


def _may_be(one: Figure, total: Figure) -> bool:
    return one.kind in ADDITIVE and one.kind is total.kind and one.unit == total.unit
