"""How much of a document was checked, in words: each kind of output tells it."""

from __future__ import annotations

from wenxiao.audit.coverage import Coverage

VERDICTS = {"holds": "成立", "fails": "不成立", "unassessable": "无法判断"}
"""The verdicts on a claim as a reader sees them."""

_NOTHING_READ = "没有读到任何数字，因此什么也没有核对；这不等于没有问题。"
_NOTHING_CHECKED = "读到了数字，但没有一处可以互相核对；这不等于没有问题。"
_NOT_IN_DATA = "报告里没有一个数能与数据包中的名称对应，没有与数据核对。请确认数据包是这个单位、这一年度的。"


def coverage_lines(coverage: Coverage) -> list[str]:
    """Say what was read and checked; nothing read or nothing checked is said plainly."""
    if not coverage.figures:
        return [_NOTHING_READ]
    verdicts = "、".join(f"{VERDICTS[name]} {count} 处" for name, count in coverage.claims)
    read = f"读到数字 {coverage.figures} 个，其中可计算的 {coverage.counted} 个"
    data = [] if coverage.by_data is None else [_data_line(*coverage.by_data)]
    if coverage.is_empty:
        return [f"{read}。{_NOTHING_CHECKED}", *data]
    checked = (
        f"核对一致 {coverage.verified} 个、有疑问 {coverage.failing} 个、未能核对 {coverage.unchecked} 个"
    )
    return [f"{read}：{checked}（核对了 {coverage.share}%）。", f"核对关系：{verdicts}。", *data]


def _data_line(matching: int, differing: int) -> str:
    """Say how the figures that the data know compare with the data."""
    if not matching + differing:
        return _NOT_IN_DATA
    return f"与数据包核对：报告写到其中的数 {matching + differing} 个，一致 {matching} 个、不一致 {differing} 个。"
