from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.report.web.marked_text import Mark, MarkedText

TEXT = "收入<12.5>万元，其中拨款10万元"


def test_overlapping_marks_share_a_stretch() -> None:
    marked = MarkedText(TEXT, [Mark(3, 7, "figure failing"), Mark(2, 8, "finding error", 0, "f0p0")])

    assert marked.html(0, 10) == (
        '收入<a id="f0p0"></a><span class="finding error" data-findings="0" tabindex="0" role="link">&lt;</span>'
        '<span class="finding error figure failing" data-findings="0" tabindex="0" role="link">12.5</span>'
        '<span class="finding error" data-findings="0" tabindex="0" role="link">&gt;</span>万元'
    )


def test_a_mark_that_began_before_the_range_is_shown_inside_it() -> None:
    assert MarkedText(TEXT, [Mark(0, 8, "figure")]).html(6, 10) == '<span class="figure">5&gt;</span>万元'


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=8), st.integers(0, 12))
def test_no_character_is_lost_or_doubled(ranges: list[tuple[int, int]], start: int) -> None:
    text = "甲乙丙丁&戊己庚辛壬癸子丑"
    marks = [Mark(begin, min(begin + length, len(text)), "figure") for begin, length in ranges]
    shown = MarkedText(text, marks).html(min(start, len(text)), len(text))

    assert unescape(re.sub("<[^>]*>", "", shown)) == text[start:]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=8))
def test_exactly_the_covered_characters_are_marked(ranges: list[tuple[int, int]]) -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅"
    marks = [Mark(begin, min(begin + length, len(text)), "figure") for begin, length in ranges]
    shown = MarkedText(text, marks).html(0, len(text))
    covered = {at for mark in marks for at in range(mark.start, mark.end)}

    assert "".join(re.findall('<span class="figure">([^<]*)</span>', shown)) == "".join(
        text[at] for at in sorted(covered)
    )
