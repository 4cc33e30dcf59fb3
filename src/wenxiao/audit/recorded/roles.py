"""What words make of a figure: a budget, a result, a target, a score; in terms of the suffixes of fact keys."""

from __future__ import annotations

import re

from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.audit.figures.marks import BRACKETED

Role = tuple[str, ...]
"""The suffixes a fact can have to be meant, "" for the bare fact: several where the words leave a choice."""

ACTUAL: Role = ("", "全年执行数")
BUDGET: Role = ("年初预算数", "全年预算数")
PREVIOUS: Role = ("上年决算数", "上年预算数")
TARGET: Role = ("目标值",)
NO_ROLE: Role = ()
"""What a heading says that is no role of a fact."""

_HEADINGS: dict[str, Role] = {
    **dict.fromkeys(("年初预算", "年初预算安排", "批复预算", "年初批复预算"), ("年初预算数",)),
    **dict.fromkeys(("全年预算", "调整预算", "调整后预算", "预算调整后"), ("全年预算数",)),
    **dict.fromkeys(("预算", "预算安排", "本年预算"), BUDGET),
    **dict.fromkeys(("上年预算", "去年预算"), ("上年预算数",)),
    **dict.fromkeys(("上年", "上年决算", "去年决算", "上年执行", "上年实际"), ("上年决算数",)),
    **dict.fromkeys(
        (
            *(
                "决算",
                "本年决算",
                "支出决算",
                "收入决算",
                "执行",
                "全年执行",
                "预算执行",
                "实际支出",
                "实际执行",
            ),
            *("实际完成", "完成", "全年实际", "全年实际完成", "实际", "本年实际", "实际收入", "全年支出"),
        ),
        ACTUAL,
    ),
    **dict.fromkeys(
        ("目标", "年度目标", "指标值", "年度指标", "绩效目标", "计划", "预期指标", "预期目标"), TARGET
    ),
    **dict.fromkeys(("得分", "自评得分", "评价得分"), ("得分",)),
    **dict.fromkeys(("分值", "标准分", "满分"), ("分值",)),
    **dict.fromkeys(("执行率", "预算执行率"), ("执行率",)),
    "完成率": ("完成率",),
    **{name: (name,) for name in ("可评分值", "已评得分", "最低得分", "最高得分")},
}
SUFFIXES = frozenset(suffix for role in _HEADINGS.values() for suffix in role)
"""The suffixes of the facts that a document is compared with; counts of records and the like are not."""

_NEUTRAL = frozenset({"", "金额", "数额", "合计", "总计", "小计", "总额", "资金总额", "年度资金总额"})
_ENDING = re.compile(r"(?:[数额值]|金额|情况)\Z")
_IN_PROSE = (
    (PREVIOUS, re.compile("上年|去年|上一年")),
    (TARGET, re.compile("目标|计划|预期")),
    (ACTUAL, re.compile("决算|实际|执行|支付|完成")),
    (("年初预算数",), re.compile("年初预算")),
    (("全年预算数",), re.compile("全年预算|调整预算|调整后预算")),
    (BUDGET, re.compile("预算")),
)


SCOPE = re.compile(
    "一般公共预算|政府性基金|国有资本经营|社会保险基金|财政专户|财政拨款|下属|所属|本级|机关|其他|新增|部分"
)
"""What limits a figure to a part of the thing its name is of; some are parts of names themselves."""


def role_of_heading(text: str, year: str = "") -> Role | None:
    """Give the role a heading of a table gives its column; None if it gives none.

    ``year`` is that of the data: a heading of it says no more than one without a year.
    """
    plain = _plain(text, year)
    return _HEADINGS.get(plain) or _HEADINGS.get(_ENDING.sub("", plain))


def is_neutral(text: str, year: str = "") -> bool:
    """Tell whether a heading says no more than that amounts of the year follow, or are added up."""
    return _plain(text, year) in _NEUTRAL


def role_of_words(words: str) -> Role | None:
    """Give the role that words before a figure give it; None if they give none."""
    return next((role for role, pattern in _IN_PROSE if pattern.search(words)), None)


def _plain(text: str, year: str) -> str:
    plain = BRACKETED.sub("", squeezed(folded(text)))
    return plain.removeprefix(f"{year}年").removeprefix("度") if year else plain
