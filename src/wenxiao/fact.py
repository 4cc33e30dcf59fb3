"""A fact: one figure (or text) of the department-year, with its value and where it came from.

Keys are dotted paths of Chinese names: ``支出总计``, ``支出总计.年初预算数``, ``人才发展.全年执行数``,
``科学普及.主场活动覆盖人次`` (an indicator's actual value), ``科学普及.主场活动覆盖人次.得分``.
Each part is normalised by :func:`name_key`, so brackets, quotes and blanks never matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wenxiao.place import CellPlace, TextPlace
from wenxiao.quantity import Quantity

_IGNORED = re.compile(r"[\s()\[\]{}<>《》〈〉“”‘’\"'「」·,，、:：;；/\\\-—]")


def name_key(name: str) -> str:
    """Reduce a name to the characters that identify it: ``“三公”经费`` becomes ``三公经费``."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name))


@dataclass(frozen=True, slots=True)
class Clause:
    """The rule a figure rests on: which standard or regulation, and whether it was verified."""

    document: str
    clause: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Assumption:
    """A statement that stands in for a missing fact; it is printed wherever the figure is explained."""

    text: str


Source = CellPlace | TextPlace | Clause | Assumption


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a fact was computed: the formula in words, the arithmetic line by line, the facts used."""

    formula: str
    steps: tuple[str, ...]
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that can answer why. ``value`` None means not assessable; ``reason`` then says why."""

    key: str
    title: str
    value: Quantity | str | None
    sources: tuple[Source, ...] = ()
    derivation: Derivation | None = None
    reason: str = ""


@dataclass(frozen=True)
class FactTable(Mapping[str, Fact]):
    """All facts of a department-year by key; ``aliases`` map other names (indicator codes) to keys."""

    facts: Mapping[str, Fact]
    aliases: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Fact:
        """Find a fact by key or alias, with every part normalised; KeyError if there is none."""
        found = self.resolve(key)
        if found is None:
            raise KeyError(key)
        return self.facts[found]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys, in the order the facts were made."""
        return iter(self.facts)

    def __len__(self) -> int:
        """Count the facts."""
        return len(self.facts)

    def resolve(self, name: str) -> str | None:
        """Give the key a name stands for, or None. ``KP-02.目标值`` follows the alias of ``KP-02``."""
        key = ".".join(name_key(part) for part in name.split("."))
        if key in self.facts:
            return key
        head, _, rest = key.partition(".")
        if head in self.aliases:
            key = self.aliases[head] + (f".{rest}" if rest else "")
        return key if key in self.facts else None
