"""Make src/wenxiao/report/word/reference.docx: the styles, page and footers of GB/T 9704-2012.

Run it after changing a measure here. A bureau that wants its own look edits a copy in Word instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wenxiao.files import write_atomically
from wenxiao.report.word.flow import Style
from wenxiao.report.word.package import CONTENT_TYPES, RELATIONS, R, W, encode, pack

TARGET = Path(__file__).parent.parent / "src" / "wenxiao" / "report" / "word" / "reference.docx"

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
FANGSONG, KAITI, HEITI, SONGTI, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
# Where a font is missing, Word takes the second name.
SUBSTITUTES = {FANGSONG: "仿宋", KAITI: "楷体", HEITI: "SimHei", SONGTI: "SimSun", TITLE: "华文中宋"}

# 22 lines of 28.95 pt in 225 mm. A grid of type linesAndChars doubles the width in LibreOffice, so the 28
# characters of a line come from tightening each by a quarter point instead.
LINE, TIGHTER = 579, -5
MM = {"top": 37, "right": 26, "bottom": 35, "left": 28}
FOOTER_MM = 28
A4, A4_MM = (11906, 16838), (210, 297)
TITLE_LINE, TABLE_LINE = 700, 320


@dataclass(frozen=True)
class Look:
    """A paragraph style: font, half-points, and what else its properties hold, in schema order."""

    name: str
    font: str
    size: int
    paragraph: str = ""
    bold: bool = False
    outline: int | None = None


def spacing(before: int = 0, after: int = 0, line: int = LINE, rule: str = "exact") -> str:
    """Write paragraph spacing in twips."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


INDENTED = '<w:ind w:firstLineChars="200" w:firstLine="630"/>'
CENTRED, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
OFF_GRID = '<w:snapToGrid w:val="0"/>' + spacing(line=TABLE_LINE, rule="atLeast")
BIG = '<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>'

LOOKS = (
    Look(Style.TITLE, TITLE, 44, BIG + spacing(after=LINE, line=TITLE_LINE) + CENTRED),
    Look(Style.HEADING_1, HEITI, 32, "<w:keepNext/>" + INDENTED, outline=0),
    Look(Style.HEADING_2, KAITI, 32, "<w:keepNext/>" + INDENTED, outline=1),
    Look(Style.HEADING_3, FANGSONG, 32, "<w:keepNext/>" + INDENTED, bold=True, outline=2),
    Look(Style.HEADING_4, FANGSONG, 32, "<w:keepNext/>" + INDENTED, outline=3),
    Look(Style.BODY, FANGSONG, 32, INDENTED),
    Look(Style.LIST, FANGSONG, 32, INDENTED),
    Look(Style.ATTACHMENT_NOTE, FANGSONG, 32, spacing(before=LINE)),
    Look(Style.ATTACHMENT_NOTE_MORE, FANGSONG, 32),
    Look(Style.SIGNATURE, FANGSONG, 32, "<w:keepNext/>" + spacing(before=LINE) + RIGHT),
    Look(Style.DATE, FANGSONG, 32, RIGHT),
    Look(Style.ATTACHMENT_MARK, HEITI, 32, "<w:keepNext/><w:pageBreakBefore/>", outline=0),
    Look(Style.ATTACHMENT_TITLE, TITLE, 44, BIG + spacing(LINE, LINE, TITLE_LINE) + CENTRED, outline=1),
    Look(
        Style.CAPTION, HEITI, 24, '<w:keepNext/><w:snapToGrid w:val="0"/>' + spacing(120, 60, 400) + CENTRED
    ),
    Look(Style.HEADER_CELL, HEITI, 21, OFF_GRID + CENTRED),
    Look(Style.CELL, FANGSONG, 21, OFF_GRID + CENTRED),
    Look(
        Style.TABLE_NOTE, FANGSONG, 21, '<w:snapToGrid w:val="0"/>' + spacing(60, 120, TABLE_LINE, "atLeast")
    ),
)
IDS = {style: f"Wenxiao{index}" for index, style in enumerate(Style, start=1)} | {
    Style.TITLE: "Title",
    **{style: f"Heading{level}" for level, style in enumerate(list(Style)[1:5], start=1)},
}
BUILT_IN = {"Title", "Heading1", "Heading2", "Heading3", "Heading4"}


def fonts(name: str) -> str:
    """Name one font for every script: half-width digits look like the characters beside them."""
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def run_properties(font: str, size: int, *, bold: bool = False) -> str:
    """Write font, weight and size in schema order."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'<w:rPr>{fonts(font)}{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def paragraph_style(look: Look) -> str:
    """Write one paragraph style, based on Normal."""
    style = IDS[Style(look.name)]
    custom = "" if style in BUILT_IN else ' w:customStyle="1"'
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    follow = "" if look.name in {Style.BODY, Style.LIST} else f'<w:next w:val="{IDS[Style.BODY]}"/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/>{follow}<w:qFormat/><w:pPr>{look.paragraph}{outline}</w:pPr>'
        f"{run_properties(look.font, look.size, bold=look.bold)}</w:style>"
    )


def table_style() -> str:
    """Write the table style: thin lines all round, narrow side margins."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 57), ("bottom", 0), ("right", 57))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{IDS[Style.TABLE]}"><w:name w:val="{Style.TABLE}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{sides}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def styles() -> str:
    """Write styles.xml."""
    # Latin script is marked English as Word does: marked Chinese, LibreOffice breaks lines inside a number.
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG)}<w:spacing w:val="{TIGHTER}"/><w:kern w:val="0"/>'
        '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'{spacing()}<w:jc w:val="both"/></w:pPr></w:style>'
    )
    built_in = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:snapToGrid w:val="0"/>{spacing(line=240, rule="auto")}</w:pPr>'
        f"{run_properties(SONGTI, 28)}</w:style>"
    )
    own = "".join(paragraph_style(look) for look in LOOKS)
    return f'<w:styles xmlns:w="{W}">{defaults}{normal}{built_in}{own}{table_style()}</w:styles>'


def settings() -> str:
    """Write settings.xml: odd and even footers, punctuation never squeezed (28 characters a line)."""
    return (
        f'<w:settings xmlns:w="{W}"><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        '<w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table() -> str:
    """Write fontTable.xml, with a substitute for each font."""
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in SUBSTITUTES.items()
    )
    return f'<w:fonts xmlns:w="{W}">{listed}</w:fonts>'


def theme() -> str:
    """Write theme1.xml: Word demands one. Nothing refers to it; black, white, and the body font."""
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{"FFFFFF" if name.startswith("lt") else "000000"}"/></a:{name}>'
        for name in names
    )
    font = f'<a:latin typeface="{FANGSONG}"/><a:ea typeface="{FANGSONG}"/><a:cs typeface=""/>'
    colour = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    fills = colour * 3
    lines = f'<a:ln w="6350">{colour}</a:ln>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="公文"><a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{fills}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def page_number(align: str, side: str) -> str:
    """Write the paragraph — 1 — in 4号宋体, one character in from the outer edge."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="100" w:{side}="280"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{field}</w:p>'
    )


def turned(paragraph: str) -> str:
    """Put a page number where it is on upright pages: on a lying page, turned, at the left edge."""
    top, height = MM["left"], A4_MM[0] - MM["left"] - MM["right"]
    box = (
        f"position:absolute;margin-left:{FOOTER_MM}mm;margin-top:{top}mm;width:7mm;height:{height}mm;z-index:1;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    return (
        '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:pict>'
        f'<v:rect id="PageNumber" style="{box}" filled="f" stroked="f">'
        f'<v:textbox style="layout-flow:vertical" inset="0,0,0,0"><w:txbxContent>{paragraph}</w:txbxContent>'
        "</v:textbox></v:rect></w:pict></w:r></w:p>"
    )


def footer(content: str) -> str:
    """Write a footer part."""
    return f'<w:ftr xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml">{content}</w:ftr>'


def twips(millimetres: int) -> int:
    """Turn millimetres into twentieths of a point, rounded half-up."""
    return (millimetres * 1440 * 10 + 127) // 254


def section(*, landscape: bool = False) -> str:
    """Write a page: A4, margins, line grid, odd and even footers; a lying one is turned a quarter left."""
    width, height = reversed(A4) if landscape else A4
    sides = ("left", "top", "right", "bottom") if landscape else ("top", "right", "bottom", "left")
    margins = "".join(
        f' w:{side}="{twips(MM[measure])}"'
        for side, measure in zip(("top", "right", "bottom", "left"), sides, strict=True)
    )
    bottom = 0 if landscape else twips(FOOTER_MM)
    odd, even = ("rId6", "rId7") if landscape else ("rId4", "rId5")
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/>'
        f'<w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="{"landscape" if landscape else "portrait"}"/>'
        f'<w:pgMar{margins} w:header="851" w:footer="{bottom}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )


def document() -> str:
    """Write a body that shows each style by its own name, so that an editor sees what they change."""
    samples = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{IDS[Style(look.name)]}"/></w:pPr><w:r><w:t>{look.name}</w:t></w:r></w:p>'
        for look in LOOKS
    )
    lying = f"<w:p><w:pPr>{section(landscape=True)}</w:pPr><w:r><w:t>横排页</w:t></w:r></w:p>"
    upright = f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    end = "<w:p><w:r><w:t>竖排页</w:t></w:r></w:p>"
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{samples}{upright}{lying}{end}{section()}</w:body>'
        "</w:document>"
    )


def relations(entries: tuple[tuple[str, str], ...]) -> str:
    """Write a relations part of (type, target), with ids rId1, rId2 ..."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, start=1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def content_types(parts: dict[str, str]) -> str:
    """Write [Content_Types].xml for the given parts and the last word of their types."""
    lines = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/theme/theme1.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>{lines}</Types>'
    )


def all_parts() -> dict[str, bytes]:
    """Write every part of the reference document."""
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
    }
    numbers = (page_number("right", "right"), page_number("left", "left"))
    footers = dict(enumerate(map(footer, (*numbers, *map(turned, numbers))), start=1))
    kinds |= {f"footer{number}": "footer" for number in footers}
    links = (
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        *(("footer", f"footer{number}.xml") for number in footers),
        ("theme", "theme/theme1.xml"),
    )
    parts = {
        "[Content_Types].xml": content_types(kinds),
        "_rels/.rels": relations((("officeDocument", "word/document.xml"),)),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations(links),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/theme/theme1.xml": theme(),
        **{f"word/footer{number}.xml": xml for number, xml in footers.items()},
    }
    return {name: encode(xml, name) for name, xml in parts.items()}


if __name__ == "__main__":
    write_atomically(TARGET, pack(all_parts()))
