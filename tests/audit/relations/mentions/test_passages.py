from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.relations.mentions.passages import duplicated_passages, shared_passages

TOLD = (
    "全年在十二个社区开设书画课程，由退休教师授课，街道提供场地和茶水，参加的居民以老年人为主，"
    "课后在文化礼堂展出习作，居民投票选出受欢迎的作品，并编印成册送给参加者，反映很好。"
)


def test_a_passage_told_twice_is_found_whatever_its_punctuation_and_tags() -> None:
    again = "<p>" + TOLD.replace("，", ",").replace("课程", "课\n程") + "</p>"
    text = f"一、概况\n{TOLD}\n二、附表\n{again}\n"

    (passage,) = duplicated_passages(text)

    assert passage.differences == ()
    assert text[slice(*passage.a_range)].startswith("全年在十二个社区")
    assert text[slice(*passage.b_range)].endswith("反映很好")
    assert passage.a_range[1] <= passage.b_range[0]


def test_what_a_copy_changes_is_told() -> None:
    text = f"{TOLD}\n其他工作另行报告。\n{TOLD.replace('退休教师', '在校学生')}\n"

    (passage,) = duplicated_passages(text)

    told = [(text[slice(*one)], text[slice(*other)]) for one, other in passage.differences]
    assert told == [("退休教师", "在校学生")]


def test_a_short_piece_is_shared_but_no_long_passage() -> None:
    text = "居民投票选出最受欢迎的作品三件。\n另记：居民投票选出最受欢迎的作品五件。\n"

    assert duplicated_passages(text) == ()
    assert [passage.shared for passage in shared_passages(text)] == [13]


def test_a_decimal_point_counts() -> None:
    text = f"{TOLD}支出12.5万元。\n{TOLD}支出125万元。\n"

    assert duplicated_passages(text)[0].shared < len(TOLD) + 7


@given(st.text(alphabet="甲乙丙1 .，<p>\n", max_size=300))
def test_ranges_never_overlap_and_share_their_letters(text: str) -> None:
    for passage in shared_passages(text):
        assert passage.a_range[0] < passage.a_range[1]
        assert passage.b_range[0] < passage.b_range[1]
        for one, other in passage.same:
            assert one[0] < other[0]


def test_a_long_run_of_one_letter_is_no_two_passages_in_one_place() -> None:
    for text in ("其中" * 100_000, "1" * 100_000):
        for passage in shared_passages(text):
            assert passage.a_range[0] < passage.b_range[0]
