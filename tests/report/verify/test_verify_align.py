from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.report.verify.align import correspondence, masked, pair_pieces, pair_units
from wenxiao.report.word.read import Mark, Piece, Unit, WordPlace

TEXT = st.text("支出万元增长，。 0123456789.,%", max_size=30)


def unit(*texts: str) -> Unit:
    return tuple(Piece(text, WordPlace()) for text in texts)


def pairs(actual: list[str], expected: list[str]) -> list[tuple[str, str]]:
    paired = pair_units([unit(text) for text in actual], [unit(text) for text in expected])
    return [(mine[0].text if mine else "", theirs[0].text if theirs else "") for mine, theirs in paired]


def test_units_are_alike_when_only_numbers_and_widths_differ() -> None:
    assert masked(unit("支出 1,234.5 万元（增）")) == masked(unit("支出９万元(增)"))


def test_changed_numbers_do_not_disturb_the_order() -> None:
    assert pairs(["甲9", "甲8", "乙"], ["甲1", "甲2", "乙"]) == [("甲9", "甲1"), ("甲8", "甲2"), ("乙", "乙")]


def test_an_added_and_a_deleted_paragraph_stay_alone() -> None:
    found = pairs(["概况如下", "新写的一段话", "结束语"], ["概况如下", "结束语", "原有的结论在此"])

    assert found == [
        ("概况如下", "概况如下"),
        ("新写的一段话", ""),
        ("结束语", "结束语"),
        ("", "原有的结论在此"),
    ]


def test_a_reworded_and_a_moved_paragraph_find_their_origin() -> None:
    expected = ["全年支出总计5万元，增长三成", "开展科普活动6场，覆盖乡镇", "评审人才项目共计7个，资助到位"]

    reworded = pairs(["本年度支出总计5万元，增长了三成", expected[1], expected[2]], expected)
    moved = pairs([expected[2], expected[0], expected[1]], expected)

    assert reworded[0] == ("本年度支出总计5万元，增长了三成", expected[0])
    assert all(mine == theirs for mine, theirs in moved)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=8), st.lists(TEXT, max_size=8))
def test_every_unit_is_paired_once(actual: list[str], expected: list[str]) -> None:
    found = list(pair_units([unit(text) for text in actual], [unit(text) for text in expected]))

    assert [mine[0].text for mine, _ in found if mine] == actual
    assert sorted(theirs[0].text for _, theirs in found if theirs) == sorted(expected)


def test_a_row_with_a_cell_more_is_compared_as_one_text() -> None:
    marked = (Piece("甲", WordPlace()), Piece("5", WordPlace(), (Mark(0, 1, "k"),)))

    ((mine, theirs),) = pair_pieces(marked, unit("甲"))

    assert (mine.text, mine.marks, theirs.text) == ("甲\t5\t", (Mark(2, 3, "k"),), "甲\t")


def became(actual: str, expected: str, part: str) -> str:
    start = expected.index(part)
    return actual[slice(*correspondence(actual, expected).became(start, start + len(part)))]


def test_a_figure_is_found_where_it_stood() -> None:
    expected = "支出5.5万元，增长3%"

    assert became(expected, expected, "5.5万元") == "5.5万元"
    assert became("支出15.5万元，增长3%", expected, "5.5万元") == "15.5万元"
    assert became("总支出5.5亿元，增长3%", expected, "5.5万元") == "5.5亿元"
    assert became("支出，增长3%", expected, "5.5万元") == ""


def test_numbers_are_never_cut_apart() -> None:
    actual = "支出1,743.31万元和12个"

    found = correspondence(actual, "支出743.31万元和2个").new_numbers()

    assert [actual[start:end] for start, end in found] == ["1,743.31", "12"]


@settings(deadline=None)
@given(TEXT, TEXT)
def test_equal_text_has_no_new_numbers_and_all_ranges_lie_inside(actual: str, expected: str) -> None:
    assert list(correspondence(actual, actual).new_numbers()) == []
    for start in range(len(expected)):
        left, right = correspondence(actual, expected).became(start, start + 1)
        assert 0 <= left <= right <= len(actual)
        assert correspondence(expected, expected).became(start, start + 1) == (start, start + 1)
