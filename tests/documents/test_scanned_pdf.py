"""Scanned pages read by a program that recognises text; a stand-in plays the program."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pypdfium2 as pdfium
import pytest

from wenxiao.audit.examine import manuscript_from
from wenxiao.cli import main
from wenxiao.documents import ocr
from wenxiao.documents.model import BlockKind, Document
from wenxiao.documents.ocr import RecognisedLine, offer, recogniser
from wenxiao.documents.open import read_document
from wenxiao.errors import WenxiaoError
from wenxiao.place import PageLine

WIDTH, HEIGHT = 595, 842


def scan(pages: int = 1) -> bytes:
    """Make a PDF without any text."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(WIDTH, HEIGHT)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class StandIn:
    """Finds the same lines in every picture, each told by its place in points from the upper left."""

    def __init__(self, *lines: tuple[int, int, str]) -> None:
        self.told = lines
        self.shapes: list[tuple[int, ...]] = []

    def lines(self, picture: Any) -> Sequence[RecognisedLine]:
        self.shapes.append(picture.shape)
        return [
            RecognisedLine(text, 2 * left, 2 * top, 2 * (left + _room(text)), 2 * (top + 12))
            for left, top, text in self.told
        ]


def _room(text: str) -> int:
    return sum(6 if char.isascii() else 12 for char in text)


PROSE = StandIn(
    (95, 100, "2023年本年支出120.50万元，其中：基本支出80.20万元，项"),
    (71, 125, "目支出40.30万元。"),
)
TABLE = StandIn(
    *((x, 100, text) for x, text in ((80, "项目"), (250, "预算数"), (400, "决算数"))),
    *((x, 120, text) for x, text in ((80, "基本支出"), (250, "81.00"), (400, "80.20"))),
    *((x, 140, text) for x, text in ((80, "项目支出"), (250, "41.00"), (400, "40.30"))),
    *((x, 160, text) for x, text in ((80, "合计"), (250, "122.00"), (400, "120.50"))),
)


def opened(stand_in: StandIn, pages: int = 1) -> Document:
    return read_document(scan(pages), "扫描件.pdf", stand_in)


def test_lines_become_a_paragraph_whose_claims_are_judged() -> None:
    document = opened(PROSE)
    assert document.text == "2023年本年支出120.50万元，其中：基本支出80.20万元，项目支出40.30万元。\n"
    assert [one.judgement.verdict for one in manuscript_from(document).judged] == ["pass"]


def test_the_picture_is_the_whole_page_in_three_colours() -> None:
    opened(PROSE)
    assert PROSE.shapes[-1] == (2 * HEIGHT, 2 * WIDTH, 3)


def test_lines_in_columns_become_a_table() -> None:
    document = opened(TABLE)
    (table,) = document.tables
    assert (table.rows, table.columns) == (4, 3)
    texts = [document.text[cell.start : cell.end] for cell in table.cells]
    assert texts[-3:] == ["合计", "122.00", "120.50"]


def test_every_character_stands_in_the_box_of_its_line() -> None:
    document = opened(PROSE)
    start = document.text.index("120.50")
    (spot,) = document.place(start, start + 6).spots
    assert isinstance(spot.original, PageLine)
    before = _room("2023年本年支出")
    assert spot.original.edges[0] == (95 + before) * 100
    assert (spot.original.page, spot.original.top) == (1, (HEIGHT - 100) * 100)


def test_the_reader_is_told_which_pages_a_program_read() -> None:
    (notice, *_) = opened(PROSE, pages=2).notices
    assert "第 1、2 页" in notice
    assert "核对" in notice


def test_a_page_with_a_text_layer_is_not_recognised() -> None:
    document = opened(TABLE)
    assert all(block.kind is BlockKind.CELL for block in document.blocks)
    stand_in = StandIn((10, 10, "不该读到"))
    assert "不该读到" not in read_document("正文。".encode(), "a.txt", stand_in).text
    assert stand_in.shapes == []


def test_a_scan_nothing_is_recognised_in_is_still_refused() -> None:
    with pytest.raises(WenxiaoError, match="没有文字层"):
        opened(StandIn((50, 50, "  ")))


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    recogniser.cache_clear()
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    yield
    recogniser.cache_clear()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a module stand in for the engine's; it answers as that does."""
    corners = SimpleNamespace(tolist=lambda: [[20.4, 100.0], [220.0, 101.6], [220.0, 124.0], [20.0, 123.0]])

    class Engine:
        def __init__(self, params: dict[str, str]) -> None:
            self.quiet = params["Global.log_level"]

        def __call__(self, picture: Any) -> SimpleNamespace:
            is_first = picture.shape[0] == 2 * HEIGHT
            return SimpleNamespace(
                txts=("支出5万元。",) if is_first else None, boxes=[corners] if is_first else None
            )

    module = ModuleType("engine")
    module.RapidOCR = Engine  # type: ignore[attr-defined]
    recogniser.cache_clear()
    monkeypatch.setattr(ocr, "find_spec", lambda _: object())
    monkeypatch.setattr(ocr, "import_module", lambda _: module)
    yield
    recogniser.cache_clear()


@pytest.mark.usefixtures("nothing_installed")
def test_without_the_extra_the_message_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "扫描件.pdf").write_bytes(scan())
    for command in ("audit", "figures", "claims"):
        assert main([command, str(tmp_path / "扫描件.pdf"), "--ocr"]) == 2
        out, error = capsys.readouterr()
        assert not out
        assert "pip install 'wenxiao[ocr]'" in error
    assert main(["audit", str(tmp_path / "扫描件.pdf")]) == 2
    assert offer() in capsys.readouterr().out


@pytest.mark.usefixtures("installed")
def test_with_the_extra_the_engine_reads_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "扫描件.pdf").write_bytes(scan())
    assert main(["figures", str(tmp_path / "扫描件.pdf"), "--ocr"]) == 0
    assert "5万元" in capsys.readouterr().out
    assert recogniser() is recogniser()
    assert "pip" not in offer()
    picture = SimpleNamespace(shape=(1, 1, 3))
    assert recogniser().lines(picture) == []
