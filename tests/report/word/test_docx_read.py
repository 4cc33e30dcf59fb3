from __future__ import annotations

from pathlib import Path

import pytest

from wenxiao.errors import WenxiaoError
from wenxiao.report.word.package import W
from wenxiao.report.word.read import Mark, read_units

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def read(body: str, **more: str) -> list[tuple[str, ...]]:
    return [tuple(piece.text for piece in unit) for unit in read_units(parts(body, **more), Path("a.docx"))]


def places(body: str, **more: str) -> list[str]:
    return [str(piece.place) for unit in read_units(parts(body, **more), Path("a.docx")) for piece in unit]


def parts(body: str, **more: str) -> dict[str, bytes]:
    whole = {"_rels/.rels": "<x/>", "word/document.xml": _root("document", f"<w:body>{body}</w:body>")}
    whole |= {f"word/{name}.xml": _root(name, content) for name, content in more.items()}
    return {name: content.encode() for name, content in whole.items()}


def _root(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:mc="{MC}">{content}</w:{name}>'


def p(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def control(text: str, *, tag: str = "", xpath: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:dataBinding w:xpath="{xpath}"/></w:sdtPr>'
        f"<w:sdtContent>{text}</w:sdtContent></w:sdt>"
    )


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (run("支出") + run("5") + run("万"), "支出5万"),
        (f"<w:ins>{run('5')}</w:ins><w:del><w:r><w:delText>3</w:delText></w:r></w:del>", "5"),
        (f"<w:moveFrom>{run('3')}</w:moveFrom><w:moveTo>{run('5')}</w:moveTo>", "5"),
        (f"<w:hyperlink><w:smartTag>{run('5')}</w:smartTag></w:hyperlink>", "5"),
        ("<w:r><w:t>5</w:t><w:tab/><w:t>6</w:t><w:br/><w:noBreakHyphen/><w:t>7</w:t></w:r>", "5\t6\n-7"),
        ("<w:r><w:instrText>PAGE 9</w:instrText></w:r>" + run("5"), "5"),
        (control(run("5") + control(run("6"))), "56"),
        ("<!-- 9 --><?x 9?>" + run("5"), "5"),
    ],
)
def test_a_paragraph_reads_as_people_see_it(content: str, seen: str) -> None:
    assert read(f"<w:p>{content}</w:p>") == [(seen,)]


def test_controls_are_found_by_binding_and_else_by_tag() -> None:
    bound = control(run("5"), tag="x", xpath="/ns0:facts[1]/ns0:k0123456789ab[1]")
    body = f"<w:p>{run('共')}{bound}{control(run('67'), tag='kffffffffffff')}</w:p>"

    ((piece,),) = read_units(parts(body), Path("a.docx"))

    assert piece.marks == (Mark(1, 2, "k0123456789ab"), Mark(2, 4, "kffffffffffff"))


def test_a_row_is_its_cells_without_those_that_continue_one_above() -> None:
    first = tc("项目", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>') + tc("1")
    second = tc("", '<w:gridSpan w:val="2"/><w:vMerge/>') + tc("2")
    body = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"

    assert read(body) == [("项目", "1"), ("2",)]
    assert places(body) == ["第 1 张表第 1 行第 1 列", "第 1 张表第 1 行第 3 列", "第 1 张表第 2 行第 3 列"]


def test_rows_cells_and_paragraphs_inside_controls_are_seen() -> None:
    row = control(f"<w:tr>{control(tc('甲'))}{tc('乙')}</w:tr>")

    assert read(control(p("段")) + f"<w:tbl>{row}</w:tbl>") == [("段",), ("甲", "乙")]


def test_a_nested_table_belongs_to_its_cell() -> None:
    inner = f"<w:tbl><w:tr>{tc('内')}</w:tr></w:tbl>"

    body = f"<w:tbl><w:tr><w:tc>{p('外')}{inner}<w:p/></w:tc></w:tr></w:tbl>" + p("后")

    assert [text.strip() for unit in read(body) for text in unit] == ["外\n内", "后"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"

    assert read(f"<w:p>{run('前')}<w:r>{choice}</w:r>{run('后')}</w:p>") == [("前后",), ("框",)]


def test_notes_are_read_and_placed() -> None:
    notes = {
        "footnotes": f"<w:footnote>{p('注')}</w:footnote>",
        "endnotes": f"<w:endnote>{p('尾')}</w:endnote>",
    }

    assert places(p("文"), **notes) == ["第 1 段", "脚注第 1 段", "尾注第 1 段"]


def test_empty_paragraphs_are_not_counted() -> None:
    assert places("<w:p/>" + p(" ") + p("一") + p("二")) == ["第 1 段", "第 2 段"]


def test_a_broken_table_is_an_error() -> None:
    body = "<w:tbl><w:tr>" + tc("1", '<w:gridSpan w:val="x"/>') + "</w:tr></w:tbl>"

    with pytest.raises(WenxiaoError, match="表格已损坏"):
        read(body)


def test_a_package_without_a_body_is_an_error() -> None:
    with pytest.raises(WenxiaoError, match=r"缺少部件 word/document\.xml"):
        read_units({"_rels/.rels": b"<x/>"}, Path("a.docx"))
