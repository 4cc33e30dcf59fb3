"""Make the 楷体 face shipped with the PDF writer: a subset of LXGW WenKai under a name of its own.

Needs fonttools, which the product does not: install it in an environment apart, then run
``python tools/subset_fonts.py LXGWWenKai-Regular.ttf src/wenxiao/report/static/fonts``. The source font is in the
Debian package ``fonts-lxgw-wenkai``. Its licence (SIL OFL 1.1) reserves the names 霞鹜 and LXGW, so the
subset, a modified version, is called ``Wenxiao Kai``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found]  # in an environment apart
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

FAMILY = "Wenxiao Kai"
FILE_NAME = "WenxiaoKai-Regular.ttf"
# Characters outside GB 2312 that names, units and check boxes need.
BEYOND_GB2312 = "喆祎璟昇堃赟玥珺琤珝淏焜煜燚犇骉垚叕旻晞睿瑄祺翀羿翊頔陞镕㎡㎏²³☑☐—…“”‘’·•–≤≥≠±×÷％‰￥"
_PRINTABLE_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_NAME_IDS = {1: FAMILY, 3: f"{FAMILY}: subset", 4: FAMILY, 6: FILE_NAME.removesuffix(".ttf"), 16: FAMILY}


def gb2312() -> str:
    """List all characters of GB 2312 (levels 1 and 2 and its symbols), in code order."""
    pairs = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)


def subset(font: TTFont) -> None:
    """Reduce the font to the characters of official reports, without hints or layout features."""
    options = Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14])
    options.name_languages = [0x409]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text=gb2312() + _PRINTABLE_ASCII + BEYOND_GB2312)
    subsetter.subset(font)


def rename(font: TTFont) -> None:
    """Give the font its own name; copyright and licence entries stay as they are."""
    for record in font["name"].names:
        if record.nameID in _NAME_IDS:
            record.string = _NAME_IDS[record.nameID]


def main(source: Path, folder: Path) -> None:
    """Write the subset of ``source`` into ``folder``; the same source gives the same bytes."""
    font = TTFont(source, recalcTimestamp=False)
    subset(font)
    rename(font)
    target = folder / FILE_NAME
    font.save(target)
    print(f"{target}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
