"""Sums in sentences: a whole and its parts after 其中, 包括, 分别为; parts and then 共计.

A list of parts need not be complete. It claims a sum when it adds up, or when its form says that it is
all there is (分别为, 由…组成, a last part 其他…, a known division such as 基本支出 and 项目支出), or when one slip
of the pen is all that parts it from adding up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.divisions import is_division
from wenxiao.audit.relations.plausible import is_slip
from wenxiao.finding import Verdict

_COMPLETE = re.compile("分别[为是]|由.{0,40}(?:组成|构成)")
_PARTIAL = re.compile("主要[包是为有]|其中主要|[^级一二三四优]等")
_TOTAL = re.compile("(?:共计|合计|总计|累计|总共|一共|总数|总额|共)(?:为|达|达到|有)?$")
_DIRECT_TOTAL = re.compile("[，,](?:共计|合计|总计|总共|一共|共)(?:为|达)?")
_JOINED = re.compile("[、和及与]|以及")
_REST = re.compile("^(?:和|及|与|以及)?(?:其他|其它|其余|剩余)")
_SEMICOLON = re.compile("[；;]")
_CLOSES = re.compile("[；;)]")
_REMAINS = re.compile("结转|结余|节余|剩余|未支付|尚余")
_FEW, _TELLING = 3, 3
_STOP = re.compile("[。！？\n]")


def sums_in(line: Line) -> Iterator[Claim]:
    """Give the sums a line states: at each marker with the whole before it, at each total with parts before it."""
    amounts = line.amounts
    for index in range(1, len(amounts)):
        if amounts[index].opens_list:
            yield from _after_marker(line, index)
        elif _TOTAL.search(amounts[index].lead):
            yield from _before_total(amounts, index)
        elif amounts[index].lead.startswith("("):
            yield from _in_brackets(line, index)


def _in_brackets(line: Line, index: int) -> Iterator[Claim]:
    """Give the sum of what stands in brackets after a whole, if it closes: 甲 A（乙 B、丙 C）."""
    whole = line.amounts[index - 1]
    parts, _ = _parts(line, index, whole)
    if len(parts) > 1 and _closes(whole, parts):
        yield claim(ClaimKind.SUM, whole, parts)


def unannounced_sums(line: Line, last: Line | None) -> Iterator[Claim]:
    """Give the sum that no word announces: all amounts after a whole, or of the next line, add up to it exactly.

    Only what adds up is claimed, and only of figures with so many digits that it is no accident.
    """
    mains = line.mains()
    if any(amount.opens_list for amount in line.amounts[1:]) or any(map(_TOTAL.search, _leads(line))):
        return
    before = last.mains()[-_FEW:] if last is not None else ()
    pairs = [(whole, mains) for whole in before] + [
        (whole, mains[at + 1 :]) for at, whole in enumerate(mains[:_FEW])
    ]
    for whole, parts in pairs:
        telling = (
            len(whole.quantity.written.strip("0元万亿").replace(".", "")) >= _TELLING or len(parts) > _FEW
        )
        if len(parts) > 1 and telling and all(alike(whole, one) for one in parts) and _closes(whole, parts):
            yield _as_written(whole, parts)
            return


def _as_written(whole: Amount, parts: Sequence[Amount]) -> Claim:
    """Give the sum, or, where the last of two parts is what remains (结转, 结余), the difference."""
    *taken, rest = parts
    if len(taken) == 1 and _REMAINS.search(rest.label):
        return claim(ClaimKind.DIFFERENCE, rest, (whole, *taken))
    return claim(ClaimKind.SUM, whole, parts)


def _leads(line: Line) -> list[str]:
    return [amount.lead for amount in line.amounts]


def _closes(whole: Amount, parts: Sequence[Amount]) -> bool:
    return sum(part.quantity.value for part in parts) == whole.quantity.value and all(
        one.quantity.is_exact and one.quantity.value for one in (whole, *parts)
    )


def whole_before(amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the whole of the parts that begin at ``index``: the last amount before it of the same role."""
    first = next((one for one in amounts[index:] if one.role is not Role.PERCENT), None)
    if first is None:
        return None
    same = (one for one in reversed(amounts[:index]) if one.role is first.role and alike(one, first))
    return next(same, None)


def adds_up(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether the parts make the whole, within rounding."""
    return _is_near(whole, parts) and judge(claim(ClaimKind.SUM, whole, parts)).verdict is Verdict.PASS


def _is_near(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell quickly whether a closer look is worth while: exact figures are rounded by less than all their steps."""
    quantities = [one.quantity for one in (whole, *parts)]
    if not all(quantity.is_exact for quantity in quantities):
        return True
    difference = abs(quantities[0].value - sum(quantity.value for quantity in quantities[1:]))
    return difference == 0 or difference <= sum(map(half_last_digit, quantities))


def _after_marker(line: Line, index: int) -> Iterator[Claim]:
    whole = whole_before(line.amounts, index)
    if whole is None:
        return
    parts, ends = _parts(line, index, whole)
    if any(part.direction is not whole.direction for part in parts):
        return
    for end in _readings(parts, ends):
        if adds_up(whole, parts[:end]):
            yield claim(ClaimKind.SUM, whole, parts[:end])
            return
    first = parts[: ends[0]] if ends else parts
    for listed in [first, parts] if len(first) < len(parts) else [parts]:
        if len(listed) > 1 and _is_meant(line, index, whole, listed):
            yield claim(ClaimKind.SUM, whole, listed)
            return
    yield from _of_farther_whole(line.amounts[:index], whole, parts)


def _of_farther_whole(before: Sequence[Amount], nearest: Amount, parts: Sequence[Amount]) -> Iterator[Claim]:
    """Give the sum of a list whose whole is named clauses back: what all of its parts add up to exactly."""
    others = (one for one in reversed(before) if one is not nearest and one.role is Role.MAIN)
    wholes = (one for one in others if alike(one, nearest) and _closes(one, parts))
    whole = next(wholes, None)
    if whole is not None and len(parts) > 1:
        yield claim(ClaimKind.SUM, whole, parts)


def _parts(line: Line, index: int, whole: Amount) -> tuple[list[Amount], list[int]]:
    """Give the parts of a whole, without the parts of parts, and after how many of them a semicolon stands."""
    parts: list[Amount] = []
    ends: list[int] = []
    nested = False
    bracketed = "(" in line.amounts[index].lead
    for position, amount in enumerate(line.amounts[index:]):
        if position and (_STOP.search(amount.lead) or (bracketed and amount.lead.startswith(")"))):
            break
        if position and _SEMICOLON.search(amount.lead):
            ends.append(len(parts))
        opens = amount.opens_list or amount.lead.startswith("(")
        nested = bool(position) and (opens or (nested and not _CLOSES.search(amount.lead)))
        if not nested and amount.role is whole.role and alike(amount, whole):
            parts.append(amount)
    return parts, [end for end in ends if 1 < end < len(parts)]


def _readings(parts: Sequence[Amount], ends: Sequence[int]) -> list[int]:
    """Give how many parts may belong to the list: all, up to a semicolon, then the longest first."""
    counts = [len(parts), *ends, *range(len(parts) - 1, 1, -1)]
    return [count for count in dict.fromkeys(counts) if count > 1]


def _is_meant(line: Line, index: int, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether a list that does not add up says that it should."""
    after = _words_after(line, parts[-1])
    if after.startswith("等") or _PARTIAL.search(line.amounts[index].lead):
        return False
    if is_slip(whole.quantity, [part.quantity for part in parts]):
        return True
    complete = bool(_COMPLETE.search(line.amounts[index].lead)) or bool(_REST.search(parts[-1].label))
    return complete or is_division([part.label for part in parts])


def _words_after(line: Line, amount: Amount) -> str:
    position = line.amounts.index(amount) + 1
    return line.amounts[position].lead if position < len(line.amounts) else line.tail


def _before_total(amounts: Sequence[Amount], index: int) -> Iterator[Claim]:
    """Give the sum of the parts that a total follows: 甲12个、乙30个，共42个."""
    total = amounts[index]
    parts: list[Amount] = []
    for amount in reversed(amounts[:index]):
        if amount.role is total.role and alike(amount, total):
            parts.insert(0, amount)
        if len(parts) > 1 and adds_up(total, parts):
            yield claim(ClaimKind.SUM, total, parts)
            return
        if _STOP.search(amount.lead) or _TOTAL.search(amount.lead):
            break
    row = _row_before(amounts, index)
    if len(row) > 1 and _DIRECT_TOTAL.fullmatch(total.lead):
        yield claim(ClaimKind.SUM, total, row)
    elif len(parts) > 1 and is_slip(total.quantity, [part.quantity for part in parts]):
        yield claim(ClaimKind.SUM, total, parts)


def _row_before(amounts: Sequence[Amount], index: int) -> list[Amount]:
    """Give the amounts that a total sums up at once: those before it that 、 or 和 joins in a row."""
    row: list[Amount] = []
    for amount in reversed(amounts[:index]):
        if amount.role is not Role.MAIN or not alike(amount, amounts[index]):
            return []
        row.insert(0, amount)
        if not _JOINED.match(amount.lead):
            break
    return row
