"""WX609 and WX616: the years of a document are its own, and the one it compares with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.figures.model import Figure, FigureKind
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.gathered import Span, fault, gathered
from wenxiao.finding import Severity

_DONE = re.compile("度?(?:全年)?(?:共|累计)?(?:实际)?(?:完成|支出|收入|执行|支付|决算|发放|举办|开展|实现)")
_PLANNED = re.compile("计划|预计|拟|将|目标|安排|预算|规划|力争|明年|下一?年|提前|预期|到20")
_COMPARED = re.compile(
    r"[比较与同]\s?(?P<year>20\d\d)\s?年(?:度)?\s?(?:年初|年末|末|全年)?\s?(?P<what>预\s?算|决\s?算|执行)?(?![到至—-])"
)
_FEWEST_ALIKE = 4
_TWO = 2


@document_rule(
    "WX609",
    severity=Severity.WARNING,
    title="报告了以后年度的结果",
    basis="报告期内的情况如实反映（通行要求）",
    explanation="标题写明年度的文件，不应报告以后年度“实际完成”的数；多是年份写错，或从别的年度抄来没有改。",
    good="某县2022年度部门决算说明\n2022年实际支出35.20万元。",
    bad="某县2022年度部门决算说明\n2024年实际支出35.20万元。",
)
def wx609_later_year(manuscript: Manuscript) -> Iterator[Answer]:
    """Find results told of a year after the document's own."""
    own = manuscript.outline.year
    if not own:
        return
    for sentence in manuscript.reading.sentences:
        later = [at for at, figure in enumerate(sentence.figures) if _is_later(figure, own)]
        if not later or _PLANNED.search("".join(sentence.gaps)):
            continue
        for at in later:
            figure, told = sentence.figures[at], sentence.figures[at + 1 :]
            if _DONE.match(sentence.gaps[at + 1]) and any(one.is_counted for one in told):
                yield fault(
                    manuscript.document,
                    (figure.start, figure.end),
                    message=f"标题是 {own} 年，这里却报告了{{names}}的结果",
                    suggestion="请核对年份；确是以后年度的情况，写明是计划还是期后事项。",
                )


@document_rule(
    "WX616",
    severity=Severity.WARNING,
    title="比较的年份与别处不同",
    basis="报告期与可比期前后一致（通行要求）",
    explanation=(
        "一份文件都与同一年比较（四处以上），只有一处写的是另一年，多是从往年文件抄来没有改。"
        "与预算比、与决算比分开计算。"
    ),
    good="收入比2022年增加3万元。支出比2022年增加2万元。结余比2022年增加1万元。人员比2022年增加2人。车辆比2022年增加1辆。",
    bad="收入比2022年增加3万元。支出比2022年增加2万元。结余比2022年增加1万元。人员比2022年增加2人。车辆比2021年增加1辆。",
)
def wx616_compared_year(manuscript: Manuscript) -> Iterator[Answer]:
    """Find the one comparison with another year than all others of its kind."""
    compared: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for match in _COMPARED.finditer(manuscript.document.text):
        compared["".join((match["what"] or "").split())][match["year"]].append(match.span("year"))
    for years in compared.values():
        odd, usual = (
            min(years, key=lambda year: len(years[year])),
            max(years, key=lambda year: len(years[year])),
        )
        if len(years) == _TWO and len(years[odd]) == 1 and len(years[usual]) >= _FEWEST_ALIKE:
            yield gathered(
                manuscript.document,
                odd,
                years[odd],
                message=f"这里与{{names}}年比较，别处 {len(years[usual])} 次都与 {usual} 年比较",
                suggestion="请核对年份；确是与另一年比较的，说明原因。",
            )


def _is_later(figure: Figure, year: int) -> bool:
    return figure.kind is FigureKind.YEAR and figure.value.isdecimal() and int(figure.value) > year
