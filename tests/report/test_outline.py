"""The outline: no depth is skipped, and headings go along with the landscape table they lead to."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.report.blocks import Attachment, Cell, Figure, Heading, Paragraph, Table, Text
from wenxiao.report.outline import entries, figures_of, sections

BODY = Paragraph((Text("正文"),))


def heading(level: int) -> Heading:
    return Heading(level, (Text("标题"),))


def table(*, landscape: bool) -> Table:
    return Table("表", "表", ((Cell((Figure("支出总计", "743.31万元"),)),),), (1,), landscape=landscape)


def test_it_keeps_the_mark_of_the_author_but_never_skips_a_depth() -> None:
    listed = list(entries((heading(1), heading(3), BODY, heading(2))))
    assert [(entry.mark, entry.depth) for entry in listed] == [("一、", 1), ("1.", 2), ("", 0), ("（一）", 2)]


def test_it_puts_the_headings_of_an_attachment_below_it() -> None:
    listed = list(entries((heading(1), Attachment(1, "情况表"), heading(1), heading(2))))
    assert [(entry.mark, entry.depth) for entry in listed[1:]] == [("附件1", 1), ("一、", 2), ("（一）", 3)]


@given(st.lists(st.integers(0, 4)))
def test_depth_grows_by_one_at_most(levels: list[int]) -> None:
    blocks = [heading(level) if level else Attachment(1, "附") for level in levels]
    depths = [0, *(entry.depth for entry in entries(blocks))]
    assert all(0 < after <= before + 1 for before, after in pairwise(depths))


def test_it_turns_the_page_for_a_landscape_table_with_its_headings_and_back() -> None:
    blocks = (BODY, Attachment(1, "附"), heading(1), table(landscape=True), table(landscape=True), BODY)
    assert [(part.landscape, [entry.number for entry in part.entries]) for part in sections(blocks)] == [
        (False, [0]),
        (True, [1, 2, 3, 4]),
        (False, [5]),
    ]


def test_a_portrait_table_keeps_the_page() -> None:
    assert [part.landscape for part in sections((heading(1), table(landscape=False)))] == [False]


def test_it_finds_figures_in_text_and_tables() -> None:
    figure = Figure("人才发展.执行率", "80%")
    assert [found.key for found in figures_of((Paragraph((figure,)), table(landscape=False)))] == [
        "人才发展.执行率",
        "支出总计",
    ]
