"""Products in sentences: 总额, 数量 and 人均; 单价 × 数量 = 金额; 每期 × 期数 = 共."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_EACH = re.compile(
    "(?=[人户场车班校村亩件项次家每单])(?:(?P<per>[人户场车班校村亩件项次家])均|每(?P<unit>人次|公里|平方米|[一-龥])|单价)[^，,；;。、0-9]{0,6}$"
)
_PER = re.compile("^每(?P<unit>人次|公里|平方米|[一-龥])(?=[，,；;。、)]|$)")
_TIMED = re.compile("[年月日天周季][人户]?均|每?[年月日天周季](?:平均)?每|每[年月日天周季时]")
_YEARLY = ("年", "每年")
_COUNTED_BY = {"场": "场次", "车": "辆", "班": "个", "校": "所", "村": "个"}
_SAME = {"名": "人", "位": "人", "平方米": "㎡", "场": "场次"}
_PERSONS = frozenset({"人", "人次"})
_TOTAL = re.compile(
    "(?:共计|合计|总计|总额|总价|总金额|总投资|共)[^，,；;。、0-9]{0,6}$|应[一-龥]{1,2}(?:资金|金额|经费)?$|^[，,]?计$"
)
_CLAUSE = re.compile("[，,][^，；。,;]{5,}$")
_NOT_COUNTED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINTS})
_EXTREME = re.compile("最[高低多少大小][一-龥]{0,8}$")
"""Words of an amount that is given to some only: it is no factor, and no total."""

_EACH_TIME = re.compile("每[年月季日天][^，。；,;]{0,8}$")
_FEW, _BESIDE = 8, 4


def products_in(line: Line, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give total = amount for each × number.

    Where total and number stand right beside the amount for each, and there is one of each only, the product
    is claimed whether it agrees or not, first of all where a total ends the reckoning (计 C); from figures farther
    away, or ``before`` it in its block, only what agrees to the last digit is.
    """
    for at, each in enumerate(line.amounts):
        thing = _counted_thing(line, at) if each.role is Role.MAIN else None
        if thing is None:
            continue
        unit = _COUNTED_BY.get(thing, thing)
        unit = _SAME.get(unit, unit)
        makers = [_agreeing, _beside] if not _total_after(line.amounts, at) else [_beside, _agreeing]
        found = makers[0](line, before, at, unit) or makers[1](line, before, at, unit)
        if found is not None:
            yield found


def _counted_thing(line: Line, at: int) -> str | None:
    """Give the thing that the amount at ``at`` is for each of: 每户 C, C 每平方米; "" if none is named (单价)."""
    stated = _EACH.search(line.amounts[at].lead)
    if stated is not None:
        return stated["unit"] or stated["per"] or ""
    after = line.amounts[at + 1].lead if at + 1 < len(line.amounts) else line.tail
    per = _PER.match(after)
    return None if per is None else per["unit"]


def _beside(line: Line, before: Sequence[Amount], at: int, unit: str) -> Claim | None:
    """Give the product of the only number and the only total of the words around it."""
    each = line.amounts[at]
    total_after = _total_after(line.amounts, at)
    timed = _TIMED.search(each.lead)
    if _EXTREME.search(each.lead) or _EXTREME.search(each.figure.text):
        return None
    is_of_year = timed is not None and timed[0].startswith(_YEARLY) and bool(total_after)
    if not each.quantity.is_exact or (timed is not None and not is_of_year):
        return None
    around = [*_sentence_before(line.amounts, at), *total_after]
    counts = [one for one in around if _counts(one, unit)]
    if not counts and unit:
        counts = _whole_of([one for one in before if _counts(one, unit)])
    totals = [one for one in total_after or around if _is_total(one, each)]
    if len(counts) != 1 or len(totals) != 1 or counts[0] is totals[0]:
        return None
    if _is_told_apart(totals[0], counts[0], each):
        return None
    return claim(ClaimKind.PRODUCT, totals[0], (each, counts[0]))


def _is_told_apart(total: Amount, count: Amount, each: Amount) -> bool:
    """Tell whether a total ends what was reckoned before the things that something is given to each of.

    共计投入 A，带动 B 户，每户 C is no product; an average (户均 C) is of the total wherever that stands.
    """
    comes_first = total.figure.start < count.figure.start < each.figure.start
    return (
        comes_first and "均" not in each.lead and bool(_TOTAL.search(total.lead) or _CLAUSE.match(count.lead))
    )


def _whole_of(counts: list[Amount]) -> list[Amount]:
    """Give the one of which the others can be the parts, if there is such a one."""
    ordered = sorted(counts, key=lambda one: one.quantity.value, reverse=True)
    if len(ordered) < 2 or ordered[0].quantity.value < sum(one.quantity.value for one in ordered[1:]):
        return counts
    return ordered[:1]


def _sentence_before(amounts: Sequence[Amount], at: int) -> list[Amount]:
    """Give the few plain amounts of the same sentence before a figure, back to the nearest sum of money."""
    found: list[Amount] = []
    for index in range(at - 1, max(at - 1 - _BESIDE, -1), -1):
        if SENTENCES.search(amounts[index + 1].lead):
            break
        if amounts[index].role is Role.MAIN:
            found.append(amounts[index])
    return found


def _total_after(amounts: Sequence[Amount], at: int) -> list[Amount]:
    """Give the amount after a figure, if it calls itself a total."""
    after = amounts[at + 1] if at + 1 < len(amounts) else None
    if after is None or after.role is not Role.MAIN or not _TOTAL.search(after.lead):
        return []
    return [] if SENTENCES.search(after.lead) or _EACH_TIME.search(after.lead) else [after]


def _agreeing(line: Line, before: Sequence[Amount], at: int, unit: str) -> Claim | None:
    """Give the product that agrees to the last digit, of this sentence or with those before it in its block."""
    each = line.amounts[at]
    around = line.amounts[max(at - _FEW, 0) : at + _FEW + 1]
    mains = [one for one in around if one.role is Role.MAIN and one is not each]
    near = sorted([*before[-_FEW:], *mains], key=lambda one: abs(one.figure.start - each.figure.start))
    totals = [one for one in near if _is_total(one, each)]
    for count in near:
        if not _counts(count, unit):
            continue
        product = each.quantity.value * count.quantity.value
        for total in totals:
            if total is count or abs(product - total.quantity.value) * 10 > abs(total.quantity.value):
                continue
            found = claim(ClaimKind.PRODUCT, total, (each, count))
            if judge(found).verdict is Verdict.PASS:
                return found
    return None


def _is_total(total: Amount, each: Amount) -> bool:
    if _EXTREME.search(total.lead):
        return False
    if each.quantity.kind is Kind.MONEY or _is_attendance(total, each):
        return alike(total, each)
    return total.quantity.kind is not Kind.MONEY and bool(_TOTAL.search(total.lead))


def _is_attendance(total: Amount, each: Amount) -> bool:
    """Tell whether persons, or times of persons, are counted in all and for each: 参与人数 A，平均每场 B."""
    kinds = {Kind.PERSONS, Kind.PERSON_TIMES}
    return {total.quantity.kind, each.quantity.kind} <= kinds and alike(total, each)


def _counts(amount: Amount, unit: str) -> bool:
    """Tell whether an amount is a number of the things that 每 or 均 names; any number, if nothing is named."""
    if amount.quantity.kind in _NOT_COUNTED:
        return False
    counted = amount.quantity.unit
    return not unit or unit in {counted, amount.quantity.spelled} or {counted, unit} == _PERSONS
