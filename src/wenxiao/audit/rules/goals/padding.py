"""WX305, WX306 and WX312: what is counted twice, only asserted, or too good everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wenxiao.audit.answers import Answer, failed, listed, not_assessable, passed
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import WHOLE, Ledger
from wenxiao.audit.registry import rule
from wenxiao.audit.rules.bases import REVIEW, SATISFACTION
from wenxiao.audit.rules.wording import bare, repeats
from wenxiao.finding import Severity
from wenxiao.packages.model import Row
from wenxiao.quantity import Kind, Quantity

_FULL_SCORE = 100


@rule(
    "WX305",
    severity=Severity.WARNING,
    title="效益重复产出，或完成情况照抄目标",
    basis="自评复核口径：同一指标不在产出和效益中重复计分（地方做法，无统一条款）",
    explanation=(
        "效益是产出带来的变化。效益、满意度指标的名称或完成情况与产出指标相同或几乎相同（相似度超过 90%）的，"
        "等于同一件事计两次分。绩效目标的完成情况与预期目标一字不差的，没有说明实际完成了什么。"
    ),
    bad=SOUND.edit("actual", "KP-01", 完成情况="在九个县举办智能手机应用培训").edit(
        "actual", "KP-02", 完成情况="在九个县举办智能手机应用培训。"
    ),
)
def wx305_benefit_is_not_output_again(ledger: Ledger) -> Iterable[Answer]:
    """No benefit indicator repeats an output indicator, no completion of a goal repeats the goal."""
    for subject, indicators in ledger.indicator_groups():
        outputs = [row for row in indicators if row.text("level1") == "产出指标"]
        benefits = [row for row in indicators if row.text("level1") in ("效益指标", "满意度指标")]
        repeated = [row for row in benefits if any(_same(ledger, row, output) for output in outputs)]
        yield listed(
            subject,
            repeated,
            "name",
            message="{count} 个效益指标与产出指标重复：{names}",
            suggestion="请把效益改写为产出带来的变化（如参与率、知晓率、采用数），并给出数值。",
        )
    yield from _copied_goals(ledger)


@rule(
    "WX306",
    severity=Severity.WARNING,
    title="满意度没有指标、数值或调查",
    basis=SATISFACTION,
    explanation="满意度要有指标，目标值和完成值都用百分数表示，并写明调查的来源或佐证。只写“满意”不能评分。",
    bad=SOUND.edit("actual", "KP-03", 实际完成值="", 完成情况="满意"),
)
def wx306_satisfaction_is_surveyed(ledger: Ledger) -> Iterable[Answer]:
    """There is a satisfaction indicator; each has a percentage as target and result, and a survey."""
    found = False
    for subject, indicators in ledger.indicator_groups():
        for row in indicators:
            if row.text("level1") == "满意度指标":
                found = True
                yield _judge_satisfaction(ledger, f"{subject}.{row.text('name')}", row)
    if not found and ledger.package.rows("indicator"):
        yield failed(
            WHOLE,
            "没有满意度指标",
            places=(),
            suggestion="请设服务对象满意度指标（如 ≥90%），通过问卷取得数值并保存调查结果。",
        )


@rule(
    "WX312",
    severity=Severity.INFO,
    title="所有项目都得满分",
    basis=REVIEW,
    explanation="所有项目自评都是满分，通常说明目标偏低或评分不严，复核时会重点核对。",
    bad=SOUND.scored(科学普及="100分"),
)
def wx312_not_all_scores_are_full(ledger: Ledger) -> Iterable[Answer]:
    """Two or more projects that all score 100 call for a second look."""
    projects = ledger.level1()
    if len(projects) > 1:
        yield _judge_scores(projects, [_score(ledger, project) for project in projects])


def _copied_goals(ledger: Ledger) -> Iterator[Answer]:
    reported = [row for row in ledger.package.rows("goal") if row.text("completion")]
    if reported:
        yield listed(
            "绩效目标",
            (row for row in reported if bare(row.text("completion")) == bare(row.text("expected"))),
            "completion",
            message="{count} 条目标的实际完成情况照抄预期目标：{names}",
            suggestion="请写实际完成了多少、何时完成，与预期目标逐项对应。",
        )


def _same(ledger: Ledger, row: Row, output: Row) -> bool:
    """Compare names (where the unit is the same: 场次 and 人次 of one event are two things) and texts."""
    if row.text("unit") == output.text("unit") and repeats(row.text("name"), output.text("name")):
        return True
    texts = [actual.text("text") if (actual := ledger.actual(one)) else "" for one in (row, output)]
    return repeats(*texts)


def _judge_satisfaction(ledger: Ledger, subject: str, row: Row) -> Answer:
    actual = ledger.actual(row)
    defects = list(_satisfaction_defects(row, actual))
    if not defects:
        return passed(subject)
    value = (*actual.place("value"), *actual.place("text")) if actual else ()
    return failed(
        subject,
        f"「{row.text('name')}」{'、'.join(defects)}",
        places=(*row.place("name"), *value),
        suggestion="请用问卷等方式取得百分数，填写目标值、完成值，并在数据来源或佐证材料中写明调查。",
    )


def _satisfaction_defects(row: Row, actual: Row | None) -> Iterator[str]:
    if not _is_percentage(row.quantity("target_value")):
        yield "没有用百分数表示的目标值"
    if actual is None or not _is_percentage(actual.quantity("value")):
        yield "没有用百分数表示的完成值"
    if actual is None or not (actual.text("source") or actual.text("evidence")):
        yield "没有写明调查来源或佐证"


def _is_percentage(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.kind is Kind.PERCENT


def _score(ledger: Ledger, project: Row) -> Quantity | None:
    fact = ledger.fact(f"{project.text('name')}.得分")
    return fact.value if fact and isinstance(fact.value, Quantity) else None


def _judge_scores(projects: tuple[Row, ...], scores: list[Quantity | None]) -> Answer:
    subject = "项目得分"
    known = [score for score in scores if score]
    if any(score.value < _FULL_SCORE for score in known):
        return passed(subject)
    if len(known) < len(scores):
        return not_assessable(subject, f"{len(scores) - len(known)} 个项目没有得分")
    return failed(
        subject,
        f"{len(projects)} 个项目都是 {_FULL_SCORE} 分",
        places=tuple(place for project in projects for place in project.place("name")),
        suggestion="请复核目标值是否偏低、扣分是否如实；确实全部完成的，备好佐证材料。",
    )
