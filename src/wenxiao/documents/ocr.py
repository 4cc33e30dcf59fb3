"""Text in pictures of pages, recognised by a program: an extra of the installation, used when it is asked for.

What is recognised stands on the page as printed lines do, so that tables and paragraphs are read as in any
PDF. The program may err, also in digits; whoever reads a document is told which pages it read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from wenxiao.errors import WenxiaoError

_EXTRA = "pip install 'wenxiao[ocr]'"
_ENGINE = "rapidocr"


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line found in a picture, with its box in pixels from the upper left corner."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


class Recogniser(Protocol):
    """What finds the lines of text in a picture."""

    def lines(self, picture: Any) -> Sequence[RecognisedLine]:
        """Give the lines in a picture: an array of rows of pixels with three bytes each (blue, green, red)."""


@lru_cache(maxsize=1)
def recogniser() -> Recogniser:
    """Give the installed engine, started once a process.

    Raises:
        WenxiaoError: the extra is not installed.
    """
    if find_spec(_ENGINE) is None:
        raise WenxiaoError(f"没有安装文字识别组件，不能用 --ocr。请先运行 {_EXTRA}，再重新审核。")
    return _RapidOcr(import_module(_ENGINE))


def offer() -> str:
    """Say how a scanned file can be read after all."""
    install = "" if find_spec(_ENGINE) else f"先运行 {_EXTRA}，"
    return f"也可以{install}加上 --ocr 由程序识别文字（OCR）"


class _RapidOcr:
    """The engine of the package rapidocr; its models come with it, nothing is fetched."""

    def __init__(self, module: Any) -> None:
        self._engine = module.RapidOCR(params={"Global.log_level": "error"})

    def lines(self, picture: Any) -> list[RecognisedLine]:
        found = self._engine(picture)
        if found.txts is None:
            return []
        return [_line(text, corners) for text, corners in zip(found.txts, found.boxes, strict=True)]


def _line(text: str, corners: Any) -> RecognisedLine:
    across = [round(corner[0]) for corner in corners.tolist()]
    down = [round(corner[1]) for corner in corners.tolist()]
    return RecognisedLine(text, min(across), min(down), max(across), max(down))
