"""Divisions that leave nothing over: names of parts that, listed together, are always the whole.

They are terms of public finance, of offices and of statistics; each entry is the words by which one part is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_DIVISIONS: tuple[tuple[str, ...], ...] = (
    ("基本支出", "项目支出"),
    ("人员", "公用"),
    ("人员类", "运转类", "特定目标类"),
    ("货物", "工程", "服务"),
    ("一般公共预算", "政府性基金", "国有资本经营"),
    ("一般公共预算", "政府性基金"),
    ("一般债", "专项债"),
    ("公务接待", "公务用车", "因公出国"),
    ("公务接待", "公务用车购置", "公务用车运行", "因公出国"),
    ("购置", "运行"),
    ("外事", "国内"),
    ("(?<!非)税收", "非税"),
    ("本年收入", "结转"),
    ("本年收入", "结转", "使用(?:专用|非财政拨款)结余"),
    ("本年支出", "结转"),
    ("本年支出", "结转", "结余分配"),
    ("工资", "经营", "财产", "转移"),
    ("上半年", "下半年"),
    ("春季", "秋季"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("第?一产业", "第?二产业", "第?三产业"),
    ("农业(?!.*服务)", "林业(?!.*服务)", "牧业(?!.*服务)", "渔业(?!.*服务)", "服务业|专业及辅助"),
    ("进口", "出口"),
    ("男", "女"),
    ("行政", "事业"),
    ("^(?!.*退休).*(?:在职|职工)", "退休"),
    ("城市", "农村"),
    ("城镇", "[农乡]村"),
    ("中央", "地方(?!.*债)"),
    ("线上", "线下"),
    ("来信", "来访", "来电"),
    ("来访", "来电"),
    ("来信", "来访"),
    ("优秀", "(?<!不)合格", "不合格"),
    ("(?<!不)合格", "不合格"),
    ("农业", "工业", "生活", "生态"),
    ("地表水", "地下水", "再生水|其他水源|非常规"),
    ("养殖", "捕捞"),
    ("^(?!.*(?:应|缺)).*(?:出席|到会|参会)", "缺席|缺勤|请假"),
    ("公办|教育部门", "民办|社会力量"),
    ("新建", "(?:改|续|扩)"),
    ("分散(?:供养|安置)", "集中(?:供养|安置)"),
)
_PATTERNS = tuple(tuple(map(re.compile, division)) for division in _DIVISIONS)
_SIZES = frozenset(map(len, _DIVISIONS))
LARGEST = max(_SIZES)
"""The most parts a known division has."""

_PAIR = 2
_NOISE = re.compile("[“”\"'（）()《》\\s]")
_DENIED = re.compile("[未不非无](?P<what>[一-龥]{2})")
_WITHOUT = re.compile("无(?P<what>[一-龥])")
_DONE = re.compile("^已(?:经)?(?:完成)?(?P<what>[一-龥]{1,6})$")
_UNDONE = re.compile("^(?:正在|正|尚未|未|未完成|尚待|待|还在)(?P<what>[一-龥]{1,6})$")
_CLOSED = re.compile("已|[办审执处了完]结|完毕|结案")
_OPEN = re.compile("正在|尚未|未[办审执处完了]?结|未[办处完]|在办|待办|待处理|尚有|尚余")


@lru_cache(maxsize=1024)
def is_division(labels: tuple[str, ...]) -> bool:
    """Tell whether the labels are, one to one, the parts of a known division."""
    if len(labels) not in _SIZES:
        return False
    names = [_NOISE.sub("", label) for label in labels]
    return _are_opposites(names) or any(_matches(names, division) for division in _PATTERNS)


def is_done_and_undone(labels: Sequence[str]) -> bool:
    """Tell whether one part is what was done and the other what was not: 已整改, 正在整改."""
    if len(labels) != _PAIR:
        return False
    done, undone = _DONE.search(labels[0]), _UNDONE.search(labels[1])
    return done is not None and undone is not None and done["what"] == undone["what"]


def is_closed_and_open(labels: Sequence[str]) -> bool:
    """Tell whether one part may be what is finished and the other what is not, however they are told."""
    return len(labels) == _PAIR and bool(
        _CLOSED.search(labels[0]) and not _OPEN.search(labels[0]) and _OPEN.search(labels[1])
    )


def _are_opposites(names: Sequence[str]) -> bool:
    """Tell whether the second of two parts is called by denying the first: 国有, 非国有; 有效, 无效."""
    if len(names) != _PAIR:
        return False
    one, other = names
    denied = (found["what"] for found in _DENIED.finditer(other))
    lacking = (f"有{found['what']}" for found in _WITHOUT.finditer(other))
    return not _DENIED.search(one) and any(what in one for what in (*denied, *lacking))


def _matches(names: Sequence[str], division: Sequence[re.Pattern[str]]) -> bool:
    if len(names) != len(division):
        return False
    named = [[at for at, name in enumerate(names) if part.search(name)] for part in division]
    return all(len(found) == 1 for found in named) and len({found[0] for found in named}) == len(names)
