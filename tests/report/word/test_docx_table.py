from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from wenxiao.report.blocks import Align, Cell, Inline, Table, Text, plain
from wenxiao.report.word.flow import Style
from wenxiao.report.word.package import W
from wenxiao.report.word.table import placed, table_xml

STYLES = {style: f'"{style}"' for style in Style}


def cell(text: str = "", colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell((Text(text),), colspan, rowspan)


def table(*rows: tuple[Cell, ...], widths: tuple[int, ...] = (1, 1, 1), **more: object) -> Table:
    return Table("表", "", rows, widths, **more)  # type: ignore[arg-type]


def render(given_table: Table, width: int = 3000) -> etree._Element:
    def inlines(content: tuple[Inline, ...]) -> str:
        return f"<w:r><w:t>{plain(content)}</w:t></w:r>"

    return etree.fromstring(f'<x xmlns:w="{W}">{table_xml(given_table, width, STYLES, inlines)}</x>')[0]


def find(element: etree._Element, path: str) -> list[str]:
    found = element.xpath(path, namespaces={"w": W})
    assert isinstance(found, list)
    return [str(item) for item in found]


def test_spanned_positions_are_continued_below() -> None:
    rows = (
        (cell("a", rowspan=2), cell("b", colspan=2)),
        (cell("c"), cell("d", rowspan=2)),
        (cell("e"), cell("f")),
    )

    found = [[(c, plain(x.inlines), on) for c, x, on in row] for row in placed(table(*rows))]

    assert found == [
        [(0, "a", False), (1, "b", False)],
        [(0, "a", True), (1, "c", False), (2, "d", False)],
        [(0, "e", False), (1, "f", False), (2, "d", True)],
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ((cell(), cell()), "row 1 has too few cells"),
        ((cell(), cell(), cell(), cell()), "row 1 has more cells"),
        ((cell(), cell(), cell(colspan=2)), "row 1 has more cells"),
    ],
)
def test_cells_that_do_not_fill_the_grid_are_a_fault(row: tuple[Cell, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        render(table(row))


@settings(deadline=None)
@given(st.lists(st.integers(1, 50), min_size=1, max_size=12), st.integers(2000, 15000))
def test_columns_share_the_whole_width(widths: list[int], width: int) -> None:
    found = render(table(tuple(cell() for _ in widths), widths=tuple(widths)), width)

    columns = [int(column) for column in find(found, "w:tblGrid/w:gridCol/@w:w")]
    assert sum(columns) == width
    assert all(
        abs(c * sum(widths) - width * w) < 2 * sum(widths) for c, w in zip(columns, widths, strict=True)
    )


def test_spans_become_merged_cells_as_wide_as_their_columns() -> None:
    found = render(table((cell("a", colspan=2), cell("b", rowspan=2)), (cell("c"), cell("d"))))

    assert find(found, "w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w") == ["2000", "1000"]
    assert find(found, "//w:gridSpan/@w:val") == ["2"]
    assert find(found, "//w:vMerge/@w:val") == ["restart"]
    assert find(found, "w:tr[2]/w:tc[3]//w:t/text()") == []
    assert len(list(found.iter(f"{{{W}}}vMerge"))) == 2


def test_header_rows_are_repeated_and_styled_as_header() -> None:
    found = render(table((cell("头"),), (cell("体"),), widths=(1,), header_rows=1))

    assert [len(list(row.iter(f"{{{W}}}tblHeader"))) for row in found.iter(f"{{{W}}}tr")] == [1, 0]
    assert find(found, "//w:pStyle/@w:val") == ["表头文字", "表格文字"]


def test_only_a_long_row_may_break_across_pages() -> None:
    found = render(table((cell("短"),), (cell("长" * 200),), widths=(1,)))

    assert [len(list(row.iter(f"{{{W}}}cantSplit"))) for row in found.iter(f"{{{W}}}tr")] == [1, 0]


def test_the_last_row_stays_with_the_note() -> None:
    rows = ((cell("一"),), (cell("二"),))

    noted, plain_table = (render(table(*rows, widths=(1,), note=note)) for note in ("注：", ""))

    assert [len(list(row.iter(f"{{{W}}}keepNext"))) for row in noted.iter(f"{{{W}}}tr")] == [0, 1]
    assert list(plain_table.iter(f"{{{W}}}keepNext")) == []


def test_cells_are_centred_unless_told_otherwise() -> None:
    cells = tuple(Cell((Text("1"),), align=align) for align in Align)

    assert find(render(table(cells)), "//w:jc/@w:val") == ["center", "left", "right"]


def test_the_caption_describes_the_table_to_a_screen_reader() -> None:
    captioned = Table("表", '收"支', ((cell(),),), (1,))

    assert find(render(captioned), "//w:tblCaption/@w:val") == ['收"支']
