"""WX616: the year a document compares with is the same all through."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.gathered import Span, gathered
from wenxiao.finding import Severity

_COMPARED = re.compile(
    r"[比较与同]\s?(?P<year>20\d\d)\s?年(?:度)?\s?(?:年初|年末|末|全年)?\s?(?P<what>预\s?算|决\s?算|执行)?(?![到至—-])"
)
_FEWEST_ALIKE = 4
_TWO = 2


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
