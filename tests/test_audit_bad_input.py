"""The audit of what a clumsy or hostile person hands in: a clear message or a prompt answer, never a pass.

No time is measured: the adversarial texts are so long that anything but linear work would never end.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from wenxiao.audit.examine import examine
from wenxiao.cli import main
from wenxiao.documents.text import document_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CLAIM = "本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。"
ENTITY = '<!DOCTYPE w [<!ENTITY outside SYSTEM "file:///etc/hostname">]>'
CHINESE = re.compile("[\u4e00-\u9fff]")


def word_file(text: str, *, head: str = "", more: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Make a Word file of one paragraph; ``head`` comes before its root, ``more`` are further parts."""
    body = f'{head}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (("[Content_Types].xml", b""), ("word/document.xml", body.encode()), *more):
            package.writestr(name, content)
    return stream.getvalue()


def blank_pdf(pages: int) -> bytes:
    """Make a PDF without any text, as a scanner that recognises nothing would."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


BAD_FILES = {
    "empty.txt": (b"", "空文件"),
    "blank.txt": (b" \n\t\n", "空文件"),
    "nul.txt": (b"\xe6\x94\xaf\x00\xe5\x87\xba 5", "控制字符"),
    "bytes.txt": (b"\x80\xff" * 50, "编码"),
    "zeros.docx": (bytes(4096), "控制字符"),
    "short.docx": (word_file(CLAIM)[:200], "损坏"),
    "bomb.docx": (word_file(CLAIM, more=[("word/media/a.bin", bytes(2**25))]), "解压后过大"),
    "entity.docx": (word_file("&outside;", head=ENTITY), "文档类型声明"),
    "locked.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(999),
        "密码",
    ),
    "short.pdf": (blank_pdf(3)[:150], "损坏"),
    "scan.pdf": (blank_pdf(2), "OCR"),
    "scans.pdf": (blank_pdf(500), "OCR"),
    "photo.docx": (b"\x89PNG\r\n\x1a\n" + bytes(64), "图片"),
    "slides.zip": (b"PK\x05\x06" + bytes(18), "压缩包"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_with_what_to_do(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, told = BAD_FILES[name]
    (tmp_path / name).write_bytes(content)
    assert main(["audit", str(tmp_path / name)]) == 2
    shown = "".join(capsys.readouterr())
    assert name in shown
    assert told in shown
    assert "请" in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize("command", ["figures", "claims"])
def test_figures_and_claims_refuse_it_too(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scan.pdf").write_bytes(blank_pdf(1))
    assert main([command, str(tmp_path / "scan.pdf")]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "OCR" in err


def test_a_missing_file_and_a_folder_without_documents_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", str(tmp_path / "没有.docx")]) == 2
    assert "不存在" in "".join(capsys.readouterr())
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["audit", str(tmp_path)]) == 2
    assert "没有可以审核的文件" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gb.txt", CLAIM.encode("gb18030")),
        ("wide.txt", CLAIM.encode("utf-16")),
        ("word.txt", word_file(CLAIM)),
        ("text.docx", CLAIM.encode()),
        ("macro.docm", word_file(CLAIM, more=[("word/vbaProject.bin", b"macro")])),
    ],
)
def test_what_can_be_read_is_audited_whatever_it_is_called(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["audit", str(tmp_path / name), "--select", "WX1", "--format", "json"]) == 1
    assert "123.50" in json.loads(capsys.readouterr().out)["findings"][0]["arithmetic"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("本单位认真履行职责，各项工作有序推进。", "nothing-read"),
        ("全年培训学员35人。", "nothing-checked"),
    ],
)
def test_where_nothing_was_checked_nothing_is_passed(
    text: str, status: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main(["audit", str(tmp_path / "a.txt"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["coverage"]["status"] == status
    main(["audit", str(tmp_path / "a.txt")])
    assert "没有" in capsys.readouterr().out


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.docx").write_bytes(word_file(CLAIM)[:200])
    (tmp_path / "good.txt").write_text(CLAIM, encoding="utf-8")
    assert main(["audit", str(tmp_path)]) == 2
    shown = capsys.readouterr().out
    assert "bad.docx" in shown
    assert "good.txt" in shown
    assert "123.50" in shown


HOSTILE = {
    "digits": "1" * 100_000,
    "Chinese digits": "一百" * 30_000,
    "no full stop": "各项工作有序推进" * 20_000,
    "parts without a whole": "其中" * 10_000,
    "brackets": "（" * 10_000 + "）" * 5_000,
    "quotes": "“" * 20_000,
    "one paragraph of figures": "、".join(f"{number}人" for number in range(5_000)),
    "a wide row": "\t".join(["1"] * 8_000) + "\n",
    "wide rows of names and amounts": ("\t".join(["甲", "1"] * 2_000) + "\n") * 2,
    "a long table": "项目\t金额\n" + "甲\t5\n" * 3_000 + "合计\t9\n",
    "totals only": "项目\t金额\n" + "合计\t1234.56\n" * 1_500 + "\n" + "合计1234.56元。" * 300,
    "lines of one character": "甲\n" * 10_000,
    "nested list numbers": "".join("1." * depth + "甲\n" for depth in range(1, 120)),
    "the same sentence": "全年接待游客100万人次。\n" * 1_000,
    "targets and results": "目标：培训5次。实际培训4次。\n" * 400,
    "right to left and controls": "\u202e\u200f5\x07万元\u2066" * 2_000,
    "blanks": " " * 100_000,
    "rules and bars": "|-" * 30_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_answered(text: str) -> None:
    audit = examine(document_of(text, "稿.txt"))
    assert all(CHINESE.search(finding.message) for finding in audit.findings)
