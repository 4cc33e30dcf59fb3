"""Two spellings of one name: which differences between long names are slips, and which tell them apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from wenxiao.audit.figures.characters import common_end

DOCUMENTS = ("纲要", "规划", "条例", "办法")
"""How the names of documents end."""

_COMPANIES = ("公司", "集团")
DISTINCT = frozenset(
    "零一二三四五六七八九十百千万甲乙丙丁东西南北中上下左右前后内外国区州镇乡村街"
    "大小新老旧高低初正副主次男女总分子非不年月日季本预决增减收支公私"
)
"""Letters that tell one thing from another of nearly the same name."""

_LEVELS = frozenset("国省市州县区镇乡村街路")
_STAGES = frozenset({"试行", "暂行", "修订", "修正", "草案", "实施"})
_LEFT_OUT = frozenset({"计划", "行动", "工作", "建设", "发展", "管理"})
_SAME_END = 4
_SAME_BEFORE, _SAME_BEGINNING = 3, 2
_SAME_STEM, _SAME_BEFORE_END, _SAME_BEHIND = 6, 7, 3
_EDITS = ((1, 1), (1, 0), (0, 1), (2, 0), (0, 2))
_EDITS_OF_EXACT = _EDITS[:3]
"""Documents and companies are told apart by two letters: 项目管理办法 is not 项目资金管理办法."""

_MOST_ALIKE = 40
"""So many names of one ending are compared with each other at most, which keeps the time linear."""

_OTHER = re.compile(r"[^一-鿿]")


class Name(NamedTuple):
    """A name and where it first stands, as characters of the document; ``ending`` is "" for a title in 《》."""

    text: str
    start: int
    end: int
    ending: str

    @property
    def is_title(self) -> bool:
        """Tell whether it is the name of a document."""
        return not self.ending or self.ending in DOCUMENTS

    @property
    def is_exact(self) -> bool:
        """Tell whether two letters more make another name of it."""
        return self.is_title or self.ending in _COMPANIES


def spellings(names: Iterable[Name], text: str) -> Iterator[tuple[Name, Name]]:
    """Give the pairs of names that differ as by a slip, cut to what both share around the difference."""
    kept = list(names)
    yield from _alike(kept)
    yield from _with_words_left_out(kept)
    yield from _with_other_ends(kept, text)


def _alike(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Pair names of the same end that differ by a letter or two before it."""
    by_end: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_end[name.text[-_SAME_END:]].append(name)
    for group in by_end.values():
        for one, other in combinations(group[:_MOST_ALIKE], 2):
            pair = _differing(one, other)
            if pair is not None:
                yield pair


def _differing(one: Name, other: Name) -> tuple[Name, Name] | None:
    """Give two names cut to what they share on both sides of a small difference; None if it is not small."""
    same = common_end(one.text, other.text)
    a, b = one.text[: len(one.text) - same], other.text[: len(other.text) - same]
    if not a or not b:
        return None
    for gone, come in _EDITS_OF_EXACT if one.is_exact else _EDITS:
        left, right = a[: len(a) - gone], b[: len(b) - come]
        before = common_end(left, right)
        is_whole = before == len(left) == len(right)
        if before >= (_SAME_BEGINNING if is_whole else _SAME_BEFORE) and _is_small(
            a[len(left) :], b[len(right) :], one.text[len(one.text) - same :]
        ):
            return _last(one, same + gone + before), _last(other, same + come + before)
    return None


def _is_small(gone: str, come: str, behind: str) -> bool:
    """Tell whether a difference can be a slip: no letter of it, and no place behind it, tells things apart."""
    if DISTINCT & {*gone, *come} or gone in _STAGES or come in _STAGES:
        return False
    return not (gone and come and _LEVELS & {*gone, *come, *behind[:2]})


def _last(name: Name, length: int) -> Name:
    return name._replace(text=name.text[-length:])


def _with_words_left_out(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Pair titles of documents of which one has a word more before its last (行动计划纲要, 行动纲要)."""
    titles = [name for name in names if name.ending in DOCUMENTS]
    stems = {(name.text[:-2][-_SAME_STEM:], name.ending): name for name in titles}
    for name in titles:
        short = stems.get((name.text[:-4][-_SAME_STEM:], name.ending))
        if short is not None and len(name.text) >= _SAME_STEM + 4 and name.text[-4:-2] in _LEFT_OUT:
            same = common_end(name.text[:-4], short.text[:-2])
            yield _last(name, same + 4), _last(short, same + 2)


def _with_other_ends(names: Iterable[Name], text: str) -> Iterator[tuple[Name, Name]]:
    """Pair names that differ in their last letter and go on alike (联合体副会长, 联合会副会长)."""
    seen: dict[str, Name] = {}
    for name in names:
        behind = text[name.end : name.end + _SAME_BEHIND]
        if len(name.text) > _SAME_BEFORE_END and len(behind) == _SAME_BEHIND and not _OTHER.search(behind):
            key = name.text[-_SAME_BEFORE_END - 1 : -1] + behind
            first = seen.setdefault(key, name)
            if first.text[-1] != name.text[-1]:
                same = common_end(first.text[:-1], name.text[:-1])
                yield _last(first, same + 1), _last(name, same + 1)
