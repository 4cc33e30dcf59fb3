"""WX613, WX617 and WX618: wrong words, blanks left in a form, and what a web page or a translation left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import FORMAT
from wenxiao.audit.rules.gathered import Span, everywhere, gathered
from wenxiao.finding import Severity

_DICTIONARY = "现代汉语词典相应条目（未核对原文）"

_RIGHT_WORDS = {
    "截至": (r"截止(?=\s*(?:20\d\d\s*年|\d{1,2}\s*月|目前|[去今本当]年|[年月季]末|年底|当前))",),
    "暴发": ("疫情爆发", "疫病爆发", "灾害爆发", "山洪爆发", "洪水爆发", "传染病爆发", "流感爆发"),
    "部分": ("部份",),
    "部署": ("布署",),
    "账": (
        "帐户",
        "帐目",
        "帐簿",
        "帐号",
        "帐册",
        "帐务",
        "报帐",
        "记帐",
        "入帐",
        "建帐",
        "查帐",
        "对帐",
        "转帐",
        "结帐",
    ),
    "签订": (r"签定(?=[^，。；\n]{0,12}(?:合同|协议|责任书|备忘录))",),
    "坐落": ("座落",),
    "即使": ("既使",),
    "安装": ("按装",),
    "松弛": ("松驰",),
}
"""Right words, each with the patterns of what is written in its place; each pattern begins with a letter."""

_WRONG = re.compile("|".join(pattern for patterns in _RIGHT_WORDS.values() for pattern in patterns))
_BLANK = re.compile(
    r"(?:填[报表](?:单位|日期|时间|人)|(?:单位|项目)(?:负责人|名称)|评价机构|联系(?:人|电话))"
    r"(?:[（(][^（）()\n]{1,6}[）)])?[ \t]*[:：][ \t　_＿]{0,20}(?=\n|\Z)"
)
_LEFTOVER = re.compile(
    r"[<&\s](?:(?<=<)/?(?:p|br|div|span|td|tr|table|font|strong|b|i|u)\b[^<>\n]{0,60}>"
    r"|(?<=&)(?:nbsp|amp|lt|gt|quot);|(?<=[一-鿿]\s)(?:and|or|of|the|with|for)\s(?=[一-鿿]))"
)


@document_rule(
    "WX613",
    severity=Severity.INFO,
    title="用词有误",
    basis=_DICTIONARY,
    explanation="公文里常见的误用：“截止2023年末”应为“截至”，“部份”应为“部分”，“帐户”应为“账户”等。全文合为一条。",
    good="截至2023年末，账户余额为12.50万元。",
    bad="截止2023年末，账户余额为12.50万元。",
)
def wx613_wrong_words(manuscript: Manuscript) -> Iterator[Answer]:
    """Find words that are wrong wherever they stand, and name the right ones."""
    document = manuscript.document
    spans: list[Span] = [match.span() for match in _WRONG.finditer(document.text)]
    if spans:
        wrong = {document.text[start:end] for start, end in spans}
        right = [word for word, patterns in _RIGHT_WORDS.items() if wrong & _written(patterns)]
        yield gathered(
            document,
            "用词",
            spans,
            message="有 {count} 处用词有误：{names}",
            suggestion=f"请改为{'、'.join(f'“{word}”' for word in right)}。",
        )


@document_rule(
    "WX617",
    severity=Severity.INFO,
    title="栏目留空未填",
    basis=FORMAT,
    explanation="“填报单位、填报日期、负责人”等栏目冒号后面什么也没有的，定稿前应填写或删去。",
    good="填报单位：某县文化馆\n项目已经完成。",
    bad="填报单位：\n项目已经完成。",
)
def wx617_blanks(manuscript: Manuscript) -> Iterator[Answer]:
    """Find labels of a form with nothing behind them."""
    return everywhere(
        manuscript.document,
        _BLANK,
        "栏目",
        message="有 {count} 个栏目没有填写：{names}",
        suggestion="请填写，或删去不需要的栏目。",
    )


@document_rule(
    "WX618",
    severity=Severity.INFO,
    title="残留网页标记或英文虚词",
    basis=FORMAT,
    explanation="从网页、翻译软件或扫描件复制文字时，常留下 <p>、&nbsp; 之类的标记，或者把“和”变成 and。",
    good="加强公共阅读和文化服务。",
    bad="加强公共阅读 and 文化服务。",
)
def wx618_leftovers(manuscript: Manuscript) -> Iterator[Answer]:
    """Find tags, entities and English function words among Chinese."""
    return everywhere(
        manuscript.document,
        _LEFTOVER,
        "残留文字",
        message="有 {count} 处残留的标记或英文：{names}",
        suggestion="请删去标记，把英文虚词改为中文。",
    )


def _written(patterns: tuple[str, ...]) -> set[str]:
    """Give the letters of patterns, without what must follow them."""
    return {pattern.split("(")[0] for pattern in patterns}
