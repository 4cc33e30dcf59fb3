"""Make the pictures of the manual from the product itself: ``python tools/make_pictures.py [folder]``.

Word and Excel files are shown as LibreOffice lays them out, the page as Chromium does. Both see only the fonts
that the PDF writer uses in place of the official ones, so every machine makes the same pictures.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pypdfium2
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from wenxiao.catalogue.load import core_catalogue
from wenxiao.evaluate import evaluate_folder
from wenxiao.files import write_atomically
from wenxiao.packages.workbook import write_tables
from wenxiao.report.pdf.fonts import faces, folders
from wenxiao.report.write import write_report

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
CASE = ROOT / "examples" / "lishui-kexie-2021"
WIDTH, WIDE, COLOURS = 900, 1800, 48  # pixels and colours that a page of text needs to be read on a screen
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"]
VIEWPORT: Any = {"width": 1560, "height": 900}


@dataclass(frozen=True)
class Shot:
    """A page of a laid-out file: the first that holds these words, and the percentage across and down that is kept."""

    name: str
    file: str
    words: str
    width: int = WIDTH
    across: int = 100
    down: int = 100


SHOTS = (
    Shot("word-first-page", "report.docx", "根据丽财监督"),
    Shot("word-basic-form", "report.docx", "填报单位（盖章）"),
    Shot("word-project-form", "report.docx", "项目支出绩效自评表（2021年度）"),
    Shot("pdf-department-form", "report.pdf", "部门整体支出绩效自评表（2021年度）"),
    Shot("workbook-indicators", "数据.xlsx", "指标编号", WIDE, 60, 50),
    Shot("report-workbook", "report.xlsx", "可评分值", WIDTH, down=70),
)


def main(folder: Path) -> None:
    """Make all pictures into ``folder``."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        os.environ["FONTCONFIG_FILE"] = str(_font_configuration(work))
        _make_documents(work)
        for shot, image in [*_pages(work), *_screens(work)]:
            target = folder / f"{shot}.png"
            write_atomically(target, _png(image))
            print(f"{target}: {target.stat().st_size // 1024} kB")


def _font_configuration(work: Path) -> Path:
    """Let the fonts of the PDF writer stand in for the official ones, and hide all others."""
    places = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders())
    aliases = "".join(
        f'<alias binding="strong"><family>{face.official}</family>'
        f"<prefer><family>{face.family}</family></prefer></alias>"
        for face in faces()
    )
    path = work / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{places}<cachedir>{work}/fonts</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return path


def _make_documents(work: Path) -> None:
    results = evaluate_folder(CASE)
    write_report(results, work, formats=["docx", "pdf", "html", "xlsx"])
    write_atomically(work / "数据.xlsx", write_tables(results.package, core_catalogue()))


def _pages(work: Path) -> Iterator[tuple[str, Image.Image]]:
    for shot in SHOTS:
        pdf = work / f"{shot.file}.pdf" if not shot.file.endswith(".pdf") else work / shot.file
        if not pdf.exists():
            _lay_out(work / shot.file, pdf)
        yield shot.name, _page(pdf, shot)


def _lay_out(file: Path, pdf: Path) -> None:
    out = file.parent / "laid-out"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (out / f"{file.stem}.pdf").replace(pdf)


def _page(pdf: Path, shot: Shot) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        page = next(page for page in document if shot.words in _words(page))
        image: Image.Image = page.render(scale=shot.width / page.get_width()).to_pil()
    return image.crop((0, 0, image.width * shot.across // 100, image.height * shot.down // 100))


def _words(page: Any) -> str:
    return "".join(page.get_textpage().get_text_range().split())


def _screens(work: Path) -> Iterator[tuple[str, Image.Image]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS, env=dict(os.environ)
        )
        page = browser.new_page(viewport=VIEWPORT)
        page.goto((work / "report.html").as_uri())
        yield "page-why", _asked(page)
        page.keyboard.press("Escape")
        listed = page.get_by_role("heading", name="评价发现清单")
        listed.evaluate("heading => scrollBy(0, heading.getBoundingClientRect().top - 40)")
        yield "page-findings", _screen(page)
        browser.close()


def _asked(page: Page) -> Image.Image:
    figure = page.locator('.figure[data-fact="预算执行率"]').first
    figure.scroll_into_view_if_needed()
    figure.click()
    return _screen(page)


def _screen(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot()))


def _png(image: Image.Image) -> bytes:
    """Reduce a picture to a few colours: a page of text in a tenth of the bytes."""
    file = io.BytesIO()
    image.convert("RGB").quantize(COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
