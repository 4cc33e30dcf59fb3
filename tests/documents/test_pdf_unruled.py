from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.pdf.aligned import aligned_tables
from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.lines import by_line
from wenxiao.documents.pdf.wrapped import rows_of

SIZE = 1000
CLOSE = 1500
APART = 1900


def at(text: str, left: int, height: int) -> Line:
    edges = tuple(left + SIZE * index for index in range(len(text) + 1))
    return Line(text, edges, height, height + SIZE, 1)


def right_of(text: str, right: int, height: int) -> Line:
    return at(text, right - SIZE * len(text), height)


def rows(pieces: Sequence[Line]) -> list[list[str]]:
    tables, _ = aligned_tables(by_line(pieces))
    (table,) = tables
    found = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = cell.text
    return found


def test_the_rest_of_a_name_belongs_to_the_row_it_is_closer_to() -> None:
    pieces = [
        *(at("公共设施", 0, 30_000), at("12.50", 20_000, 30_000)),
        at("维护", 0, 30_000 - CLOSE),
        *(at("水费", 0, 30_000 - CLOSE - APART), at("7.00", 20_000, 30_000 - CLOSE - APART)),
    ]
    assert rows(pieces) == [["公共设施维护", "12.50"], ["水费", "7.00"]]


def test_at_even_distances_a_name_goes_on_only_where_it_had_no_room() -> None:
    def table(name: str, rest: str) -> list[list[str]]:
        return rows(
            [
                *(at("水费", 0, 30_000), at("3.00", 20_000, 30_000)),
                *(at(name, 0, 28_500), at("4.00", 20_000, 28_500)),
                at(rest, 0, 27_000),
                *(at("电费", 0, 25_500), at("5.00", 20_000, 25_500)),
            ]
        )

    assert table("公共设施日常维护经", "费")[1] == ["公共设施日常维护经费", "4.00"]
    assert table("项目支出", "经营支出")[1:3] == [["项目支出", "4.00"], ["经营支出", ""]]
    assert table("公共设施日常维护经费", "一、其他")[2] == ["一、其他", ""]


def test_a_name_around_the_middle_of_its_row_is_one() -> None:
    pieces = [
        *(at("水费", 0, 30_000), at("3", 20_000, 30_000), at("6", 25_000, 30_000)),
        at("公共设施", 0, 28_000),
        *(at("4", 20_000, 27_300), at("8", 25_000, 27_300)),
        at("维护", 0, 26_600),
        *(at("电费", 0, 24_600), at("5", 20_000, 24_600), at("9", 25_000, 24_600)),
    ]
    assert rows(pieces)[1] == ["公共设施维护", "4", "8"]


def test_a_note_below_the_last_row_is_none_of_its_names() -> None:
    pieces = [
        *(at("水费", 0, 30_000), at("3.00", 20_000, 30_000)),
        *(at("公共设施维护经费", 0, 28_500), at("4.00", 20_000, 28_500)),
        at("注：含结转", 0, 27_000),
    ]
    tables, lines = aligned_tables(by_line(pieces))
    assert [table.rows for table in tables] == [2]
    assert [line.text for line in lines] == ["注：含结转"]


def test_headings_at_the_left_of_a_column_and_numbers_at_its_right() -> None:
    pieces = [
        *(at("项目", 0, 30_000), at("预算", 10_000, 30_000), at("决算", 20_000, 30_000)),
        *(at("水费", 0, 28_500), right_of("3.50", 18_000, 28_500), right_of("3.00", 28_000, 28_500)),
        *(at("电费", 0, 27_000), right_of("4.50", 18_000, 27_000), right_of("4.00", 28_000, 27_000)),
    ]
    assert rows(pieces) == [["项目", "预算", "决算"], ["水费", "3.50", "3.00"], ["电费", "4.50", "4.00"]]


def test_cells_of_two_lines_beside_cells_of_one_are_one_row() -> None:
    pieces = [
        *(at("水费", 0, 30_000), at("3", 20_000, 30_000), at("6", 25_000, 30_000)),
        at("一、公共", 1000, 28_000),
        *(at("4", 20_000, 27_300), at("8", 25_000, 27_300)),
        at("维护", 0, 26_600),
        at("二、设备", 1000, 24_600),
        *(at("5", 20_000, 23_900), at("9", 25_000, 23_900)),
        at("费", 0, 23_200),
    ]
    assert rows(pieces)[1:] == [["一、公共维护", "4", "8"], ["二、设备费", "5", "9"]]


def test_rows_of_numbers_set_very_close_stay_apart() -> None:
    pieces = [
        *(at("水费", 0, 30_000), at("3.5", 20_000, 30_000)),
        *(at("电费", 0, 29_100), at("4.5", 20_000, 29_100)),
        *(at("气费", 0, 28_200), at("5.5", 20_000, 28_200)),
    ]
    assert rows(pieces) == [["水费", "3.5"], ["电费", "4.5"], ["气费", "5.5"]]


def test_headings_in_the_middle_stand_beside_the_heading_of_several_columns() -> None:
    pieces = [
        at("运行支出", 10_000, 31_800),
        *(at("项目", 0, 31_000), at("备用", 30_000, 31_000)),
        *(at("小计", 10_000, 30_200), at("水费", 16_000, 30_200), at("电费", 22_000, 30_200)),
        *(at("甲站", 0, 28_000), at("7", 10_000, 28_000), at("3", 16_000, 28_000), at("4", 22_000, 28_000)),
        at("2", 30_000, 28_000),
        *(at("乙站", 0, 26_000), at("9", 10_000, 26_000), at("5", 16_000, 26_000), at("4", 22_000, 26_000)),
        at("1", 30_000, 26_000),
    ]
    assert rows(pieces)[:2] == [["项目", "运行支出", "", "", "备用"], ["", "小计", "水费", "电费", ""]]


def test_numbers_of_neighbouring_columns_close_together_are_parted() -> None:
    def first(written: str) -> list[str]:
        pieces = [*(at("水费", 0, 30_000), at(written, 20_000, 30_000))]
        pieces += [*(at("电费", 0, 28_000), at("7", 20_000, 28_000))]
        return rows(pieces)[0]

    assert first("12.50 -") == ["水费", "12.50", "-"]
    assert first("1 234.50") == ["水费", "1 234.50"]


def test_a_heading_of_several_columns_takes_none_from_its_own_heading() -> None:
    pieces = [
        *(at("项目", 0, 31_000), at("各项支出合在一起", 10_000, 31_000)),
        *(at("合计", 10_000, 29_500), at("水费", 25_000, 29_500)),
        *(at("甲站", 0, 28_000), right_of("7.50", 18_000, 28_000), right_of("3.50", 29_000, 28_000)),
        *(at("乙站", 0, 26_500), right_of("9.50", 18_000, 26_500), right_of("5.50", 29_000, 26_500)),
    ]
    assert rows(pieces)[1:3] == [["", "合计", "水费"], ["甲站", "7.50", "3.50"]]


def test_words_over_two_columns_of_numbers_do_not_make_them_one() -> None:
    pieces = [
        *(at("水费", 0, 30_000), at("3.50", 10_000, 30_000), at("88%", 16_000, 30_000)),
        *(at("电费", 0, 28_500), at("4.50", 10_000, 28_500), at("90%", 16_000, 28_500)),
        *(at("其他", 0, 27_000), at("未发生，不计算", 11_000, 27_000), at("1", 21_000, 27_000)),
    ]
    assert [row[:3] for row in rows(pieces)] == [
        ["水费", "3.50", "88%"],
        ["电费", "4.50", "90%"],
        ["其他", "未发生，不计算", ""],
    ]


@pytest.mark.parametrize("value", ["≥95%", "126万页", "8372人次", "(3.5)", "—"])
def test_numbers_with_signs_and_units_make_columns(value: str) -> None:
    pieces = [
        *(at("指标", 0, 30_000), at("实际值", 20_000, 30_000)),
        *(at("甲", 0, 28_500), at(value, 20_000, 28_500)),
        *(at("乙", 0, 27_000), at(value, 20_000, 27_000)),
    ]
    assert rows(pieces) == [["指标", "实际值"], ["甲", value], ["乙", value]]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["水费", "公共设施日常维护", "12.5", "3", "一、支出", "注：无"]),
            st.integers(0, 4),
            st.integers(0, 40),
        ),
        max_size=40,
    )
)
def test_every_line_is_in_one_row_and_every_character_is_kept(drawn: list[tuple[str, int, int]]) -> None:
    pieces = [at(text, column * 9000, height * 700) for text, column, height in drawn]
    lines = by_line(pieces)
    found = rows_of(lines)
    assert [index for row in found for index in row.lines] == list(range(len(lines)))
    tables, loose = aligned_tables(lines)
    texts = [cell.text for table in tables for cell in table.cells] + [line.text for line in loose]
    written = sorted("".join(text for text, _, _ in drawn))
    assert sorted("".join(texts).replace(" ", "")) == written


def test_one_row_of_amounts_below_the_numbers_of_the_columns_is_a_table() -> None:
    pieces = [
        *(at("合计", 0, 31_000), at("水费", 10_000, 31_000), at("电费", 20_000, 31_000)),
        *(at("1", 500, 29_500), at("2", 10_500, 29_500), at("3", 20_500, 29_500)),
        *(
            right_of("12.50", 6000, 28_000),
            right_of("5.50", 16_000, 28_000),
            right_of("7.00", 26_000, 28_000),
        ),
    ]
    assert rows(pieces) == [["合计", "水费", "电费"], ["1", "2", "3"], ["12.50", "5.50", "7.00"]]


def test_a_heading_over_the_middle_of_its_columns_stands_over_all_of_them() -> None:
    pieces = [
        *(at("预算数", 13_000, 33_000), at("决算数", 43_000, 33_000)),
        *(
            at(name, left, 31_500)
            for left, name in zip(range(0, 60_000, 10_000), "合水电合水电", strict=True)
        ),
        *(
            at(f"{row}{column}.5", 10_000 * column, 30_000 - 1500 * row)
            for row in range(1, 3)
            for column in range(6)
        ),
    ]
    (table,), _ = aligned_tables(by_line(pieces))
    heads = [(cell.text, cell.column, cell.column_span) for cell in table.cells if cell.row == 0]
    assert heads == [("预算数", 0, 3), ("决算数", 3, 3)]


def test_a_heading_between_others_stands_over_the_columns_that_have_their_own() -> None:
    pieces = [
        *(at("项目", 0, 33_000), at("支出", 21_000, 33_000), at("备用", 40_000, 33_000)),
        *(at("小计", 10_000, 31_500), at("水费", 20_000, 31_500), at("电费", 30_000, 31_500)),
        *(
            at(text, 10_000 * column, 30_000 - 1500 * row)
            for row in range(1, 3)
            for column, text in enumerate(["甲站", "7.5", "3.5", "4.0", "2.5"])
        ),
    ]
    (table,), _ = aligned_tables(by_line(pieces))
    heads = [(cell.text, cell.column, cell.column_span) for cell in table.cells if cell.row == 0]
    assert heads == [("项目", 0, 1), ("支出", 1, 3), ("备用", 4, 1)]
