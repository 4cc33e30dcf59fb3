"""Shares that several parts have together: 甲 A 件、乙 B 件，两项合计占 p%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.ratios.asked import EVERYTHING, holds
from wenxiao.audit.relations.ratios.share_wholes import total_of_list
from wenxiao.audit.relations.ratios.whole_names import is_any_whole
from wenxiao.audit.relations.ratios.wholes import Wholes
from wenxiao.quantity import Kind

_TOGETHER = re.compile("(?:合计|共计|总计|总共|一共|共同|相加|之和|加起来|合并|共|合)(?:起来)?$")
_NUMBERED = re.compile("(?P<number>[两二三四五六七八九十])(?:者|部分|方面)")
_NUMBERS = {word: number for number, word in enumerate("二三四五六七八九十", 2)} | {"两": 2}
_POINTING = re.compile("^[，,;；。]?(?:上述|以上|上列|这|该|前|后|此)?$")
_NAMES_SOME = re.compile("[一-龥][、和与][一-龥]")
_MOST, _MOST_WHOLES = 10, 4


def is_joint(words: str) -> bool:
    """Tell whether the words before 占 say that it is of several parts together."""
    return _TOGETHER.search(words) is not None


def joint_share(line: Line, index: int, words: str, name: str, wholes: Wholes) -> Claim | None:
    """Give the share of the last parts before a percentage, as many as make it right.

    It may be wrong where it is clear which parts are meant: those of a whole list, or as many as ``words`` count.
    """
    percent = line.amounts[index]
    number = _number_of_parts(line.amounts, index)
    run = _run_before(line.amounts, index - 1 if number else index)
    counted = _NUMBERED.search(words)
    if not run or percent.quantity.value in EVERYTHING:
        return None
    number = _NUMBERS[counted["number"]] if counted else number
    sizes = [number] if number else range(len(run), 0, -1)
    bases, is_certain = _bases(line, percent, run, name, wholes)
    shares = [
        claim(ClaimKind.SHARE, percent, (*run[-size:], whole))
        for size in sizes
        for whole in bases
        if size <= len(run)
    ]
    agreeing = next((share for share in shares if holds(share)), None)
    names_some = _NAMES_SOME.search(words) is not None  # 二、三季度合计占 is not of all four
    is_clear = is_certain and (bool(number) or (run[0].opens_list and not names_some)) and len(run) > 1
    return agreeing or (shares[0] if shares and is_clear else None)


def counts_parts(amount: Amount) -> bool:
    """Tell whether an amount only counts the parts named before it: 三项合计占, 三类分别占."""
    is_small = amount.quantity.kind is not Kind.MONEY and amount.quantity.value in _NUMBERS.values()
    return is_small and _POINTING.search(amount.lead) is not None


def _number_of_parts(amounts: Sequence[Amount], index: int) -> int:
    """Give how many parts the words before a percentage count (三项合计占), 0 if they count none."""
    return int(amounts[index - 1].quantity.value) if index and counts_parts(amounts[index - 1]) else 0


def _run_before(amounts: Sequence[Amount], index: int) -> list[Amount]:
    """Give the parts in a row that end before a percentage, from the one that opens their list or sentence on."""
    run: list[Amount] = []
    for one in reversed(amounts[max(index - _MOST, 0) : index]):
        if one.role is not Role.MAIN or (run and not alike(one, run[0])):
            break
        run.append(one)
        if one.opens_list or SENTENCES.search(one.lead):
            break
    return run[::-1]


def _bases(
    line: Line, percent: Amount, run: Sequence[Amount], name: str, wholes: Wholes
) -> tuple[list[Amount], bool]:
    """Give what the parts may be of, and whether it can be nothing else: what is called so, or what stands before."""
    if not is_any_whole(name):
        found = wholes.named(name, line, percent, run[-1])
        named = [one.told.amount for one in found[:_MOST_WHOLES]]
        total = total_of_list(line.amounts, run[-1], name)
        if named:
            return named, found[0].is_certain or named[0] is total
    before = list(_before(line, run))
    return before[:_MOST_WHOLES], run[0].opens_list and bool(before)


def _before(line: Line, run: Sequence[Amount]) -> Iterator[Amount]:
    """Give the plain amounts before a row of parts, the nearest first."""
    start = run[0].figure.start
    return (one for one in reversed(line.mains()) if one.figure.start < start and alike(one, run[0]))
