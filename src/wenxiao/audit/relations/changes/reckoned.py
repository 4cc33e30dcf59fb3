"""Amounts that the text reckons out: 按 p% 收取 C, 每人每月 A 元 × B 人 × 12 个月, 可支付 n 个月, n 倍.

The words tell that an amount was reckoned out, not always of what. So only what comes to it to the last printed
digit is claimed, and only if few others were tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, islice, permutations

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.kinds import PERCENTAGES
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.chance import AT_TIMES, MAGNITUDES, SELDOM, most_trials, rounds_to
from wenxiao.audit.relations.proven.told import Told, near
from wenxiao.quantity import Kind, Quantity, as_spelled

_OF_PERCENT = re.compile(
    "(?:[付计利]息|(?:手续|服务|管理|发行|设计|监理)费|[保质]证?金|税[额款]|收取|提取|计提|预留|扣[除留缴]|缴纳|负担|分担|承担)[^，。；：、,;:()]{0,6}$"
)
_RECKONED = re.compile("[计共需合应折补发乘付核]|增收|安排|金额|投入|获|约|为|资金|经费")
_EACH = re.compile("每[一-龥]|[一-龥]均|单价|标准|造价|[/／]")
_LASTS = re.compile("(?:支付|支撑|保障|维持|使用|够|支持|相当于)[^，。；：、,;:()]{0,6}$")
_NO_NUMBERS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.FREQUENCY})
_ONE, _HUNDRED = Decimal(1), Decimal(100)
_GOES_ON = ("、", "和")
_OF_EXTREMES = re.compile("最[高多大长强][^，。；,;]{0,8}最[低少小短弱]")
_TIMES, _A_YEAR, _LASTING = "倍", "元/年", frozenset({"月", "天", "年"})
_MOST_NEAR, _MOST_COUNTS, _MOST_RATES = 14, 8, 3


def reckoned_in(told: Sequence[Told], claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give what percentages, factors and divisors near by make of the amounts whose words tell of a reckoning.

    Percentages that ``claims`` explain already are left out.
    """
    rates = _rates_in(told)
    explained = {one.result.figure for one in claims if one.kind in PERCENTAGES}
    for at, one in enumerate(told):
        amount = one.amount
        if amount.role is Role.PERCENT or amount.quantity.value <= 0:
            continue
        found = next(_ways(told, at, rates), None)
        if found is not None and found.result.figure not in explained:
            yield found


def _rates_in(told: Sequence[Told]) -> frozenset[int]:
    """Give where the amounts start that are told for each of some things, the first of a row of them for all of it."""
    rates: set[int] = set()
    last = -1
    for one in told:
        amount = one.amount
        if _is_rate(amount) or (last in rates and amount.lead in _GOES_ON):
            rates.add(amount.figure.start)
        last = amount.figure.start
    return frozenset(rates)


def _ways(told: Sequence[Told], at: int, rates: frozenset[int]) -> Iterator[Claim]:
    amount = told[at].amount
    lead = amount.lead[-14:]
    if amount.quantity.kind is Kind.MONEY or amount.quantity.unit == _A_YEAR:
        if _OF_PERCENT.search(lead):
            yield from _of_percentage(amount, near(told, at).amounts[:_MOST_NEAR])
        is_told = _RECKONED.search(lead) is not None or lead.startswith(_GOES_ON)
        if is_told and any(one.amount.figure.start in rates for one in told[max(at - _MOST_COUNTS, 0) : at]):
            yield from _of_factors(amount, near(told, at).amounts[:_MOST_NEAR], rates)
    elif amount.quantity.spelled == _TIMES or (amount.quantity.unit in _LASTING and _LASTS.search(lead)):
        yield from _of_two(amount, near(told, at).amounts[:_MOST_NEAR])


def _of_percentage(stated: Amount, around: Sequence[Amount]) -> Iterator[Claim]:
    """Give the rate that makes an amount of another one: 票面利率 p%，每年付息 C."""
    plain = _as_printed(stated.quantity)
    rates = [one for one in around if one.quantity.kind is Kind.PERCENT and one.direction is None]
    is_beside = bool(rates) and rates[0] is around[0] and rates[0].figure.start < stated.figure.start
    most = _most(plain, AT_TIMES if is_beside else SELDOM)
    bases = [one for one in around if alike(one, stated) and one.quantity.value > plain.value]
    for tried, (base, rate) in enumerate(((base, rate) for rate in rates for base in bases), 1):
        if tried > most:
            return
        if rounds_to(plain, base.quantity.value * rate.quantity.value, _HUNDRED):
            yield claim(ClaimKind.RATE, rate, (stated, base))


def _of_factors(stated: Amount, around: Sequence[Amount], told: frozenset[int]) -> Iterator[Claim]:
    """Give what is told for each of some things, and the one or two numbers of them, that make an amount."""
    plain = _as_printed(stated.quantity)
    rates = [one for one in around if one.figure.start in told][:_MOST_RATES]
    counts = [one for one in around if _is_number(one)][:_MOST_COUNTS]
    spelled = [replace(one, quantity=as_spelled(one.quantity)) for one in counts]  # 每公斤 A 元 × 42 公斤
    pairs = [(rate, counts if rate.quantity.kind is Kind.FREQUENCY else spelled) for rate in rates]
    ways = [
        *((rate, count) for rate, some in pairs for count in some),
        *((rate, *two) for rate, some in pairs for two in combinations(some, 2) if _are_unlike(*two)),
    ]
    for factors in islice(ways, _most(plain)):
        product = factors[0].quantity.value
        for count in factors[1:]:
            product *= count.quantity.value
        if rounds_to(plain, product, _ONE):
            yield claim(ClaimKind.PRODUCT, stated, factors)


def _of_two(stated: Amount, around: Sequence[Amount]) -> Iterator[Claim]:
    """Give the two amounts of which one is so many times the other: 结余 A，月均支出 B，可支付 n 个月."""
    plain = _as_printed(stated.quantity)
    amounts = [one for one in around if one.role is Role.MAIN]
    pairs = _extremes(amounts) if _OF_EXTREMES.search(stated.lead) else permutations(amounts, 2)
    for whole, part in islice(pairs, _most(plain)):
        if alike(whole, part) and rounds_to(plain, whole.quantity.value, part.quantity.value):
            yield claim(ClaimKind.PRODUCT, whole, (stated, part))


def _extremes(amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Give the largest and the smallest of the row that ends with the nearest amount: 最高的是最低的 n 倍."""
    row: list[Amount] = []
    for one in amounts:
        if not alike(one, amounts[0]):
            break
        row.append(one)
        if not one.lead.startswith(_GOES_ON):
            break
    row.sort(key=lambda one: one.quantity.value)
    if len(row) > 1:
        yield row[-1], row[0]


def _most(plain: Quantity, likely: Decimal = SELDOM) -> int:
    return most_trials(plain, plain.value * MAGNITUDES, likely)


def _as_printed(quantity: Quantity) -> Quantity:
    """Give an approximation (约, 近) as the number it names."""
    return quantity if quantity.is_exact else replace(quantity, low=quantity.value, high=quantity.value)


def _is_rate(amount: Amount) -> bool:
    """Tell whether an amount is of money for each of some things."""
    quantity = amount.quantity
    if quantity.kind is Kind.FREQUENCY:
        return quantity.unit.startswith("元/")
    return quantity.kind is Kind.MONEY and _EACH.search(amount.lead[-10:]) is not None


def _is_number(amount: Amount) -> bool:
    """Tell whether an amount says how many, or how much of a measured thing, and not only one."""
    kind = amount.quantity.kind
    return kind not in _NO_NUMBERS and amount.quantity.value not in (0, 1)


def _are_unlike(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers are of different things: persons and months, not men and women."""
    return one.quantity.unit != other.quantity.unit or one.quantity.spelled != other.quantity.spelled
