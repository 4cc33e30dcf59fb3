from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.pdf.aligned import aligned_tables
from wenxiao.documents.pdf.continued import OpenTable
from wenxiao.documents.pdf.layout import Line, Page, PageCell, PageTable, Rule
from wenxiao.documents.pdf.ruled import ruled_tables
from wenxiao.documents.pdf.rulings import frames_of


def line(text: str, left: int, bottom: int, page: int = 1) -> Line:
    return Line(
        text, tuple(left + 1000 * index for index in range(len(text) + 1)), bottom, bottom + 1000, page
    )


def box(xs: list[int], ys: list[int]) -> tuple[list[Rule], list[Rule]]:
    level = [Rule(y, xs[0], xs[-1]) for y in ys]
    upright = [Rule(x, ys[0], ys[-1]) for x in xs]
    return level, upright


@given(
    st.lists(st.integers(min_value=1000, max_value=9000), min_size=1, max_size=6),
    st.lists(st.integers(min_value=1000, max_value=9000), min_size=1, max_size=6),
)
def test_each_point_of_a_full_grid_is_in_its_own_cell(widths: list[int], heights: list[int]) -> None:
    xs = [5000 + sum(widths[:count]) for count in range(len(widths) + 1)]
    ys = [5000 + sum(heights[:count]) for count in range(len(heights) + 1)]
    (frame,) = frames_of(*box(xs, ys))
    cells = [
        frame.cell_at((left + right) // 2, (bottom + top) // 2)
        for bottom, top in reversed(list(pairwise(ys)))
        for left, right in pairwise(xs)
    ]
    assert cells == list(range(len(widths) * len(heights)))
    assert frame.cell_at(xs[0] - 1, ys[0] + 1) == -1


def test_borders_drawn_cell_by_cell_are_one_line() -> None:
    level = [Rule(y, x, x + 2000) for y in (1000, 3000) for x in (0, 2010, 4020)]
    upright = [Rule(x + shift, 1000, 3000) for x in (0, 2000, 4000, 6000) for shift in (0, 50)]
    (frame,) = frames_of(level, upright)
    assert len(frame.spans) == 3


def test_a_missing_border_merges_cells() -> None:
    level, upright = box([0, 2000, 4000], [0, 2000, 4000])
    upright[1] = Rule(2000, 0, 2000)
    (frame,) = frames_of(level, upright)
    assert frame.spans == ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))


def test_an_open_table_is_closed_at_the_ends_of_its_lines() -> None:
    level = [Rule(y, 0, 6000) for y in (0, 2000, 4000)]
    (frame,) = frames_of(level, [Rule(3000, 0, 4000)])
    assert frame.xs == (0, 3000, 6000)


def test_lines_that_do_not_touch_make_no_table() -> None:
    assert frames_of([Rule(1000, 0, 5000), Rule(3000, 0, 5000)], [Rule(9000, 0, 5000)]) == []


def test_a_drawing_of_very_many_lines_is_no_table() -> None:
    level, upright = box([0, 100_000], [500 * row for row in range(700)])
    assert frames_of(level, upright) == []


def test_text_over_a_border_is_parted() -> None:
    level, upright = box([0, 3000, 6000], [0, 2000])
    page = Page(1, 60000, 80000, (line("甲乙丙123", 0, 500),), tuple(level), tuple(upright))
    (table,), outside = ruled_tables(page)
    assert [cell.text for cell in table.cells] == ["甲乙丙", "123"]
    assert outside == []


def test_a_box_around_text_is_no_table() -> None:
    level, upright = box([0, 9000], [0, 2000])
    page = Page(1, 60000, 80000, (line("框中文字", 500, 500),), tuple(level), tuple(upright))
    tables, outside = ruled_tables(page)
    assert tables == []
    assert [piece.text for piece in outside] == ["框中文字"]


def test_prose_with_a_number_set_apart_is_no_table() -> None:
    rows = [
        [line("年度目标", 0, 9000), line("全部完成", 20000, 9000)],
        [line("合计", 0, 7000), line("12", 9000, 7000)],
    ]
    tables, lines = aligned_tables(rows)
    assert tables == []
    assert [item.text for item in lines] == ["年度目标 全部完成", "合计 12"]


def test_a_heading_over_two_columns_of_numbers_spans_both() -> None:
    rows = [
        [line("部门", 0, 9000), line("上下半年金额数", 10500, 9000)],
        [line("甲处", 0, 7000), line("12", 10000, 7000), line("34", 16000, 7000)],
        [line("乙处", 0, 5000), line("5", 11000, 5000), line("6", 17000, 5000)],
    ]
    (table,), _ = aligned_tables(rows)
    assert [(cell.text, cell.column, cell.column_span) for cell in table.cells[:2]] == [
        ("部门", 0, 1),
        ("上下半年金额数", 1, 2),
    ]


def table_of(edges: tuple[int, ...], rows: list[list[str]], page: int) -> PageTable:
    cells = tuple(
        PageCell(row, column, 1, 1, (line(text, edges[column], 1000, page),) if text else (), 2000)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return PageTable(9000, 1000, len(rows), edges, cells)


def test_the_same_columns_go_on_and_a_repeated_heading_is_told() -> None:
    first = OpenTable(table_of((0, 2000, 4000), [["项", "数"], ["甲", "1"]], 1), 1)
    assert first.add(table_of((0, 2000, 4000), [["项", "数"], ["乙", "2"]], 2), 2)
    whole = first.whole()
    assert whole.table.rows == 4
    assert whole.repeated == (2,)


def test_other_columns_under_another_heading_are_another_table() -> None:
    first = OpenTable(table_of((0, 2000, 4000), [["项", "数"], ["甲", "1"]], 1), 1)
    assert not first.add(table_of((0, 3000, 4000), [["人", "名"], ["乙", "2"]], 2), 2)


def test_a_part_that_needs_fewer_borders_keeps_its_columns() -> None:
    first = OpenTable(table_of((0, 2000, 4000, 6000), [["项", "数", "率"]], 1), 1)
    assert first.add(table_of((0, 2000, 6000), [["甲", "1"]], 2), 2)
    cells = first.whole().table.cells
    assert [(cell.text, cell.column, cell.column_span) for cell in cells[3:]] == [("甲", 0, 1), ("1", 1, 2)]


def test_a_merged_cell_cut_by_two_page_ends_is_one() -> None:
    def part(name: str, page: int) -> PageTable:
        lines = (line(name, 0, 1000, page),) if name else ()
        rows = [PageCell(row, 1, 1, 1, (line(f"{page}{row}", 2000, 1000, page),), 2000) for row in range(2)]
        return PageTable(9000, 1000, 2, (0, 2000, 4000), (PageCell(0, 0, 2, 1, lines, 2000), *rows))

    table = OpenTable(part("类别", 1), 1)
    assert table.add(part("", 2), 2)
    assert table.add(part("", 3), 3)
    cells = table.whole().table.cells
    assert (cells[0].text, cells[0].row_span) == ("类别", 6)
    assert [cell.text for cell in cells[1:]] == ["10", "11", "20", "21", "30", "31"]
