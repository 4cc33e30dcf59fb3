"""The tie between a figure in Word and its fact: content controls bound to a custom XML part.

The part lists every shown figure twice: bound elements (``<f:facts><f:k3f…>743.31</f:k3f…>``), which Word keeps
equal to the text of the controls, and ``<f:about>``, which nothing is bound to and which therefore still says
what was written. Facts are told apart by element name, because LibreOffice drops attributes and tags. A control
holds the number without its unit: LibreOffice 7.4 writes a bound text once for every change of script in it
(743.31|万元), so that saving there would print the figure three times.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from wenxiao.fact import Fact, FactTable
from wenxiao.report.blocks import Figure
from wenxiao.report.word.package import parse_xml

NAMESPACE = "urn:wenxiao:facts:1"
STORE_ID = "{7E0C9B62-3F5D-4C3A-9B7E-57454E584941}"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# Word refuses longer aliases (it shows them as the title of the control).
_MAX_ALIAS = 64
_ONE_NUMBER = re.compile(r"([^\d]*?)([-+]?\d[\d,]*(?:\.\d+)?[%‰]?)([^\d]*)")


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """What a Word file says about one figure it shows: fact, text, and the value when written."""

    key: str
    shown: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Record:
    """All a Word file says about its figures, by id, and the digest of the inputs it was made from."""

    figures: Mapping[str, ShownFigure]
    digest: str


def figure_id(key: str, text: str) -> str:
    """Name a figure by its fact and how it is shown: the same fact in another unit has another id."""
    return "k" + hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()[:12]


def split(text: str) -> tuple[str, str, str]:
    """Cut a shown figure into what stands before its number, the number, and what follows (the unit).

    A text without exactly one number is all core.
    """
    found = _ONE_NUMBER.fullmatch(text)
    return (found[1], found[2], found[3]) if found else ("", text, "")


def value_text(fact: Fact) -> tuple[str, str]:
    """Write the value of a fact in full, in its base unit, and that unit."""
    if fact.value is None:
        return "", ""
    if isinstance(fact.value, str):
        return fact.value, ""
    return format(fact.value.value.normalize(), "f"), fact.value.unit


class FigureRegister:
    """Collects the figures of one document while it is written."""

    def __init__(self, facts: FactTable) -> None:
        self._facts = facts
        self._shown: dict[str, tuple[Fact, str]] = {}
        self._controls = 0

    def control(self, figure: Figure, run: Callable[[str], str]) -> str:
        """Show a figure, its number in an inline content control; ``run`` renders a stretch of text.

        Raises:
            KeyError: the figure names no fact (a fault of whoever composed the document).
        """
        fact = self._facts[figure.key]
        name = figure_id(fact.key, figure.text)
        self._shown[name] = (fact, figure.text)
        self._controls += 1
        before, core, after = split(figure.text)
        return (
            f"{run(before)}<w:sdt><w:sdtPr><w:alias w:val={quoteattr(fact.key[:_MAX_ALIAS])}/>"
            f'<w:tag w:val="{name}"/><w:id w:val="{self._controls}"/>'
            f"{_kind(name, core)}</w:sdtPr>"
            f"<w:sdtContent>{run(core)}</w:sdtContent></w:sdt>{run(after)}"
        )

    def xml(self, digest: str) -> str:
        """Write the custom XML part for the figures shown so far."""
        bound = "".join(
            f"<f:{name}>{escape(split(text)[1])}</f:{name}>" for name, (_, text) in self._shown.items()
        )
        about = "".join(_about(name, fact, text) for name, (fact, text) in self._shown.items())
        return (
            f'<f:facts xmlns:f="{NAMESPACE}">{bound}'
            f"<f:about><f:digest>{escape(digest)}</f:digest>{about}</f:about></f:facts>"
        )


def _about(name: str, fact: Fact, text: str) -> str:
    value, unit = value_text(fact)
    return (
        f"<f:{name}><f:key>{escape(fact.key)}</f:key><f:shown>{escape(text)}</f:shown>"
        f"<f:value>{escape(value)}</f:value><f:unit>{escape(unit)}</f:unit></f:{name}>"
    )


def _kind(name: str, core: str) -> str:
    """Bind a number; Chinese text is rich text, which LibreOffice leaves whole, known by its tag alone."""
    hidden = '<w15:appearance w15:val="hidden"/>'
    if not core.isascii():
        return f"{hidden}<w:richText/>"
    return (
        f"<w:dataBinding w:prefixMappings=\"xmlns:f='{NAMESPACE}'\" "
        f'w:xpath="/f:facts[1]/f:{name}[1]" w:storeItemID="{STORE_ID}"/>{hidden}<w:text/>'
    )


def store_properties() -> str:
    """Write the properties part that gives the custom XML part its id and schema."""
    return (
        f'<ds:datastoreItem ds:itemID="{STORE_ID}" xmlns:ds="{_DATA_STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def read_record(parts: Mapping[str, bytes], path: Path) -> Record | None:
    """Find the record of figures in a Word file, wherever an editor put it; None if there is none.

    An entry whose id does not fit what it says was doctored, and is left out.
    """
    marker = NAMESPACE.encode()
    for name in sorted(parts):
        if name.startswith("customXml/item") and marker in parts[name]:
            root = parse_xml(parts, name, path)
            if root.tag == _f("facts"):
                figures = {figure_id(figure.key, figure.shown): figure for figure in _figures(root)}
                names = {entry.tag for entry in root.iterfind(f"{_f('about')}/*")}
                believed = {name: figure for name, figure in figures.items() if _f(name) in names}
                return Record(believed, root.findtext(f"{_f('about')}/{_f('digest')}", ""))
    return None


def _figures(root: etree._Element) -> Iterator[ShownFigure]:
    for entry in root.iterfind(f"{_f('about')}/*"):
        key, shown, value, unit = (entry.findtext(_f(name), "") for name in ("key", "shown", "value", "unit"))
        if key:
            yield ShownFigure(key, shown, value, unit)


def _f(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
