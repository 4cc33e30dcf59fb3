from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.model import BlockKind
from wenxiao.documents.pdf.characters import CHARACTERS, LOST
from wenxiao.documents.pdf.flow import flow_of, repeated_pages
from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.lines import by_line, joined
from wenxiao.documents.pdf.paragraphs import Paragraph
from wenxiao.documents.pdf.sheet import Sheet

WIDTH = 30_000
LEFT = 5000
SIZE = 1000


def line(text: str, indent: int, row: int, page: int = 1) -> Line:
    left, bottom = LEFT + indent * SIZE, 70_000 - 2000 * row
    edges = tuple(left + SIZE * index for index in range(len(text) + 1))
    return Line(text, edges, bottom, bottom + SIZE, page)


def paragraphs(*pages: list[tuple[str, int]]) -> list[str]:
    sheets = [
        Sheet(
            number,
            WIDTH + 2 * LEFT,
            80_000,
            tuple(line(text, indent, row, number) for row, (text, indent) in enumerate(rows)),
        )
        for number, rows in enumerate(pages, 1)
    ]
    flow = flow_of(sheets, repeated_pages(sheets))
    return ["".join(one.text for one in item.lines) for item in flow if isinstance(item, Paragraph)]


FULL = "本段文字写满一整行没有空出任何位置因此下一行接着它往下读不应断开"[:30]
FIRST = FULL[:28]


def test_an_indent_begins_a_paragraph() -> None:
    rows = [(FIRST, 2), (FULL, 0), ("到此结束。", 0), (FIRST, 2), (FULL, 0), (FULL, 0), ("另一段。", 0)]
    assert paragraphs(rows) == [FIRST + FULL + "到此结束。", FIRST + FULL + FULL + "另一段。"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    rows = [(FIRST, 2), *[(FULL, 0)] * 7]
    assert paragraphs(rows, [(FULL, 0), ("结束。", 0)]) == [FIRST + FULL * 8 + "结束。"]


def test_a_line_broken_before_a_long_number_goes_on() -> None:
    rows = [(FIRST, 2), *[(FULL, 0)] * 6, (FULL[:24], 0), ("1,234.56万元，全部付清。", 0)]
    assert paragraphs(rows) == [FIRST + FULL * 6 + FULL[:24] + "1,234.56万元，全部付清。"]


def test_a_wide_title_in_the_middle_ends_before_the_paragraph_below() -> None:
    title = FULL[:24]
    assert paragraphs([(title, 3), (FIRST, 2), *[(FULL, 0)] * 6])[0] == title


def test_a_unit_note_is_no_part_of_the_title_above() -> None:
    rows = [("收支情况表", 12), ("单位：万元", 12), (FIRST, 2), *[(FULL, 0)] * 6]
    assert paragraphs(rows)[:2] == ["收支情况表", "单位：万元"]


def test_a_unit_named_within_a_paragraph_does_not_end_it() -> None:
    inner = "实施单位：某局，" + FULL[:22]
    assert paragraphs([(FIRST, 2), (inner, 0), ("结束。", 0)]) == [FIRST + inner + "结束。"]


def test_full_stops_at_the_end_of_lines_do_not_end_indented_paragraphs() -> None:
    first, stop, end = FIRST[:27] + "。", FULL[:29] + "。", "结束。"
    assert paragraphs([(first, 2), (stop, 0), (end, 0)] * 3) == [first + stop + end] * 3


def test_after_a_full_stop_a_line_ends_its_paragraph_where_a_character_had_room() -> None:
    rows = [(FULL, 0), (FULL, 0), (FULL[:28] + "。", 0), (FULL, 0), ("完。", 0)]
    assert paragraphs(rows) == [FULL * 2 + FULL[:28] + "。", FULL + "完。"]


def test_where_no_two_lines_reach_the_same_edge_the_margins_are_alike() -> None:
    rows = [(FULL[:20] + "。", 0), (FULL[:26] + "。", 0), (FULL[:9] + "。", 0)]
    assert paragraphs(rows) == [text for text, _ in rows]


def test_each_entry_of_a_table_of_contents_stays_alone() -> None:
    rows = [(f"{number}、情况说明{'…' * 20}", 0) for number in "一二三四五六七"]
    assert len(paragraphs(rows)) == 7


def test_a_number_that_hangs_out_keeps_its_lines() -> None:
    rows = [("（1）" + FULL[:27], 0), (FULL[:28], 2), ("结束。", 2), (FIRST, 2), *[(FULL, 0)] * 5]
    assert paragraphs(rows)[0] == "（1）" + FULL[:27] + FULL[:28] + "结束。"


def test_pages_alike_under_different_headings_are_no_repeat() -> None:
    body = [(FULL, 0)] * 5
    sheets = [
        Sheet(
            number, WIDTH, 80_000, tuple(line(text, at, row, number) for row, (text, at) in enumerate(rows))
        )
        for number, rows in enumerate(
            [[("甲表", 0), *body], [("乙表", 0), *body], body, [("甲表", 0), *body]], 1
        )
    ]
    assert repeated_pages(sheets) == {3: 1, 4: 1}


def test_short_numbered_lines_are_headings_with_their_level() -> None:
    rows = [("一、总体情况", 2), ("（二）收入情况", 2), ("3.支出明细", 2), ("（4）其他", 2)]
    sheet = Sheet(1, WIDTH, 80_000, tuple(line(text, at, row) for row, (text, at) in enumerate(rows)))
    items = [item for item in flow_of([sheet], {}) if isinstance(item, Paragraph)]
    assert [(item.kind, item.level) for item in items] == [
        (BlockKind.HEADING, level) for level in (1, 2, 3, 4)
    ]


@given(st.lists(st.text("甲乙12ab", min_size=1, max_size=8), min_size=1, max_size=6))
def test_joining_keeps_every_character_and_its_edge(texts: list[str]) -> None:
    pieces = [line(text, 10 * number, 0) for number, text in enumerate(texts)]
    (row,) = by_line(reversed(pieces))
    whole = joined(row)
    assert whole.text.replace(" ", "") == "".join(texts)
    assert len(whole.edges) == len(whole.text) + 1
    assert list(whole.edges) == sorted(whole.edges)
    places = {(char, edge) for piece in pieces for char, edge in zip(piece.text, piece.edges, strict=False)}
    found = zip(whole.text, whole.edges, strict=False)
    assert {(char, edge) for char, edge in found if char != " "} == places


@given(st.integers(min_value=0, max_value=0xFFFF_FFFF))
def test_any_code_gives_one_character_that_can_be_written_or_none(code: int) -> None:
    char = CHARACTERS[code]
    assert len(char) <= 1
    assert char.encode("utf-8").decode("utf-8") == char


def test_radicals_and_unnamed_characters() -> None:
    assert [CHARACTERS[ord(char)] for char in "⼀⻓金一，２"] == ["一", "长", "金", "一", "，", "２"]
    assert CHARACTERS[0] == LOST
    assert CHARACTERS[0x3000] == ""
