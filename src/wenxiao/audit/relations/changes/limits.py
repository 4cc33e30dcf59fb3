"""Limits that a figure is held against in its sentence: 水样合格率95.48%，高于年初设定的95%; 未超过5%的控制线.

Where the form leaves no doubt what is held against what, a comparison that does not hold is claimed too; in other
forms (a name stands between the word and the limit: 超过预算20万元 may tell by how much) only one that holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenxiao.audit.claims import Claim, Relation, compare
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, comparison
from wenxiao.quantity import Kind

_MORE = "高于|高过|超过|超出|超|大于|多于|快于|优于|突破|远超"
_LESS = "低于|少于|小于|不足|不到|不及|慢于|未达到|未达|没有达到|达不到"
_DENIED = "[未不]|没有|并未|从未|未曾|均未|都未|尚未"
_AT_LEAST = "不低于|不少于|不小于|不得低于|不得少于|达到|满足|≥|大于等于"
_AT_MOST = "不高于|不多于|不大于|不得超过|不得高于|控制在|≤|小于等于"
_SAID = re.compile(
    '[，,(]?[“"『「]?(?:[已仍均都也且并但却虽远略较比]|[测计折]算|[二两三四][者项]|明显|大大|大幅|略微|总体|全部|依然|仍然|继续|甚至|符合|满足|达到|完成|'
    '实现|年度|年初|年终|省|市|县|国家|部门|合同)*(?:(?:目标|要求|标准|任务|指标|上限|下限)(?:值|数|线)?[为是]?)?[“"『「]?'
    f"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST}|(?:{_DENIED})(?:{_MORE}))|(?P<more>{_MORE})|(?P<less>{_LESS}))了?"
    '(?P<name>[^，。；：、,;:()]{0,20}?)(?P<of>[的(“"『「为]?)$'
)
_CLOSED = re.compile(
    '(?:以[内下上])?[”"』」]?(?:左右)?(?:[，。；、,;)]|$|'
    "(?:以[内下上])?的?[^，。；：、,;:的0-9□]{0,8}(?:要求|标准|目标|上限|下限|[控警红底]制?[线戒]线?|限额|限值|比例|警戒值|水平|规定|指标|任务|约束|承诺|均值|平均)|"
    "[高低多少快慢]出?$)"
)
_EXPECTED = re.compile("要求|规定|标准|目标|设定|任务|上限|下限|控制|核定|批准")
_AVERAGE = re.compile("平均|水平")
_NOT_PASSED = re.compile("(?:未|没有)[^不]")
_PASSED = frozenset({"超过", "突破", "超"})
_LIMIT_FIRST = re.compile(
    "(?:(?P<most>控制在|不超过|不高于|不得超过|≤)|(?P<least>不低于|不少于|不得低于|≥))[^，。；：、,;:0-9]{0,8}$"
)
_THEN = re.compile(
    '(?:以[内下上])?[”"』」]?(?:的[^，。；：、,;:]{0,6})?[，,(](?:而|且|但)?(?:全年|年度|目前|当年)?实际[^，。；：、,;:]{0,8}$'
)
_ALL_OF = re.compile("([二两三四])[者项][均都]")
_MANY = {"二": 2, "两": 2, "三": 3, "四": 4}
_DIGIT = re.compile("[0-9一二两三四五六七八九十百]")
_FARTHEST = 3
_TWICE = 2


def limits_in(line: Line, index: int) -> Iterator[Claim]:
    """Give what a line says of the amount at ``index``, as the limit of one before it, or of the one behind it."""
    words = words_before(line.amounts[index])
    said = _SAID.match(words)
    if said is not None and _is_meant(said, words):
        yield from _held_against(line, index, said)
    limit = line.amounts[index - 1]
    then = _THEN.match(_rest(limit) + line.amounts[index].lead)
    first = _LIMIT_FIRST.search(words_before(limit)) if then else None
    if first is not None and alike(limit, line.amounts[index]):
        relation = Relation.AT_MOST if first["most"] else Relation.AT_LEAST
        yield comparison(line.amounts[index], relation, as_number(limit))


def _is_meant(said: re.Match[str], words: str) -> bool:
    """Tell whether words lead from an amount to its limit: 达到 alone tells a result, not what it is held against."""
    return words[:1] in set("，,(") or not said["least"]


def _held_against(line: Line, index: int, said: re.Match[str]) -> Iterator[Claim]:
    limit = line.amounts[index]
    after = _rest(limit) + (line.amounts[index + 1].lead if index + 1 < len(line.amounts) else line.tail)
    at = subject_of(line.amounts, index)
    if at is None or _CLOSED.match(after) is None or not _is_limit(limit, said, after):
        return
    subject, relation = line.amounts[at], _relation(said)
    holds = compare(subject.quantity, relation, as_number(limit).quantity)
    is_plain = bool(said["of"]) or _EXPECTED.search(after[:10]) is not None
    if holds and (is_plain or _is_no_margin(subject, limit)):
        yield comparison(subject, relation, as_number(limit))
        yield from _others_too(line.amounts, index, at, relation, said[0])
    if holds is False and at == index - 1 and _is_certain(said, limit, after):
        yield comparison(subject, relation, as_number(limit))


def _is_limit(limit: Amount, said: re.Match[str], after: str) -> bool:
    """Tell whether an amount is a limit: changes tell by how much, and round figures that are passed are thresholds."""
    if limit.quantity.kind is Kind.PERCENTAGE_POINTS or limit.role is Role.CHANGE:
        return False
    if said["least"] == "达到":
        return _EXPECTED.search(said["name"] + after[:8]) is not None
    is_threshold = said["more"] in _PASSED and not said["name"]
    return not is_threshold or _EXPECTED.search(after[:10]) is not None


def _others_too(
    amounts: Sequence[Amount], index: int, at: int, relation: Relation, words: str
) -> Iterator[Claim]:
    """Give what 二者均高于85% says of those told before the nearest one."""
    told = _ALL_OF.search(words)
    limit = as_number(amounts[index])
    for before in range(at - 1, max(at - _MANY[told[1]], -1), -1) if told else ():
        one = amounts[before]
        if alike(one, limit) and compare(one.quantity, relation, limit.quantity):
            yield comparison(one, relation, limit)


def _is_certain(said: re.Match[str], limit: Amount, after: str) -> bool:
    """Tell whether no other reading is left: what stands before or behind the limit calls it one."""
    is_called = _EXPECTED.search(said["name"] or after[:10]) is not None
    if limit.quantity.kind is Kind.PERCENT:
        return is_called or bool(said["of"] and _AVERAGE.search(said["name"]))
    return is_called and _NOT_PASSED.search(said[0]) is not None


def _is_no_margin(subject: Amount, limit: Amount) -> bool:
    """Tell whether an amount is too large to be that by which another is passed: 超过预算20万元."""
    return limit.quantity.value * _TWICE >= subject.quantity.value


def subject_of(amounts: Sequence[Amount], index: int) -> int | None:
    """Give the place of the nearest amount before a limit in its measure, in the same sentence."""
    for at in range(index - 1, max(index - 1 - _FARTHEST, -1), -1):
        if alike(amounts[at], amounts[index]):
            return at
        if "；" in amounts[at].lead or "。" in amounts[at].lead:
            return None
    return None


def _relation(said: re.Match[str]) -> Relation:
    if said["least"]:
        return Relation.AT_LEAST
    if said["most"]:
        return Relation.AT_MOST
    return Relation.MORE if said["more"] else Relation.LESS


def words_before(amount: Amount) -> str:
    """Give the words before the digits of an amount, those of its own text (不超过50) too."""
    text = "".join(amount.figure.text.split())
    digit = _DIGIT.search(text)
    return amount.lead + (text[: digit.start()] if digit else "")


def _rest(amount: Amount) -> str:
    """Give what an amount itself says of a limit behind its digits: 4.1万元以内."""
    return next((end for end in ("以内", "以下", "以上", "左右") if amount.figure.text.endswith(end)), "")


def as_number(limit: Amount) -> Amount:
    """Give the limit itself, whatever its words keep it from."""
    value = limit.quantity.value
    return replace(limit, quantity=replace(limit.quantity, low=value, high=value))
