"""What is known of the amounts of a document once its claims are: what still asks for an explanation, and with what help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.amounts import Line, Role
from wenxiao.audit.relations.proven.bases import Bases
from wenxiao.audit.relations.proven.explained import Explained
from wenxiao.audit.relations.proven.namesakes import Namesakes
from wenxiao.audit.relations.proven.told import Told, told_in


@dataclass(frozen=True, slots=True)
class Known:
    """The amounts of a document in order, who bears which name, what was reckoned over, and what is explained so far."""

    told: Sequence[Told]
    names: Namesakes
    bases: Bases
    explained: Explained


def known_of(reading: Reading, lines: Iterable[Line], claims: Sequence[Claim]) -> Known:
    """Gather what is known of a document that makes some claims."""
    told = told_in(lines)
    changes = frozenset(one.amount.figure.start for one in told if one.amount.role is Role.CHANGE)
    return Known(told, Namesakes(told, reading), Bases(told, claims), Explained(claims, changes))
