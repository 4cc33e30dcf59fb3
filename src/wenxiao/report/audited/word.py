"""The findings of an audit as comments in the Word file that was audited; all else in it stays as it was."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from wenxiao.archive import DAMAGE
from wenxiao.audit.examine import Audit
from wenxiao.documents.container import Package, Product, open_package
from wenxiao.documents.docx_text import w
from wenxiao.errors import WenxiaoError
from wenxiao.files import write_atomically
from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.place import TextPlace, WordText
from wenxiao.report.audited.word_marks import Marks
from wenxiao.report.audited.word_parts import (
    STRICT,
    TRANSITIONAL,
    Comment,
    comments_with,
    free_name,
    references_of,
    relations_with,
    types_with,
)

_TYPES_PART = "[Content_Types].xml"
_COMMENTED = (w("comment"), w("commentReference"), w("commentRangeStart"))
_MOST_OTHERS = 6


class _Member(NamedTuple):
    """A file in the package as it was."""

    info: zipfile.ZipInfo
    content: bytes


def write_audit_docx(audit: Audit, content: bytes, path: Path) -> None:
    """Write the Word file ``content`` that was audited to ``path``, with a comment at each finding.

    A finding at several places is told in full at the first one. What stands where no comment may be (notes,
    headers, footers) is told in a comment at the end of the body. Without findings the file stays as it is.

    Raises:
        WenxiaoError: it is no Word file, damaged, or without text in its body.
    """
    write_atomically(path, _commented(audit, content) if audit.findings else content)


def _commented(audit: Audit, content: bytes) -> bytes:
    package = open_package(content, audit.document.name, Product.WORD)
    members = _members(content, package)
    main = package.main
    root = package.xml(main)
    edition = STRICT if STRICT.main.encode() in members[main].content else TRANSITIONAL
    known = next((one.part for one in package.relations(main) if one.kind == "comments"), "")
    marks = Marks(main, _in_utf8(members[main].content, root), root, edition.main)
    comments = _comments(audit.findings, marks, _next_identity(root, package, known), package)
    changed = {main: marks.marked()}
    part = known or free_name(posixpath.join(posixpath.dirname(main), "comments{}.xml"), members)
    changed[part] = comments_with(members[part].content if part in members else None, comments, edition)
    if not known:
        listing = references_of(main)
        references = members[listing].content if listing in members else None
        changed[listing] = relations_with(references, posixpath.basename(part), edition)
    if part not in members:
        package.xml(_TYPES_PART)  # it must be there and be safe
        changed[_TYPES_PART] = types_with(members[_TYPES_PART].content, part)
    return _packed(members, changed)


def _comments(findings: Sequence[Finding], marks: Marks, identity: int, package: Package) -> list[Comment]:
    """Mark the places of the findings, and give the comments that belong to the marks."""
    comments: list[Comment] = []
    unplaced: list[str] = []
    for number, finding in enumerate(findings, start=1):
        is_told = False
        for words in _words_of(finding):
            if marks.mark(identity, words):
                lines = _short(number, finding) if is_told else _full(number, finding)
                comments.append(Comment(identity, lines))
                identity += 1
                is_told = True
        if not is_told:
            unplaced += [*_full(number, finding), ""]
    if unplaced:
        if not marks.mark_last(identity):
            package.refuse("的正文里没有文字，无法加批注", "请改用其他输出格式，例如 HTML 或 JSON")
        head = "以下意见所在的位置（页眉、页脚、注释等）不能加批注，列在这里"
        comments.append(Comment(identity, (head, *unplaced[:-1])))
    return comments


def _words_of(finding: Finding) -> list[list[WordText]]:
    """Give the places of a finding, each as the words in the file that make it up; each place once."""
    places = dict.fromkeys(place for place in finding.places if isinstance(place, TextPlace))
    spots = ([spot.original for spot in place.spots] for place in places)
    return [[one for one in originals if isinstance(one, WordText)] for originals in spots]


def _full(number: int, finding: Finding) -> tuple[str, ...]:
    head = f"{number}. {finding.rule} {SEVERITY_LABELS[finding.severity]}：{finding.title}"
    sums = [f"算式：{line}" for line in finding.arithmetic.splitlines() if line.strip()]
    advice = [f"建议：{finding.suggestion}"] if finding.suggestion else []
    return (head, *finding.message.splitlines(), *sums, *advice, *_others(finding))


def _others(finding: Finding) -> list[str]:
    others = [place for place in dict.fromkeys(finding.places) if isinstance(place, TextPlace)][1:]
    if not others:
        return []
    shown = "；".join(f"{_where(place)}“{place.text}”" for place in others[:_MOST_OTHERS])
    more = f"等共 {len(others)} 处" if len(others) > _MOST_OTHERS else ""
    return [f"另见：{shown}{more}"]


def _where(place: TextPlace) -> str:
    return str(place.spots[0].original) if place.spots else f"第 {place.line} 行"


def _short(number: int, finding: Finding) -> tuple[str, ...]:
    return (f"见第 {number} 条（{finding.rule} {finding.title}）",)


def _next_identity(root: etree._Element, package: Package, comments: str) -> int:
    roots = [root, package.xml(comments)] if comments in package else [root]
    used = (one.get(w("id"), "") for tree in roots for one in tree.iter(*_COMMENTED))
    return max((int(one) for one in used if one.isdecimal()), default=-1) + 1


def _in_utf8(content: bytes, root: etree._Element) -> bytes:
    encoding = (root.getroottree().docinfo.encoding or "UTF-8").upper()
    if encoding in {"UTF-8", "ASCII", "US-ASCII"}:
        return content
    return etree.tostring(root.getroottree(), encoding="UTF-8", standalone=True)


def _members(content: bytes, package: Package) -> dict[str, _Member]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {info.filename: _Member(info, archive.read(info)) for info in archive.infolist()}
    except DAMAGE as error:
        raise WenxiaoError(
            f"「{package.name}」里有部件无法解压（文件已损坏，或没有传完）。"
            "请用 Word 或 WPS 打开检查，另存为 .docx 后再试。"
        ) from error


def _packed(members: Mapping[str, _Member], changed: Mapping[str, bytes]) -> bytes:
    """Pack the files in their order, with the changed contents; new files come last."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, member in members.items():
            archive.writestr(_entry(member.info), changed.get(name, member.content))
        pattern = next(iter(members.values())).info
        for name in changed:
            if name not in members:
                new = zipfile.ZipInfo(name, pattern.date_time)
                new.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(new, changed[name])
    return out.getvalue()


def _entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    for name in ("compress_type", "comment", "create_system", "external_attr", "internal_attr"):
        setattr(entry, name, getattr(info, name))
    return entry
