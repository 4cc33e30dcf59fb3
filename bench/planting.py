"""Errors to plant in a document: one figure of a claim that holds, or one word of it, is changed in one way.

Only what contradicts the claim is an error: two digits that change places in a result far above its target leave the
target reached, and are not planted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.examine import manuscript_of
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.finding import Verdict

KINDS = (
    *("digit-swap", "unit-slip", "stale-copy", "broken-sum", "broken-share"),
    *("edition-shift", "year", "count", "direction", "sign"),
)
"""What can be planted."""

_TIMES = frozenset({FigureKind.ORDINAL, FigureKind.YEAR, FigureKind.DATE})
_SLIPS = (("亿元", "万元"), ("万元", "元"))
_NUMERALS = "一二三四五六七八九十"
_WAYS = (
    *(("增加", "减少"), ("增长", "下降"), ("提高", "降低")),
    *(("上升", "回落"), ("增收", "减收"), ("增支", "减支")),
)
_COMPARISONS = (("大于", "小于"), ("高于", "低于"), ("多于", "少于"))
_TURNED = {one: other for pair in (*_WAYS, *_COMPARISONS) for one, other in (pair, pair[::-1])}
_WAY, _COMPARISON = (
    re.compile("|".join(word for pair in pairs for word in pair)) for pairs in (_WAYS, _COMPARISONS)
)
_SENTENCE_END = re.compile("[。；\n]")
_REACH = 6  # a direction word stands at most so many characters before its figure


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with one error: what was changed from ``start`` to ``end``, and where the claim's figures stand."""

    kind: str
    text: str
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]


def planted(text: str, claim: Claim, random: Random) -> Iterator[Planted]:
    """Plant every kind of error that a claim allows, one at a time; ``random`` chooses among its figures."""
    figures = _figures(claim)
    if figures:
        changes = [
            (kind, _replaced(text, claim, figure, change)) for kind, figure, change in _changes(claim, random)
        ]
        changes += [("direction", _turned(text, claim))]
        yield from (replace(error, kind=kind) for kind, error in changes if error)


def _changes(claim: Claim, random: Random) -> Iterator[tuple[str, Figure, Callable[[str], str | None]]]:
    """Give what can be done to which figure of a claim."""
    figures, result = _figures(claim), claim.result.figure
    if claim.kind is ClaimKind.EQUAL and figures[0].kind in _TIMES:
        kind = "edition-shift" if figures[0].kind is FigureKind.ORDINAL else "year"
        yield kind, figures[-1], _count_on
        return
    if claim.kind is ClaimKind.COUNT and result:
        yield "count", result, _count_on
        return
    chosen = random.choice(figures)
    yield "digit-swap", chosen, _swap_digits
    yield "unit-slip", chosen, _slip_unit
    yield "sign", chosen, _drop_sign
    if claim.kind is ClaimKind.SUM and result:
        yield "broken-sum", result, _change_first_digit
    if claim.kind in {ClaimKind.SHARE, ClaimKind.RATE} and result:
        yield "broken-share", result, _change_first_digit
    if claim.kind is ClaimKind.EQUAL:
        yield "stale-copy", figures[-1], _change_first_digit


def _figures(claim: Claim) -> list[Figure]:
    return [term.figure for term in claim.terms if term.figure]


def _replaced(text: str, claim: Claim, figure: Figure, change: Callable[[str], str | None]) -> Planted | None:
    changed = change(figure.text)
    if changed is None or changed == figure.text:
        return None
    error = _edited(text, claim, (figure.start, figure.end), changed)
    return error if _contradicts(claim, figure, error) else None


def _edited(text: str, claim: Claim, span: tuple[int, int], changed: str) -> Planted:
    start, end = span
    grown = len(changed) - (end - start)
    spans = tuple(
        (one.start + grown * (one.start > start), one.end + grown * (one.end >= end))
        for one in _figures(claim)
    )
    return Planted("", text[:start] + changed + text[end:], start, start + len(changed), spans)


def _contradicts(claim: Claim, figure: Figure, error: Planted) -> bool:
    """Tell whether the claim fails with what the changed figure now says."""
    read = manuscript_of(error.text).reading.figures
    now = next((one for one in read if one.start < error.end and error.start < one.end), None)
    if now is None or now.quantity is None:
        return True
    changed = replace(
        claim,
        result=_exchanged(claim.result, figure, now),
        operands=tuple(_exchanged(term, figure, now) for term in claim.operands),
    )
    return judge(changed).verdict is Verdict.FAIL


def _exchanged(term: Term, figure: Figure, now: Figure) -> Term:
    return replace(term, quantity=now.quantity, figure=now) if term.figure == figure else term


def _turned(text: str, claim: Claim) -> Planted | None:
    """Turn the word that says which way a claim goes into its opposite."""
    word = next(_words_of_direction(text, claim), None)
    return _edited(text, claim, word.span(), _TURNED[word[0]]) if word else None


def _words_of_direction(text: str, claim: Claim) -> Iterator[re.Match[str]]:
    figures = _figures(claim)
    if claim.kind in {ClaimKind.GROWTH, ClaimKind.DIFFERENCE}:
        for figure in figures:
            yield from _WAY.finditer(text, max(figure.start - _REACH, 0), figure.start)
    if claim.kind is ClaimKind.COMPARE:
        end = _SENTENCE_END.search(text, max(figure.end for figure in figures))
        yield from _COMPARISON.finditer(
            text, min(figure.start for figure in figures), end.start() if end else len(text)
        )


def _swap_digits(written: str) -> str | None:
    """Let the first two neighbouring digits that differ change places; no number begins with a zero by that."""
    pairs = re.finditer(r"(?=([0-9])([0-9]))", written)
    fit = (
        pair
        for pair in pairs
        if pair[1] != pair[2] and (pair[2] != "0" or written[: pair.start()][-1:].isdigit())
    )
    pair = next(fit, None)
    return pair and written[: pair.start()] + pair[2] + pair[1] + written[pair.start() + 2 :]


def _slip_unit(written: str) -> str | None:
    slips = (written.removesuffix(unit) + slipped for unit, slipped in _SLIPS if written.endswith(unit))
    return next(slips, None)


def _drop_sign(written: str) -> str | None:
    return written.removeprefix("-") if written.startswith("-") else None


def _change_first_digit(written: str) -> str | None:
    return re.sub("[0-9]", lambda digit: str(int(digit[0]) % 9 + 1), written, count=1)


def _count_on(written: str) -> str | None:
    """Make the last digit or Chinese numeral one more (九 and 十, at the end of the row, one less)."""
    found = re.search(rf"([0-9]|[{_NUMERALS}])(?=[^0-9{_NUMERALS}]*$)", written)
    if found is None:
        return None
    following = str((int(found[1]) + 1) % 10) if found[1].isascii() else _neighbour(found[1])
    return written[: found.start()] + following + written[found.end() :]


def _neighbour(numeral: str) -> str:
    place = _NUMERALS.index(numeral)
    return _NUMERALS[place + 1 if place < 8 else place - 1]
