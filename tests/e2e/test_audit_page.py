"""The page of an audit in a real browser: keyboard, filters, and what stands in the text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from wenxiao.audit.examine import examine
from wenxiao.documents.text import document_of
from wenxiao.report.audited.web import write_audit_html

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TEXT = """某县水务局2023年支出说明

本年支出120.50万元，其中：基本支出80.20万元，项目支出43.30万元。全年完成预算120.50万元的100%。

收入合计200.00万元，其中：财政拨款150.00万元,其他收入60.00万元。<script>document.title='坏'</script>
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    path = tmp_path_factory.mktemp("audit") / "page.html"
    write_audit_html(examine(document_of(TEXT, "说明.txt")), path)
    problems: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        opened = browser.new_page()
        opened.on("pageerror", lambda error: problems.append(str(error)))
        opened.goto(path.as_uri())
        yield opened
        browser.close()
    assert problems == []


@pytest.fixture(autouse=True)
def _afresh(page: Page) -> None:
    page.reload()


def test_j_and_k_walk_through_the_findings_and_show_them_in_the_text(page: Page) -> None:
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "finding0"
    assert page.locator("main .finding.current").count() > 0
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "finding1"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "finding0"


def test_a_figure_in_the_text_leads_to_its_finding(page: Page) -> None:
    page.locator("main .finding", has_text="43.30").first.focus()
    page.keyboard.press("Enter")

    assert "43.30" in page.locator("#list > li.current").inner_text()


def test_searching_and_filtering_leave_what_fits(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("43.30")
    shown = page.locator("#list > li:visible")
    assert shown.count() == 1
    assert "43.30" in shown.inner_text()
    page.locator("[name=severity][value=error]").uncheck()
    assert page.locator("#list > li:visible").count() == 0
    assert "没有符合条件" in page.locator("#shown").inner_text()


def test_a_family_of_rules_can_be_read_alone(page: Page) -> None:
    page.locator("#family").select_option("WX6")
    shown = page.locator("#list > li:visible")
    assert shown.count() == 1
    assert "WX607" in shown.inner_text()
    page.keyboard.press("j")
    assert "显示 1 条" in page.locator("#shown").inner_text()


def test_on_a_narrow_screen_text_and_list_are_seen_at_once(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("scrollTo(0, 0)")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.keyboard.press("j")
    for part in ("#list > li.current", "main .finding.current"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 740
    page.set_viewport_size({"width": 1280, "height": 720})


def test_every_figure_shows_whether_it_was_checked(page: Page) -> None:
    assert page.locator(".figure.failing", has_text="43.30").count() == 1
    assert page.locator(".legend").is_visible()


def test_what_a_document_holds_is_shown_and_never_run(page: Page) -> None:
    assert page.title() == "说明.txt 核对结果"
    assert "<script>" in page.locator("main").inner_text()
