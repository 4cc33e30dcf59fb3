"""The HTML page: everything escaped, nothing fetched, figures tied to facts, readable by everyone."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import lxml.html
import pytest

from wenxiao.evaluate import Results
from wenxiao.fact import Derivation, Fact, FactTable
from wenxiao.finding import Finding, Outcome, Severity, Verdict
from wenxiao.place import CellPlace
from wenxiao.quantity import exact
from wenxiao.report.blocks import (
    Align,
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
from wenxiao.report.web.write import render, write_html

CELL = CellPlace("数据.xlsx", "收支", 4, "C", "决算数（万元）", "743.31")
FACTS = FactTable(
    {
        "支出总计": Fact("支出总计", "支出总计", exact("743.31", "万元"), (CELL,)),
        "执行率": Fact(
            "执行率", "预算执行率", exact(100, "%"), (), Derivation("支出 ÷ 预算", (), ("支出总计",))
        ),
    }
)
FINDINGS = (
    Finding("WX301", Severity.WARNING, "缺目标值", "人才发展", "没有目标值。"),
    Finding(
        "WX101",
        Severity.ERROR,
        "合计不符",
        "收支",
        "相差 1 万元。",
        (CELL,),
        "4 + 5 = 9 ≠ 10",
        "核对 <b>第 4 行</b>",
    ),
)
RESULTS = Results(
    package=cast("Any", None),
    standard=cast("Any", SimpleNamespace(title="示例标准")),
    facts=FACTS,
    scores=cast("Any", None),
    outcomes=tuple(Outcome(f.rule, f.subject, Verdict.FAIL, finding=f) for f in FINDINGS),
    digest="0123abcd",
    engine_version="0.1.0",
)


def text(words: str, *, bold: bool = False) -> tuple[Text, ...]:
    return (Text(words, bold),)


def cell(words: str, **more: Any) -> Cell:
    return Cell(text(words), **more)


TABLE = Table(
    "情况表",
    "情况表",
    (
        (cell("类别", header=True, rowspan=2), cell("完成", header=True, colspan=2)),
        (cell("目标"), cell("实际")),
        (
            cell("产出", header=True, rowspan=2),
            cell("3"),
            Cell((Figure("支出总计", "743.31"),), align=Align.RIGHT),
        ),
        (cell("4"), cell("5")),
    ),
    (1, 2, 3),
    2,
    "注：示例。",
)
BLOCKS: tuple[Block, ...] = (
    Title(text("某市科协绩效评价报告")),
    Heading(1, text("基本概况")),
    Heading(3, text("收支")),
    Paragraph(
        (
            Text("支出"),
            Figure("支出总计", "743.31万元"),
            Text("，"),
            Figure("执行率", "100%"),
            *text("重点", bold=True),
        )
    ),
    ListItem(text("第一项"), 1),
    TABLE,
    AttachmentNote(("基本情况表",)),
    Signature("某市科协", "2022年6月8日"),
    Attachment(1, "基本情况表"),
    replace(TABLE, landscape=True),
)


def page(*blocks: Block, results: Results = RESULTS) -> str:
    return render(Document("某市科协绩效评价报告", "某市科协", 2021, blocks or BLOCKS), results)


def parsed(content: str) -> Any:
    return lxml.html.document_fromstring(content)


def found(content: str, path: str) -> list[str]:
    return [node.text_content() for node in parsed(content).xpath(path)]


def test_it_shows_every_block_as_text() -> None:
    article = "".join(found(page(), "//article")[0].split())
    table = "情况表类别完成目标实际产出3743.3145注：示例。"
    assert article == (
        "某市科协绩效评价报告一、基本概况1.收支支出743.31万元，100%重点（1）第一项"
        + table
        + "附件：1.基本情况表某市科协2022年6月8日附件1基本情况表"
        + table
    )


@pytest.mark.parametrize(
    "place", ["title", "heading", "paragraph", "figure", "cell", "caption", "note", "attachment"]
)
def test_markup_in_any_text_is_shown_as_text(place: str) -> None:
    hostile = "<script>alert('x')</script>&amp;\"><img src=x onerror=alert(1)>"
    block: dict[str, Block] = {
        "title": Title(text(hostile)),
        "heading": Heading(1, text(hostile)),
        "paragraph": Paragraph(text(hostile, bold=True)),
        "figure": Paragraph((Figure("支出总计", hostile),)),
        "cell": Table("表", "表", ((cell(hostile),),), (1,)),
        "caption": Table("表", hostile, ((cell("甲"),),), (1,)),
        "note": Table("表", "表", ((cell("甲"),),), (1,), note=hostile),
        "attachment": Attachment(1, hostile),
    }
    content = page(block[place])
    assert hostile in found(content, "//article")[0]
    assert len(parsed(content).xpath("//script")) == 2
    assert not parsed(content).xpath("//img")


def test_only_its_own_style_and_script_may_run() -> None:
    content = page()
    policy = parsed(content).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for kind in ("style", "script"):
        inlined = re.findall(rf"<{kind}>(.*?)</{kind}>", content, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inlined[0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
        assert len(inlined) == 1
    assert policy.startswith("default-src 'none';")
    assert not re.search(r'\s(style|onclick)="|\b(src|href)="(?!#)|url\(|@import', content)


def test_figures_name_facts_and_the_derivations_are_embedded_once() -> None:
    content = page()
    derivations = json.loads(parsed(content).xpath("//script[@type='application/json']")[0].text)
    assert parsed(content).xpath("//*[@class='figure']/@data-fact") == [
        "支出总计",
        "执行率",
        "支出总计",
        "支出总计",
    ]
    assert list(derivations) == ["支出总计", "执行率"]
    assert derivations["支出总计"]["sources"][0][1][0].startswith("「数据.xlsx」工作表「收支」第 4 行 C 列")


def test_a_figure_without_a_fact_is_plain_text() -> None:
    content = page(Paragraph((Figure("不认识", "12"),)))
    assert found(content, "//article/p") == ["12"]
    assert not parsed(content).xpath("//*[@class='figure']")


def test_the_contents_lead_to_each_heading_and_no_level_is_skipped() -> None:
    tree = parsed(page())
    links = tree.xpath("//nav//a")
    assert [link.text for link in links] == ["一、基本概况", "1.收支", "附件1 基本情况表"]
    targets = [tree.get_element_by_id(link.get("href")[1:]) for link in links]
    assert [target.tag for target in targets] == ["h2", "h3", "h2"]
    assert len(set(tree.xpath("//@id"))) == len(tree.xpath("//@id"))


def test_a_reader_of_tables_hears_what_a_cell_belongs_to() -> None:
    table = parsed(page(TABLE)).xpath("//table")[0]
    heads = [
        (head.text, head.get("scope"), head.get("rowspan"), head.get("colspan")) for head in table.iter("th")
    ]
    assert heads == [
        ("类别", "col", "2", None),
        ("完成", "colgroup", None, "2"),
        ("目标", "col", None, None),
        ("实际", "col", None, None),
        ("产出", "rowgroup", "2", None),
    ]
    assert table.xpath("caption")[0].text == "情况表"
    assert table.getparent().get("aria-label") == "情况表"
    assert table.getparent().get("tabindex") == "0"


def test_a_title_may_break_only_between_phrases() -> None:
    title = Title((Text("某市科协2021年度部门整体支出"), Figure("不认识", "1")))
    assert "<h1>某市科协2021年度<wbr>部门整体支出1</h1>" in page(title)


def test_columns_are_as_wide_as_asked() -> None:
    widths = re.findall(r"#s0 col:nth-child\((\d)\)\{width:(\d+)%\}", page(TABLE))
    assert widths == [("1", "16"), ("2", "33"), ("3", "50")]


def test_it_tells_language_title_and_where_the_text_begins() -> None:
    tree = parsed(page())
    assert tree.get("lang") == "zh-CN"
    assert tree.findtext(".//title") == "某市科协绩效评价报告"
    assert tree.xpath("//a[@class='skip']/@href") == ["#report"]
    assert tree.get_element_by_id("report").tag == "main"
    assert len(tree.xpath("//h1")) == 1


def test_findings_stand_below_the_report_the_heaviest_first() -> None:
    content = page()
    assert found(content, "//section//li//strong") == ["错误", "警告"]
    first = found(content, "//section//li")[0]
    for words in (
        "WX101",
        "合计不符：收支",
        "相差 1 万元。",
        "4 + 5 = 9 ≠ 10",
        "建议：核对 <b>第 4 行</b>",
        str(CELL),
    ):
        assert words in first
    assert "各项检查未发现问题" in page(results=replace(RESULTS, outcomes=()))


def test_findings_are_not_listed_twice_when_the_report_has_them_attached() -> None:
    attached = Table("评价发现清单", "评价发现清单", ((Cell((Text("WX101"),)),),), (1,))
    assert found(page(attached), "//section[@aria-labelledby='findings']") == []


def test_it_says_what_it_was_made_from() -> None:
    assert found(page(), "//footer")[0] == "评价标准：示例标准；程序版本：0.1.0；数据摘要：0123abcd"


def test_every_colour_of_text_has_enough_contrast_on_every_ground() -> None:
    css = page()
    colour = dict(re.findall(r"--(\w+): (#\w+);", css))
    for ink in ("ink", "quiet", "link", "red", "amber", "blue"):
        for ground in ("paper", "desk", "mark"):
            assert contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of WCAG 2.1."""
    dark, light = sorted(map(luminance, (ink, ground)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_same_input_gives_the_same_file(tmp_path: Path) -> None:
    write_html(Document("某市科协绩效评价报告", "某市科协", 2021, BLOCKS), RESULTS, tmp_path / "报告.html")
    assert (tmp_path / "报告.html").read_text("utf-8") == page() == page()
