"""What a share is of: the amount that its words name, else the one before it."""

from __future__ import annotations

from wenxiao.audit.relations.amounts import Amount, Line, Role, outward
from wenxiao.audit.relations.ratios.ratio_words import own_name
from wenxiao.audit.relations.ratios.whole_names import says
from wenxiao.audit.relations.ratios.wholes import Wholes


def part_of(line: Line, index: int, words: str, wholes: Wholes) -> Amount | None:
    """Give the amount that a percentage is the share of; ``words`` stand between it and the word 占."""
    before = (line.amounts[at] for at in outward(line.amounts, index))
    figures = [one for one in before if one.role is not Role.PERCENT]
    name = own_name(words)
    if name:
        here = (one for one in figures if one.role is Role.MAIN and says(one.label, name))
        return next(here, None) or _told(name, line, line.amounts[index], figures, wholes)
    if not figures:
        return None
    plain = (one for one in figures if one.role is Role.MAIN)
    return figures[0] if figures[0].opens_list else next(plain, figures[0])


def _told(name: str, line: Line, percent: Amount, figures: list[Amount], wholes: Wholes) -> Amount | None:
    """Give the figure told before that is certainly called so."""
    found = wholes.named(name, line, percent, figures[0] if figures else percent)
    return found[0].told.amount if found and found[0].is_certain else None
