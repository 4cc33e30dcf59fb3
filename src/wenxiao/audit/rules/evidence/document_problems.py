"""WX432 to WX435: problems have causes and measures, measures have an owner and a date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wenxiao.audit.answers import Answer, failed
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.outline import Part, outermost, style_of
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import LEDGER_OF_MEASURES
from wenxiao.audit.rules.gathered import gathered
from wenxiao.audit.rules.wording import CAUSE
from wenxiao.finding import Severity

_REPORT = "项目支出绩效评价报告参考提纲：存在问题及原因、有关建议（未核对原文）"

_PROBLEMS = re.compile("问题|不足|短板")
_MEASURES = re.compile("措施|建议|整改|改进|下一步|下步|打算|对策|努力方向|工作安排|工作计划")
_NO_PROBLEMS = re.compile("说明|解决|整改|反馈|审计|巡[察视]|提出")
_OWNER = re.compile(
    "牵头|责任(?:单位|部门|人|科室|处室|领导)|由.{2,20}(?:负责|牵头|落实|实施|办理)|[科处股室局办]负责"
)
_DEADLINE = re.compile(
    r"\d{1,2}月|\d{4}年|[年月季]底|季度|期限|[上下]半年|之前|以前|长期坚持|立行立改|时限|年内"
)
_TOP_LEVEL = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]是"
)
_FEWEST_LETTERS = 10


@document_rule(
    "WX432",
    severity=Severity.WARNING,
    title="写了问题，没有改进措施",
    basis=_REPORT,
    explanation="报告写了存在的问题，就要有针对它的改进措施、建议或下一步安排。",
    good="一、存在的问题\n部分设备闲置，使用率不高。\n二、改进措施\n由办公室负责，6月底前完成调剂。",
    bad="一、基本情况\n项目已经完成。\n二、存在的问题\n部分设备闲置，使用率不高。",
)
def wx432_problems_have_measures(manuscript: Manuscript) -> Iterator[Answer]:
    """Find reports with a part on problems and no word on what is done about them."""
    text = manuscript.document.text
    problems = _problems(manuscript)
    if not problems or any(True for _ in manuscript.outline.about(_MEASURES)):
        return
    if not _MEASURES.search(text, problems[0].start):
        yield _at_title(
            manuscript,
            problems[0],
            "“{title}”之后没有改进措施、建议或下一步安排",
            "请逐条写出改进措施、责任单位和完成期限。",
        )


@document_rule(
    "WX433",
    severity=Severity.INFO,
    title="问题与措施的条数不同",
    basis=LEDGER_OF_MEASURES,
    explanation="问题与措施各自编号而条数不同，往往有的问题没有措施、有的措施不针对任何问题。请逐条对应。",
    good="一、存在的问题\n1.设备闲置。\n2.进度偏慢。\n二、改进措施\n1.由办公室负责，6月底前调剂设备。\n2.由项目科负责，每季度通报进度。",
    bad="一、存在的问题\n1.设备闲置。\n2.进度偏慢。\n二、改进措施\n1.由办公室负责，6月底前调剂设备。\n"
    "2.由项目科负责，每季度通报进度。\n3.由人事科负责，12月底前办培训班。",
)
def wx433_as_many_measures_as_problems(manuscript: Manuscript) -> Iterator[Answer]:
    """Compare the numbered items of the part on problems and of the part on measures."""
    for problems, measures in _pairs(manuscript):
        counts = [len(_items(manuscript, part)) for part in (problems, measures)]
        if min(counts) > 0 and counts[0] != counts[1]:
            spans = [(part.title_start, part.title_end) for part in (problems, measures)]
            yield gathered(
                manuscript.document,
                measures.title,
                spans,
                message=f"写了 {counts[0]} 条问题、{counts[1]} 条措施，不能一一对应：{{names}}",
                suggestion="请让措施与问题逐条对应；一条措施解决几个问题的，写明是哪几个。",
            )


@document_rule(
    "WX434",
    severity=Severity.INFO,
    title="措施没有责任单位或期限",
    basis=LEDGER_OF_MEASURES,
    explanation="没有责任单位和完成期限的措施无法落实和检查。责任单位写处室或岗位，不写个人姓名。",
    good="一、存在的问题\n部分设备闲置，使用率不高。\n二、改进措施\n由办公室负责，6月底前完成设备调剂。",
    bad="一、存在的问题\n部分设备闲置，使用率不高。\n二、改进措施\n加大设备调剂力度，提高设备使用率。",
)
def wx434_measures_have_owner_and_date(manuscript: Manuscript) -> Iterator[Answer]:
    """Find parts on measures in which neither an owner nor a date is named."""
    text = manuscript.document.text
    for _, part in _pairs(manuscript):
        if part.end - part.start < _FEWEST_LETTERS:
            continue
        lacking = [
            name
            for name, words in (("责任单位", _OWNER), ("完成期限", _DEADLINE))
            if not words.search(text, part.start, part.end)
        ]
        if lacking:
            message = f"“{{title}}”中没有写{'和'.join(lacking)}"
            yield _at_title(manuscript, part, message, f"请为每条措施写明{'和'.join(lacking)}。")


@document_rule(
    "WX435",
    severity=Severity.WARNING,
    title="标题写了原因，内容没有原因",
    basis=_REPORT,
    explanation="标题是“存在的问题及原因”的部分，每个问题都要写产生的原因，措施才能对症。",
    good="一、存在的问题及原因分析\n部分设备闲置，主要原因是采购前没有调查需求。\n二、改进措施\n由办公室负责，6月底前完成调剂。",
    bad="一、存在的问题及原因分析\n部分设备闲置，使用率不高。\n二、改进措施\n由办公室负责，6月底前完成调剂。",
)
def wx435_problems_have_causes(manuscript: Manuscript) -> Iterator[Answer]:
    """Find parts whose title promises causes and whose body gives none."""
    text = manuscript.document.text
    for part in _problems(manuscript):
        if "原因" in part.title and not CAUSE.search(text, part.start, part.end):
            yield _at_title(
                manuscript,
                part,
                "“{title}”只列了问题，没有写原因",
                "请写明原因：资金、制度、人员、外部条件或其他。",
            )


def _problems(manuscript: Manuscript) -> list[Part]:
    """Give the parts that tell problems of one's own."""
    found = outermost(manuscript.outline.about(_PROBLEMS, _NO_PROBLEMS))
    return [part for part in found if part.end - part.start >= _FEWEST_LETTERS]


def _pairs(manuscript: Manuscript) -> Iterator[tuple[Part, Part]]:
    """Give each part on problems with the next part on measures behind it."""
    measures = list(outermost(manuscript.outline.about(_MEASURES, _PROBLEMS)))
    starts = [part.title_start for part in measures]
    for problems in _problems(manuscript):
        following = bisect_left(starts, problems.end)
        if following < len(measures):
            yield problems, measures[following]


def _items(manuscript: Manuscript, part: Part) -> Sequence[str]:
    """Give the numbers at the beginning of the blocks of a part, in the style of the first."""
    document = manuscript.document
    markers = []
    for number in part.blocks:
        block = document.blocks[number]
        shown = document.text[block.start : block.end].lstrip()[:8]
        marked = _TOP_LEVEL.match(shown)
        if marked and block.table < 0:
            markers.append(marked[0])
    style = style_of(markers[0]) if markers else ""
    return [marker for marker in markers if style_of(marker) == style]


def _at_title(manuscript: Manuscript, part: Part, message: str, suggestion: str) -> Answer:
    place = manuscript.document.place(part.title_start, part.title_end)
    return failed(part.title, message.format(title=part.title), places=(place,), suggestion=suggestion)
