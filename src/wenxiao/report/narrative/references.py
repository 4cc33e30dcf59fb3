"""A figure reference in the narrative, ``{name:unit.digits|fallback}``: reading and resolving it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wenxiao.errors import WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.nearest import suggestion
from wenxiao.report.blocks import Figure, Inline, Text
from wenxiao.report.figures import shown

# Writers of Chinese often type the full-width colon and bar; names never contain either.
_REFERENCE = re.compile(
    r"(?P<name>[^:：|｜]+)(?:[:：](?P<unit>[^:：|｜.]+)(?:\.(?P<digits>\d)\s*)?)?(?:[|｜](?P<fallback>.+))?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands between the braces; ``fallback`` is shown when the fact has no value."""

    name: str
    unit: str | None = None
    digits: int | None = None
    fallback: str | None = None


def read_reference(body: str) -> Reference:
    """Read the text between the braces.

    Raises:
        WenxiaoError: it has not the form ``name:unit.digits|fallback``.
    """
    match = _REFERENCE.fullmatch(body)
    if match is None or not match["name"].strip():
        raise WenxiaoError(
            f"数据引用「{{{body}}}」写法不对。应为 {{名称}}、{{名称:单位}}、{{名称:单位.小数位数}} 或 {{名称|没有数据时的文字}}。"
        )
    unit, digits = match["unit"], match["digits"]
    return Reference(
        match["name"].strip(), unit and unit.strip(), int(digits) if digits else None, match["fallback"]
    )


def resolve(reference: Reference, facts: FactTable) -> Inline:
    """Give what a reference shows: a figure tied to its fact, or its fallback as plain words.

    Raises:
        WenxiaoError: there is no such fact, it has no value and the reference no fallback, or the
            unit does not fit.
    """
    key = facts.resolve(reference.name)
    if key is None:
        raise WenxiaoError(_unknown(reference.name, facts))
    fact = facts.facts[key]
    if fact.value is not None:
        return Figure(key, shown(fact, reference.unit, reference.digits))
    if reference.fallback is None:
        raise WenxiaoError(
            f"「{reference.name}」没有数值：{fact.reason or '数据中未提供'}。"
            f"请补充数据，或写成 {{{reference.name}|暂缺}}，用竖线后的文字代替。"
        )
    return Text(reference.fallback)


def _unknown(name: str, facts: FactTable) -> str:
    near = suggestion(name, [*facts, *facts.aliases])
    return f"没有名为「{name}」的数据。{near}请改正名称，或在数据表中补上这一项。"
