"""The reference document: a Word file whose styles, page and footers every report takes over.

A finance bureau edits it in Word or WPS. Styles are found by name, because editors renumber style ids.
The page comes from the last portrait section; a landscape section, if there is one, serves wide tables.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

from wenxiao.errors import WenxiaoError, os_reason
from wenxiao.report.word.flow import Style
from wenxiao.report.word.package import CONTENT_TYPES, RELATIONS, parse_xml, read_parts, w

_OFFICE_DOCUMENT = "/officeDocument"
# What a report takes over; everything else (comments, macros, embedded files, bound data) stays behind.
_KEPT = {"styles", "settings", "fontTable", "theme", "numbering", "webSettings"}
_KEPT |= {"header", "footer", "footnotes", "endnotes"}
_DROPPED_FROM_SECTION = ("type", "printerSettings", "sectPrChange")


@dataclass(frozen=True, slots=True)
class Page:
    """A section's properties as XML, and the width between its margins in twips."""

    xml: str
    width: int


@dataclass(frozen=True, slots=True)
class Reference:
    """What is taken over: parts, their types and relations, styles by name, the two pages."""

    parts: Mapping[str, bytes]
    content_types: Mapping[str, str]
    defaults: Mapping[str, str]
    relations: tuple[tuple[str, str, str], ...]
    document_part: str
    styles: Mapping[Style, str]
    portrait: Page
    landscape: Page


def load_reference(path: Path | None) -> Reference:
    """Read a reference document, the shipped one if ``path`` is None.

    Raises:
        WenxiaoError: the file cannot be read, lacks a style or a page, or links to an outside file.
    """
    chosen = path or Path(str(files("wenxiao.report.word") / "reference.docx"))
    try:
        modified = chosen.stat().st_mtime_ns
    except OSError as error:
        raise WenxiaoError(f"找不到参考文档「{chosen}」：{os_reason(error)}。请检查路径。") from error
    return _load(chosen, modified)


@lru_cache(maxsize=4)
def _load(path: Path, modified: int) -> Reference:  # noqa: ARG001  (part of the key: an edited file is read again)
    parts = read_parts(path)
    document = _document_part(parts, path)
    relations = tuple(_relations(parts, document, path))
    kept = tuple(relation for relation in relations if relation[1].rsplit("/", 1)[-1] in _KEPT)
    names = tuple(dict.fromkeys(_reachable(parts, document, kept, path)))
    types = parse_xml(parts, "[Content_Types].xml", path)
    overrides = {e.get("PartName", ""): e.get("ContentType", "") for e in types.iter(_type("Override"))}
    body = parse_xml(parts, document, path)
    portrait, landscape = _pages(body, path)
    return Reference(
        parts={name: parts[name] for name in names},
        content_types={f"/{name}": overrides[f"/{name}"] for name in names if f"/{name}" in overrides},
        defaults={e.get("Extension", ""): e.get("ContentType", "") for e in types.iter(_type("Default"))},
        relations=kept,
        document_part=document,
        styles=_styles(parts, document, kept, path),
        portrait=portrait,
        landscape=landscape,
    )


def _type(name: str) -> str:
    return f"{{{CONTENT_TYPES}}}{name}"


def _document_part(parts: Mapping[str, bytes], path: Path) -> str:
    for _, kind, target in _relations(parts, "", path):
        if kind.endswith(_OFFICE_DOCUMENT):
            return resolve("", target)
    raise WenxiaoError(f"「{path}」里没有正文，不是 Word 文件。请用 Word 或 WPS 另存为 .docx 再试。")


def relations_name(part: str) -> str:
    """Give the name of the part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """Give the part a relation's target names, seen from the part that holds the relation."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _relations(parts: Mapping[str, bytes], part: str, path: Path) -> Iterator[tuple[str, str, str]]:
    """List a part's relations to other parts as (id, type, target)."""
    for element in _relation_elements(parts, part, path):
        if element.get("TargetMode") != "External":
            yield element.get("Id", ""), element.get("Type", ""), element.get("Target", "")


def _relation_elements(parts: Mapping[str, bytes], part: str, path: Path) -> Iterator[etree._Element]:
    name = relations_name(part)
    if name in parts:
        yield from parse_xml(parts, name, path).iter(f"{{{RELATIONS}}}Relationship")


def _refuse_links(parts: Mapping[str, bytes], part: str, path: Path) -> None:
    """Refuse a part that links to an outside file: Word would load it behind people's backs."""
    for element in _relation_elements(parts, part, path):
        if element.get("TargetMode") == "External":
            raise WenxiaoError(
                f"参考文档「{path}」的 {part} 链接了外部文件「{element.get('Target', '')}」。"
                "请在 Word 的“开发工具 → 文档模板”中改为 Normal，或删去页眉页脚中的链接，再保存。"
            )


def _reachable(
    parts: Mapping[str, bytes], part: str, relations: tuple[tuple[str, str, str], ...], path: Path
) -> Iterator[str]:
    """Walk from a part through its relations; relation parts come along."""
    for _, _, target in relations:
        name = resolve(part, target)
        if name not in parts:
            raise WenxiaoError(
                f"参考文档「{path}」缺少部件 {name}。请在 Word 或 WPS 中打开后另存为 .docx 再试。"
            )
        yield name
        if relations_name(name) in parts:
            _refuse_links(parts, name, path)
            yield relations_name(name)
            yield from _reachable(parts, name, tuple(_relations(parts, name, path)), path)


def _styles(
    parts: Mapping[str, bytes], document: str, relations: tuple[tuple[str, str, str], ...], path: Path
) -> Mapping[Style, str]:
    found: dict[str, str] = {}
    for _, kind, target in relations:
        if kind.endswith("/styles"):
            for style in parse_xml(parts, resolve(document, target), path).iter(w("style")):
                name = style.find(w("name"))
                if name is not None:
                    found[name.get(w("val"), "").casefold()] = style.get(w("styleId"), "")
    missing = [style.value for style in Style if style.casefold() not in found]
    if missing:
        raise WenxiaoError(
            f"参考文档「{path}」缺少样式：{'、'.join(missing)}。"
            "请在 Word 中新建这些样式（名称须完全一致），或从随附的参考文档改起。"
        )
    return {style: found[style.casefold()] for style in Style}


def _pages(body: etree._Element, path: Path) -> tuple[Page, Page]:
    found = [_cleaned(section) for section in body.iter(w("sectPr")) if section.find(w("pgSz")) is not None]
    portrait = [section for section in found if not _is_landscape(section)]
    landscape = [section for section in found if _is_landscape(section)]
    if not portrait:
        raise WenxiaoError(
            f"参考文档「{path}」没有纵向的页面设置。请在 Word 的“页面设置”中设好纸张和页边距再保存。"
        )
    wide = landscape[-1] if landscape else _turned(portrait[-1])
    return _page(portrait[-1]), _page(wide)


def _cleaned(section: etree._Element) -> etree._Element:
    copy = deepcopy(section)
    for name in _DROPPED_FROM_SECTION:
        for element in copy.findall(w(name)):
            copy.remove(element)
    # A start number would count every later section anew.
    for element in copy.findall(w("pgNumType")):
        element.attrib.pop(w("start"), "")
    etree.cleanup_namespaces(copy)
    return copy


def _is_landscape(section: etree._Element) -> bool:
    return _twips(section, "pgSz", "w") > _twips(section, "pgSz", "h")


def _turned(section: etree._Element) -> etree._Element:
    """Turn a page a quarter left, margins with it, so that the head of the table is at the binding."""
    copy = deepcopy(section)
    width, height = _twips(copy, "pgSz", "w"), _twips(copy, "pgSz", "h")
    size, margins = copy.find(w("pgSz")), copy.find(w("pgMar"))
    if size is not None:
        size.attrib.update({w("w"): str(height), w("h"): str(width), w("orient"): "landscape"})
    if margins is not None:
        old = {side: margins.get(w(side), "0") for side in ("top", "right", "bottom", "left")}
        turned = {"top": old["left"], "right": old["top"], "bottom": old["right"], "left": old["bottom"]}
        margins.attrib.update({w(side): value for side, value in turned.items()})
    return copy


def _page(section: etree._Element) -> Page:
    margins = _twips(section, "pgMar", "left") + _twips(section, "pgMar", "right")
    return Page(etree.tostring(section, encoding="unicode"), _twips(section, "pgSz", "w") - margins)


def _twips(section: etree._Element, element: str, attribute: str) -> int:
    found = section.find(w(element))
    value = "0" if found is None else found.get(w(attribute), "0")
    try:
        return int(value)
    except ValueError as error:
        raise WenxiaoError(
            f"参考文档的页面设置无法读取：{element} 的 {attribute} 为“{value}”。请在 Word 的“页面设置”中重新设定后保存。"
        ) from error
