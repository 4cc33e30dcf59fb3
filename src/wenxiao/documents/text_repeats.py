"""Find passages that are printed a second time right after themselves, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST_BLOCKS = 3
_FEWEST_CHARACTERS = 200

NOTICE = "原文有 {count} 处整段重复（连续几段与紧接的前文逐字相同，多为同一页印了两次）；重复的部分只算一次。"
"""What a reader is told about repeats."""


def repeats_of(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Give the ranges of text in which at least three pieces repeat the same pieces directly before them.

    Args:
        text: the text of the document.
        ranges: its paragraphs and tables, in order.
    """
    keys = ["".join(text[start:end].split()) for start, end in ranges]
    last: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    shift = run = length = 0
    for index, key in enumerate(keys):
        same = 0 < shift <= index and keys[index - shift] == key
        if not same:
            shift, run, length = index - last.get(key, index), 0, 0
        last[key] = index
        if shift == 0:
            continue
        run, length = run + 1, length + len(key)
        if run == shift:
            if run >= _FEWEST_BLOCKS and length >= _FEWEST_CHARACTERS:
                found.append((ranges[index - run + 1][0], ranges[index][1]))
            run = length = 0
    return tuple(found)
