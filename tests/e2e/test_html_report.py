"""The HTML page in a browser: a figure answers why by mouse and keyboard, and the policy holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from wenxiao.evaluate import Results
from wenxiao.fact import Assumption, Clause, Derivation, Fact, FactTable
from wenxiao.place import CellPlace
from wenxiao.quantity import exact
from wenxiao.report.blocks import Cell, Document, Figure, Heading, Paragraph, Table, Text, Title
from wenxiao.report.web.write import write_html

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CELL = CellPlace("数据.xlsx", "项目", 3, "F", "全年执行数（万元）", "197")
RATE = Derivation("全年执行数 ÷ 全年预算数 × 100", ("197 ÷ 200 × 100", "= 98.5 %"), ("执行数", "预算数"))
FACTS = FactTable(
    {
        "执行率": Fact(
            "执行率", "科学普及 执行率", exact("98.5", "%"), (Clause("管理办法", "第三条"),), RATE
        ),
        "执行数": Fact("执行数", "全年执行数", exact(197, "万元"), (CELL,)),
        "付款": Fact(
            "付款", "付款合计", exact(8, "万元"), tuple(replace(CELL, row=row) for row in range(2, 10))
        ),
        "预算数": Fact("预算数", "全年预算数", exact(200, "万元"), (Assumption("以调整后预算计。"),)),
    }
)
ROW = tuple(Cell((Text(f"较长的栏目名称{n}"),)) for n in range(12))
DOCUMENT = Document(
    "绩效评价报告",
    "某市科协",
    2021,
    (
        Title((Text("绩效评价报告"),)),
        Heading(1, (Text("执行情况"),)),
        Paragraph(
            (
                Text("<script>throw 1</script>执行率"),
                Figure("执行率", "98.5%"),
                Text("，执行"),
                Figure("执行数", "197万元"),
            )
        ),
        Paragraph((Figure("付款", "8万元"),)),
        Table("宽表", "宽表", (ROW, ROW), (1,) * 12, 1),
    ),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def address(tmp_path: Path) -> str:
    standard = cast("Any", SimpleNamespace(title="示例标准"))
    results = Results(cast("Any", None), standard, FACTS, cast("Any", None), (), "0123", "0.1.0")
    write_html(DOCUMENT, results, tmp_path / "report.html")
    return (tmp_path / "report.html").as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page as opened; whatever the browser complains of, or wants to fetch, fails the test."""
    complaints: list[str] = []
    opened = browser.new_page()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: complaints.append(request.url) if request.url != address else None)
    opened.goto(address)
    yield opened
    opened.close()
    assert complaints == []


def test_a_click_shows_formula_arithmetic_inputs_and_the_cell(page: Page) -> None:
    panel = page.get_by_role("complementary")
    expect(panel).to_be_hidden()
    page.get_by_role("button", name="98.5%").click()
    expect(panel).to_be_visible()
    expect(panel.get_by_role("heading")).to_have_text("科学普及 执行率")
    for words in (
        "全年执行数 ÷ 全年预算数 × 100",
        "= 98.5 %",
        "管理办法 第三条（未核对原文）",
        "「数据.xlsx」工作表「项目」第 3 行 F 列（全年执行数（万元）），填写的是“197”",
        "以调整后预算计。",
    ):
        expect(panel).to_contain_text(words)


def test_the_keyboard_alone_opens_and_closes_it_and_keeps_the_place(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    figure = page.get_by_role("button", name="98.5%")
    expect(figure).to_be_focused()
    page.keyboard.press("Enter")
    expect(figure).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("heading", name="科学普及 执行率")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary")).to_be_hidden()
    expect(figure).to_be_focused()
    expect(figure).to_have_attribute("aria-expanded", "false")


def test_another_figure_takes_over_the_panel_and_a_button_closes_it(page: Page) -> None:
    page.get_by_role("button", name="98.5%").press("Space")
    second = page.get_by_role("button", name="197万元")
    second.click()
    expect(page.get_by_role("heading", name="全年执行数")).to_be_visible()
    expect(page.get_by_role("button", name="98.5%")).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="关闭").click()
    expect(second).to_be_focused()


def test_many_cells_are_listed_on_request(page: Page) -> None:
    page.get_by_role("button", name="8万元").click()
    expect(page.get_by_text("第 7 行")).to_be_visible()
    expect(page.get_by_text("第 8 行")).to_be_hidden()
    page.get_by_text("另有 2 处来源").click()
    expect(page.get_by_text("第 9 行")).to_be_visible()


def test_a_narrow_screen_scrolls_tables_not_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.get_by_role("button", name="98.5%").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    region = page.get_by_role("region", name="宽表")
    assert region.evaluate("element => element.scrollWidth > element.clientWidth")


def test_paper_shows_the_report_without_contents_and_panel(page: Page) -> None:
    page.get_by_role("button", name="98.5%").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("complementary", include_hidden=True)).to_be_hidden()
    expect(page.get_by_role("navigation", include_hidden=True)).to_be_hidden()
    expect(page.get_by_text("<script>throw 1</script>执行率")).to_be_visible()


def test_without_javascript_the_whole_text_is_there(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(address)
        expect(plain.get_by_role("article")).to_contain_text("执行率98.5%，执行197万元")
        expect(plain.get_by_role("button")).to_have_count(0)
