"""Shares in sentences: A，占 B 的 p%; 其中 A，占 p%; A，占总量的 p%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.relations.amounts import Line, Role, alike, claim
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.ratios.asked import EVERYTHING, Asked, holds
from wenxiao.audit.relations.ratios.joint_shares import is_joint, joint_share
from wenxiao.audit.relations.ratios.ratio_words import SHARE, is_one_of_run
from wenxiao.audit.relations.ratios.share_parts import part_of, spoken_part
from wenxiao.audit.relations.ratios.share_wholes import share_in_sentence, total_of_list
from wenxiao.audit.relations.ratios.whole_names import is_any_whole, says_total
from wenxiao.audit.relations.ratios.wholes import Found, Wholes
from wenxiao.audit.relations.slipped.slips import slip_of

_OF = re.compile("[，,](?:(?P<share>占)|完成|为|是|达到|达|相当于)[^，；。]{0,12}$")
_AMONG = re.compile("(?P<name>[^，。；：、,;:()]{0,20})中[，,：:]")
_SCOPE = re.compile("全[国省市县区州镇乡]|全系统|全社会")
_LUCK = Fraction(1, 10)
_MOST_NEAR, _MOST_ALIKE = 12, 4
"""Among how many figures that a name may mean a slip is looked for: one of many is an accident."""


def share_between(line: Line, index: int) -> Claim | None:
    """Give A，占 B 的 p%, and A，完成计划 B 的 p%."""
    if index < 2 or line.amounts[index].lead != "的":
        return None
    part, whole, percent = line.amounts[index - 2 : index + 1]
    words = _OF.search(whole.lead)
    if words is None or Role.PERCENT in {part.role, whole.role} or not alike(part, whole):
        return None
    return claim(ClaimKind.SHARE if words["share"] else ClaimKind.RATE, percent, (part, whole))


def share_at(line: Line, index: int, wholes: Wholes, earlier: Earlier, common: Term | None) -> Claim | None:
    """Give the share of the amount before a percentage; ``common`` is the whole of the share told before it.

    A part that was told in another paragraph may be another one of the same name: such a share is claimed if it holds.
    """
    percent = line.amounts[index]
    stated = None if percent.direction else SHARE.search(percent.lead)  # 占用比上年增长 p% is no share
    if stated is None or is_one_of_run(line, index):
        return None
    words, name = percent.lead[: stated.start()], stated["whole"] or ""
    if is_joint(words):
        return joint_share(line, index, words, name, wholes)
    part = part_of(line, index, words, wholes)
    if part is None:
        spoken = spoken_part(line, index, words, wholes)
        return None if spoken is None else _of_spoken(Asked(line, percent, spoken), name, wholes)
    share = _share(Asked(line, percent, part), name, wholes, earlier, common)
    is_here = part.figure.block == line.block
    return share if share is None or is_here or holds(share) else None


def _share(asked: Asked, name: str, wholes: Wholes, earlier: Earlier, common: Term | None) -> Claim | None:
    """Give the share of what it is said to be of, or of what it agrees with."""
    if not is_any_whole(name):
        return _of_named(asked, name, wholes, earlier) or _of_total_among(asked, name, wholes, earlier)
    inside = (
        _of_scope(asked, name, wholes)
        or _of_those_among(asked, wholes, earlier)
        or share_in_sentence(asked, common)
    )
    if inside is not None and holds(inside):
        return inside
    return asked.agreeing(_told_of_last(asked, wholes) + _told_near(asked, earlier)) or inside


def _of_spoken(asked: Asked, name: str, wholes: Wholes) -> Claim | None:
    """Give the share of a part that is only spoken of, if it agrees with what is called so."""
    if is_any_whole(name):
        return None
    found = [one.told.amount for one in wholes.named(name, asked.line, asked.percent, asked.part)]
    near = (asked.of(one) for one in found if asked.is_near_to(one.term))
    return next(filter(holds, near), None)


def _of_named(asked: Asked, name: str, wholes: Wholes, earlier: Earlier) -> Claim | None:
    """Give the share of what is called so: of the figure that it agrees with, else of the only one it can mean."""
    found = wholes.named(name, asked.line, asked.part, asked.part)
    if asked.percent.quantity.value not in EVERYTHING:
        wholes.set_apart(name, asked.part)
    for one in found:
        share = asked.of(one.told.amount) if asked.is_near_to(one.told.amount.term) else None
        if share is not None and holds(share):
            if asked.percent.quantity.value not in EVERYTHING:
                wholes.prove(name, one.told)
            return share
    near = asked.agreeing(_told_near(asked, earlier)) if found else None
    if near is not None:
        return near
    certain = next((one.told.amount for one in found if one.is_certain), None)
    certain = certain or total_of_list(asked.line.amounts, asked.part, name)
    meant = None if certain is None else asked.meant(certain)
    meant = meant or _misprinted(asked, found) or _of_list(asked)
    if meant is None:
        wholes.leave(name, asked)
    return meant


def _of_list(asked: Asked) -> Claim | None:
    """Give the share of the whole of the list its part stands in, whatever that is called, if it agrees."""
    if asked.percent.quantity.value in EVERYTHING:
        return None
    share = share_in_sentence(asked, None)
    return share if share is not None and holds(share) else None


def settled(wholes: Wholes) -> Iterator[Claim]:
    """Give the shares left open whose whole a later share of the same name has shown."""
    for asked, told in wholes.settled():
        is_before = told.amount.figure.end <= asked.part.figure.start
        share = asked.meant(told.amount) if is_before and alike(told.amount, asked.part) else None
        if share is not None:
            yield share


def _misprinted(asked: Asked, found: Sequence[Found]) -> Claim | None:
    """Give the share of the only figure that a slip of the pen parts it from, among those a name may mean."""
    near = {one.told.amount.quantity.value: one.told.amount for one in found[:_MOST_ALIKE]}
    slipped = [
        share
        for share in map(asked.of, near.values())
        if (slip := slip_of(share)) is not None and slip.luck <= _LUCK
    ]
    return slipped[0] if len(slipped) == 1 else None


def _of_those_among(asked: Asked, wholes: Wholes, earlier: Earlier) -> Claim | None:
    """Give the share of what its list is said to be among: 80 件提案中，甲 20 件，占 25%; 总支出中，甲 A，占 p%."""
    amounts = asked.line.amounts
    at = next((at for at, one in enumerate(amounts) if one is asked.part), 0)
    for place in range(at, -1, -1):
        among = _AMONG.search(amounts[place].lead)
        if among is None:
            continue
        if among.start() or not place:
            return _of_named(asked, among["name"], wholes, earlier)
        whole = amounts[place - 1].term
        return asked.meant(whole) if asked.can_be_of(whole) else None
    return None


def _of_scope(asked: Asked, name: str, wholes: Wholes) -> Claim | None:
    """Give the share of the only figure of the block that speaks of the same place: 全省 A，我市 B，占全省总量的 p%."""
    scope = _SCOPE.search(name)
    found = wholes.speaking_of(scope[0], asked.line, asked.part) if scope else []
    return asked.meant(found[0].amount) if len({one.amount.quantity.value for one in found}) == 1 else None


def _of_total_among(asked: Asked, name: str, wholes: Wholes, earlier: Earlier) -> Claim | None:
    """Give the share of a total by another name if it is of what its list is among: 80 件提案中，甲 20 件，占受理总量的 25%."""
    inside = _of_those_among(asked, wholes, earlier) if says_total(name) else None
    return inside if inside is not None and holds(inside) else None


def _told_of_last(asked: Asked, wholes: Wholes) -> list[Term]:
    """Give what the share before is of, and what else is called so: the next share may go on with it."""
    last = wholes.last_of(asked.line)
    if last is None:
        return []
    called = wholes.named(last.name, asked.line, asked.part, asked.part)
    return [last.whole, *(one.told.amount.term for one in called)]


def _told_near(asked: Asked, earlier: Earlier) -> list[Term]:
    """Give the plain figures before a part in its line and its block, the nearest first."""
    here = [one for one in asked.line.mains() if one.figure.start < asked.part.figure.start]
    return [one.term for one in reversed([*earlier.of_block(asked.line.block), *here[-_MOST_NEAR:]])]
