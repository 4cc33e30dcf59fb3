"""What can be recorded: tables, fields, constraints and code lists (words of Frictionless Table Schema)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class FieldType(StrEnum):
    """How a field is read: ``money`` and ``quantity`` become a Quantity, ``number`` a Decimal."""

    STRING = "string"
    TEXT = "text"
    CODE = "code"
    MONEY = "money"
    QUANTITY = "quantity"
    NUMBER = "number"
    DATE = "date"
    INTEGER = "integer"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a value must satisfy; minimum and maximum are in the field's own unit, inclusive.

    ``pattern`` is a regular expression for the whole text, ``pattern_hint`` says it in words.
    """

    required: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    pattern: str = ""
    pattern_hint: str = ""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A column. ``unit`` is fixed for all rows; ``unit_field`` names the field that gives it by row."""

    name: str
    title: str
    type: FieldType
    meaning: str
    unit: str = ""
    unit_field: str = ""
    codes: str = ""
    constraints: Constraints = Constraints()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Every value of ``field`` must stand in field ``to`` of ``table``, in a row where ``only_without`` is empty.

    ``only_without`` keeps a hierarchy to its levels: an indicator belongs to a project without parent.
    """

    field: str
    table: str
    to: str
    only_without: str = ""


@dataclass(frozen=True, slots=True)
class FactSpec:
    """How rows become facts.

    A fact is named by the field ``entity`` (without one: by the field's own title), below the entity
    that ``parent`` refers to, and is also found by the field ``alias``. ``bare`` is the field whose fact
    has no suffix; ``fields`` are suffixed by their titles, ``suffixed`` maps fields to other suffixes.
    """

    entity: str = ""
    bare: str = ""
    parent: str = ""
    alias: str = ""
    fields: tuple[str, ...] = ()
    suffixed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table. ``rows`` is "one" if it holds a single row, else "many"; ``source`` is its legal basis."""

    name: str
    title: str
    meaning: str
    source: str
    primary_key: tuple[str, ...]
    fields: tuple[FieldSpec, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    rows: str = "many"
    foreign_keys: tuple[ForeignKey, ...] = ()
    facts: FactSpec | None = None

    def field(self, name: str) -> FieldSpec:
        """Give the field of this name; KeyError if there is none."""
        for spec in self.fields:
            if spec.name == name:
                return spec
        raise KeyError(f"{self.name}.{name}")

    @property
    def keyed_by_codes(self) -> bool:
        """Tell whether the key comes from code lists, so that a template can be pre-filled with it."""
        return all(self.field(name).type is FieldType.CODE for name in self.primary_key)


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a code list; ``aliases`` are other ways to write it that are accepted on reading."""

    label: str
    meaning: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeList:
    """The values a coded field may take, in their official order."""

    name: str
    title: str
    values: tuple[Code, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Give the labels, in order."""
        return tuple(code.label for code in self.values)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tables and code lists, by name; tables stand in the order a clerk fills them."""

    tables: Mapping[str, TableSpec]
    codes: Mapping[str, CodeList]
