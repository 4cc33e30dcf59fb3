"""Web pages: what a reader sees, in blocks and tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.html import read_html
from wenxiao.documents.model import Document
from wenxiao.errors import WenxiaoError


def _read(body: str) -> Document:
    return read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "甲.html")


def _blocks(document: Document) -> list[tuple[str, int, str]]:
    return [
        (block.kind.value, block.level, document.text[block.start : block.end]) for block in document.blocks
    ]


def test_headings_paragraphs_and_lists() -> None:
    document = _read(
        "<h2>收支<br>情况</h2><p>一、收入</p><p>收入 <b>1</b>2 万元，\n 其中：<br>拨款 9 万元。</p><ul><li>甲<li>乙</ul>尾"
    )
    assert _blocks(document) == [
        ("heading", 2, "收支"),
        ("heading", 2, "情况"),
        ("heading", 1, "一、收入"),
        ("paragraph", 0, "收入 12 万元， 其中："),
        ("paragraph", 0, "拨款 9 万元。"),
        ("list-item", 0, "甲"),
        ("list-item", 0, "乙"),
        ("paragraph", 0, "尾"),
    ]


def test_what_nobody_sees_is_left_out_but_not_what_follows_it() -> None:
    document = _read(
        "<script>var a=9</script>前<span style='color:red; DISPLAY : none'>88</span>中<i hidden>77</i>后"
        "<!-- 66 --><style>p{}</style><div style='visibility:hidden'>55</div><template>44</template>"
    )
    assert document.text == "前中后\n"


def test_merged_cells_stand_once_with_their_spans() -> None:
    document = _read(
        "<table><caption>表1</caption><tr><th rowspan=2>项目</th><th colspan=2>金额</th></tr>"
        "<tr><th>预算</th><th>决算</th></tr><tr><td>培训<td><p>1,0<b>00</b></p><td></tr></table>"
    )
    (table,) = document.tables
    cells = [
        (cell.row, cell.column, cell.row_span, cell.column_span, document.text[cell.start : cell.end])
        for cell in table.cells
    ]
    assert cells == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "金额"),
        (1, 1, 1, 1, "预算"),
        (1, 2, 1, 1, "决算"),
        (2, 0, 1, 1, "培训"),
        (2, 1, 1, 1, "1,000"),
        (2, 2, 1, 1, ""),
    ]
    assert (table.rows, table.columns) == (3, 3)
    assert document.text == "表1\n项目\t金额\n预算\t决算\n培训\t1,000\t\n"


def test_tables_that_lay_out_the_page_are_no_data() -> None:
    document = _read(
        "<table><tr><td>左<table><tr><td>甲</td><td>1</td></tr></table></td><td>右</td></tr></table>"
    )
    assert len(document.tables) == 1
    assert document.text == "左\n甲\t1\n右\n"


@pytest.mark.parametrize("span", ["0", "-3", "a", "99999999999999999999", "²", ""])
def test_senseless_spans_count_as_one(span: str) -> None:
    document = _read(f"<table><tr><td colspan='{span}' rowspan='{span}'>甲<td>乙</tr></table>")
    assert [cell.column for cell in document.tables[0].cells] == [0, 1]


def test_spans_that_would_fill_the_memory_are_cut() -> None:
    document = _read("<table>" + "<tr><td colspan=1000 rowspan=999>甲" * 5000 + "</table>")
    assert len(document.tables[0].cells) == 5000
    assert document.tables[0].columns < 10_000


def test_external_entities_and_encodings_do_no_harm() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><meta charset="gbk"><p>收入&x;&#53; 万元</p>'
    assert "收入" in read_html(page.encode(), "甲.html").text
    assert read_html(page.encode("gb18030"), "甲.html").text == read_html(page.encode(), "甲.html").text


@pytest.mark.parametrize(
    ("body", "message"), [("<div>" * 5000 + "收入", "嵌套太深"), ("<!-- -->", "没有任何内容")]
)
def test_a_page_that_cannot_be_read_whole_is_refused(body: str, message: str) -> None:
    with pytest.raises(WenxiaoError, match=message):
        read_html(body.encode(), "甲.html")


@given(st.text("<>/tabledrhp =\"'&;#1收入\n", max_size=120))
def test_broken_pages_are_read_or_refused(text: str) -> None:
    try:
        document = read_html(text.encode(), "甲.html")
    except WenxiaoError:
        document = _read("")
    assert all(block.start < block.end <= len(document.text) for block in document.blocks)
