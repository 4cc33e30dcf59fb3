"""WX336 and WX337: benefits copied from outputs, and indicators under the wrong heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.answers import Answer, shorten
from wenxiao.audit.indicators import Column, FirstLevel, Indicator
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import REVIEW
from wenxiao.audit.rules.gathered import Span, fault, gathered
from wenxiao.audit.rules.wording import repeats
from wenxiao.finding import Severity

_CLASSES = "项目支出绩效指标分类（财预〔2021〕101号，未核对原文）"

_COMPARED = (Column.TARGET, Column.ACTUAL)
_FEWEST_WORDS = 8
_MOST_COMPARED = 200
_LONGEST_COMPARED = 2000
_WORDS = re.compile("[一-鿿]")

_SECOND_LEVELS = (
    ("满意度", re.compile("满意")),
    ("时效", re.compile("时效")),
    ("成本", re.compile("成本")),
    ("质量", re.compile("质量")),
    ("数量", re.compile("数量")),
)
_OWN_TERMS = (
    ("满意度", re.compile("满意[度率]")),
    ("时效", re.compile("(?:及时|按时|准时|按期)(?:率|性|完成率|到位率)?$|完成时[间限]$")),
    ("成本", re.compile("成本(?:控制)?(?:率|数|额|节约率)?$")),
    ("质量", re.compile("(?:合格|达标|优良|准确|通过|完好)率$")),
    ("数量", re.compile("(?:人数|人次|个数|场次|次数|数量|台数|家数|期数)$")),
)
"""What an indicator is named after, and the second-level heading it belongs under."""

_ALLOWED = frozenset({("效益", "数量"), ("效益", "成本"), ("效益", "满意度")})
"""Whom a benefit reaches is counted, what it saves is a cost: 受益人数 and 降低成本 are benefits too. Satisfaction
stands below 效益 in some frameworks (财预〔2013〕53号 and 财预〔2020〕10号, annexes) and beside it in others."""


@document_rule(
    "WX336",
    severity=Severity.WARNING,
    title="效益照抄产出",
    basis=REVIEW,
    explanation=(
        "效益是产出带来的变化。效益栏的计划或实际与产出（服务）栏几乎一字不差（相似度超过 90%），"
        "或者效益指标与产出指标同名，等于同一件事算了两次。"
    ),
    good="一级指标\t三级指标\t年度指标值\t实际完成值\n产出指标\t培训农民\t≥200人\t212人\n效益指标\t参训农户增收\t≥8%\t9%",
    bad="一级指标\t三级指标\t年度指标值\t实际完成值\n产出指标\t培训农民人数\t≥200人\t212人\n效益指标\t培训农民人数\t≥200人\t212人",
)
def wx336_benefit_copies_output(manuscript: Manuscript) -> Iterator[Answer]:
    """Find benefits told in the words of outputs."""
    rows = manuscript.indicators
    outputs = [row for row in rows if row.first_level is FirstLevel.OUTPUT][:_MOST_COMPARED]
    benefits = [row for row in rows if row.first_level is FirstLevel.BENEFIT][:_MOST_COMPARED]
    copied = [(benefit, spans) for benefit in benefits if (spans := _copied_of(benefit, outputs))]
    if copied:
        names = dict.fromkeys(f"“{shorten(benefit.name)}”" for benefit, _ in copied if benefit.name)
        yield gathered(
            manuscript.document,
            "效益",
            [span for _, spans in copied for span in spans],
            message=f"{len(copied)} 项效益与产出几乎一字不差：{'、'.join(names) or '{names}'}",
            suggestion="请把效益改写为产出带来的变化（如知晓率、使用率、增收、节约），并给出数值。",
        )


@document_rule(
    "WX337",
    severity=Severity.WARNING,
    title="指标放错了类别",
    basis=_CLASSES,
    explanation=(
        "二级指标各有所指：满意度归满意度指标，及时率归时效指标，合格率归质量指标，成本归成本指标，"
        "人数、场次归数量指标。放错了类别，权重就失去意义。"
    ),
    good="二级指标\t三级指标\t年度指标值\t实际完成值\n数量指标\t培训人数\t≥200人\t212人\n时效指标\t发放及时率\t100%\t100%",
    bad="二级指标\t三级指标\t年度指标值\t实际完成值\n数量指标\t发放及时率\t100%\t100%\n质量指标\t抽检合格率\t100%\t100%",
)
def wx337_wrong_heading(manuscript: Manuscript) -> Iterator[Answer]:
    """Find indicators that are named after another class than the one they stand in."""
    for row in manuscript.indicators:
        stands, belongs = _class_of(row), _own_class(row.name)
        if stands and belongs and stands != belongs and (stands, belongs) not in _ALLOWED:
            yield fault(
                manuscript.document,
                row.span,
                message=f"指标{{names}}放在“{stands}”下，按名称应归“{belongs}”",
                suggestion=f"请移到“{belongs}”指标下，并相应调整分值。",
            )


def _copied_of(benefit: Indicator, outputs: Sequence[Indicator]) -> list[Span]:
    """Give the cells in which a benefit says the same as the first output that it copies; [] if it copies none."""
    return next((spans for output in outputs if (spans := _copied(benefit, output))), [])


def _copied(benefit: Indicator, output: Indicator) -> list[Span]:
    """Give the cells that say the same, the benefit's before the output's; [] if none do."""
    spans = []
    for column in _COMPARED:
        one, other = benefit.cells.get(column), output.cells.get(column)
        if one and other and _says_the_same(one.text, other.text):
            spans += [(one.start, one.end), (other.start, other.end)]
    if not spans and not benefit.is_thing and not output.is_thing and repeats(benefit.name, output.name):
        return [benefit.span, output.span]
    return spans


def _says_the_same(text: str, other: str) -> bool:
    text, other = text[:_LONGEST_COMPARED], other[:_LONGEST_COMPARED]
    return len(_WORDS.findall(text)) >= _FEWEST_WORDS and repeats(text, other)


def _class_of(row: Indicator) -> str:
    """Give the class of the nearest heading above an indicator, "" if it tells none or several."""
    for level in reversed(row.levels):
        classes = [name for name, words in _SECOND_LEVELS if words.search(level)]
        if classes:
            return classes[0] if len(classes) == 1 else ""
        if "效益" in level or "影响" in level:
            return "效益" if "满意" not in level else ""
    return ""


def _own_class(name: str) -> str:
    return next((own for own, words in _OWN_TERMS if words.search(name)), "")
