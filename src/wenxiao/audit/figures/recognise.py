"""The recogniser: walks over folded text from numeral to numeral and tells what each mention is."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters
from typing import NamedTuple

from wenxiao.audit.figures import dated, listed
from wenxiao.audit.figures.amounts import kind_of, quantity_of, shown
from wenxiao.audit.figures.characters import squeezed
from wenxiao.audit.figures.idioms import in_idiom
from wenxiao.audit.figures.measured import share_units, with_implied_unit
from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import FigureKind
from wenxiao.audit.figures.named import is_canon, is_telephone, name_end, row_number
from wenxiao.audit.figures.patterns import BARE, BEFORE, BEFORE_ENDS, MENTION, RANGE, RANGE_SIGN, RANK, TAIL
from wenxiao.audit.figures.places import on_the_map, rank_end
from wenxiao.audit.figures.scales import is_scale, is_vague
from wenxiao.audit.figures.structures import with_structures
from wenxiao.numerals import CHARACTERS, EXPONENTS

_OWNER = re.compile(r"[\u4e00-\u9fff]{1,16}\Z")
_NOT_OWNER = re.compile(".*(?:根据|按照|依据|参照|执行|落实|印发|文件|通知|[以及和与按据])")
_SPANS = {"半年": "0.5"}
_REACH = 12
_LASTING = frozenset({"年", "个月", "月", "天", "日", "周"})
_BRACKETS = str.maketrans("[]()", "〔〕〔〕")
_CALENDAR = frozenset({"月", "日", "季度", "季"})
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")


def bare_amount(text: str, start: int, end: int, unit: str) -> Mention | None:
    """Read a cell that is nothing but an amount, counted in ``unit``; None if there is more to it."""
    return _amount(start, end, text[start:end], unit) if BARE.fullmatch(text, start, end) else None


def mentions(text: str, start: int, end: int, unit: str = "") -> list[Mention]:
    """Give the mentions in characters ``start`` to ``end`` of folded text, in order, without overlap.

    ``unit`` is what a bare number is counted in if that is a cell of a table.
    """
    scope = _Scope(text, start, end, unit)
    read: list[Mention] = []
    while found := MENTION.search(text, start, end):
        mention, start = _mention(scope, found)
        if mention is not None:
            read.append(mention)
    if not unit:
        share_units(text, read)
    return with_structures(text, read)


class _Scope(NamedTuple):
    """Where is being read: characters ``first`` to ``last`` of a text, and the unit of a bare number there."""

    text: str
    first: int
    last: int
    unit: str


def _mention(scope: _Scope, found: re.Match[str]) -> tuple[Mention | None, int]:
    mention = _HANDLERS[found.lastgroup or ""](scope, found)
    if mention is None:
        return None, found.end()
    return mention, max(mention.end, found.start() + 1)


def _document(scope: _Scope, found: re.Match[str]) -> Mention | None:
    """Join a document number with the body that issued it: 〔2021〕12号 and the characters before."""
    start = found.start()
    owner = _OWNER.search(scope.text, max(scope.first, start - 16), start)
    if owner:
        words = _NOT_OWNER.match(owner[0])
        start = owner.start() + (words.end() if words else 0)
    value = squeezed(scope.text[start : found.end()]).translate(_BRACKETS)
    return Mention(start, found.end(), FigureKind.DOCUMENT_NUMBER, value)


def _dated(_scope: _Scope, found: re.Match[str]) -> Mention | None:
    return dated.day(found)


def _year(_scope: _Scope, found: re.Match[str]) -> Mention | None:
    return dated.year(found)


def _telephone(_scope: _Scope, found: re.Match[str]) -> Mention | None:
    return Mention(found.start(), found.end(), FigureKind.TELEPHONE, found[0])


def _listed(scope: _Scope, found: re.Match[str]) -> Mention | None:
    is_whole = found.span() == (scope.first, scope.last)
    if scope.unit and is_whole and found[0][0] == "(" and found[0][1:-1].strip().isdecimal():
        return _amount(found.start(), found.end(), f"-{squeezed(found[0][1:-1])}", scope.unit)
    return Mention(found.start(), found.end(), FigureKind.LIST_NUMBER, listed.number(found[0]))


def _clock(_scope: _Scope, found: re.Match[str]) -> Mention | None:
    return Mention(found.start(), found.end(), FigureKind.OTHER, found[0].replace("：", ":"))


def _fraction(_scope: _Scope, found: re.Match[str]) -> Mention | None:
    """Read 三分之一 as 1/3, which no decimal is."""
    below, slash, above = found[0].partition("分之")
    if not slash:
        return Mention(found.start(), found.end(), FigureKind.OTHER, found[0])
    if below in EXPONENTS:
        return _amount(found.start(), found.end(), found[0], "")
    return Mention(
        found.start(), found.end(), FigureKind.OTHER, f"{listed.number(above)}/{listed.number(below)}"
    )


def _tenths(_scope: _Scope, found: re.Match[str]) -> Mention | None:
    """Read 一成半 and 一成五 as 15%, rounded to whole percents."""
    hundredths = "5" if found[0].endswith("半") else str(listed.number(found[0][-1]))
    quantity = quantity_of(f"{listed.number(found[0][0])}{hundredths}%")
    if quantity is None:
        return None
    return Mention(found.start(), found.end(), FigureKind.PERCENT, shown(quantity.value), "%", quantity)


def _ratio(scope: _Scope, found: re.Match[str]) -> Mention | None:
    tail = TAIL.match(scope.text, found.end(), scope.last)
    start = _widened(scope.text, found.start(), scope.first)
    whole = _amount(start, tail.end() if tail else found.end(), squeezed(scope.text[start : found.end()]), "")
    return whole._replace(end=found.end())


def _ordinal(scope: _Scope, found: re.Match[str]) -> Mention | None:
    if in_idiom(scope.text, found.start(), found.end()):
        return None
    if listed.begins(scope.text, found.start(), scope.first) and scope.text[
        found.end() : found.end() + 1
    ] in {"，", "、", ","}:
        return Mention(found.start(), found.end(), FigureKind.LIST_NUMBER, listed.number(found["place"]))
    return _placed(scope.text, found.start(), found["place"], found.end(), scope.last)


def _placed(text: str, start: int, numeral: str, end: int, last: int) -> Mention:
    tail = TAIL.match(text, end, last)
    rank = RANK.match(text, end, last)
    unit = squeezed(rank[0]) if rank else (tail["unit"] or "" if tail else "")
    stop = rank.end() if rank else (tail.end("unit") if tail and unit else end)
    quantity = quantity_of(f"第{numeral}{unit}") if unit else None
    return Mention(start, stop, FigureKind.ORDINAL, listed.number(numeral), unit, quantity)


def _each(scope: _Scope, found: re.Match[str]) -> Mention | None:
    """Read 每周, alone or with how many: 每周二次."""
    start, end = found.start(), found.end()
    blank = end
    while blank < scope.last and scope.text[blank].isspace():
        blank += 1
    number = MENTION.match(scope.text, blank, scope.last)
    if number is not None and number.lastgroup == "number":
        tail = TAIL.match(scope.text, number.end(), scope.last)
        stop = tail.end() if tail else number.end()
        quantity = quantity_of(squeezed(scope.text[start:stop]))
        if quantity is not None:
            return Mention(start, stop, kind_of(quantity), shown(quantity.value), quantity.unit, quantity)
    return Mention(start, end, FigureKind.OTHER, _SPANS.get(found["span"], "1"), found["span"])


def _first(_scope: _Scope, found: re.Match[str]) -> Mention | None:
    return Mention(found.start(), found.end(), FigureKind.ORDINAL, "1", found[0][1:])


def _address(_scope: _Scope, _found: re.Match[str]) -> Mention | None:
    """Pass over the digits of an address on the web."""
    return None


def _double(scope: _Scope, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    if in_idiom(scope.text, start, end) or on_the_map(scope.text, start, scope.last):
        return None
    return Mention(start, end, FigureKind.OTHER, "2")


def _number(scope: _Scope, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    chinese = scope.text[end - 1] in CHARACTERS
    if chinese:
        lone_formal = end - start == 1 and scope.text[start] in _FORMAL  # 队伍, 大陆 and surnames
        if lone_formal or in_idiom(scope.text, start, end) or is_scale(scope.text, start, end):
            return None
    marked = listed.marker(scope.text, start, end, scope.first, scope.last)
    if marked:
        return Mention(start, marked, FigureKind.LIST_NUMBER, listed.number(scope.text[start:end]))
    if chinese and on_the_map(scope.text, start, scope.last):
        return None
    ranked = rank_end(scope.text, start, end, scope.last)
    if ranked:
        place = listed.number(scope.text[start:end])
        return Mention(start - 1, ranked, FigureKind.ORDINAL, place, squeezed(scope.text[end:ranked]))
    if not chinese and is_telephone(scope.text, start, end, scope.last):
        return Mention(start, end, FigureKind.TELEPHONE, scope.text[start:end])
    return _counted(scope, start, end, chinese=chinese)


def _counted(scope: _Scope, start: int, end: int, *, chinese: bool) -> Mention:
    """Read a number with what belongs to it on both sides."""
    text = scope.text
    if chinese and RANK.match(text, end, scope.last):
        return _placed(text, start, text[start:end], end, scope.last)
    tail = TAIL.match(text, end, scope.last)
    stop = tail.end() if tail else end
    named = bool(tail and tail["unit"])
    begin = _widened(text, start, scope.first)
    if RANGE_SIGN.search(text, end, end + _REACH):
        span = _span(scope, begin, start, end)
        if span is not None:
            return span
    name = _name_end(scope, start, stop, chinese=chinese, named=named)
    if name:
        value = squeezed(text[start:name]) if name > stop else listed.number(text[start:end])
        return Mention(start, max(name, end), FigureKind.OTHER, value)
    if chinese and is_vague(text, start, scope.first):
        return Mention(start - 1, stop, FigureKind.OTHER)
    if begin < start and named and tail and text[begin] == "近" and tail["unit"] in _LASTING:
        begin = start  # 近三年 are three years
    whole = _amount(begin, stop, squeezed(text[begin:stop]), "" if named else scope.unit)
    if whole.kind is FigureKind.OTHER and stop > end:
        return _amount(start, end, squeezed(text[start:end]), scope.unit)
    return (
        whole if named or chinese or scope.unit else with_implied_unit(text, whole, scope.first, scope.last)
    )


def _span(scope: _Scope, begin: int, start: int, end: int) -> Mention | None:
    """Read a number that begins a range: 10-15个; None if it does not, or if the range is a name."""
    text = scope.text
    spanned = RANGE.match(text, end, scope.last)
    if spanned is None:
        return None
    if not spanned["unit"]:
        name = name_end(text, start, spanned.end(), scope.first, scope.last)
        if name or (listed.begins(text, start, scope.first) and row_number(text, start, scope.last)):
            kind = FigureKind.OTHER if name else FigureKind.LIST_NUMBER
            return Mention(start, max(name, spanned.end()), kind, squeezed(text[start : spanned.end()]))
    span = _amount(begin, spanned.end(), squeezed(text[begin : spanned.end()]), scope.unit)
    return None if span.kind is FigureKind.OTHER else span


def _name_end(scope: _Scope, start: int, stop: int, *, chinese: bool, named: bool) -> int:
    """Give the end of the name a number is part of (四服务, A4, 5G, 附件3), 0 if it counts something."""
    if chinese and is_canon(scope.text, start):
        return stop
    if named:
        return stop if start > scope.first and scope.text[start - 1] in ascii_letters else 0
    if chinese:
        return stop if stop - start == 1 and not scope.unit else 0
    return 0 if scope.unit else name_end(scope.text, start, stop, scope.first, scope.last)


def _amount(start: int, end: int, written: str, unit: str) -> Mention:
    quantity = quantity_of(written, unit)
    if quantity is None:
        return Mention(start, end, FigureKind.OTHER, listed.number(written))
    if quantity.spelled in _CALENDAR:  # 6月, 22日, 二季度 are times, not so many of them
        return Mention(start, end, FigureKind.DATE, shown(quantity.value), quantity.unit)
    return Mention(start, end, kind_of(quantity), shown(quantity.value), quantity.unit, quantity)


def _widened(text: str, start: int, first: int) -> int:
    """Give where the word of approximation before a number begins, else the number itself."""
    before = start - 1
    while before >= first and text[before] == " ":
        before -= 1
    if before < first or text[before] not in BEFORE_ENDS:
        return start
    word = BEFORE.search(text, max(first, before - 5), start)
    return word.start() if word else start


_HANDLERS: dict[str, Callable[[_Scope, re.Match[str]], Mention | None]] = {
    "document": _document,
    "date": _dated,
    "year": _year,
    "years": _year,
    "telephone": _telephone,
    "listed": _listed,
    "clock": _clock,
    "fraction": _fraction,
    "tenths": _tenths,
    "ratio": _ratio,
    "ordinal": _ordinal,
    "each": _each,
    "number": _number,
    "first": _first,
    "double": _double,
    "address": _address,
}
