"""WX201 to WX206: what is said twice must be said alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from wenxiao.audit.answers import Answer, failed, shorten
from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.relations.mentions.passages import Passage
from wenxiao.audit.rules.agreement.copied import (
    Difference,
    both_in_words,
    copies_in_other_words,
    is_one_letter,
    plain,
    visible,
)
from wenxiao.audit.rules.failing import answer_of, failing, figures_of, in_cells, is_cell, is_timed
from wenxiao.documents.model import Document
from wenxiao.finding import Severity

_ONE_SOURCE = "预算绩效管理的真实性要求：数出一源、前后一致（未核对原文）"

_NAME = re.compile("[^，。；：、“”《》（）(),;<[|]+")
_LONGEST_NAME = 24
_PASSAGE = (
    "围绕基层农技推广服务，本年组建了由各乡镇技术骨干参加的联合工作组，建立定期会商、上门指导、"
    "跟踪反馈的工作机制，编写了通俗易懂的种植养殖手册，在农闲时节走村入户开展面对面的讲解，"
    "及时回应种植户在选种、施肥、防病等方面的疑问，得到群众的普遍认可。"
)


def _cells(one: Judged, document: Document) -> set[bool]:
    return {is_cell(document, figure.block) for figure in figures_of(one)}


def _alike(one: Judged, document: Document) -> bool:
    return not is_timed(one) and len(_cells(one, document)) == 1


def _across(one: Judged, document: Document) -> bool:
    return not is_timed(one) and len(_cells(one, document)) == 2


def _any(_one: Judged, _document: Document) -> bool:
    return True


@document_rule(
    "WX201",
    severity=Severity.ERROR,
    title="同一件事前后写了不同的数",
    basis=_ONE_SOURCE,
    explanation="同一对象、同一期间、同一口径的数，全文应一致。口径不同的，应在文字中写明。",
    good="2023年举办科普讲座48场。\n\n二、完成情况\n2023年举办科普讲座48场。",
    bad="2023年全市社区科普大讲堂活动共举办专题讲座48场，服务居民3600人次，居民反映良好，社区给予高度评价，"
    "各街道都建立了固定的活动场所。\n\n二、完成情况\n2023年全市社区科普大讲堂活动共举办专题讲座84场，"
    "服务居民3600人次，居民反映良好，社区给予高度评价，各街道都建立了固定的活动场所。",
)
def wx201_two_values(manuscript: Manuscript) -> Iterator[Answer]:
    """Find one thing with two values."""
    return failing(
        manuscript,
        ClaimKind.EQUAL,
        _alike,
        message="{result}在另一处写成了别的数",
        suggestion="请核对原始资料，统一各处的数；口径不同的，写明各自的口径。",
    )


@document_rule(
    "WX202",
    severity=Severity.ERROR,
    title="文字与表格的数不一致",
    basis=_ONE_SOURCE,
    explanation="文字引用表中的数时，应与表中所列一致（可按写明的位数四舍五入）。",
    good="2023年本年支出合计120.50万元。\n\n2023年支出决算表\n单位：万元\n"
    "项目\t金额\n基本支出\t80.20\n项目支出\t40.30\n本年支出合计\t120.50\n",
    bad="2023年本年支出合计125.50万元。\n\n2023年支出决算表\n单位：万元\n"
    "项目\t金额\n基本支出\t80.20\n项目支出\t40.30\n本年支出合计\t120.50\n",
)
def wx202_text_against_table(manuscript: Manuscript) -> Iterator[Answer]:
    """Compare text and tables."""
    return failing(
        manuscript,
        ClaimKind.EQUAL,
        _across,
        message="{result}与表格中（或正文中）的数不一致",
        suggestion="请以核对过的表格为准，统一文字和表格。",
    )


@document_rule(
    "WX203",
    severity=Severity.WARNING,
    title="写明的个数与列举的不符",
    basis=_ONE_SOURCE,
    explanation="写明“以下几项”“几个方面”的，应与后面逐一列举的个数相同。用“等”收尾的不作断定。",
    good="重点做好三个方面的工作：一是健全制度；二是加强培训；三是开展检查。",
    bad="重点做好四个方面的工作：一是健全制度；二是加强培训；三是开展检查。",
)
def wx203_count(manuscript: Manuscript) -> Iterator[Answer]:
    """Count what is enumerated."""
    return failing(
        manuscript,
        ClaimKind.COUNT,
        _any,
        message="{result}与列举的个数不符",
        suggestion="请补全列举的各项，或改正写明的个数；只举例的，在末尾加“等”。",
    )


@document_rule(
    "WX204",
    severity=Severity.ERROR,
    title="比较的说法与两数的大小不符",
    basis=_ONE_SOURCE,
    explanation="“大于”“小于”“持平”“不超过”等说法应与所比两数的大小一致。",
    good="年初预算80.00万元，支出决算60.00万元，决算数小于预算数。",
    bad="年初预算80.00万元，支出决算60.00万元，决算数大于预算数。",
)
def wx204_comparison(manuscript: Manuscript) -> Iterator[Answer]:
    """Check words of comparison."""
    return failing(
        manuscript,
        ClaimKind.COMPARE,
        lambda one, document: not in_cells(one, document),
        message="{result}的比较说法与两数的大小不符",
        suggestion="请核对两个数和比较的说法，改正有误的一处，原因说明也要与之一致。",
    )


@document_rule(
    "WX205",
    severity=Severity.ERROR,
    title="同一活动的届次或同一标题的年份前后不同",
    basis="项目支出绩效评价管理办法：完成情况应与绩效目标对应（未核对原文）",
    explanation="目标写的是哪一届、哪一年，完成情况就应报告哪一届、哪一年；同一活动的届次、重复标题的年份，全文应一致。"
    "计划举办的下一届、用来比较的上一届不在此列。",
    good="一、绩效目标\n组织参加第12届全市青少年机器人竞赛，选送作品20件。\n"
    "二、目标完成情况\n组织参加第12届全市青少年机器人竞赛，选送作品22件。",
    bad="一、绩效目标\n组织参加第12届全市青少年机器人竞赛，选送作品20件。\n"
    "二、目标完成情况\n组织参加第11届全市青少年机器人竞赛，选送作品22件。",
)
def wx205_edition(manuscript: Manuscript) -> Iterator[Answer]:
    """Compare the editions of one event, and the years of one title."""
    document = manuscript.document
    for one in manuscript.failing:
        if one.claim.kind is ClaimKind.EQUAL and is_timed(one):
            first, other = figures_of(one)
            name = _event(document, first, other)
            yield answer_of(
                one,
                document,
                message=f"“{plain(first.text)}{name}”在另一处写作“{plain(other.text)}”",
                suggestion="请核对是写错了届次（年份），还是完成的不是目标所指的那一届；后者应说明原因。",
            )


def _event(document: Document, one: Figure, other: Figure) -> str:
    """Give the name that stands behind two editions or years, as far as it is the same behind both."""
    behind = (plain(document.text[end : end + _LONGEST_NAME]).lstrip("“《") for end in (one.end, other.end))
    same = takewhile(lambda letters: letters[0] == letters[1], zip(*behind, strict=False))
    named = _NAME.match("".join(letter for letter, _ in same))
    return named[0] if named else ""


@document_rule(
    "WX206",
    severity=Severity.INFO,
    title="重复的段落有几个字不同",
    basis=_ONE_SOURCE,
    explanation="同一段话在正文和附表中各写一遍的，应当一字不差；只差几个字的，多是改了一处忘了另一处。"
    "只报告共有一百字以上、几乎全同的段落，其中一字写成另一字的，多是错字，作警告；一处有数、另一处略去的，也作提示；"
    "两处的数不同，由 WX201、WX202、WX205 报告。",
    good=f"{_PASSAGE}\n\n二、附表\n{_PASSAGE}",
    bad=f"{_PASSAGE}\n\n二、附表\n{_PASSAGE.replace('定期会商', '定期碰头')}",
)
def wx206_silent_difference(manuscript: Manuscript) -> Iterator[Answer]:
    """Find words that differ within passages printed twice."""
    document = manuscript.document
    for passage, differences in copies_in_other_words(document):
        for pair in differences:
            yield _told_differently(document, passage, pair)


def _told_differently(document: Document, passage: Passage, pair: Difference) -> Answer:
    answer = failed(
        shorten(plain(document.text[slice(*passage.b_range)])),
        f"同一段话写了两遍，一处写作{both_in_words(document, pair)}",
        places=tuple(document.place(*visible(document, span)) for span in reversed(pair)),
        suggestion="请核对哪一处是对的，使两处一致；确有不同含义的，请改写以免误解。",
    )
    return replace(answer, severity=Severity.WARNING) if is_one_letter(document, pair) else answer
