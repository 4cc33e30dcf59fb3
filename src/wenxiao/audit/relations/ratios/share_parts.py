"""What a share is of: the amount that its words name, else the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.figures.marks import CLAUSES, SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, outward
from wenxiao.audit.relations.ratios.ratio_words import own_name
from wenxiao.audit.relations.ratios.whole_names import says
from wenxiao.audit.relations.ratios.wholes import Wholes

_ABOUT = re.compile("^(?:[0-9]{4}年度?[,，]?)?(?P<name>[^，。；,;]{2,30}?)(?:比|较|同比)")
_SHORTEST, _MOST_BACK = 2, 4


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
    plain = [one for one in figures if one.role is Role.MAIN]
    called = _called_shortly(CLAUSES.split(words)[-1], plain)
    if called is not None:
        return called
    return figures[0] if figures[0].opens_list else next(iter(plain), figures[0])


def _called_shortly(word: str, figures: Sequence[Amount]) -> Amount | None:
    """Give the figure whose name ends with a common word if the nearest is not called so: 捐赠资金 A，物资折价 B，资金占."""
    if len(word) < _SHORTEST or not figures or word in figures[0].label:
        return None
    return next((one for one in figures[:_MOST_BACK] if one.label.endswith(word)), None)


def spoken_part(line: Line, index: int, words: str, wholes: Wholes) -> Amount | None:
    """Give what a share without a figure of its own is of, told before in its block by the name it goes by now.

    The name stands before the share (税收占), or is what its sentence is about (税收比上年增长 p%，占).
    """
    name = own_name(words) or _subject(line, index)
    told = wholes.spoken_of(name, line, line.amounts[index]) if len(name) >= _SHORTEST else None
    return None if told is None else told.amount


def _subject(line: Line, index: int) -> str:
    """Give what the sentence of an amount is about, "" unless it has none but percentages before."""
    for one in reversed(line.amounts[: index + 1]):
        if one.role is not Role.PERCENT:
            return ""
        pieces = SENTENCES.split(one.lead)
        if len(pieces) > 1 or one is line.amounts[0]:
            found = _ABOUT.search(pieces[-1])
            return found["name"] if found else ""
    return ""


def _told(name: str, line: Line, percent: Amount, figures: list[Amount], wholes: Wholes) -> Amount | None:
    """Give the figure told before that is certainly called so."""
    found = wholes.named(name, line, percent, figures[0] if figures else percent)
    return found[0].told.amount if found and found[0].is_certain else None
