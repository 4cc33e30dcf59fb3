from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from wenxiao.errors import WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import exact
from wenxiao.report.blocks import (
    Attachment,
    AttachmentNote,
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
)
from wenxiao.report.word.package import W
from wenxiao.report.word.reference import load_reference
from wenxiao.report.word.write import docx_bytes, write_docx

FACTS = FactTable(
    {
        "支出总计": Fact("支出总计", "支出总计", exact("7433100", "元")),
        "人才发展.执行率": Fact("人才发展.执行率", "执行率", exact("96.5", "%")),
        "单位名称": Fact("单位名称", "单位名称", "某市科协A座3楼"),
    },
    {"KP01": "支出总计"},
)
NAMES = {"w": W, "f": "urn:wenxiao:facts:1"}


def words(text: str) -> tuple[Text]:
    return (Text(text),)


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(words(text)) for text in texts)


def table(**more: object) -> Table:
    fields = {"caption": "表1 收支", "rows": (row("项目", "金额"), row("人才", "2")), "widths": (1, 2)}
    return Table("收支", **{**fields, "header_rows": 1, **more})  # type: ignore[arg-type]


def report(*blocks: Block) -> Document:
    return Document("自评报告", "某市科协", 2021, blocks)


EVERYTHING = report(
    Title(words("某市科协\n自评报告")),
    Heading(1, words("概况")),
    Heading(2, words("职能")),
    Paragraph(
        (
            Text("支出"),
            Figure("KP-01", "743.31万元"),
            Text("，即", bold=True),
            Figure("支出总计", "7433100元"),
        )
    ),
    ListItem((Text("执行率"), Figure("人才发展.执行率", "96.5%")), 1),
    Paragraph((Figure("单位名称", "某市科协A座3楼"), Text("\t“<科&协>”"))),
    table(note="注：单位为万元。"),
    AttachmentNote(("自评表", "情况表")),
    Signature("某市科学技术协会", "2022年6月8日"),
    Attachment(1, "自评表"),
    table(landscape=True),
    Attachment(2, "情况表"),
    table(
        rows=(
            (Cell(words("合"), colspan=2, header=True),),
            (Cell(words("竖"), rowspan=2), *row("a")),
            row("b"),
        )
    ),
    table(caption=""),
)


def parts(document: Document, digest: str = "") -> dict[str, bytes]:
    content = docx_bytes(document, FACTS, load_reference(None), digest)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(*blocks: Block) -> etree._Element:
    root = etree.fromstring(parts(report(*blocks))["word/document.xml"])
    return root[0]


def find(element: etree._Element, path: str) -> list[str]:
    found = element.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(item) for item in found]


def texts(elements: Iterable[etree._Element]) -> list[str]:
    return ["".join(t.text or "" for t in element.iter(f"{{{W}}}t")) for element in elements]


def test_it_passes_the_schema_of_word(tmp_path: Path) -> None:
    write_docx(EVERYTHING, FACTS, tmp_path / "report.docx")

    result = OpenXmlValidator().validate(str(tmp_path / "report.docx"))

    assert [str(error) for error in result.errors] == []


def test_it_can_be_read_by_others(tmp_path: Path) -> None:
    write_docx(EVERYTHING, FACTS, tmp_path / "report.docx")

    read = docx.Document(str(tmp_path / "report.docx"))

    assert [len(found.rows) for found in read.tables] == [2, 2, 3, 2]
    assert read.core_properties.title == "自评报告"
    assert read.core_properties.author == "某市科协"
    assert read.core_properties.language == "zh-CN"


def test_equal_inputs_give_equal_bytes() -> None:
    reference = load_reference(None)

    assert docx_bytes(EVERYTHING, FACTS, reference) == docx_bytes(EVERYTHING, FACTS, reference)


@pytest.mark.parametrize(
    ("blocks", "date"), [([Signature("某市科协", "2022年6月8日")], "2022-06-08"), ([], "2021-12-31")]
)
def test_it_is_dated_as_signed(blocks: list[Block], date: str) -> None:
    assert f">{date}T00:00:00Z<".encode() in parts(report(*blocks))["docProps/core.xml"]


def test_a_figure_is_a_control_around_its_number_bound_to_its_fact() -> None:
    files = parts(report(Paragraph((Figure("支出总计", "约743.31万元"),))))
    root = etree.fromstring(files["word/document.xml"])
    store = etree.fromstring(files["customXml/item1.xml"])

    (tag,) = find(root, "//w:sdt/w:sdtPr/w:tag/@w:val")
    (xpath,) = find(root, "//w:dataBinding/@w:xpath")
    assert texts(root.iter(f"{{{W}}}p"))[0] == "约743.31万元"
    assert texts(root.iter(f"{{{W}}}sdt")) == ["743.31"]
    assert find(root, "//w:sdtPr/w:alias/@w:val") == ["支出总计"]
    assert xpath == f"/f:facts[1]/f:{tag}[1]"
    assert find(store, f"{xpath}/text()") == ["743.31"]


def test_the_file_keeps_what_it_showed_and_what_it_was_made_from() -> None:
    files = parts(report(Paragraph((Figure("KP-01", "743.31万元"),))), digest="a1b2")
    about = etree.fromstring(files["customXml/item1.xml"]).find("f:about", NAMES)

    assert about is not None
    assert list(about.itertext()) == ["a1b2", "支出总计", "743.31万元", "7433100", "元"]


def test_a_figure_in_another_unit_is_another_figure_and_a_repeated_one_the_same() -> None:
    shown = [Figure("支出总计", text) for text in ("743.31万元", "7433100元", "743.31万元")]
    files = parts(report(Paragraph(tuple(shown))))
    root = etree.fromstring(files["word/document.xml"])

    first, second, third = find(root, "//w:sdtPr/w:tag/@w:val")
    assert first == third != second
    assert find(root, "//w:sdtPr/w:id/@w:val") == ["1", "2", "3"]
    assert find(etree.fromstring(files["customXml/item1.xml"]), "//f:shown/text()") == [
        "743.31万元",
        "7433100元",
    ]


@pytest.mark.parametrize("text", ["某市科协A座3楼5号", "某市科协"])
def test_text_that_is_no_number_is_left_unbound(text: str) -> None:
    found = body(Paragraph((Figure("单位名称", text),)))

    assert texts(found.iter(f"{{{W}}}sdt")) == [text]
    assert find(found, "//w:dataBinding/@w:xpath | //w:sdtPr/w:text") == []


def test_a_figure_without_a_fact_is_a_fault() -> None:
    with pytest.raises(KeyError, match="收入"):
        body(Paragraph((Figure("收入", "1"),)))


def test_a_control_character_is_refused_with_the_words_before_it() -> None:
    with pytest.raises(WenxiaoError, match=r"「资金已拨付」之后有不可见的控制字符 U\+000B"):
        body(Paragraph(words("资金已拨付\x0b到位")))


def test_headings_are_numbered_and_styled_by_level() -> None:
    found = body(*(Heading(level, words("甲")) for level in (1, 2, 3, 4)), Heading(1, words("乙")))

    assert texts(found.iter(f"{{{W}}}p")) == ["一、甲", "（一）甲", "1.甲", "（1）甲", "二、乙"]
    assert find(found, "//w:pStyle/@w:val") == [*(f"Heading{level}" for level in (1, 2, 3, 4)), "Heading1"]


@pytest.mark.parametrize(
    ("unit", "date", "rights"),
    [
        ("某市科学技术协会", "2022年6月8日", ["200", "200"]),
        ("某市科学技术协会办公室", "2022年6月8日", ["200", "500"]),
        ("某市科协", "2022年10月18日", ["700", "200"]),
    ],
)
def test_the_date_starts_two_characters_right_of_the_unit(unit: str, date: str, rights: list[str]) -> None:
    assert find(body(Signature(unit, date)), "//w:ind/@w:rightChars") == rights


def test_attachments_are_listed_under_each_other() -> None:
    several = body(AttachmentNote(("自评表", "情况表")))
    single = body(AttachmentNote(("自评表",)))

    assert texts(several.iter(f"{{{W}}}p")) == ["附件：1. 自评表", "2. 情况表"]
    assert find(several, "//w:ind/@w:leftChars") == ["650", "650"]
    assert find(several, "//w:ind/@w:hangingChars") == ["450", "150"]
    assert texts(single.iter(f"{{{W}}}p")) == ["附件：自评表"]


def test_a_landscape_table_takes_its_attachment_along_into_a_section_of_its_own() -> None:
    found = body(
        Paragraph(words("正文")), Attachment(1, "自评表"), table(landscape=True), Paragraph(words("后"))
    )

    assert find(found, "//w:sectPr/w:pgSz/@w:orient") == ["portrait", "landscape", "portrait"]
    ends = [index for index, child in enumerate(found) if child.find("w:pPr/w:sectPr", NAMES) is not None]
    landscape = list(found)[ends[0] + 1 : ends[1]]
    assert texts(landscape[:2]) == ["附件1", "自评表"]
    assert landscape[-1].tag == f"{{{W}}}tbl"
    assert find(found, "//w:tbl/w:tblPr/w:tblW/@w:w") == [str(16838 - 1984 - 2098)]


def test_tables_never_touch_and_never_end_the_document() -> None:
    found = body(table(caption=""), table(caption=""))

    assert [etree.QName(child).localname for child in found] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_an_empty_report_is_a_page() -> None:
    assert [etree.QName(child).localname for child in body()] == ["sectPr"]
