from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pdfplumber
import pylopdf_fonts_zh_cn
import pytest

from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import exact
from wenxiao.report.blocks import Cell, Document, Figure, Paragraph, Table, Text
from wenxiao.report.verify.run import verify
from wenxiao.report.word.package import pack, read_parts
from wenxiao.report.word.write import write_docx

FACTS = FactTable(
    {
        "支出总计": Fact("支出总计", "支出总计", exact("7433100", "元")),
        "地址": Fact("地址", "地址", "某市科协A座3楼5号"),
        "单位名称": Fact("单位名称", "单位名称", "某市科协"),
    }
)
SPENT = (Text("支出"), Figure("支出总计", "743.31万元"), Text("。"))
ROW = (Cell((Text("支出"),)), Cell((Figure("支出总计", "743.31"),)))
REPORT = Document(
    "自评报告",
    "某市科协",
    2021,
    (
        Paragraph(SPENT),
        Paragraph((Figure("单位名称", "某市科协"), Text("位于"), Figure("地址", "某市科协A座3楼5号"))),
        *(Paragraph((Text("服务科技工作者。" * 70),)),) * 2,
        Paragraph((Text("全年支出合计" + "一" * 18), Figure("支出总计", "743.31万元"), Text("。"))),
        Table("收支", "表1", (ROW, ROW), (1, 1), landscape=True),
        Paragraph(SPENT),
    ),
)


# The official faces may not be redistributed; a free one of the same widths stands in.
FONTS = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{pylopdf_fonts_zh_cn.serif_path().parent}</dir>
  <alias binding="strong"><family>仿宋_GB2312</family><prefer><family>Noto Serif SC</family></prefer></alias>
  <alias binding="strong"><family>宋体</family><prefer><family>Noto Serif SC</family></prefer></alias>
</fontconfig>
"""


def convert(path: Path, kind: str, folder: Path) -> Path:
    """Open and save a file in LibreOffice, with a profile and fonts of its own."""
    (folder / "fonts.conf").write_text(FONTS)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
        env=os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )
    return folder / f"{path.stem}.{kind}"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("word") / "report.docx"
    write_docx(REPORT, FACTS, path, digest="d1")
    return path


def test_figures_stay_tied_when_saved_in_libreoffice(written: Path, tmp_path: Path) -> None:
    saved = convert(written, "docx", tmp_path)

    result = verify(saved, REPORT, FACTS)

    assert result.lines() == ["「report.docx」：核对 7 处数字，0 处有出入。"]
    assert (result.has_record, result.digest) == (True, "d1")


def test_a_digit_changed_before_saving_in_libreoffice_is_found(written: Path, tmp_path: Path) -> None:
    parts = read_parts(written)
    # A bound control shows what the data part holds, so an editor changes both.
    parts["word/document.xml"] = parts["word/document.xml"].replace(b">743.31<", b">843.31<")
    bound, about, rest = parts["customXml/item1.xml"].partition(b"<f:about>")
    parts["customXml/item1.xml"] = bound.replace(b"743.31", b"843.31") + about + rest
    edited = tmp_path / "edited" / "report.docx"
    edited.parent.mkdir()
    edited.write_bytes(pack(parts))

    result = verify(convert(edited, "docx", tmp_path), REPORT, FACTS)

    assert [(d.found, d.expected) for d in result.differences] == [
        ("843.31万元", "743.31万元"),
        ("843.31万元", "743.31万元"),
        ("843.31", "743.31"),
        ("843.31", "743.31"),
        ("843.31万元", "743.31万元"),
    ]


def test_the_page_is_set_as_the_standard_asks(written: Path, tmp_path: Path) -> None:
    with pdfplumber.open(convert(written, "pdf", tmp_path)) as pdf:
        first, *_ = pdf.pages
        tops = sorted({round(char["top"]) for char in first.chars if char["bottom"] < first.height - 99})
        full = [char for char in first.chars if round(char["top"]) == tops[10]]
        numbers = ["".join(page.extract_text().split())[-3:] for page in pdf.pages]
        text = "".join(page.extract_text() for page in pdf.pages)
        sizes = [(round(page.width), round(page.height)) for page in pdf.pages]

    assert "\n743.31万元" in text
    assert len(tops) == 22
    assert len(full) == 28
    assert numbers[:2] == ["—1—", "—2—"]
    assert sizes == [(595, 842), (595, 842), (595, 842), (842, 595), (595, 842)]
