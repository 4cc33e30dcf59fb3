"""WX601 and WX615: the numbers of headings and items follow each other, and are written alike."""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.audit.answers import Answer, failed
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import FORMAT
from wenxiao.audit.rules.form.sequence import breaks_of, restyled_in
from wenxiao.audit.rules.gathered import gathered
from wenxiao.finding import Severity


@document_rule(
    "WX601",
    severity=Severity.WARNING,
    title="序号跳号或重号",
    basis=FORMAT,
    explanation="同一层次的序号应依次编排，不跳号、不重号。表格中的序号不查。",
    good="一、基本情况\n二、主要做法\n三、存在的问题",
    bad="一、基本情况\n二、主要做法\n四、存在的问题",
)
def wx601_numbering(manuscript: Manuscript) -> Iterator[Answer]:
    """Follow the numbers of headings and list items."""
    document = manuscript.document
    for found in breaks_of(document):
        places = tuple(document.place(*span) for span in (found.here, found.before))
        marker, before = (place.text for place in places)
        what = "重号" if found.is_repeat else "跳号"
        yield failed(
            marker,
            f"序号“{marker}”{what}，它前面是“{before}”",
            places=places,
            suggestion="请依次改正序号，并检查正文中对它的引用。",
        )


@document_rule(
    "WX615",
    severity=Severity.INFO,
    title="同一层次的序号写法不一",
    basis=FORMAT,
    explanation="同一层次的序号用同一种写法：“1.”与“2、”、“（1）”与“(2)”不混用。全文合为一条，列出前 20 处。",
    good="1.加强管理。\n2.按时拨付。\n3.跟踪问效。",
    bad="1.加强管理。\n2、按时拨付。\n3.跟踪问效。",
)
def wx615_number_marks(manuscript: Manuscript) -> Iterator[Answer]:
    """Find numbers that follow the one before them in another style."""
    if spans := list(restyled_in(manuscript.document)):
        yield gathered(
            manuscript.document,
            "序号",
            spans,
            message="有 {count} 处序号与前一个写法不同：{names}",
            suggestion="请统一写法：第一层用“一、”，第二层用“（一）”，第三层用“1.”，第四层用“（1）”。",
        )
