"""Sums that no word announces: all amounts after a whole, or of the next sentence, add up to it.

What adds up is claimed only of figures with so many digits that it is no accident, or of parts told in parallel; what
does not add up, only where the parts say by their names or shares that they are all there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, Role, claim
from wenxiao.audit.relations.sums.closing import adds_up, as_written, closes, is_telling
from wenxiao.audit.relations.sums.completeness import is_large_enough, is_split
from wenxiao.audit.relations.sums.listing import listing
from wenxiao.audit.relations.sums.openings import opens
from wenxiao.audit.relations.sums.partial_lists import is_partial
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.recent import Recent
from wenxiao.audit.relations.sums.terms import can_be_added
from wenxiao.audit.relations.sums.totals import has_total
from wenxiao.audit.relations.sums.whole_forms import is_divided

_FEWEST, _FEW, _PARALLEL, _MOST_DIVIDED = 2, 3, 3, 12


def unannounced_sums(line: Line, recent: Recent) -> Iterator[Claim]:
    """Give the sum, if there is one, of the plain amounts of a line to one before them."""
    if len(line.amounts) < _FEWEST or any(map(opens, line.amounts)) or any(map(has_total, line.amounts[1:])):
        return
    positions = [
        at for at, amount in enumerate(line.amounts) if amount.role is Role.MAIN and can_be_added(amount)
    ]
    mains = [line.amounts[position] for position in positions]
    own = [(whole, positions[at + 1 :]) for at, whole in enumerate(mains[:_FEW])]
    topic = recent.topic(line, mains[0]) if mains else []
    past = [(whole, positions) for whole in (*topic, *(recent.wholes(line, mains[0]) if mains else ()))]
    found = (
        _sum(line, whole, parts, is_named=whole in topic) for whole, parts in [*past, *own] if len(parts) > 1
    )
    yield from islice((one for one in found if one is not None), 1)


def _sum(line: Line, whole: Amount, positions: Sequence[int], *, is_named: bool) -> Claim | None:
    parts = [line.amounts[position] for position in positions]
    if any(part.quantity.unit != whole.quantity.unit for part in parts) or not can_be_added(whole):
        return None
    if closes(whole, parts) and (is_telling(whole, parts) or _are_parallel(line, whole, parts)):
        return as_written(whole, parts)
    if len(parts) > _MOST_DIVIDED:
        return None
    found = listing(line, positions[0], whole, positions)
    told = is_split(found) if whole in line.amounts else False
    is_whole = is_named or (is_divided(found) and is_large_enough(found))
    near = is_whole and (adds_up(whole, parts) or is_slip(whole.quantity, found.quantities))
    if (told or near) and not is_partial(found):
        return claim(ClaimKind.SUM, whole, parts)
    return None


def _are_parallel(line: Line, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether the parts are told in the same words at the end, in the paragraph of the whole."""
    endings = {part.label[-1:] for part in parts}
    return (
        len(parts) >= _PARALLEL and endings != {""} and len(endings) == 1 and whole.figure.block == line.block
    )
