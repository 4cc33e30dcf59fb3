"""The amounts of the lines read so far, to look up what a sentence names without giving its figure again."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from wenxiao.audit.figures.characters import common_end
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike

_REMEMBERED = 20
_NEAREST = 6
_OF_BLOCK = 12
_NOISE = re.compile("[“”\"'（）()《》年度月日0-9,.，、本的数为类款项各均]|合计|总计|共计|总额")
_BOTH_SIDES = re.compile("收入?[、和]?支出?")
_WHOLE = re.compile("总[计量额体数]?|合计|整体")
_ALL_INCOME = re.compile("收入(?:决算|预算)?(?:总[计量额数]|合计)|总收入")
_ALL_EXPENSES = re.compile("支出(?:决算|预算)?(?:总[计量额数]|合计)|总支出")
_MARKS = re.compile("[“”\"'（）()《》]|[0-9]{4}年度?|(?:累计|实际)?(?:完成|实现|达到)?(?:决算)?数?$")
_SHORTEST, _LONG = 3, 4
_ENOUGH, _FULL = 80, 100
"""How many per cent of the words must stand in a sentence of the same block, and of another one."""

_BUDGET = re.compile("年初预算|预算数|预算为|预算$")
_COMPARES = re.compile("^[。；;]?(?:与|比|较|同)")
OUTTURN = re.compile("决算|实际|执行|完成")


class Earlier:
    """The last amounts of a document before the line that is being read."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._lines: deque[Line] = deque(maxlen=_REMEMBERED)
        self._latest: dict[str, Amount] = {}
        self._values: defaultdict[str, set[Decimal]] = defaultdict(set)
        self._plain: Sequence[Amount] = ()
        self._plain_of: dict[int, Sequence[Amount]] = {}

    def add(self, line: Line) -> None:
        """Remember a line."""
        if line.amounts:
            self._lines.append(line)
            self._plain, self._plain_of = (), {}
            for amount in line.mains():
                name = _name(amount.label)
                self._latest[name] = amount
                self._values[name].add(amount.quantity.value)

    def named(self, name: str, line: Line, before: Amount, like: Amount | None = None) -> Amount | None:
        """Give the nearest amount before another that is called ``name``, of its measure or that of ``like``.

        Its name may end so (what stands before is a year or a body), or have its words turned round. The line
        goes first, then its block, then the last amount called exactly so, then the lines before; where there
        is another value to choose in the same place, there is none.
        """
        wanted, like = _name(name), like or before
        if len(wanted) < _SHORTEST:
            return None
        here = [one for one in line.mains() if one.figure.start < before.figure.start and alike(one, like)]
        nearest = next((one for one in reversed(here) if _name(one.label) == wanted), None)
        if nearest is not None:
            return nearest
        endings = tuple(dict.fromkeys((wanted, wanted.removesuffix("预算"), _without_spending(wanted))))
        for scope in self._scopes(here, wanted, line.block, like):
            found = _best_called(scope, endings)
            if found:
                return found[-1] if len({one.quantity.value for one in found}) == 1 else None
        return None

    def _scopes(self, here: list[Amount], wanted: str, block: int, like: Amount) -> Iterator[list[Amount]]:
        """Give where a name is looked for, one place after the other: each is gathered only when it is needed."""
        yield here
        near = self._near()
        yield _alike_in((past for past in near if past.block == block), like)
        called = self._latest.get(wanted)
        is_clear = len(self._values.get(wanted, ())) == 1
        yield [called] if called is not None and is_clear and alike(called, like) else []
        yield _alike_in(near, like)

    def subject(self, words: str, line: Line, like: Amount) -> Amount | None:
        """Give the amount a sentence goes on about, of the lines just before: the one its words name.

        A sentence that names nothing goes on about the only amount of the line before in its block.
        """
        found = self._called(words, line, like)
        if found is None and _BOTH_SIDES.search(words) and _WHOLE.search(words):
            return self._total_of_both_sides(line, like)
        return found

    def _called(self, words: str, line: Line, like: Amount) -> Amount | None:
        """Give the amount of the lines just before that words name, if they name one."""
        wanted = _pairs(_plain(words))
        for one in [line, *self._near()[:_NEAREST]]:
            mains = [main for main in _whole(one) if main.role is Role.MAIN and _is_before(main, like)]
            if not mains:
                continue
            if not wanted:
                return mains[0] if one.block == line.block and len(mains) == 1 else None
            enough = _ENOUGH if one.block == line.block else _FULL
            fitting = [main for main in mains if _fit(wanted, one, main) >= enough]
            if fitting:
                return _first_side(_best(_plain(words), fitting), mains, words)
        return None

    def _total_of_both_sides(self, line: Line, like: Amount) -> Amount | None:
        """Give the total of income, if that of expenses just before is the same: 收入支出总体."""
        near = [
            main for one in [line, *self._near()[:_NEAREST]] for main in one.mains() if _is_before(main, like)
        ]
        income, expenses = (
            next((main for main in near if total.search(main.label)), None)
            for total in (_ALL_INCOME, _ALL_EXPENSES)
        )
        if income is None or expenses is None or income.quantity.value != expenses.quantity.value:
            return None
        return income

    def abbreviated(self, name: str, line: Line, like: Amount) -> Amount | None:
        """Give the only amount of the sentence, or of the one before, that a short name can mean: 受案 for 受理案件."""
        if len(name) > _LONG:
            return None
        for one in [line, *(past for past in self._near()[:1] if past.block == line.block)]:
            found = [main for main in one.mains() if _is_before(main, like) and _shortens(name, main.label)]
            if found:
                return found[0] if len({main.quantity.value for main in found}) == 1 else None
        return None

    def last_sentence(self, line: Line, like: Amount) -> list[Amount]:
        """Give the plain amounts of the sentence before in the same block, up to its first list of parts.

        A sentence that only compares (比上年减少 X) goes on about the one before it.
        """
        past = (one for one in self._near() if one.block == line.block)
        last = next((one for one in past if one.mains() or not _COMPARES.match(one.amounts[0].lead)), None)
        return (
            [] if last is None else [one for one in last.head() if one.role is Role.MAIN and alike(one, like)]
        )

    def heads(self, block: int) -> list[Amount]:
        """Give the plain amounts of a block that stand before the first list of parts in their sentences, in order."""
        past = [line for line in self._lines if line.block == block]
        return [one for line in past for one in line.head() if one.role is Role.MAIN]

    def plain(self) -> Sequence[Amount]:
        """Give the plain amounts of all lines that are remembered, in order."""
        if not self._plain:
            self._plain = [main for line in self._lines for main in line.mains()]
        return self._plain

    def of_block(self, block: int) -> Sequence[Amount]:
        """Give the latest plain amounts of a block, in order."""
        if block not in self._plain_of:
            past = [main for line in self._lines if line.block == block for main in line.mains()]
            self._plain_of[block] = past[-_OF_BLOCK:]
        return self._plain_of[block]

    def _near(self) -> list[Line]:
        return list(self._lines)[::-1]


def _whole(line: Line) -> Iterator[Amount]:
    """Give the amounts of a line before its parts: before a list, and before what 其中 tells of one of them."""
    return takewhile(lambda one: one is line.amounts[0] or "其中" not in one.lead, line.head())


def _first_side(found: Amount | None, mains: list[Amount], words: str) -> Amount | None:
    """Give the first of two equal sides of the books, where words speak of both: 收、支总计各."""
    if found is None or not _BOTH_SIDES.search(words):
        return found
    return next(main for main in mains if main.quantity.value == found.quantity.value)


def _best(words: str, mains: list[Amount]) -> Amount | None:
    """Give the amount of the same side (budget or outturn) whose label ends most like the words, if it is clear."""
    sides = [main for main in mains if _is_budget(_plain(main.label)) == _is_budget(words)]
    if not sides:
        return None
    best = max(common_end(_plain(main.label), words) for main in sides)
    found = [main for main in sides if common_end(_plain(main.label), words) == best]
    return found[0] if len({main.quantity.value for main in found}) == 1 else None


def _alike_in(lines: Iterable[Line], like: Amount) -> list[Amount]:
    return [one for line in lines for one in line.mains() if alike(one, like)]


def _shortens(name: str, label: str) -> bool:
    """Tell whether the letters of a name stand in a label in the same order."""
    letters = iter(label)
    return all(letter in letters for letter in name)


def _is_before(one: Amount, like: Amount) -> bool:
    return one.figure.start < like.figure.start and alike(one, like)


def _is_budget(words: str) -> bool:
    return bool(_BUDGET.search(words)) and not OUTTURN.search(words)


def _fit(wanted: frozenset[str], line: Line, amount: Amount) -> int:
    """Give how many per cent of the words stand in the sentence up to an amount."""
    before = [one.lead for one in line.amounts if one.figure.start <= amount.figure.start]
    return 100 * len(wanted & _pairs(_plain("".join(before)))) // len(wanted)


@lru_cache(maxsize=4096)
def _name(words: str) -> str:
    """Give a name without quotation marks, brackets, years and 支出决算数."""
    return _MARKS.sub("", words)


def _without_spending(name: str) -> str:
    """Drop 支出 from the end of a name that says enough without it: 公务接待费支出 is 公务接待费."""
    shorter = name.removesuffix("支出")
    return shorter if len(shorter) >= _LONG else name


def _best_called(amounts: list[Amount], endings: tuple[str, ...]) -> list[Amount]:
    """Give the amounts that are called exactly so, else those whose name ends in the first ending that any has."""
    names = [(_name(one.label), one) for one in amounts]
    exact = [one for name, one in names if name == endings[0]]
    if exact:
        return exact
    found = ([one for name, one in names if _ends_with(name, ending)] for ending in endings)
    return next((some for some in found if some), [])


def _ends_with(label: str, ending: str) -> bool:
    """Tell whether a label ends so, without 支出 or with its words turned round, if that is long enough to tell."""
    if label.endswith(ending):
        return True
    if len(ending) < _LONG:
        return False
    return label.removesuffix("支出").endswith(ending) or sorted(label[-len(ending) :]) == sorted(ending)


@lru_cache(maxsize=4096)
def _plain(words: str) -> str:
    return _NOISE.sub("", _BOTH_SIDES.sub("收入支出", words))


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
