"""Table against table: the forms of one budget or account print the same amounts again and again.

Two columns are one thing told twice if they are about the same (:mod:`scopes`), or if they agree in all their
rows but one: then the odd one out is a slip, for money that one form holds and the other does not would show
in the totals above it too. Of two columns that mostly differ nothing is claimed; they are of two bodies.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.model import Figure, Reading
from wenxiao.audit.relations.tables.accounts import TOTALS, Column, Entry, columns_of
from wenxiao.audit.relations.tables.same_spending import claims_of_spending
from wenxiao.audit.relations.tables.terms import equal_claim, is_one_slip_off
from wenxiao.finding import Verdict

_FEWEST_ALIKE = 3
_FEWEST_MIRRORED = 5
_MOST_COMPARED = 12  # columns a column is held against: the latest ones
_CLASS_CODE = 3  # digits
_WITH_BALANCE = "总计"  # what is carried over is in it, and differs by source of money
_ROUNDING = 10  # what rounding moves is less than a tenth of any amount


@dataclass(frozen=True, slots=True)
class _Pair:
    """An item of the later column, and the one that answers it in the earlier: of the same name, or equal."""

    item: str
    is_same_item: bool
    earlier: Entry
    later: Entry
    holds: bool

    @property
    def claim(self) -> Claim:
        """Give the claim that both are the same amount."""
        return equal_claim(self.later.name, self.earlier.figure, self.later.figure)

    @property
    def is_of_one_name(self) -> bool:
        """Tell whether both rows are called alike: only then can it be wrong that they differ."""
        return self.is_same_item and (self.item in TOTALS or self.earlier.name == self.later.name)


def claims_across_tables(reading: Reading) -> list[Claim]:
    """Claim amounts of different forms equal that are the same amount told twice."""
    columns = _completed(columns_of(reading.grids))
    named = _with_codes(columns)
    repeated = [claim for column, others in _neighbours(named) for claim in _of_column(column, others)]
    return [*repeated, *claims_of_spending(columns)]


def _completed(columns: Sequence[Column]) -> list[Column]:
    """Give the stage and year that most columns tell to those that tell none."""
    stage = _commonest([column.scope.stage for column in columns])
    year = _commonest([column.scope.year for column in columns])
    return [
        replace(column, scope=replace(scope, stage=scope.stage or stage, year=scope.year or year))
        for column in columns
        for scope in [column.scope]
    ]


def _commonest(told: list[str]) -> str:
    """Give what is told most often; "" if two are told equally often."""
    first, *others = [*Counter(filter(None, told)).most_common(2), ("", 0)]
    return "" if others and others[0][1] == first[1] else first[0]


def _with_codes(columns: list[Column]) -> list[Column]:
    """Call the rows of a form without codes by the codes that other forms give to those names."""
    codes: dict[str, set[str]] = defaultdict(set)
    for column in columns:
        for item, entry in column.entries.items():
            if item.isdecimal() and len(item) == _CLASS_CODE:
                codes[entry.name].add(item)
    known = {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}
    return [
        replace(column, entries={known.get(item, item): entry for item, entry in column.entries.items()})
        for column in columns
    ]


def _neighbours(columns: Iterable[Column]) -> Iterator[tuple[Column, list[Column]]]:
    """Give each column with the earlier ones to hold it against: of the same scope first, the nearest first."""
    alike: dict[object, deque[Column]] = defaultdict(lambda: deque(maxlen=_MOST_COMPARED))
    latest: deque[Column] = deque(maxlen=_MOST_COMPARED)
    for column in columns:
        same = [one for one in reversed(alike[column.scope]) if one.grid != column.grid]
        rest = [one for one in reversed(latest) if one.grid != column.grid and one.scope != column.scope]
        yield column, [*same, *rest]
        alike[column.scope].append(column)
        latest.append(column)


def _of_column(column: Column, others: list[Column]) -> Iterator[Claim]:
    """Claim each item of a column once: against the first column that repeats it."""
    left = dict(column.entries)
    for other in others:
        if not left:
            return
        pairs = list(_pairs(other, column))
        is_same = other.scope == column.scope
        for pair in _repeated(pairs) if is_same else _mirrored(other, column, pairs):
            if left.pop(pair.item, None):
                yield pair.claim


def _pairs(earlier: Column, later: Column) -> Iterator[_Pair]:
    for item, entry in later.entries.items():
        other = _counterpart(earlier, item, entry.figure)
        if other is not None and not (_is_zero(entry) and _is_zero(earlier.entries[other])):
            found = earlier.entries[other]
            yield _Pair(item, item == other, found, entry, _is_equal(found.figure, entry.figure))


def _counterpart(column: Column, item: str, figure: Figure) -> str | None:
    """Give the item of the same name; 合计 may be either total, the equal one if there are two."""
    if item not in TOTALS:
        return item if item in column.entries else None
    wanted = TOTALS if item == TOTALS[0] else (item, TOTALS[0])
    found = [total for total in wanted if total in column.entries]
    equal = (total for total in found if column.entries[total].figure.value == figure.value)
    return next(equal, found[0] if len(found) == 1 else None)


def _repeated(pairs: list[_Pair]) -> list[_Pair]:
    """Give what two columns of one scope say alike, and the few rows in which one of them errs."""
    odd = [pair for pair in pairs if not pair.holds]
    is_lone = len(odd) == 1 and (len(pairs) >= _FEWEST_ALIKE or is_one_slip_off(odd[0].claim))
    is_trusted = is_lone or len(odd) * 4 <= len(pairs)
    if not is_trusted and len(odd) * 2 > len(pairs):
        return []
    return [pair for pair in pairs if pair.holds or (is_trusted and pair.is_of_one_name)]


def _mirrored(earlier: Column, later: Column, pairs: list[_Pair]) -> list[_Pair]:
    """Give what two columns of different scopes say alike if all rows agree, or all but one of many."""
    agreed = {pair.later.figure.value for pair in pairs if pair.holds}
    odd = [pair for pair in pairs if not pair.holds]
    if len(odd) > 1 or len(agreed) < (_FEWEST_MIRRORED if odd else _FEWEST_ALIKE):
        return []
    holding = [pair for pair in pairs if pair.holds]
    is_slip = earlier.scope.kind == later.scope.kind and any(
        _is_odd(pair, holding, earlier, later) for pair in odd
    )
    return pairs if is_slip else holding


def _is_odd(odd: _Pair, holding: list[_Pair], earlier: Column, later: Column) -> bool:
    """Tell whether it cannot be right that one row differs: its column has the same total, or the same classes."""
    if not odd.is_of_one_name or odd.item == _WITH_BALANCE:
        return False
    if odd.item in TOTALS:
        return _classes(earlier) == _classes(later)
    return any(pair.item in TOTALS for pair in holding)


def _classes(column: Column) -> set[str]:
    names = (item for item in column.entries if item not in TOTALS)
    return {item for item in names if len(item) <= _CLASS_CODE or not item.isdecimal()}


def _is_equal(earlier: Figure, later: Figure) -> bool:
    """Tell whether two amounts are one, rounding aside; most can be told apart at a glance."""
    one, other = earlier.quantity, later.quantity
    if one is None or other is None or abs(one.value - other.value) * _ROUNDING > abs(one.value):
        return False
    return one.value == other.value or judge(equal_claim("", earlier, later)).verdict is Verdict.PASS


def _is_zero(entry: Entry) -> bool:
    return entry.figure.quantity is not None and entry.figure.quantity.value == 0
