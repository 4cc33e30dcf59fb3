"""A figure of a document together with the facts it can be meant to state."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wenxiao.audit.figures.model import Figure
from wenxiao.audit.recorded.index import Entry, Index
from wenxiao.audit.recorded.roles import PREVIOUS, Role

_YEAR = re.compile("[0-9]{4}")
_OF_LAST_YEAR = "上年"


@dataclass(frozen=True, slots=True)
class Naming:
    """A figure and the facts its words fit; ``is_certain`` if they leave no doubt that one of them is meant."""

    figure: Figure
    entries: tuple[Entry, ...]
    is_certain: bool = True


def role_in_year(figure: Figure, name: str, role: Role, index: Index) -> Role:
    """Give the role a figure has by the year it is of; none if that is neither the year of the data nor the last.

    What a name itself calls last year's (上年结转结余) is a fact of this year.
    """
    found = _YEAR.match(figure.period)
    year = found[0] if found else index.year
    if index.year in {year, ""} or name.startswith(_OF_LAST_YEAR):
        return role
    is_last = index.year.isdecimal() and year == str(int(index.year) - 1)
    return PREVIOUS if is_last else ()
