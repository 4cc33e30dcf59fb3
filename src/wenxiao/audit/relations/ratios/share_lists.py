"""Lists of shares whose whole nothing announces: the figure that they, or the parts, agree in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.ratios.ratio_words import SHARE, is_of_figure_before
from wenxiao.audit.relations.ratios.whole_names import is_any_whole
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

Pair = tuple[Amount, Amount]
"""A part and its share."""

_FEWEST, _TELLING, _MANY = 2, 100, 5


def shares_of_common_whole(
    line: Line, before: Sequence[Amount], farther: Sequence[Amount]
) -> Iterator[Claim]:
    """Give the shares of a list whose whole stands in front of it unannounced, or ``farther`` if they fit it."""
    amounts = line.amounts
    shares = [at for at in range(1, len(amounts)) if _is_nameless(amounts, at)]
    if len(shares) < _FEWEST:
        return
    here = [one for one in amounts[: shares[0] - 1] if one.role is Role.MAIN]
    pairs = [(amounts[at - 1], amounts[at]) for at in shares]
    yield from shares_of_fitting_whole(pairs, [*before, *here], farther)


def shares_of_fitting_whole(
    pairs: Sequence[Pair], wholes: Sequence[Amount], farther: Sequence[Amount] = ()
) -> Iterator[Claim]:
    """Give the shares, told as part and percentage, of the last of the wholes that two of them fit.

    Or the parts add up to it; or, without one, a slip of the pen parts it from the sum of the parts.
    """
    whole = whole_of_shares(pairs, wholes, farther)
    if whole is not None:
        yield from (claim(ClaimKind.SHARE, percent, (part, whole)) for part, percent in pairs)


def whole_of_shares(
    pairs: Sequence[Pair], wholes: Sequence[Amount], farther: Sequence[Amount] = ()
) -> Amount | None:
    """Give the last of the wholes that two of some shares fit, or their parts add up to, or nearly (a slip)."""
    near, far = (
        [one for one in reversed(some) if all(alike(one, part) for part, _ in pairs)]
        for some in (wholes, farther)
    )
    return next((one for one in (*near, *far) if _is_whole(pairs, one)), None) or _slipped(pairs, near, far)


def _is_nameless(amounts: Sequence[Amount], at: int) -> bool:
    """Tell whether a percentage is the share of the amount before it, of a whole that nothing announces."""
    percent, part = amounts[at], amounts[at - 1]
    if percent.quantity.kind is not Kind.PERCENT or part.role is Role.PERCENT:
        return False
    stated = SHARE.search(percent.lead)
    if stated is None or not is_any_whole(stated["whole"] or ""):
        return False
    return is_of_figure_before(percent.lead[: stated.start()]) and not any(
        one.opens_list for one in amounts[1:at]
    )


def _fitting(pairs: Sequence[Pair], whole: Amount) -> int:
    base = whole.quantity.value
    near = (
        (part, percent)
        for part, percent in pairs
        if base > 0 < part.quantity.value
        and abs(100 * part.quantity.value - percent.quantity.value * base) <= base
    )
    claims = (claim(ClaimKind.SHARE, percent, (part, whole)) for part, percent in near)
    return sum(judge(one).verdict is Verdict.PASS for one in claims)


def _is_whole(pairs: Sequence[Pair], whole: Amount) -> bool:
    """Tell whether two shares fit a whole to the last digit, or the parts add up to it."""
    fitting = _fitting(pairs, whole)
    if sum(part.quantity.value for part, _ in pairs) == whole.quantity.value:
        return bool(fitting) or whole.quantity.value >= _TELLING
    return fitting >= _FEWEST


def _slipped(pairs: Sequence[Pair], near: Sequence[Amount], far: Sequence[Amount]) -> Amount | None:
    """Give the nearest amount that a slip of the pen parts from the sum of the parts, if their shares make all.

    One that is ``far`` must fit a share besides, or have so many digits that it is no accident.
    """
    percents = [percent.quantity for _, percent in pairs]
    missing = abs(sum((percent.value for percent in percents), Decimal(-100)))
    if missing > sum((half_last_digit(percent) for percent in percents), Decimal(0)):
        return None
    parts = [part.quantity for part, _ in pairs]
    wholes = (*near, *(one for one in far if _fitting(pairs, one) or _has_many_digits(one)))
    return next((one for one in wholes if is_slip(one.quantity, parts)), None)


def _has_many_digits(amount: Amount) -> bool:
    return len("".join(filter(str.isdecimal, amount.quantity.written)).strip("0")) >= _MANY
