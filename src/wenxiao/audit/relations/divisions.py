"""Divisions that leave nothing over: names of parts that, listed together, are always the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DIVISIONS: tuple[tuple[str, ...], ...] = (
    ("基本支出", "项目支出"),
    ("人员", "公用"),
    ("货物", "工程", "服务"),
    ("一般公共预算", "政府性基金", "国有资本经营"),
    ("公务接待", "公务用车", "因公出国"),
    ("公务用车购置", "公务用车运行"),
    ("上半年", "下半年"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("一等奖", "二等奖", "三等奖"),
    ("男", "女"),
    ("行政", "事业"),
    ("城市", "农村"),
    ("城镇", "农村"),
    ("中央", "地方"),
    ("优秀", "合格", "不合格"),
    ("线上", "线下"),
)
_NOISE = re.compile("[“”\"'（）()《》\\s]")


def is_division(labels: Sequence[str]) -> bool:
    """Tell whether the labels are, one to one, the parts of a known division."""
    names = [_NOISE.sub("", label) for label in labels]
    return any(_matches(names, division) for division in _DIVISIONS)


def _matches(names: Sequence[str], division: Sequence[str]) -> bool:
    if len(names) != len(division):
        return False
    return all(sum(part in name for name in names) == 1 for part in division)
