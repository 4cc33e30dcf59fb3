"""WX307, WX308 and WX313: an actual can be held against its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wenxiao.audit.answers import Answer, failed, passed
from wenxiao.audit.claims import Relation, compare
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import Ledger
from wenxiao.audit.registry import rule
from wenxiao.audit.rules.wording import editions, years
from wenxiao.finding import Severity
from wenxiao.packages.model import Row
from wenxiao.quantity import Quantity, same_measure

_RELATIONS = {"≥": Relation.AT_LEAST, ">": Relation.AT_LEAST, "≤": Relation.AT_MOST, "<": Relation.AT_MOST}


@rule(
    "WX307",
    severity=Severity.WARNING,
    title="目标与完成值的单位或口径不同",
    basis="指标应当口径一致、可比（通行要求，无统一条款）",
    explanation=(
        "人和人次、场次和次等不是同一个量，不能相比。完成值的统计口径含“线上”，而目标没有提到线上的，口径也不同。"
    ),
    bad=SOUND.edit("actual", "KP-01", 计量单位="人"),
)
def wx307_target_and_actual_are_comparable(ledger: Ledger) -> Iterable[Answer]:
    """Target and actual measure the same thing in the same scope."""
    return (_judge_measure(ledger, *pair) for pair in ledger.pairs())


@rule(
    "WX308",
    severity=Severity.ERROR,
    title="目标与完成情况的届次或年份不同",
    basis="指标应当时段一致、可比（通行要求，无统一条款）",
    explanation="目标说第 36 届，完成情况说第 35 届，是两件事，不能用后者证明前者。年份同理。",
    bad=SOUND.edit("actual", "XS-01", 完成情况="第三十五届年会收到论文"),
)
def wx308_edition_and_year_agree(ledger: Ledger) -> Iterable[Answer]:
    """Editions (第N届) and years in the target appear in the actual too, if it mentions any."""
    for row in ledger.package.rows("indicator"):
        if actual := ledger.actual(row):
            yield from _judge_period(row, actual)


@rule(
    "WX313",
    severity=Severity.WARNING,
    title="约数不能证明是否达标",
    basis="决算数据应当准确，不以估计数代替（预算法实施条例第八十三条的同一要求）",
    explanation="完成值写作近、约、余等约数，它可能的范围跨过目标值，是否达标无法判断。应填写准确数。",
    bad=SOUND.edit("actual", "KP-01", 实际完成值="近20000"),
)
def wx313_approximation_decides(ledger: Ledger) -> Iterable[Answer]:
    """An approximate actual lies wholly on one side of the target."""
    for row, target, actual in ledger.pairs():
        relation = _RELATIONS.get(row.text("target_form"))
        if relation and not actual.is_exact and same_measure(target, actual):
            yield _judge_approximation(ledger, row, compare(actual, relation, target))


def _judge_measure(ledger: Ledger, row: Row, target: Quantity, actual: Quantity) -> Answer:
    name = row.text("name")
    if not same_measure(target, actual):
        problem = f"目标以「{target.unit}」计，完成值以「{actual.unit}」计"
    elif "线上" in ledger.actual_text(row, "scope") and "线上" not in name + row.text("target_text"):
        problem = f"完成值的口径是「{ledger.actual_text(row, 'scope')}」，目标没有说包括线上"
    else:
        return passed(name)
    return failed(
        name,
        f"「{name}」{problem}",
        places=ledger.value_places(row),
        suggestion="请按目标的单位和口径重新统计完成值；口径改变的，两个数分别列出。",
    )


def _judge_period(row: Row, actual: Row) -> Iterator[Answer]:
    name = row.text("name")
    wanted = (name, row.text("target_text"))
    reported = (actual.text("text"), actual.text("scope"))
    for find, word in ((editions, "第{}届"), (years, "{}年")):
        target, result = find(*wanted), find(*reported)
        if target and result and not target & result:
            yield _period_mismatch(row, actual, word.format(min(target)), word.format(min(result)))
        elif target and result:
            yield passed(name)


def _period_mismatch(row: Row, actual: Row, target: str, result: str) -> Answer:
    name = row.text("name")
    return failed(
        name,
        f"「{name}」目标是{target}，完成情况说的是{result}",
        places=(*row.place("name"), *row.place("target_text"), *actual.place("text"), *actual.place("scope")),
        suggestion=f"请填写{target}的完成情况；尚未举办的，说明原因并留空。",
    )


def _judge_approximation(ledger: Ledger, row: Row, holds: bool | None) -> Answer:  # noqa: FBT001  (a verdict)
    name = row.text("name")
    if holds is not None:
        return passed(name)
    return failed(
        name,
        f"「{name}」的完成值是约数，不能确定是否达到目标",
        places=ledger.value_places(row),
        suggestion="请填写准确的完成值，并附统计依据。",
    )
