"""The facts of a package by the names a document can call them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from wenxiao.audit.figures.characters import folded
from wenxiao.audit.recorded.roles import SUFFIXES, Role
from wenxiao.fact import Fact, FactTable, name_key
from wenxiao.quantity import Quantity

_SHORTEST_NAME = 3
_NUMBERED = re.compile(
    r"\A\s*(?:其中[:：])?\s*(?:[一二三四五六七八九十]+、|[0-9]+[.、]|\([0-9一二三四五六七八九十]+\))?\s*(?:其中[:：])?"
)
_UNIT = re.compile(r"\((?:单位[:：]?)?[百千万亿]*元\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with a quantity: ``name`` is what it is of, ``parents`` what that belongs to."""

    fact: Fact
    quantity: Quantity
    name: str
    parents: tuple[str, ...]
    suffix: str


@dataclass(frozen=True, slots=True)
class Index:
    """The facts that can be stated, by name, and the year they are of."""

    entries: Mapping[str, tuple[Entry, ...]]
    year: str

    def named(self, name: str, role: Role, around: Collection[str] = ()) -> tuple[Entry, ...]:
        """Give the facts of a name in a role; of names that several things have, those of what is ``around``.

        A name that belongs to several things none of which is around is nobody's: nothing is given.
        """
        fitting = [entry for entry in self.entries.get(name, ()) if entry.suffix in role]
        within = [entry for entry in fitting if entry.parents and set(entry.parents) <= set(around)]
        free = [entry for entry in fitting if not entry.parents]
        if within or free:
            return tuple(within or free)
        return tuple(fitting) if len({entry.parents for entry in fitting}) == 1 else ()


def index_of(facts: FactTable) -> Index:
    """Put the facts of a package in order by their names."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    for fact in facts.values():
        entry = _entry(fact)
        if entry and entry.suffix in SUFFIXES and len(entry.name) >= _SHORTEST_NAME:
            entries[entry.name].append(entry)
    year = facts["预算年度"].value if facts.resolve("预算年度") else ""
    return Index({name: tuple(some) for name, some in entries.items()}, str(year))


def name_in(text: str) -> str:
    """Give the name in a heading of a row or column: without its number, 其中 and unit."""
    return name_key(_UNIT.sub("", _NUMBERED.sub("", folded(text))))


def _entry(fact: Fact) -> Entry | None:
    if not isinstance(fact.value, Quantity):
        return None
    *parents, name = fact.key.split(".")
    suffix = ""
    if parents and name_key(fact.title).endswith(f"的{name}"):
        *parents, name, suffix = *parents, name
    return Entry(fact, fact.value, name, tuple(parents), suffix)
