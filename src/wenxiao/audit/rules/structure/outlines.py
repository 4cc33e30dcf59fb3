"""The outlines of published documents as data: which parts each kind must have, told by its own title."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """A part a document must have: what it is called, and the words that show it is there."""

    name: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: its title, what it is not, the parts it must have, and where that is laid down."""

    name: str
    title: re.Pattern[str]
    unless: re.Pattern[str]
    basis: str
    parts: tuple[Expected, ...]

    @property
    def is_scored(self) -> bool:
        """Tell whether such a document must come to a score or a grade."""
        return "评" in self.name


def _parts(**words: str) -> tuple[Expected, ...]:
    return tuple(Expected(name, re.compile(pattern)) for name, pattern in words.items())


_PUBLISHED = {
    "部门职责与机构": "职责|职能|机构设置|基本情况|概况",
    "三公经费": "三公|因公出国",
    "机关运行经费": "机关运行经费",
    "政府采购": "政府采购|采购情况",
    "国有资产": "国有资产|资产占[有用]|车辆",
    "预算绩效": "绩效",
    "名词解释": "名词解释|专业名词|名词说明",
}

KINDS = (
    DocumentKind(
        "绩效自评报告",
        re.compile("自评(?:价)?(?:工作)?报告|自评情况(?:报告|说明)"),
        re.compile("通知|办法|复核|方案|汇总"),
        "项目支出绩效自评报告参考提纲（地方做法，未核对原文）",
        _parts(
            基本情况="概况|基本情况|概述|简介|项目背景",
            绩效目标="目标",
            资金使用="资金|预算执行|支出情况|执行率|经费",
            完成情况="完成|产出|效益|绩效分析|实施情况|成效",
            存在问题="问题|不足|偏差|偏离|困难",
            改进措施="措施|建议|改进|下一步|打算|整改",
        ),
    ),
    DocumentKind(
        "绩效评价报告",
        re.compile("绩效评价(?:工作)?报告|绩效评价结果报告"),
        re.compile("通知|办法|方案|自评"),
        "项目支出绩效评价报告参考提纲（财预〔2020〕10号附件，未核对原文）",
        _parts(
            基本情况="概况|基本情况|概述|简介",
            绩效目标="目标",
            评价方法与组织="评价(?:方法|原则|组织|工作|过程|依据|程序)|指标体系|评价标准",
            评价结论="结论|评价结果|综合评[价定分]|总体评价|评价等级|得分",
            绩效分析="绩效分析|指标分析|绩效状况|产出|效益|完成情况",
            存在问题="问题|不足",
            改进建议="建议|措施|改进|对策",
        ),
    ),
    DocumentKind(
        "部门决算公开",
        re.compile("(?:部门|单位)决算(?:公开|情况说明|信息公开|说明)?$|决算公开"),
        re.compile("通知|办法|审计|批复|草案|报告"),
        "地方预决算公开操作规程（财预〔2016〕143号，未核对原文）",
        _parts(收支决算情况="决算情况|收支(?:决算|总体)|收入支出|决算说明|决算收支", **_PUBLISHED),
    ),
    DocumentKind(
        "部门预算公开",
        re.compile("(?:部门|单位)预算(?:公开|情况说明|信息公开|编制说明|说明)?$|预算公开"),
        re.compile("通知|办法|审计|批复|草案|报告|执行"),
        "地方预决算公开操作规程（财预〔2016〕143号，未核对原文）",
        _parts(
            收支预算情况="预算安排|收支(?:预算|总体)|收入支出|预算编制说明|预算情况|预算收支|收支总表",
            **_PUBLISHED,
        ),
    ),
)
"""The first that fits the title is the kind of a document."""


def kind_of(title: str) -> DocumentKind | None:
    """Give the kind of a document by the lines of its title; None if it is of no known kind."""
    lines = title.split()
    for kind in KINDS:
        if any(kind.title.search(line) and not kind.unless.search(line) for line in lines):
            return kind
    return None
