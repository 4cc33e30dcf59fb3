"""Figures that point back at one told before: 这26件提案, 在130件举报中, 26件提案中, 在采购规模37亿元中.

So does what a rate comes to, told behind the amount itself: 补贴6400元，按年人均2400元计6400元.

What is pointed at is the last amount of that value, counted in the same words; where there is none, the only one of
the two sentences before, if the two differ by a slip of the pen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.figures.marks import CLAUSES
from wenxiao.audit.figures.model import ADDITIVE, TALLIED
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core, is_miswritten, significant
from wenxiao.audit.relations.mentions.names import side_of, telling_digits

_POINTED = re.compile("(?:这|该|此|上述|以上|前述)$")
_AMONG = re.compile("(?:^|[，。；：、,;:]|[在从]|[在从全][部受收办审理到立的]{1,6})$")
_OF_THEM = re.compile("([^，。；：、,;:0-9]{2,12}?)(?:当|之)?中(?:[，,：:]|[^，。；：、,;:央小心])")
_IN_WHOLE = re.compile("(?:^|[，。；,;])[在从]([^，。；：、,;:]{3,16})$")
_WORKED_OUT = re.compile("元(?:[共合总]?计|共需)$")
_COMPARED = re.compile("[比较]")
_NOUN = re.compile("[^，。；：、,;:0-9()（）]{2,4}")
_TELLING_DIGITS = 2
_MOST_REMEMBERED = 60
_NEAR_SENTENCES = 2
_FEWEST_SHARED = 2


def pairs_pointing_back(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair each figure that points back with what it points at."""
    past: list[Mention] = []
    for mention in mentions:
        figure = mention.figure
        if figure.kind not in ADDITIVE:
            continue
        noun = _noun_of(mention)
        if noun is not None and telling_digits(figure) >= _TELLING_DIGITS:
            meant = _meant(mention, noun, past[-_MOST_REMEMBERED:])
            if meant is not None:
                yield meant, mention
        past.append(mention)


def _noun_of(mention: Mention) -> str | None:
    """Give the words for what a figure that points back counts, "" if it needs none; None if it points at nothing."""
    if _WORKED_OUT.search(mention.before[-4:]):
        return ""
    whole = _IN_WHOLE.search(mention.before) if mention.after.startswith("中") else None
    if whole is not None:
        return whole[1]
    if mention.figure.kind not in TALLIED:
        return None
    if _POINTED.search(mention.before):
        found = _NOUN.match(mention.after)
        return found[0] if found else None
    among = _OF_THEM.match(mention.after) if _AMONG.search(mention.before) else None
    return significant(among[1]) if among else None


def _meant(mention: Mention, noun: str, past: list[Mention]) -> Mention | None:
    measured = [one for one in reversed(past) if one.figure.unit == mention.figure.unit]
    same = [one for one in measured if one.figure.value == mention.figure.value]
    found = next((one for one in same if _is_told(one, mention, noun)), None)
    if found is not None:
        return found
    near = [one for one in measured if mention.number - one.number <= _NEAR_SENTENCES and _is_plain(one)]
    is_only = len(near) == 1 and not same and near[0].number < mention.number
    return near[0] if is_only and noun and _counts(near[0], noun) and _is_slip(near[0], mention) else None


def _is_told(one: Mention, mention: Mention, noun: str) -> bool:
    """Tell whether an equal amount is the one that is pointed at: counted in the same words, or just before."""
    if not noun:
        return one.figure.block == mention.figure.block
    if one.number == mention.number:
        return False
    is_near = mention.number - one.number <= _NEAR_SENTENCES and _POINTED.search(mention.before)
    return bool(is_near) or _counts(one, noun)


def _is_plain(mention: Mention) -> bool:
    """Tell whether an amount is no change, and nothing that another is only compared with."""
    return side_of(mention) != "change" and not _COMPARED.search(CLAUSES.split(mention.before)[-1])


def _is_slip(one: Mention, other: Mention) -> bool:
    """Tell whether an amount miswrites the one that alone can be meant."""
    is_as_long = len(one.figure.value) == len(other.figure.value) and _POINTED.search(other.before)
    return bool(is_as_long) or is_miswritten(one.figure, other.figure)


def _counts(mention: Mention, noun: str) -> bool:
    """Tell whether a figure counts what a noun says."""
    if not noun:
        return True
    words = core(mention.figure.label) + mention.after[:6]
    return len(set(noun) & set(words)) >= _FEWEST_SHARED
