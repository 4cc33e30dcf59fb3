"""What the shares told with the parts of a list say of it: that they are all, or that something is missing."""

from __future__ import annotations

from decimal import Decimal

from wenxiao.audit.relations.sums.listing import Listing
from wenxiao.audit.relations.sums.plausible import is_slip

_ALL, _NEARLY = Decimal(100), Decimal(3)
_ROUNDING = Decimal("0.05")


def is_shared_in_part(found: Listing) -> bool:
    """Tell whether the shares told are right, one by one, and make less than 100 %."""
    rounding = _ROUNDING * len(found.shares)
    return (
        bool(found.shares)
        and _ALL - sum(share.value for share in found.shares) > rounding
        and (_fitting(found) == len(found.shares))
    )


def is_wholly_shared(found: Listing) -> bool:
    """Tell whether the shares told make 100 %, or nearly and most of them are those of the parts in the whole."""
    whole = found.whole.quantity.value
    if not found.shares or not whole:
        return False
    left = abs(sum(share.value for share in found.shares) - _ALL)
    if left <= _ROUNDING * len(found.shares):
        return True
    if left > _NEARLY:
        return False
    return 2 * _fitting(found) >= len(found.shares) or is_slip(found.whole.quantity, found.quantities)


def _fitting(found: Listing) -> int:
    """Give how many of the shares told are those of their parts in the whole."""
    whole = found.whole.quantity.value
    told = zip(found.quantities, found.shares, strict=True)
    return sum(
        bool(whole) and abs(part.value * _ALL / whole - share.value) <= _ROUNDING for part, share in told
    )
