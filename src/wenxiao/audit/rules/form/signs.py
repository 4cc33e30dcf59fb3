"""WX603 to WX608: form, as far as it can be told from the letters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import FORMAT, NUMERALS
from wenxiao.audit.rules.form.personal import is_identity_number
from wenxiao.audit.rules.gathered import fault, gathered
from wenxiao.audit.rules.searching import matches_in, sentence_around
from wenxiao.documents.model import BlockKind, Document
from wenxiao.finding import Severity
from wenxiao.period import is_calendar_day

_PUNCTUATION = "标点符号用法（GB/T 15834—2011，未核对原文）"

# Each begins with characters that are rare, so that a search jumps from one to the next; what must not stand before
# them is asked after.
_BARE_RATE = re.compile(
    r"(?:增长|下降|(?:占比|执行率|完成率|到位率|合格率|满意率)(?:为|达|达到|约为?)?)\s*\d{1,3}\.\d{1,2}(?=[，。；）);]|,(?!\d{3}))"
)
_UNITLESS = re.compile(r"\d(?:，|,(?!\d{3}))")
_CHANGE = "(?:增加|减少|增长|下降|上升|降低|提高)"
_PLACEHOLDER = re.compile(
    rf"(?=[增减下上降提【（(待此请XxＸ×*])(?:{_CHANGE}(?:[（(]{_CHANGE}[）)]|/{_CHANGE})(?=\s*(?:\d|的?(?:主要)?原因|了|[，。；]))"
    r"|【\s*(?:请|待|此处|填写)?[^】\n]{0,12}(?:填|补充)[^】\n]{0,12}】|【\s*】"
    r"|[（(]?(?:待填写?|待补充|此处填写|请在此(?:处)?填写)[）)]?"
    r"|(?<![A-Za-z0-9])[XxＸ×]{2,}(?=[年月日号元万亿个人次项市县区局单位部门公司%])"
    r"|(?<![\d*])\*{3,}(?=[年月日号元万亿个人次项市县区局单位部门公司%]))"
)
_REPEATED = (
    "进行|以及|通过|对于|关于|根据|按照|由于|其中|已经|并且|因此|我们|他们|可以|同时|为了|"
    "参加|参与|组织|举办|开展|完成|印发|召开|邀请|发放|制定|建立|落实|推进|加强|提高|提升|实施|做好|确保"
)
_DOUBLED = re.compile(
    rf"(?=[{''.join(word[0] for word in _REPEATED.split('|'))}的，。；、：])"
    rf"(?:({_REPEATED})\1|的的(?<![目标]的的)(?!确)|([，。；、：])\2+)"
    r"|(?!([一-鿿])\3)([一-鿿]{3,8})\4"
)
_DAY = re.compile(r"(?=\d)(?<!\d)(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_MONTH = re.compile(r"(?=\d)(?<!\d)\d{4}\s?年\s?(\d{1,2})\s?月(?![ \u3000]?\d)")
_HALF_WIDTH = re.compile(r"[,;:?!](?<=[一-鿿].)(?=[一-鿿])")
_IDENTITY = re.compile(r"\d(?<![0-9A-Za-z]\d)\d{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"1(?<![\d.,]1)[3-9]\d{9}(?![\d.,]|\s?[万亿元])")
_TELEPHONE_WORD = re.compile("电话|手机|联系|号码")


def _faults(
    document: Document, pattern: re.Pattern[str], message: str, suggestion: str, *, cells: bool = True
) -> Iterator[Answer]:
    for _, match in matches_in(document, pattern, cells=cells):
        yield fault(document, match.span(), message=message, suggestion=suggestion)


@document_rule(
    "WX603",
    severity=Severity.WARNING,
    title="比率漏写百分号",
    basis=NUMERALS,
    explanation="增长、下降、占比和各种率后面的小数应写明百分号。",
    good="本年支出比上年增长12.35%，执行率为98.20%。",
    bad="本年支出比上年增长12.35%，执行率为98.20。",
)
def wx603_percent_sign(manuscript: Manuscript) -> Iterator[Answer]:
    """Find rates without a percent sign; where an index is told (为111.3，下降6.8), changes have none."""
    document = manuscript.document
    for _, match in matches_in(document, _BARE_RATE, cells=False):
        start, _ = sentence_around(document.text, *match.span())
        if not _UNITLESS.search(document.text, start, match.start()):
            yield fault(
                document,
                match.span(),
                message="{names}后面没有单位，疑漏写百分号",
                suggestion="请补上“%”或写明单位。",
            )


@document_rule(
    "WX604",
    severity=Severity.WARNING,
    title="留有模板的占位文字",
    basis=FORMAT,
    explanation="定稿中不应留有待填的空位，或者模板中二选一的写法。",
    good="本年支出比上年增加12.30万元，主要原因是新增设备购置。",
    bad="本年支出比上年增加（减少）12.30万元，主要原因是新增设备购置。",
)
def wx604_placeholder(manuscript: Manuscript) -> Iterator[Answer]:
    """Find what a template left behind."""
    message, advice = "{names}是模板留下的文字", "请填写实际内容，二选一的只留一个。"
    return _faults(manuscript.document, _PLACEHOLDER, message, advice, cells=False)


@document_rule(
    "WX605",
    severity=Severity.WARNING,
    title="词语或标点重复",
    basis=_PUNCTUATION,
    explanation="相邻处重复的词语、标点多是修改时遗留的。",
    good="各单位进行了自查，并对发现的问题作了整改。",
    bad="各单位进行进行了自查，并对发现的问题作了整改。",
)
def wx605_doubled(manuscript: Manuscript) -> Iterator[Answer]:
    """Find doubled words."""
    return _faults(manuscript.document, _DOUBLED, "{names}前后重复", "请删去多余的一个。")


@document_rule(
    "WX606",
    severity=Severity.ERROR,
    title="日期不存在",
    basis=NUMERALS,
    explanation="年、月、日应是日历上有的日子。",
    good="项目于2023年2月28日完工，4月30日验收。",
    bad="项目于2023年2月29日完工，4月30日验收。",
)
def wx606_date(manuscript: Manuscript) -> Iterator[Answer]:
    """Find days that are not in the calendar."""
    document = manuscript.document
    days = [match for _, match in matches_in(document, _DAY) if not _is_day(match)]
    months = [match for _, match in matches_in(document, _MONTH) if not 1 <= int(match[1]) <= 12]
    for match in sorted(days + months, key=re.Match.start):
        yield fault(document, match.span(), message="日历上没有{names}", suggestion="请核对年、月、日。")


def _is_day(match: re.Match[str]) -> bool:
    leap_year = 2000
    return is_calendar_day(int(match[1] or leap_year), int(match[2]), int(match[3]))


@document_rule(
    "WX607",
    severity=Severity.INFO,
    title="汉字之间用了半角标点",
    basis=_PUNCTUATION,
    explanation="中文文字之间用全角标点。全文合为一条，列出前 20 处。",
    good="总体情况良好，各项目标均已完成。",
    bad="总体情况良好,各项目标均已完成。",
)
def wx607_half_width(manuscript: Manuscript) -> Iterator[Answer]:
    """Find half-width punctuation between Chinese characters."""
    document = manuscript.document
    spans = [match.span() for _, match in matches_in(document, _HALF_WIDTH)]
    if spans:
        yield gathered(
            document,
            "标点",
            spans,
            message="汉字之间有 {count} 处半角标点",
            suggestion="请统一改为全角标点。",
        )


@document_rule(
    "WX608",
    severity=Severity.WARNING,
    title="含有个人的手机号码或身份证号码",
    basis="个人信息保护法第二十八条、政府信息公开条例第十五条（未核对原文）",
    explanation="拟公开的文件不应载明个人的手机号码和身份证号码。号码通过校验的才作为身份证号码。",
    good="联系电话：0100-1234567。",
    bad="联系人手机：13800000000。",
)
def wx608_personal_data(manuscript: Manuscript) -> Iterator[Answer]:
    """Find personal numbers."""
    document = manuscript.document
    advice = "请确认文件是否公开；公开的应删去或隐去中间几位。"
    for _, match in matches_in(document, _IDENTITY):
        if is_identity_number(match[0]):
            yield fault(document, match.span(), message="疑为身份证号码：{names}", suggestion=advice)
    for block, match in matches_in(document, _MOBILE):
        if block.kind is not BlockKind.CELL or _TELEPHONE_WORD.search(_line(document, match.start())):
            yield fault(document, match.span(), message="疑为手机号码：{names}", suggestion=advice)


def _line(document: Document, position: int) -> str:
    start = document.text.rfind("\n", 0, position) + 1
    return document.text[start:position]
