"""Long proper names that occur in two spellings a slip apart: 行动计划纲要 and 行动纲要, 联合体 and 联合会.

A name is what stands between 《 and 》, or a run of Chinese letters that ends as names of bodies, events and
documents end. Two names are variants when one letter is replaced, or one or two are left out, between long
stretches that are the same. Letters that tell one thing from another (numerals, directions, levels of
government) make no variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.rules.agreement.events import EVENTS, editions_in
from wenxiao.audit.rules.agreement.spellings import DOCUMENTS, Name, spellings
from wenxiao.documents.model import Document

_BODIES = (
    "委员会 协会 学会 联合会 联合体 研究会 基金会 促进会 商会 研究院 研究所 公司 集团 医院 大学 学院 博物馆 "
    "图书馆 科技馆 文化馆 少年宫 工作站 合作社 示范区 开发区"
)
_ENDING = re.compile("|".join((*_BODIES.split(), *EVENTS.split(), *DOCUMENTS)))
_LEADING = re.compile(
    "举办|承办|协办|主办|召开|参加|参与|组织|开展|举行|印发|制定|出台|落实|贯彻|执行|实施|根据|按照|依据|依照|关于|"
    "成立|加入|支持|邀请|通过|作为|第?[一二三四五六七八九十]*届|[的了在由对向为等是有和与及]"
)
_QUOTED = re.compile(r"《([^《》]{6,40})》")
_CHINESE = re.compile(r"[一-鿿\s]*\Z")
_OTHER = re.compile(r"[^一-鿿]+")
_LONGEST = 24
_SHORTEST, _SHORTEST_QUOTED = 8, 6
_MOST_TRIED = 100
"""So many pairs are looked up in the text at most; who misspells more needs no list."""


def variants_in(document: Document) -> Iterator[tuple[Name, Name]]:
    """Give the pairs of names that differ as by a slip, or of one edition, each once; the rarer spelling comes first."""
    text = document.text
    pairs = [*spellings(_named(document), text), *spellings(_quoted(document), text)]
    seen: set[frozenset[str]] = set()
    for one, other in pairs[:_MOST_TRIED]:
        both = frozenset({one.text, other.text})
        if both not in seen and _is_slip(text, one, other):
            seen.add(both)
            rarer, commoner = sorted(
                (_cut(text, one), _cut(text, other)), key=lambda name: text.count(name.text)
            )
            yield rarer, commoner
    yield from editions_in(text)


def _named(document: Document) -> Iterator[Name]:
    """Give each name that ends as names end, once for each spelling."""
    text = document.text
    seen: set[str] = set()
    for found in _ENDING.finditer(text):
        run = _CHINESE.search(text, max(found.end() - _LONGEST, 0), found.end())
        if run is None or run.end() - run.start() < _SHORTEST:
            continue
        block = document.block_at(found.start())
        letters = text[max(run.start(), block.start if block else 0) : run.end()]
        name = _LEADING.split("".join(letters.split()))[-1]
        if len(name) >= _SHORTEST and name not in seen:
            seen.add(name)
            yield Name(name, found.start(), found.end(), found[0])


def _quoted(document: Document) -> Iterator[Name]:
    seen: set[str] = set()
    for found in _QUOTED.finditer(document.text):
        name = "".join(found[1].split())
        if len(name) >= _SHORTEST_QUOTED and name not in seen and not _OTHER.search(name):
            seen.add(name)
            yield Name(name, found.start(1), found.end(1), "")


def _cut(text: str, name: Name) -> Name:
    """Give a name with the place where its letters begin, blanks and line breaks between them not counted."""
    start, left = name.end, len(name.text)
    while left:
        start -= 1
        left -= not text[start].isspace()
    return name._replace(start=start)


def _is_slip(text: str, one: Name, other: Name) -> bool:
    """Tell whether a replaced letter is the exception: one spelling stands once, the other more often."""
    if len(one.text) != len(other.text):
        return True
    counts = sorted((text.count(one.text), text.count(other.text)))
    return counts[0] == 1 < counts[1]
