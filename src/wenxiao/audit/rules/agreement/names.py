"""WX207 and WX208: one thing goes by one name and is counted in one unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.answers import Answer, failed, shorten
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.relations.mentions.labels import core
from wenxiao.audit.rules.agreement.variants import variants_in
from wenxiao.finding import Severity

_ONE_NAME = "党政机关公文处理工作条例：表述准确、前后一致（未核对原文）"
_ONE_UNIT = "预算绩效管理的真实性要求：数出一源、口径一致（未核对原文）"
_UNLIKE = (frozenset({"人", "人次"}), frozenset({"场次", "次"}), frozenset({"户", "人"}))
_MEASURES = frozenset().union(*_UNLIKE)
_SPAN = re.compile("^(?:全年|本年|今年|年内|累计|先后|共|已)+")
_SPECIFIC = 3
_FEWEST_DIGITS = 2


@document_rule(
    "WX207",
    severity=Severity.WARNING,
    title="同一名称前后写法不同",
    basis=_ONE_NAME,
    explanation="同一机构、活动或文件的名称，全文应写得一字不差。只差一两个字的长名称，多是漏字、错字；"
    "只比较六个字以上的名称，数字、方位、行政层级不同的视为不同名称；同一届活动用了两个名称的也报告。",
    good="本年承办山海省水利科技创新大赛。\n\n二、成效\n山海省水利科技创新大赛参赛队伍增多。",
    bad="本年承办山海省水利科技创新大赛。\n\n二、成效\n山海省水利科创新大赛参赛队伍增多。",
)
def wx207_names(manuscript: Manuscript) -> Iterator[Answer]:
    """Find one name in two spellings."""
    document = manuscript.document
    for rarer, commoner in variants_in(document):
        yield failed(
            shorten(rarer.text),
            f"“{rarer.text}”在另一处写作“{commoner.text}”，很可能是同一名称",
            places=tuple(document.place(name.start, name.end) for name in (rarer, commoner)),
            suggestion="请核对全称，使各处一致；确是两个名称的，在文中分别说明。",
        )


@document_rule(
    "WX208",
    severity=Severity.WARNING,
    title="同一数量用了不同的计量单位",
    basis=_ONE_UNIT,
    explanation="“人”按人头计，“人次”按次数计，一人多次参加算多人次；“场”与“次”、“户”与“人”也不能互换。"
    "同一事项的同一个数，前后只能是其中一种。",
    good="全年免费接送残疾居民就医358人次。\n\n二、效果\n免费接送残疾居民就医358人次。",
    bad="全年免费接送残疾居民就医358人次。\n\n二、效果\n免费接送残疾居民就医358人。",
)
def wx208_units(manuscript: Manuscript) -> Iterator[Answer]:
    """Find one number of one thing in units that are not the same."""
    document = manuscript.document
    first: dict[str, dict[str, Figure]] = defaultdict(dict)
    for figure in manuscript.reading.figures:
        if figure.unit not in _MEASURES or len(figure.value.strip("0")) < _FEWEST_DIGITS:
            continue
        name = _SPAN.sub("", core(figure.label))
        if len(name) < _SPECIFIC:
            continue
        units = first[f"{name} {figure.value}"]
        other = next((units[unit] for unit in units if frozenset({unit, figure.unit}) in _UNLIKE), None)
        if other is not None and figure.unit not in units:
            places = tuple(document.place(one.start, one.end) for one in (figure, other))
            yield failed(
                shorten(figure.label),
                f"“{shorten(figure.label)}”这里以“{figure.unit}”计，另一处同一个数以“{other.unit}”计",
                places=places,
                suggestion="请核对原始记录，确定应按哪一种单位统计，统一各处的写法。",
            )
        units.setdefault(figure.unit, figure)
