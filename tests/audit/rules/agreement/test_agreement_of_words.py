"""Names, units and copied passages that differ by a word, as the rules WX206 to WX208 tell them."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import chosen_rules, manuscript_of
from wenxiao.audit.findings import findings_by
from wenxiao.finding import Finding, Severity
from wenxiao.place import TextPlace

PASSAGE = (
    "围绕河道保洁和岸线巡查，本年组建了由沿线村组骨干参加的联合巡河队，建立定期会商、上门指导、跟踪反馈的工作"
    "机制，编写了通俗易懂的护河手册，在汛期前走村入户开展面对面的讲解，及时回应群众在清淤、护岸、排污等方面的"
    "疑问，得到群众的普遍认可，护河意识明显增强。"
)


def _found(text: str, code: str) -> tuple[Finding, ...]:
    return findings_by(chosen_rules([code], []), manuscript_of(text))


@pytest.mark.parametrize(
    ("meant", "written", "severity"),
    [
        ("巡河队", "巡何队", Severity.WARNING),
        ("定期会商", "定期碰头", Severity.INFO),
        ("通俗易懂的", "通俗易懂", Severity.INFO),
        ("沿线村组", "沿线乡组", Severity.INFO),
    ],
)
def test_a_letter_miswritten_in_a_copied_passage_weighs_more_than_other_words(
    meant: str, written: str, severity: Severity
) -> None:
    (finding,) = _found(f"{PASSAGE}\n\n二、附表\n\n{PASSAGE.replace(meant, written)}\n", "WX206")

    assert finding.severity is severity


def test_rows_of_the_same_figures_are_no_passage_printed_twice() -> None:
    rows = (
        "2121\t管护支出\t92.71\t12.50",
        "212101\t园林日常管护\t92.71\t12.50",
        "2122\t巡查支出\t81.20\t31.00",
        "2123\t养护支出\t72.60\t18.40",
        "212301\t养护工程\t72.60\t18.40",
    )
    table = "".join(f"{row}\t0.00\t0.00\t0.00\n" for row in rows)
    assert _found(f"支出表\n单位：元\n编码\t项目\t合计\t结转\t其他\t其他\t其他\n{table}", "WX206") == ()


def test_one_difference_is_told_once_with_the_words_around_it() -> None:
    slip = PASSAGE.replace("巡河队", "巡何队")

    found = _found(f"{PASSAGE}\n\n二、附表\n\n{slip}\n\n三、附件\n\n{PASSAGE}\n", "WX206")

    assert ["联合巡何队" in finding.message for finding in found] == [True]
    assert len(found[0].places) == 3


@pytest.mark.parametrize(
    ("written", "told"),
    [("排查隐患37处，得到群众的普遍认可", 1), ("排查隐患，得到群众的普遍认可", 0), ("得到群众的普遍认可", 0)],
)
def test_a_figure_left_out_of_a_copy_is_told(written: str, told: int) -> None:
    other = PASSAGE.replace("得到群众的普遍认可", written)

    assert len(_found(f"{PASSAGE}\n\n二、附表\n\n{other}\n", "WX206")) == told


def test_a_name_in_two_spellings_is_marked_at_both() -> None:
    text = "承办江南省航海模型大赛。\n\n江南航海模型大赛反响好。\n\n江南航海模型大赛获奖3项。\n"

    (finding,) = _found(text, "WX207")

    assert [place.text for place in finding.places if isinstance(place, TextPlace)] == [
        "江南省航海模型大赛",
        "江南航海模型大赛",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年走访困难家庭216户。", "走访困难家庭216人。"),
        ("累计接送残疾居民358人次。", "接送残疾居民358人，群众满意。"),
        ("本年开展护河宣传45场。", "开展护河宣传45次。"),
    ],
)
def test_one_number_in_two_measures_is_told_once(one: str, other: str) -> None:
    (finding,) = _found(f"{one}\n\n{other}\n\n{other}\n", "WX208")

    assert len(finding.places) == 2


@pytest.mark.parametrize(
    "text",
    [
        "接送残疾居民358人次。\n\n接送残疾居民212人。",
        "接送残疾居民358人次。\n\n培训护理员358人。",
        "接送残疾居民358人次。\n\n接送残疾居民358人次。",
        "接送残疾居民5人次。\n\n接送残疾居民5人。",
        "",
    ],
)
def test_other_numbers_and_other_things_may_have_other_measures(text: str) -> None:
    assert _found(text, "WX208") == ()
