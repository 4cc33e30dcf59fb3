"""Tables in Markdown."""

from __future__ import annotations

from wenxiao.grid import markdown_grid


def test_a_table_has_a_head_a_rule_and_its_rows() -> None:
    assert list(markdown_grid(("名称", "分值"), [("甲", "1"), ("乙", "2")])) == [
        "| 名称 | 分值 |",
        "| --- | --- |",
        "| 甲 | 1 |",
        "| 乙 | 2 |",
    ]


def test_a_bar_does_not_end_a_cell() -> None:
    assert list(markdown_grid(("写法",), [("{甲|暂缺}",)]))[-1] == "| {甲&#124;暂缺} |"
