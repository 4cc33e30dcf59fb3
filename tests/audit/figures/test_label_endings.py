"""What is dropped at the end of a label is asked for by its last letter first: none must be forgotten."""

from __future__ import annotations

import re

import pytest

from wenxiao.audit.figures import labels

WORDS = re.findall("[一-鿿]+", re.sub(r"\(\?<!.*?\)|\[.*?\]", "|", labels._TRAILING.pattern))


@pytest.mark.parametrize("word", [*WORDS, *'有达:：“”"('])
def test_all_that_is_dropped_is_asked_for(word: str) -> None:
    words = f"项目支出{word}"
    assert labels._trimmed(words) == labels._TRAILING.sub("", words) == "项目支出"
