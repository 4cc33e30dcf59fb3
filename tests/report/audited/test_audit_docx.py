"""Findings as comments in the Word file that was audited."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from wenxiao.audit.examine import Audit, examine
from wenxiao.documents.docx import read_docx
from wenxiao.documents.docx_text import visible_runs
from wenxiao.errors import WenxiaoError
from wenxiao.finding import Finding, Severity
from wenxiao.report.audited.word import write_audit_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def word(body: str, notes: str = "", comments: str = "", namespace: str = W, prefix: str = "w") -> bytes:
    """Make a Word file of the inside of its body, and of a footnotes and a comments part if asked for."""
    others = [(kind, content) for kind, content in (("footnotes", notes), ("comments", comments)) if content]
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{WORDS}.{kind}+xml"/>' for kind, _ in others
    )
    links = "".join(
        f'<Relationship Id="rId{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind, _ in others
    )
    names = (
        f'xmlns:{prefix}="{namespace}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORDS}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<?xml version='1.0' encoding='UTF-8'?>\r\n<{prefix}:document {names} >"
        f"<{prefix}:body>{body}</{prefix}:body></{prefix}:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "docProps/other.bin": "不动",
        **{
            f"word/{kind}.xml": f'<w:{kind} xmlns:w="{namespace}">{content}</w:{kind}>'
            for kind, content in others
        },
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 5, 6, 7, 8, 10)), content)
    return out.getvalue()


def run(text: str, look: str = "") -> str:
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def audited(content: bytes, *ranges: str | tuple[str, ...]) -> Audit:
    """Give an audit with one finding for each text, or for each group of texts, found in the file."""
    document = read_docx(content, "报告.docx")
    findings = []
    for number, texts in enumerate(ranges):
        group = (texts,) if isinstance(texts, str) else texts
        starts = [document.text.index(text) for text in group]
        places = tuple(document.place(at, at + len(text)) for at, text in zip(starts, group, strict=True))
        findings.append(
            Finding(
                f"WX10{number}", Severity.ERROR, "合计不符", "合计", "差2万元", places, "1＋2≠5", "请核对"
            )
        )
    return replace(examine(document), findings=tuple(findings))


def commented(content: bytes, folder: Path, *ranges: str | tuple[str, ...]) -> Path:
    path = folder / "批注.docx"
    write_audit_docx(audited(content, *ranges), content, path)
    return path


def saved(content: bytes, folder: Path) -> Path:
    path = folder / "原件.docx"
    path.write_bytes(content)
    return path


def part(source: Path | bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source)) as archive:
        return archive.read(name)


def anchored(path: Path) -> dict[str, str]:
    """Give the visible text between the marks of each comment; a reference must follow each end."""
    root = etree.fromstring(part(path))
    shown = {run.element: run.text for one in root.iter(f"{{{W}}}p") for run in visible_runs(one)}
    texts: dict[str, str] = {}
    running: set[str] = set()
    for element in root.iter("*"):
        identity = element.get(f"{{{W}}}id", "")
        match etree.QName(element).localname:
            case "commentRangeStart":
                running.add(identity)
                texts[identity] = ""
            case "commentRangeEnd":
                running.remove(identity)
                following = element.getnext()
                assert following is not None
                assert [one.get(f"{{{W}}}id") for one in following] == [identity]
            case _:
                for one in running:
                    texts[one] += shown.get(element, "")
    assert not running
    return texts


def same_but_for_marks(before: bytes, after: bytes) -> bool:
    """Tell whether the bytes were only added to, and without the marks both are the same to Word."""
    rest = iter(after)
    return all(byte in rest for byte in before) and plain(before) == plain(after)


def plain(content: bytes) -> str:
    """Give the XML without our marks, with runs of one look joined, in its canonical form."""
    root = etree.fromstring(content)
    for mark in list(root.iter(*(f"{{{W}}}{name}" for name in ("commentRangeStart", "commentRangeEnd")))):
        drop(mark)
    for reference in list(root.iter(f"{{{W}}}commentReference")):
        drop(next(reference.iterancestors()))
    for run in list(root.iter(f"{{{W}}}r")):
        join(run, run.getprevious())
    for text in list(root.iter(f"{{{W}}}t")):
        text.attrib.clear()
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            text.text = f"{before.text}{text.text}"
            drop(before)
    return str(etree.canonicalize(etree.tostring(root, encoding="unicode")))


def join(run: etree._Element, before: etree._Element | None) -> None:
    """Put what a run shows at the front of the next one, if both look the same."""
    if before is None or before.tag != run.tag or look(before) != look(run):
        return
    after_look = 0 if run.find(f"{{{W}}}rPr") is None else 1
    for child in reversed([one for one in before if one.tag != f"{{{W}}}rPr"]):
        run.insert(after_look, child)
    drop(before)


def drop(element: etree._Element) -> None:
    next(element.iterancestors()).remove(element)


def look(run: etree._Element) -> bytes:
    properties = run.find(f"{{{W}}}rPr")
    return b"" if properties is None else etree.tostring(properties)


BOLD = "<w:rPr><w:b/></w:rPr>"


def test_a_comment_stands_at_the_exact_text_and_nothing_else_changes(tmp_path: Path) -> None:
    content = word(
        f'<w:p ><w:r w:rsidR="00AB12CD">{BOLD}<w:t>支出合计5万元&amp;其他</w:t></w:r></w:p>{SECTION}'
    )

    path = commented(content, tmp_path, "5万元&")

    assert anchored(path) == {"0": "5万元&"}
    assert same_but_for_marks(part(content), part(path))
    assert part(path).count(b'<w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr>') == 3
    with zipfile.ZipFile(path) as after, zipfile.ZipFile(io.BytesIO(content)) as before:
        names = [info.filename for info in before.infolist()]
        assert after.namelist() == [*names, "word/comments.xml"]
        assert {info.date_time for info in after.infolist()} == {(2023, 5, 6, 7, 8, 10)}
        changed = [name for name in names if before.read(name) != after.read(name)]
    assert changed == ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"]
    complaints = [
        [error.description for error in OpenXmlValidator().validate(str(one)).errors]
        for one in (saved(content, tmp_path), path)
    ]
    assert complaints[0] == complaints[1]


def test_the_comment_tells_rule_severity_arithmetic_and_advice(tmp_path: Path) -> None:
    path = commented(word(f"<w:p>{run('支出合计5万元，另见6万元')}</w:p>"), tmp_path, ("5万元", "6万元"))

    full, short = docx.Document(str(path)).comments

    assert [full.author, short.author] == ["问效", "问效"]
    assert full.timestamp is None
    assert full.text.split("\n") == [
        "1. WX100 错误：合计不符",
        "差2万元",
        "算式：1＋2≠5",
        "建议：请核对",
        "另见：第 1 段“6万元”",
    ]
    assert short.text == "见第 1 条（WX100 合计不符）"
    assert anchored(path) == {"0": "5万元", "1": "6万元"}


def test_without_findings_the_file_is_the_same(tmp_path: Path) -> None:
    content = word(f"<w:p>{run('支出合计5万元')}</w:p>")

    assert commented(content, tmp_path).read_bytes() == content


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    content = word(f"<w:p>{run('支出合计5万元')}</w:p>")

    assert commented(content, tmp_path, "5").read_bytes() == commented(content, tmp_path, "5").read_bytes()


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f"{run('共')}{run('12', BOLD)}{run('万元整')}", id="several runs"),
        pytest.param(f"<w:hyperlink w:anchor='a'>{run('共12万元整')}</w:hyperlink>", id="link"),
        pytest.param(f"<w:ins w:id='0' w:author='某'>{run('共12万元整')}</w:ins>", id="insertion"),
        pytest.param(f"<w:fldSimple w:instr='PAGE'>{run('共12万元整')}</w:fldSimple>", id="field"),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('共12万元整')}</w:sdtContent></w:sdt>", id="control"
        ),
        pytest.param("<w:r><w:t>共</w:t><w:t>12万元</w:t><w:tab/><w:t>整</w:t></w:r>", id="within a run"),
        pytest.param(f"{run('共1')}<w:del w:id='0'><w:r><w:delText>9</w:delText></w:r></w:del>{run('2万元整')}",
                     id="around a deletion"),
    ],
)  # fmt: skip
def test_places_of_all_kinds(inside: str, tmp_path: Path) -> None:
    content = word(f"<w:p>{inside}</w:p>{SECTION}")

    path = commented(content, tmp_path, "12万元")

    assert anchored(path) == {"0": "12万元"}
    assert same_but_for_marks(part(content), part(path))


@pytest.mark.parametrize(
    ("inside", "whole"),
    [
        pytest.param(
            "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>共12万元</w:t></w:r></w:sdtContent></w:sdt>",
            "共12万元",
            id="plain-text control",
        ),
        pytest.param("<m:oMath><m:r><m:t>x=12</m:t></m:r></m:oMath>", "x=12", id="formula"),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>y</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>一12</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "一12",
            id="phonetic guide",
        ),
        pytest.param(
            f"<w:r><w:pict><w:txbxContent><w:p>{run('框内12万')}</w:p></w:txbxContent></w:pict></w:r>",
            "框内12万",
            id="text box",
        ),
    ],
)
def test_what_must_stay_whole_is_marked_from_outside(inside: str, whole: str, tmp_path: Path) -> None:
    path = commented(word(f"<w:p>{inside}{run('后')}</w:p>"), tmp_path, "12")

    assert anchored(path) == {"0": whole}
    assert etree.fromstring(part(path)).xpath(
        "count(/*/*/w:p/w:commentRangeStart)", namespaces={"w": W}
    ) == 1  # fmt: skip


def test_a_cell_and_overlapping_ranges_over_paragraphs(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:tcPr/><w:p>{run(text)}</w:p></w:tc>" for text in ("项目经费", "8万元"))
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    content = word(f"{table}<w:p>{run('甲乙丙')}</w:p><w:p>{run('丁戊')}</w:p>{SECTION}")

    path = commented(content, tmp_path, "8万", "乙丙\n丁", "丙\n丁戊", "乙")

    assert anchored(path) == {"0": "8万", "1": "乙丙丁", "2": "丙丁戊", "3": "乙"}
    assert same_but_for_marks(part(content), part(path))


def test_a_range_whose_end_stands_before_its_start_in_the_file_is_marked_at_its_start(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('内表')}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    cells = f"<w:tc>{inner}</w:tc><w:tc><w:p>{run('外文')}</w:p></w:tc>"

    path = commented(word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), tmp_path, "文\n内")

    assert anchored(path) == {"0": "文"}


def test_a_blank_at_a_cut_is_kept(tmp_path: Path) -> None:
    path = commented(word(f"<w:p>{run('ab cd')}</w:p>"), tmp_path, "cd")

    assert b'<w:t xml:space="preserve">ab </w:t>' in part(path)


def test_comments_that_were_there_stay_and_numbers_go_on(tmp_path: Path) -> None:
    old = f'<w:comment w:id="7" w:author="某"><w:p>{run("旧批注")}</w:p></w:comment>'
    body = (
        f'<w:p><w:commentRangeStart w:id="7"/>{run("共5万元")}<w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r></w:p>'
    )
    content = word(body, comments=old)

    path = commented(content, tmp_path, "5万元")

    assert anchored(path) == {"7": "共5万元", "8": "5万元"}
    assert old.encode() in part(path, "word/comments.xml")
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        assert part(path, name) == part(content, name)
    assert [one.author for one in docx.Document(str(path)).comments] == ["某", "问效"]


def test_what_stands_in_a_footnote_is_told_at_the_end(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="2"><w:p>{run("注释9万元")}</w:p></w:footnote>'
    content = word(f"<w:p>{run('正文')}</w:p><w:p>{run('末段')}</w:p><w:p/>", notes=note)

    path = commented(content, tmp_path, "9万元")

    (comment,) = docx.Document(str(path)).comments
    assert anchored(path) == {"0": "末段"}
    assert "不能加批注" in comment.text
    assert "1. WX100 错误：合计不符" in comment.text


def test_a_body_without_text_is_refused(tmp_path: Path) -> None:
    content = word("<w:p/>", notes=f'<w:footnote w:id="2"><w:p>{run("注释9万元")}</w:p></w:footnote>')

    with pytest.raises(WenxiaoError, match=r"报告.docx.*没有文字.*请改用"):
        commented(content, tmp_path, "9万元")
    assert list(tmp_path.iterdir()) == []


def test_the_strict_edition_and_other_prefixes(tmp_path: Path) -> None:
    body = "<x:p><x:r><x:t>共5万元</x:t></x:r></x:p>"

    path = commented(word(body, namespace=STRICT, prefix="x"), tmp_path, "5")

    assert b'<x:commentRangeStart x:id="0"/>' in part(path)
    assert STRICT.encode() in part(path, "word/comments.xml")
    assert b'"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in part(
        path, "word/_rels/document.xml.rels"
    )


def test_damage_in_another_part_is_told(tmp_path: Path) -> None:
    content = word(f"<w:p>{run('共5万元')}</w:p>")
    audit = audited(content, "5")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("docProps/other.bin")
    start = info.header_offset + 30 + len(info.filename)
    broken = content[:start] + b"\xff" * info.compress_size + content[start + info.compress_size :]

    with pytest.raises(WenxiaoError, match=r"报告.docx.*无法解压.*另存"):
        write_audit_docx(audit, broken, tmp_path / "批注.docx")


PIECES = st.lists(st.text("甲乙 1&é\U00020000", min_size=1, max_size=6), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(PIECES, st.data())
def test_any_ranges_are_marked_exactly_and_can_be_taken_out(pieces: list[str], data: st.DataObject) -> None:
    runs = "".join(
        f'<w:r>{BOLD}<w:t xml:space="preserve">{one.replace("&", "&amp;")}</w:t></w:r>' for one in pieces
    )
    content = word(f"<w:p>{run('首')}{runs}</w:p>")
    document = read_docx(content, "报告.docx")
    length = len("".join(pieces)) + 1
    ranges = data.draw(
        st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(lambda one: one[0] < one[1]),
                 min_size=1, max_size=4)
    )  # fmt: skip
    findings = tuple(
        Finding("WX100", Severity.INFO, "题", "", "文", (document.place(*one),)) for one in ranges
    )
    audit = replace(examine(document), findings=findings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "批注.docx"
        write_audit_docx(audit, content, path)

        assert anchored(path) == {str(n): document.text[a:b] for n, (a, b) in enumerate(ranges)}
        assert same_but_for_marks(part(content), part(path))


def test_libreoffice_keeps_the_comments(tmp_path: Path) -> None:
    content = word(f"<w:p>{run('支出合计5万元，收入6万元')}</w:p>{SECTION}")
    path = commented(content, tmp_path, "5万元", "6万元")
    for kind in ("docx", "pdf"):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", kind,
             "--outdir", str(tmp_path / kind), str(path)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip

    assert sorted(anchored(tmp_path / "docx" / path.name).values()) == ["5万元", "6万元"]
    assert (tmp_path / "pdf" / "批注.pdf").read_bytes().startswith(b"%PDF")
