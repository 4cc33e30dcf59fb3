"""WX401 to WX406: results have evidence; problems have causes, measures, owners and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from wenxiao.audit.answers import Answer, failed, listed, passed
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import Ledger
from wenxiao.audit.registry import rule
from wenxiao.audit.rules.bases import LEDGER_OF_MEASURES
from wenxiao.finding import Severity
from wenxiao.packages.model import Row

_SEPARATORS = re.compile(r"[;；\n]")
_FILE_NAME = re.compile(r"\.[A-Za-z0-9]{1,5}$")


@rule(
    "WX401",
    severity=Severity.WARNING,
    title="完成情况没有佐证或来源",
    basis="预算法第五十七条（不得虚假列支）；自评复核口径（未核对原文）",
    explanation="每个完成值都要写明数据来源，或附佐证材料；复核时没有依据的完成值不予认可。",
    bad=SOUND.edit("actual", "KP-01", 佐证材料="", 数据来源=""),
)
def wx401_actuals_have_a_source(ledger: Ledger) -> Iterable[Answer]:
    """Every reported actual names its source or evidence."""
    for subject, indicators in ledger.indicator_groups():
        reported = [row for row in indicators if _is_reported(ledger.actual(row))]
        if reported:
            yield listed(
                subject,
                (row for row in reported if not _is_supported(ledger.actual(row))),
                "name",
                message="{count} 条指标的完成情况没有佐证或来源：{names}",
                suggestion="请填写数据来源，或把佐证文件放进 evidence/ 并在“佐证材料”一栏填文件名。",
            )


@rule(
    "WX402",
    severity=Severity.ERROR,
    title="佐证文件不存在",
    basis="佐证材料应当可查（数据包的约定）",
    explanation="“佐证材料”一栏填写的文件必须在 evidence/ 目录下，文件名要一致（含扩展名）。",
    bad=SOUND.edit("actual", "KP-01", 佐证材料="照片.zip"),
)
def wx402_evidence_exists(ledger: Ledger) -> Iterable[Answer]:
    """Every evidence file that is named lies in the package."""
    for table, subject in (("actual", "指标完成"), ("checklist", "管理要点")):
        named = [(row, name) for row in ledger.package.rows(table) for name in _file_names(row)]
        if named:
            yield _judge_files(subject, [pair for pair in named if not _exists(ledger, pair[1])])


@rule(
    "WX403",
    severity=Severity.WARNING,
    title="问题没有整改措施",
    basis=LEDGER_OF_MEASURES,
    explanation="每个存在的问题至少要有一条整改措施与它对应（在《整改措施》填问题序号）。",
    bad=SOUND.without("measure", "2", "3"),
)
def wx403_problems_have_measures(ledger: Ledger) -> Iterable[Answer]:
    """Every problem is answered by a measure."""
    answered = {row.text("problem") for row in ledger.package.rows("measure")}
    return _rows(
        ledger.package.rows("problem"),
        lambda row: row.text("number") not in answered,
        "存在问题",
        "{count} 个问题没有整改措施：{names}",
        "请为每个问题填写措施、责任单位和完成期限。",
    )


@rule(
    "WX404",
    severity=Severity.WARNING,
    title="整改措施没有责任单位或期限",
    basis=LEDGER_OF_MEASURES,
    explanation="没有责任单位和完成期限的措施无法落实和检查。责任单位写处室或岗位，不写个人姓名。",
    bad=SOUND.edit("measure", "1", 责任单位=""),
)
def wx404_measures_have_owner_and_deadline(ledger: Ledger) -> Iterable[Answer]:
    """Every measure names an owner and a deadline."""
    return _rows(
        ledger.package.rows("measure"),
        lambda row: not row.text("owner") or "deadline" not in row.values,
        "整改措施",
        "{count} 条措施没有责任单位或完成期限：{names}",
        "请补填责任处室和完成日期。",
    )


@rule(
    "WX405",
    severity=Severity.INFO,
    title="整改措施不针对任何问题",
    basis=LEDGER_OF_MEASURES,
    explanation="措施应当回应列出的问题。泛泛的措施要么对应到问题，要么说明报告漏写了什么问题。",
    bad=SOUND.edit("measure", "3", 问题序号=""),
)
def wx405_measures_answer_a_problem(ledger: Ledger) -> Iterable[Answer]:
    """Every measure answers a recorded problem."""
    return _rows(
        ledger.package.rows("measure"),
        lambda row: not row.text("problem"),
        "整改措施",
        "{count} 条措施不针对任何问题：{names}",
        "请填写问题序号；措施所针对的问题没有列出的，补入《存在问题》。",
    )


@rule(
    "WX406",
    severity=Severity.WARNING,
    title="问题没有分析原因",
    basis="项目支出绩效评价报告参考提纲：主要经验、问题及原因（未核对原文）",
    explanation="每个问题都要写产生的原因，措施才能对症。",
    bad=SOUND.edit("problem", "1", 原因=""),
)
def wx406_problems_have_causes(ledger: Ledger) -> Iterable[Answer]:
    """Every problem names its cause."""
    return _rows(
        ledger.package.rows("problem"),
        lambda row: not row.text("cause"),
        "存在问题",
        "{count} 个问题没有分析原因：{names}",
        "请写明原因：资金、制度、人员、外部条件或其他。",
    )


def _is_reported(actual: Row | None) -> bool:
    return actual is not None and bool(actual.quantity("value") or actual.text("text"))


def _is_supported(actual: Row | None) -> bool:
    return actual is not None and bool(actual.text("evidence") or actual.text("source"))


def _file_names(row: Row) -> Iterator[str]:
    """Give the files a row names; a checklist may also hold words, which are no file names."""
    for part in _SEPARATORS.split(row.text("evidence")):
        name = part.strip()
        if name and (row.table == "actual" or _FILE_NAME.search(name)):
            yield name


def _exists(ledger: Ledger, name: str) -> bool:
    return not {name, f"evidence/{name}"}.isdisjoint(ledger.package.digests)


def _judge_files(subject: str, missing: list[tuple[Row, str]]) -> Answer:
    if not missing:
        return passed(subject)
    names = "、".join(dict.fromkeys(f"「{name}」" for _, name in missing))
    return failed(
        subject,
        f"evidence/ 目录下没有文件：{names}",
        places=tuple(place for row, _ in missing for place in row.place("evidence")),
        suggestion="请把文件放进 evidence/，或改正文件名；不是文件的说明写在“数据来源”一栏。",
    )


def _rows(
    rows: tuple[Row, ...], defect: Callable[[Row], bool], subject: str, message: str, suggestion: str
) -> Iterator[Answer]:
    if rows:
        yield listed(subject, filter(defect, rows), "description", message=message, suggestion=suggestion)
