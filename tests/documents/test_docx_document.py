from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from wenxiao.documents.docx import read_docx
from wenxiao.documents.docx_text import visible_runs
from wenxiao.documents.model import Block, BlockKind, Cell, Document
from wenxiao.errors import WenxiaoError
from wenxiao.place import WordText

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def relations(*pairs: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def word(body: str, *others: tuple[str, str, str]) -> bytes:
    """Make a Word file of the inside of its body and other parts (kind of reference, name, content)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels", relations(*((kind, name) for kind, name, _ in others))
        )
        for _, name, content in others:
            archive.writestr(f"word/{name}", content)
    return out.getvalue()


def read(body: str, *others: tuple[str, str, str]) -> Document:
    return read_docx(word(body, *others), "报告.docx")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def shown(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def text_of(document: Document, block: Block | Cell) -> str:
    return document.text[block.start : block.end]


def test_paragraphs_stand_in_order_with_a_break_after_each() -> None:
    document = read(paragraph("本年收入30万元。") + paragraph("本年支出20万元。"))

    assert document.text == "本年收入30万元。\n本年支出20万元。\n"
    assert document.format == "docx"
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 2


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<w:ins>{run('新增')}</w:ins>{run('5万元')}", "新增5万元"),
        ("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>" + run("新"), "新"),
        (f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>", "移来"),
        (control(run("12")), "12"),
        (f"<w:hyperlink>{run('见附件')}</w:hyperlink>", "见附件"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲\t乙\n丙"),
        ("<w:r><w:t>10</w:t><w:noBreakHyphen/><w:t>12</w:t></w:r>", "10-12"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>" + run("可见"), "可见"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>不隐藏</w:t></w:r>', "不隐藏"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("是"), "☑是"),
        ('<w:r><w:sym w:font="未知" w:char="F0AA"/></w:r>', "□"),
        ("<w:r><w:ruby><w:rt>" + run("shu") + "</w:rt><w:rubyBase>" + run("数") + "</w:rubyBase></w:ruby></w:r>", "数"),
        ("<mc:AlternateContent><mc:Choice>" + run("新") + "</mc:Choice><mc:Fallback>" + run("旧") + "</mc:Fallback></mc:AlternateContent>", "新"),
        ("<m:oMath><m:f><m:num><m:r><m:t>执行数</m:t></m:r></m:num><m:den><m:r><m:t>预算数</m:t></m:r></m:den></m:f></m:oMath>", "执行数/预算数"),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(inside: str, text: str) -> None:
    assert read(f"<w:p>{inside}</w:p>").text == text + "\n"


def test_of_a_field_only_the_result_is_shown_also_of_one_in_its_code() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>IF </w:instrText></w:r>"
    nested = mark("begin") + code + mark("separate") + run("内层") + mark("end")
    document = read(
        f"<w:p>{mark('begin')}{code}{nested}{mark('separate')}{run('结果')}{mark('end')}{run('后文')}</w:p>"
    )

    assert document.text == "结果后文\n"


def test_visible_runs_name_the_elements_that_show_the_text() -> None:
    root = etree.fromstring(f'<w:p xmlns:w="{W}">{run("共")}<w:r><w:tab/></w:r>{run("3个")}</w:p>')

    runs = visible_runs(root)

    assert [etree.QName(element).localname for element, _ in runs] == ["t", "tab", "t"]
    assert [text for _, text in runs] == ["共", "\t", "3个"]


@given(st.lists(st.text("年度收支0123.万元% ", max_size=12), min_size=1, max_size=6))
def test_each_spot_leads_back_to_its_paragraph(texts: list[str]) -> None:
    document = read("".join(map(paragraph, [*texts, "末段"])))

    for spot in document.spots:
        assert isinstance(spot.original, WordText)
        original = [*texts, "末段"][spot.original.paragraph]
        assert document.text[spot.start : spot.end] == original[spot.original.start : spot.original.end]
    assert document.text == "".join(f"{text}\n" for text in [*texts, "末段"])


def test_paragraphs_nobody_sees_are_counted_too() -> None:
    deleted = f"<w:del>{paragraph('已删')}</w:del>"
    document = read(paragraph("前") + deleted + paragraph("后"))

    assert [spot.original.as_json()["paragraph"] for spot in document.spots] == [1, 3]


def test_a_deleted_paragraph_break_joins_what_it_parted() -> None:
    document = read(paragraph("收入比上年", "<w:rPr><w:del/></w:rPr>") + paragraph("增加3万元。"))

    assert document.text == "收入比上年增加3万元。\n"
    assert len(document.blocks) == 1
    assert len(document.spots) == 2


STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="my"><w:name w:val="自定"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="o"><w:name w:val="大纲"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="甲"/><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:name w:val="乙"/><w:basedOn w:val="x"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        ('<w:pStyle w:val="2"/>', BlockKind.HEADING, 2),
        ('<w:pStyle w:val="my"/>', BlockKind.HEADING, 2),
        ('<w:pStyle w:val="o"/>', BlockKind.HEADING, 3),
        ('<w:pStyle w:val="o"/><w:outlineLvl w:val="9"/>', BlockKind.PARAGRAPH, 0),
        ('<w:outlineLvl w:val="0"/>', BlockKind.HEADING, 1),
        ('<w:pStyle w:val="x"/>', BlockKind.PARAGRAPH, 0),
        ('<w:pStyle w:val="c"/>', BlockKind.CAPTION, 0),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', BlockKind.LIST_ITEM, 0),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', BlockKind.PARAGRAPH, 0),
        ("", BlockKind.PARAGRAPH, 0),
    ],
)
def test_style_and_properties_tell_what_a_paragraph_is(properties: str, kind: BlockKind, level: int) -> None:
    document = read(paragraph("收支情况", properties), ("styles", "styles.xml", STYLES))

    assert [(block.kind, block.level) for block in document.blocks] == [(kind, level)]


def test_a_table_of_contents_is_text_but_no_block() -> None:
    document = read(
        paragraph("一、概况\t3", '<w:pStyle w:val="t"/>') + paragraph("正文。"),
        ("styles", "styles.xml", STYLES),
    )

    assert shown(document, BlockKind.PARAGRAPH) == ["正文。"]
    assert len(document.blocks) == 1


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("一、部门概况", BlockKind.HEADING, 1),
        ("（二）收支情况", BlockKind.HEADING, 2),
        ("（二）本年收入12万元，支出10万元。", BlockKind.LIST_ITEM, 0),
    ],
)
def test_without_style_the_numbering_tells(text: str, kind: BlockKind, level: int) -> None:
    assert [(block.kind, block.level) for block in read(paragraph(text)).blocks] == [(kind, level)]


def test_a_style_of_headings_on_a_long_sentence_makes_no_heading() -> None:
    sentence = "本年收入合计30万元，比上年增加3万元，其中财政拨款收入25万元，其他收入5万元，都用于日常工作和项目的开展。"
    document = read(paragraph(sentence, '<w:outlineLvl w:val="1"/>'))

    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]


def test_lines_broken_by_hand_are_blocks_of_their_own() -> None:
    document = read("<w:p><w:r><w:t>一、收支情况</w:t><w:br/><w:t>本年收入3万元。</w:t></w:r></w:p>")

    assert document.text == "一、收支情况\n本年收入3万元。\n"
    assert [(block.kind, text_of(document, block)) for block in document.blocks] == [
        (BlockKind.HEADING, "一、收支情况"),
        (BlockKind.PARAGRAPH, "本年收入3万元。"),
    ]
    assert len(document.spots) == 1


def test_a_table_has_its_cells_with_the_rows_as_lines() -> None:
    document = read(table(row(cell("项目"), cell("金额")), row(cell(""), cell("3"))) + paragraph("后文。"))

    assert document.text == "项目\t金额\n\t3\n后文。\n"
    (found,) = document.tables
    assert (found.rows, found.columns) == (2, 2)
    assert document.text[found.start : found.end] == "项目\t金额\n\t3"
    assert [(c.row, c.column, text_of(document, c)) for c in found.cells] == [
        (0, 0, "项目"), (0, 1, "金额"), (1, 0, ""), (1, 1, "3"),
    ]  # fmt: skip
    assert shown(document, BlockKind.CELL) == ["项目", "金额", "3"]
    place = document.place(document.text.index("3"), document.text.index("3") + 1)
    assert str(place) == "「报告.docx」第 1 个表第 2 行第 2 列"


def test_merged_cells_stand_once_with_their_spans() -> None:
    document = read(
        table(
            row(cell("部门", '<w:vMerge w:val="restart"/>'), cell("预算", '<w:gridSpan w:val="2"/>')),
            row(cell("不见", "<w:vMerge/>"), cell("年初"), cell("全年")),
        )
    )

    (found,) = document.tables
    assert [(text_of(document, c), c.row, c.column, c.row_span, c.column_span) for c in found.cells] == [
        ("部门", 0, 0, 2, 1), ("预算", 0, 1, 1, 2), ("年初", 1, 1, 1, 1), ("全年", 1, 2, 1, 1),
    ]  # fmt: skip
    assert document.text == "部门\t预算\n\t年初\t全年\n"


def test_columns_that_no_cell_begins_in_are_not_counted() -> None:
    wide = '<w:gridSpan w:val="999999999999"/>'
    document = read(table(row(cell("甲", '<w:gridSpan w:val="3"/>'), cell("乙", wide))))

    (found,) = document.tables
    assert found.columns == 2
    assert [(c.column, c.column_span) for c in found.cells] == [(0, 1), (1, 1)]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", "<w:vMerge/>", '<w:vMerge w:val="restart"/>'])), min_size=1, max_size=5),
        min_size=1, max_size=5,
    )
)  # fmt: skip
def test_no_position_of_a_grid_is_covered_twice(rows: list[list[tuple[int, str]]]) -> None:
    document = read(
        table(
            *(
                row(*(cell("1", f'<w:gridSpan w:val="{span}"/>{merge}') for span, merge in cells))
                for cells in rows
            )
        )
    )

    (found,) = document.tables
    covered = [
        (r, c)
        for item in found.cells
        for r in range(item.row, item.row + item.row_span)
        for c in range(item.column, item.column + item.column_span)
    ]
    assert len(covered) == len(set(covered))
    assert all(r < found.rows and c < found.columns for r, c in covered)


def test_a_table_in_a_cell_comes_after_the_table_around_it() -> None:
    inner = table(row(cell("内1"), cell("内2")))
    document = read(table(row(f"<w:tc>{paragraph('外1')}{inner}{paragraph('外尾')}</w:tc>", cell("外2"))))

    assert document.text == "外1\n外尾\t外2\n内1\t内2\n"
    assert [found.columns for found in document.tables] == [2, 2]
    assert [block.table for block in document.blocks] == [0, 0, 1, 1]


def test_rows_and_cells_in_content_controls_are_read_and_deleted_rows_are_not() -> None:
    held = control(row(cell("甲"), control(cell("1"))))
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('乙')}{cell('2')}</w:tr>"

    assert read(table(held, gone)).text == "甲\t1\n"


def test_lines_right_above_a_table_that_name_it_are_captions() -> None:
    document = read(
        paragraph("本年情况见下表。")
        + paragraph("表2 收支情况")
        + paragraph("单位：万元")
        + table(row(cell("甲"), cell("1")))
        + paragraph("单位：万元")
    )

    assert shown(document, BlockKind.CAPTION) == ["表2 收支情况", "单位：万元"]
    assert shown(document, BlockKind.PARAGRAPH) == ["本年情况见下表。", "单位：万元"]


def test_text_boxes_follow_the_paragraph_they_hang_on() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框内')}</w:txbxContent></w:pict></w:r>"
    document = read(f"<w:p>{run('前')}{box}{run('后')}</w:p>")

    assert document.text == "前后\n框内\n"


def test_notes_headers_and_footers_come_last_and_once() -> None:
    notes = (
        f'<w:footnotes {NAMES}><w:footnote w:type="separator">{paragraph("线")}</w:footnote>'
        f"<w:footnote>{paragraph('注：含结转2万元。')}</w:footnote></w:footnotes>"
    )
    box = f"<w:txbxContent>{paragraph('第1页')}</w:txbxContent>"
    boxed = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    header = f"<w:hdr {NAMES}>{paragraph('2021年度报告')}</w:hdr>"
    document = read(
        paragraph("正文。"),
        ("footnotes", "footnotes.xml", notes),
        ("header", "header1.xml", header),
        ("header", "header2.xml", header),
        ("footer", "footer1.xml", f"<w:ftr {NAMES}>{boxed}</w:ftr>"),
    )

    assert [(block.kind, text_of(document, block)) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "正文。"),
        (BlockKind.FOOTNOTE, "注：含结转2万元。"),
        (BlockKind.HEADER, "2021年度报告"),
        (BlockKind.FOOTER, "第1页"),
    ]
    assert [spot.original.as_json()["part"] for spot in document.spots] == [
        "word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml",
    ]  # fmt: skip


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(WenxiaoError, match="没有文字"):
        read("<w:p/>")


def test_a_strict_file_reads_like_any_other() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
            f"<w:body>{paragraph('收入3万元。')}</w:body></w:document>",
        )

    assert read_docx(out.getvalue(), "严格.docx").text == "收入3万元。\n"


def test_without_a_body_the_file_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}/>")

    with pytest.raises(WenxiaoError, match=r"部件 word/document.xml 没有正文"):
        read_docx(out.getvalue(), "空.docx")
