"""WX431 and WX436: conclusions name their source, and what a document rests on has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.gathered import gathered
from wenxiao.audit.rules.searching import sentence_around
from wenxiao.finding import Severity

_REVIEW = "自评复核口径：没有依据的完成情况不予认可（地方做法，未核对原文）"

_SUPERLATIVE = re.compile(
    "(?:居|列|排名?|位[居列]|名列|进入|走在)[^，。；]{0,8}(?:全[国省市区县州]|同类)[^，。；]{0,8}"
    "(?:第[一二三](?!产业|季度|[次批轮届])|首位|前列|前茅|榜首|前[三五十])"
    "|(?:全[国省市区县州]|国内|省内)(?:率先|首[创个家]|第一(?=[，。；、”）)名]))"
    "|填补[^，。；]{1,16}空白|历史性突破|(?:广泛|一致|普遍)(?:好评|赞誉|欢迎|赞扬)"
)
_STATISTICS = re.compile("统计|公报|普查")
_SOURCE = re.compile(
    r"据|根据|通报|公布|公告|统计|调查|问卷|数据显示|名单|排行|发文|〔\d{4}〕|考核结果|授予|表彰|报[道告]"
)
_NUMBER = re.compile(r"〔\d{4}〕\s*\d{1,4}\s*号")
_AGENCY = re.compile("[一-鿿]{1,10}$")
_CITING = re.compile(".*(?:根据|依据|按照|依照|以及|[及和与据])")
_LONGEST_AGENCY = 10
_BEFORE = 40
_NAMED_BEFORE = re.compile("[（(]$|[》”][^。；\\n]{0,12}$")
_NAMED_BEHIND = re.compile("[）)]?[^。；，\\n]{0,4}《")


@document_rule(
    "WX431",
    severity=Severity.INFO,
    title="评价性的结论没有写明来源",
    basis=_REVIEW,
    explanation=(
        "“居全省前列、率先、填补空白、广泛好评”这类结论，同一句里要有出处：哪份通报、哪次统计、谁的评价。"
        "全文合为一条，列出前 20 处。"
    ),
    good="据省厅通报（某厅函〔2023〕8号），办件量居全省第一。",
    bad="工作成效突出，办件量居全省第一，受到群众广泛好评。",
)
def wx431_claims_have_a_source(manuscript: Manuscript) -> Iterator[Answer]:
    """Find superlatives and praise in sentences that name no source."""
    text = manuscript.document.text
    if _STATISTICS.search(manuscript.outline.title):
        return
    spans = []
    for match in _SUPERLATIVE.finditer(text):
        sentence = sentence_around(text, match.start(), match.end())
        if not _SOURCE.search(text, *sentence):
            spans.append(match.span())
    if spans:
        yield gathered(
            manuscript.document,
            "结论",
            spans,
            message="{count} 处结论没有写明来源：{names}",
            suggestion="请补写依据的通报、统计或调查；没有依据的改为写事实和数字。",
        )


@document_rule(
    "WX436",
    severity=Severity.INFO,
    title="依据只写了文号，没有文件名称",
    basis="党政机关公文处理工作条例：引用公文先引标题，后引发文字号（未核对原文）",
    explanation="引用文件应先写标题（用书名号），再在括号里写文号。只有文号的，读者不知道依据的是什么规定。全文合为一条。",
    good="根据《某县科普经费管理办法》（某财〔2023〕5号）安排经费。",
    bad="根据某财〔2023〕5号文件精神安排经费。",
)
def wx436_numbers_without_a_name(manuscript: Manuscript) -> Iterator[Answer]:
    """Find document numbers with no title before them or right behind."""
    text = manuscript.document.text
    spans = []
    for match in _NUMBER.finditer(text):
        start = match.start() - len(_agency(text[max(match.start() - _LONGEST_AGENCY, 0) : match.start()]))
        before = text[max(start - _BEFORE, 0) : start]
        is_named = _NAMED_BEFORE.search(before) or _NAMED_BEHIND.match(text, match.end())
        is_own = before[-1:] in {"", "\n"} and text[match.end() : match.end() + 1] in {"", "\n"}
        if not is_named and not is_own:
            spans.append((start, match.end()))
    if spans:
        yield gathered(
            manuscript.document,
            "依据",
            spans,
            message="有 {count} 处依据只写了文号：{names}",
            suggestion="请补写文件名称，先写标题，再写文号。",
        )


def _agency(before: str) -> str:
    """Give the letters before a document number that name who issued it (某财 of 根据某财〔2023〕5号)."""
    letters = _AGENCY.search(before)
    return _CITING.sub("", letters[0]) if letters else ""
