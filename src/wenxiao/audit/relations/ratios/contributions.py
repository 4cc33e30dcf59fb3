"""Shares of an increase: 甲增加 A 元，对总收入增长的贡献率为 p%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, alike, claim
from wenxiao.audit.relations.ratios.asked import holds
from wenxiao.audit.relations.ratios.ratio_words import is_plausible
from wenxiao.audit.relations.ratios.wholes import Told, Wholes

_CONTRIBUTION = re.compile(
    "对(?P<whole>[^，；。、对]{2,30}?)(?:总额|总量)?(?:的)?(?:增长|增加|增收|增量|增支|下降|减少)?(?:的)?贡献率(?:为|是|达到|达|高达|约)*$"
)


_MOST = 6
"""Among how many figures told before the two are looked for."""


def contribution_at(line: Line, index: int, wholes: Wholes) -> Claim | None:
    """Give the increase of a part over that of the whole a percentage names.

    It is the pair that agrees; else the last part that changed, if the whole can be no other figure.
    """
    percent = line.amounts[index]
    stated = _CONTRIBUTION.search(percent.lead)
    changed = wholes.changed_before(line, percent)[:_MOST] if stated else []
    if stated is None or not changed:
        return None
    found = [
        one for one in wholes.named(stated["whole"], line, percent, changed[0].amount) if one.told.change
    ]
    agreeing = filter(holds, _shares(percent, changed, [one.told for one in found[:_MOST]]))
    certain = [one.told for one in found if one.is_certain]
    likely = (share for share in _shares(percent, changed[:1], certain) if is_plausible(share))
    return next(agreeing, None) or next(likely, None)


def _shares(percent: Amount, parts: list[Told], wholes: list[Told]) -> Iterator[Claim]:
    """Give the share that the change of each part is of the change of each whole."""
    for part in parts:
        for whole in wholes:
            if (
                part.change
                and whole.change
                and part.change is not whole.change
                and alike(part.change, whole.change)
            ):
                yield claim(ClaimKind.SHARE, percent, (part.change, whole.change))
