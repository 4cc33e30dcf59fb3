"""Relations of the amounts that nothing explains, which hold once one slip of the pen is put right.

What words or figures tell is claimed elsewhere. Where a relation should stand and none holds, a figure may have been
miswritten: of the few amounts near by, some nearly fit, and of all the numbers that a slip could have made, chance would
seldom offer one that fits to the last digit. How seldom it must be depends on the form in which the relation is told;
what is certain by its form is claimed, and fails, the rest is only worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.relations.amounts import Role
from wenxiao.audit.relations.proven.differences import parts_others
from wenxiao.audit.relations.proven.known import Known
from wenxiao.audit.relations.proven.percentages import is_percentage
from wenxiao.audit.relations.proven.products import each_of
from wenxiao.audit.relations.proven.told import near
from wenxiao.audit.relations.slipped.forms import Reading, Suspicion, first_suspicion
from wenxiao.audit.relations.slipped.lists import lists_of
from wenxiao.audit.relations.slipped.percentages import growths_of, ratios_of
from wenxiao.audit.relations.slipped.rests import averages_of, rests_of


def slipped_in(known: Known) -> Iterator[Suspicion]:
    """Give for each amount that no claim explains the relation that one slip may have broken."""
    for at in range(len(known.told)):
        for readings in _ways(known, at):
            found = first_suspicion(one for one in readings if not known.explained.binds(one.claim))
            if found:
                known.explained.add(found.claim)
                yield found


def _ways(known: Known, at: int) -> Iterator[Iterator[Reading]]:
    amount = known.told[at].amount
    if amount.role is Role.PERCENT:
        if is_percentage(amount) and _is_open(known, at, ClaimKind.RATE):
            around = near(known.told, at)
            named = known.names.of(known.told[at - 1].amount.label, known.told[at - 1].amount) if at else []
            yield ratios_of(amount, around, known.bases.before(amount), named)
            if _is_open(known, at, ClaimKind.GROWTH):
                yield growths_of(amount, around)
        if parts_others(amount) and _is_open(known, at, ClaimKind.DIFFERENCE):
            yield rests_of(amount, near(known.told, at))
        return
    if not amount.quantity.is_exact or amount.quantity.value <= 0:
        return
    if _is_open(known, at, ClaimKind.SUM):
        yield lists_of(known.told, at)
        if parts_others(amount) and _is_open(known, at, ClaimKind.DIFFERENCE):
            yield rests_of(amount, near(known.told, at))
    each = each_of(amount)
    if each and _is_open(known, at, ClaimKind.PRODUCT):
        yield averages_of(amount, each, near(known.told, at))


def _is_open(known: Known, at: int, kind: ClaimKind) -> bool:
    return not known.explained.has(kind, known.told[at].amount.figure.start)
