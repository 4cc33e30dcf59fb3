"""WX335, WX341 to WX343: goals, money and results of a document form one chain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wenxiao.audit.answers import Answer
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.indicators import Column
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.outline import outermost
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import GOALS, REVIEW
from wenxiao.audit.rules.gathered import Span, gathered
from wenxiao.audit.rules.goals.answered import clause_around, counts_of, goals_of, results_of
from wenxiao.finding import Severity

_ONE_BY_ONE = "项目支出绩效评价管理办法（财预〔2020〕10号）：对照目标逐项说明完成情况（未核对原文）"

_HAD = re.compile("收入|预算|安排|经费|资金|结余")
_SPENT = re.compile("[，,](?:全年|已|全部)?实际(?:支[付出]|执行)")
_FEWEST_RATES = 4
_LINES = re.compile("项目支出|项目经费|专项经费|预算执行|资金(?:使用|安排|分配)|预算安排")
_NAME = re.compile("(?P<name>[^，、。；:：]{3,30}?)(?:专项)?(?:经费|资金|项目|费)$")
_GIVEN = re.compile("^(?:.*(?:安排|下达|拨付|年度)|[一二三四五六七八九十]是)")
_NO_LINE = re.compile(
    "基本支出|项目支出|人员|公用|结转|结余|合计|总|拨款|预算|收入|三公|机关运行|公务|一般公共"
)
_SHARED = 3
_FEWEST_IN_GOALS = 30


@document_rule(
    "WX335",
    severity=Severity.WARNING,
    title="目标在完成情况中没有下文",
    basis=_ONE_BY_ONE,
    explanation=(
        "文字中写明数量的目标，完成情况部分应有同一事项、同一单位的数与它对应。"
        "完成情况部分找不到的，合为一条，逐处列出。"
    ),
    good="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座22场，听众3000人次。",
    bad="一、绩效目标\n举办科普讲座20场以上，组织60名教师外出观摩。\n二、目标完成情况\n举办科普讲座22场，听众3000人次。",
)
def wx335_goal_without_result(manuscript: Manuscript) -> Iterator[Answer]:
    """Find the goals of prose that no result speaks of."""
    counts = counts_of(manuscript, goals_of(manuscript), results_of(manuscript))
    if spans := list(dict.fromkeys(count.span for count in counts if not count.is_answered)):
        yield gathered(
            manuscript.document,
            "绩效目标",
            spans,
            message="{count} 处目标在完成情况中没有对应的数：{names}",
            suggestion="请逐项补写实际完成数；没有开展的写明原因，改了口径的说明前后的关系。",
        )


@document_rule(
    "WX343",
    severity=Severity.INFO,
    title="完成情况在目标中没有对应",
    basis=_ONE_BY_ONE,
    explanation=(
        "完成情况部分的一句话里，没有一个数在目标部分有同一事项、同一单位的数与它对应的，"
        "无法判断是超额还是临时增加。合为一条，列出前 20 处。"
    ),
    good="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座22场。",
    bad="一、绩效目标\n举办科普讲座20场以上。\n二、目标完成情况\n举办科普讲座22场。编印宣传手册5000册。",
)
def wx343_result_without_goal(manuscript: Manuscript) -> Iterator[Answer]:
    """Find the sentences on results of which no count answers a goal, by their first count."""
    counts = counts_of(manuscript, results_of(manuscript), goals_of(manuscript))
    answered = {count.sentence for count in counts if count.is_answered}
    firsts: dict[int, Span] = {}
    for count in counts:
        if count.sentence not in answered:
            firsts.setdefault(count.sentence, count.span)
    if spans := list(firsts.values()):
        yield gathered(
            manuscript.document,
            "完成情况",
            spans,
            message="{count} 件完成的事在目标中没有对应的数：{names}",
            suggestion="请补写原定的目标；年中新增的写明是新增，与目标无关的移到其他部分。",
        )


@document_rule(
    "WX341",
    severity=Severity.INFO,
    title="各项执行率都恰好是 100%",
    basis=REVIEW,
    explanation=(
        "一份报告里四项以上资金的收入（预算）与支出完全相等，没有一分结余。要核对分母是年初预算还是调整后的预算，"
        "年末有没有集中支付、以拨代支。"
    ),
    good="培训经费预算20万元，实际支出18.60万元，执行率93%。",
    bad="培训经费收入20万元，实际支付20万元。\n宣传经费收入12万元，实际支付12万元。\n"
    "设备经费收入31万元，实际支付31万元。\n调研经费收入8万元，实际支付8万元。",
)
def wx341_spent_to_the_last(manuscript: Manuscript) -> Iterator[Answer]:
    """Find reports in which each line of money is spent exactly."""
    pairs = list(_had_and_spent(manuscript))
    if len(pairs) >= _FEWEST_RATES and all(had.value == spent.value for had, spent in pairs):
        yield gathered(
            manuscript.document,
            "预算执行",
            [(spent.start, spent.end) for _, spent in pairs],
            message=f"{len(pairs)} 处资金的收入（预算）与支出全部相等，执行率都是 100%",
            suggestion="请核对分母是否为调整后的预算数，写明年初预算数和调整情况；有结余的如实反映。",
        )


@document_rule(
    "WX342",
    severity=Severity.INFO,
    title="有资金的项目没有目标",
    basis=GOALS,
    explanation="写了金额的项目，绩效目标部分应当说它要办成什么。名称里没有任何三个字在目标中出现的，合为一条。",
    good="一、绩效目标\n举办科普讲座20场以上。\n二、项目支出情况\n科普讲座经费20万元，图书采购尚未安排。",
    bad="一、绩效目标\n举办科普讲座20场以上，听众不少于3000人次，发放资料5000份。\n"
    "二、项目支出情况\n科普讲座经费20万元，精品图书采购经费15万元。",
)
def wx342_money_without_goal(manuscript: Manuscript) -> Iterator[Answer]:
    """Find lines of money whose names no goal takes up."""
    goals = _goal_words(manuscript)
    if len(goals) < _FEWEST_IN_GOALS:
        return
    spans = [span for name, span in _money_lines(manuscript) if not _is_taken_up(name, goals)]
    if spans:
        yield gathered(
            manuscript.document,
            "项目资金",
            spans,
            message="{count} 笔项目资金在绩效目标中没有提到：{names}",
            suggestion="请补写这笔资金要办成什么、办多少；并入其他目标的，写明并入哪一条。",
        )


def _had_and_spent(manuscript: Manuscript) -> Iterator[tuple[Figure, Figure]]:
    """Give what each sentence says was had and, next to it, what was spent of it."""
    for sentence in manuscript.reading.sentences:
        for at, (had, spent) in enumerate(pairwise(sentence.figures)):
            if had.kind is spent.kind is FigureKind.MONEY and _tells_spending(sentence.gaps[at : at + 2]):
                yield had, spent


def _tells_spending(gaps: tuple[str, ...]) -> bool:
    return bool(_HAD.search(gaps[0]) and _SPENT.fullmatch(gaps[1]))


def _goal_words(manuscript: Manuscript) -> str:
    """Give what the parts on goals and the target columns say, without blanks."""
    text = manuscript.document.text
    told = [text[part.start : part.end] for part in goals_of(manuscript)]
    told += [row.name + row.text(Column.TARGET) for row in manuscript.indicators]
    return "".join("".join(told).split())


def _money_lines(manuscript: Manuscript) -> Iterator[tuple[str, Span]]:
    """Give the names of project money with the ranges of name and amount."""
    blocks = manuscript.document.blocks
    inside = {number for part in outermost(manuscript.outline.about(_LINES)) for number in part.blocks}
    for sentence in manuscript.reading.sentences:
        if sentence.block not in inside or blocks[sentence.block].table >= 0:
            continue
        for figure, before in zip(sentence.figures, sentence.gaps, strict=False):
            named = _NAME.search(before[-40:]) if figure.kind is FigureKind.MONEY else None
            name = _GIVEN.sub("", named["name"]) if named else ""
            if len(name) >= _SHARED and not _NO_LINE.search(name):
                yield name, clause_around(manuscript.document.text, figure)


def _is_taken_up(name: str, goals: str) -> bool:
    return any(name[at : at + _SHARED] in goals for at in range(len(name) - _SHARED + 1))
