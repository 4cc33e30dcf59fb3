"""Editions of one named event and years of one title, which must be the same wherever they are told.

An edition that stands once, where the event is told of another edition elsewhere, is claimed equal to that, so that it
fails; so is the year of a heading that repeats the title of the document. An edition of another year (2010年第六次), or
one that is compared, planned or remembered, is another edition.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.figures.model import FigureKind, Reading
from wenxiao.audit.relations.mentions.labels import Mention, Pair, significant
from wenxiao.documents.model import BlockKind

_NAME = 6
_TITLE = 8
_OF_YEAR = re.compile("([0-9]{4})年(?:度|的)?$")
_IN_SERIES = re.compile("第.{1,4}届")
_COUNTED_THROUGH = re.compile("第.{1,4}次")
_NATIONAL = ("全国", "中国", "世界", "全球")
_ANOTHER = re.compile("[比较与同和及至到从自、上下前后历往曾将拟筹申]|去年|明年|计划|以来|[0-9]年")
_NUMBERED = re.compile(r"\s*[（(]?[一二三四五六七八九十0-9]+[、.．）)]")
_REACH = 8
_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.CAPTION})


def pairs_of_editions(reading: Reading, mentions: list[Mention]) -> Iterator[Pair]:
    """Pair an edition that stands alone with the one that the event has elsewhere."""
    events: dict[tuple[str, str], dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        name = significant(mention.after)[:_NAME]
        if len(name) == _NAME and _is_edition(mention, name):
            events[name, _year_before(mention)][mention.figure.value].append(mention)
    for (_, year), editions in events.items():
        if len(editions) == 2:
            more, fewer = sorted(editions.values(), key=len, reverse=True)
            if len(fewer) == 1 and _is_meant(reading, more, fewer[0], dated=bool(year)):
                first, last = sorted((more[0], fewer[0]), key=lambda mention: mention.figure.start)
                yield first, last


def _is_edition(mention: Mention, name: str) -> bool:
    written = mention.figure.text
    if mention.figure.kind is not FigureKind.ORDINAL:
        return False
    return bool(_IN_SERIES.match(written)) or (
        bool(_COUNTED_THROUGH.match(written)) and name.startswith(_NATIONAL)
    )


def _year_before(mention: Mention) -> str:
    found = _OF_YEAR.search(mention.before)
    return found[1] if found else ""


def _is_meant(reading: Reading, others: list[Mention], one: Mention, *, dated: bool) -> bool:
    """Tell whether a lone edition was meant to be that of the others, or of the only other if one is a heading."""
    if any(other.number == one.number for other in others):
        return False
    if len(others) == 1 and _is_heading(reading, one) == _is_heading(reading, others[0]):
        return False
    return dated or not any(_ANOTHER.search(mention.before[-_REACH:]) for mention in (one, others[0]))


def _is_heading(reading: Reading, mention: Mention) -> bool:
    """Tell whether a mention stands in a heading, or in the first line of all if that is no sentence."""
    if mention.figure.block < 0:
        return False
    block = reading.document.blocks[mention.figure.block]
    is_first = mention.figure.block == 0 and not reading.document.text[: block.end].rstrip().endswith("。")
    return is_first or block.kind in _HEADINGS


def pairs_of_titles(reading: Reading, mentions: list[Mention]) -> Iterator[Pair]:
    """Pair the year of the title of the document with that of a heading or caption in the same words."""
    titled: tuple[Mention, str] | None = None
    for mention in mentions:
        if mention.figure.kind is not FigureKind.YEAR or not _is_heading(reading, mention):
            continue
        words = significant(mention.after)
        if titled is None:
            if _is_numbered(reading, mention):
                return
            titled = mention, words
            continue
        title, name = titled
        is_again = len(name) >= _TITLE and words.startswith(name[:_TITLE])
        if is_again and title.figure.block != mention.figure.block:
            yield title, mention


def _is_numbered(reading: Reading, mention: Mention) -> bool:
    """Tell whether a heading is one of a row (一、2010年…，二、2011年…), which is no title of the document."""
    block = reading.document.blocks[mention.figure.block]
    return _NUMBERED.match(reading.document.text, block.start, block.end) is not None
