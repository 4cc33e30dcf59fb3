from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations import relations_of
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.mentions import claims_between_mentions
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

TOLD = (
    "2023年全区读书月共举办讲座48场，到场居民3600人次，在街道书房设借阅点27处，配送图书15200册，"
    "居民对服务表示满意，各街道都安排专人管理，借阅点全年开放，节假日照常，图书每季更换。"
)


def _equal(text: str) -> list[Claim]:
    claims = claims_between_mentions(read(document_of(text, "报告.txt")))
    return [claim for claim in claims if claim.kind is ClaimKind.EQUAL]


def _written(claim: Claim) -> tuple[str, ...]:
    return tuple(term.figure.text for term in claim.terms if term.figure)


def _failing(text: str) -> list[tuple[str, ...]]:
    return [_written(claim) for claim in _equal(text) if judge(claim).verdict is Verdict.FAIL]


def _told(text: str) -> set[tuple[str, ...]]:
    return {_written(claim) for claim in _equal(text)}


def test_figures_of_a_passage_told_twice_are_equal() -> None:
    claims = _equal(f"一、情况\n{TOLD}\n\n二、总结\n{TOLD}\n")

    assert {("48场", "48场"), ("3600人次", "3600人次"), ("27处", "27处")} <= {_written(one) for one in claims}
    assert all(judge(claim).verdict is Verdict.PASS for claim in claims)


def test_a_figure_changed_in_the_copy_fails() -> None:
    assert _failing(f"一、情况\n{TOLD}\n\n二、总结\n{TOLD.replace('48场', '84场')}\n") == [("48场", "84场")]


def test_numbers_that_only_say_which_of_a_list_is_meant_are_not_claimed_equal() -> None:
    listed = (
        "目标1:修缮河岸围栏640米,目标2:补种行道树215棵,"
        "其中运用第一种方式栽植138棵,运用第二种方式栽植77棵,养护人员每日巡查,雨季前全部完工。"
    )
    told = _told(f"一、计划\n{listed}\n\n二、完成\n{listed}\n")

    assert {("640米", "640米"), ("215棵", "215棵"), ("138棵", "138棵")} <= told
    assert not {("1", "1"), ("2", "2"), ("第一种", "第一种"), ("第二种", "第二种")} & told


def test_a_form_filled_in_for_another_year_is_no_copy() -> None:
    other = TOLD.replace("2023", "2022").replace("48场", "46场")

    assert _failing(f"一、情况\n{TOLD}\n\n二、上年\n{other}\n") == []


def test_a_form_filled_in_for_another_thing_is_no_copy() -> None:
    other = TOLD.replace("48", "31").replace("3600", "2900").replace("27", "19")

    assert _failing(f"一、甲区\n{TOLD}\n\n二、乙区\n{other}\n") == []


def test_a_third_mention_is_equal_to_the_first() -> None:
    claims = _equal(f"一、情况\n{TOLD}\n\n二、总结\n{TOLD}\n\n三、附表\n{TOLD}\n")

    first = min(claim.result.figure.start for claim in claims if claim.result.figure)
    lectures = [claim for claim in claims if _written(claim) == ("48场", "48场")]
    assert len(lectures) == 2
    assert {claim.result.figure.start for claim in lectures if claim.result.figure} == {
        first + TOLD.index("48场") - TOLD.index("2023年")
    }


def test_one_number_of_two_things_is_not_claimed_equal() -> None:
    assert _equal("全年组织50名护士参加急救演练。\n\n另有50名学生到敬老院慰问演出。\n") == []


def test_a_slip_in_a_named_amount_told_three_times_fails() -> None:
    text = (
        "2023年培训专项经费支出128.46万元，用于教材。\n\n会上通报，2023年培训专项经费支出128.46万元，较好。\n\n"
        "综上，2023年培训专项经费支出182.46万元，完成任务。\n"
    )

    assert _failing(text) == [("128.46万元", "182.46万元")]


def test_text_without_figures_claims_nothing() -> None:
    assert claims_between_mentions(read(document_of("没有数字的一段话。\n", "空.txt"))) == []


def test_totals_of_both_sides_of_an_account_are_equal() -> None:
    text = "本年收入总计512.37万元，其中拨款500.00万元。支出总计512.37万元。"

    assert [_written(claim) for claim in _equal(text)] == [("512.37万元", "512.37万元")]


def test_what_is_had_and_what_is_spent_are_not_one_sum() -> None:
    assert _equal("全年到位资金6123.45万元。\n\n各项目支出6123.45万元。\n") == []


@pytest.mark.parametrize("written", ["35.26万元", "53.62万元", "45.62万元"])
def test_of_two_mentions_of_one_name_a_slip_fails(written: str) -> None:
    text = f"公务接待费支出35.62万元，用于外事。\n\n分项看，公务接待费支出{written}，较为平稳。\n"

    assert _failing(text) == [("35.62万元", written)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("修缮村级泵站36座。\n\n分析看，修缮村级泵站63座。\n", ("36座", "63座")),
        ("修缮村级泵站36座，投入816万元。\n\n全年修缮村级泵站8座，投入816万元。\n", ("36座", "8座")),
        ("水利设施投资12.6万元。\n\n全年实现水利设施投资12.6元。\n", ("12.6万元", "12.6元")),
    ],
)
def test_a_name_told_twice_is_told_of_one_number(text: str, pair: tuple[str, str]) -> None:
    assert _failing(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "修缮村级泵站36座。\n\n上游修缮村级泵站48座。\n",
        "修缮村级泵站36座，投入816万元。\n\n其中修缮村级泵站63座，投入904万元。\n",
        "投入资金816万元，水利总量36座。\n\n投入资金816万元，水利总量8座。\n",
        "全市水库蓄水量4218万立方米。\n\n市级水库蓄水量4281万立方米。\n",
        "公务接待费支出35.62万元。\n\n公务接待费支出7.04万元。\n",
        "公务接待费预算35.62万元。\n\n公务接待费支出35.26万元。\n",
        "2022年公务接待费支出35.62万元。\n\n2023年公务接待费支出35.26万元。\n",
        "公务接待费支出35.62万元，其中外事公务接待费支出35.26万元。\n",
    ],
)
def test_two_amounts_of_one_name_may_differ(text: str) -> None:
    assert _failing(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("护林员上路巡山{}次，比上年增加9次。\n\n村护林员上路巡山{}次，无火情。\n", True),
        ("护林员上路巡山比上年增加{}次。\n\n护林员上路巡山比计划增加{}次。\n", False),
        ("发生山火{}起，扑灭快。\n\n发生山火{}起，扑灭慢。\n\n发生山火5起。\n\n发生山火7起。\n", False),
    ],
)
def test_few_digits_in_like_words_tell_only_of_what_is_named_alike(text: str, *, pair: bool) -> None:
    told = _told(text.format(38, 38))

    assert any(written in told for written in (("38次", "38次"), ("38起", "38起"))) is pair


@pytest.mark.parametrize(("injured", "is_told"), [("受伤4人", True), ("受伤7人", False)])
def test_sentences_that_disagree_otherwise_do_not_tell_few_digits_again(
    injured: str, *, is_told: bool
) -> None:
    text = f"道路交通发生事故2起，受伤4人。\n\n（二）较大事故\n\n道路交通发生事故2起，{injured}。\n"

    assert (("2起", "2起") in _told(text)) is is_told


def test_pieces_of_names_and_marks_of_notes_are_no_mentions() -> None:
    reading = read(document_of("京畿“2+26”城市[3]均浓度为61微克，公众满意。", "报告.txt"))

    assert [mention.figure.text for mention in mentions_of(reading)] == ["61微克"]


def test_marks_of_notes_tell_nothing_of_each_other() -> None:
    told = "本区常住人口[{}]为579101人，其中男性人口为290356人，女性人口为288745人，按当年口径统计，"

    assert _failing(f"{told.format(2)}均已核实。\n\n{told.format(3)}均已公布。\n") == []


ONE, OTHER = (
    "认真组织开展志愿服务进社区进校园进企业宣传活动，",
    "积极发动党员干部职工参加义务植树清洁家园行动，",
)


def test_a_figure_between_two_repeated_passages_is_not_paired_with_itself() -> None:
    assert _equal(f"{ONE}{ONE}全年共计3580人次参加，{OTHER}{OTHER}效果良好。\n") == []


_TOLD_AGAIN = st.lists(
    st.sampled_from(
        [
            TOLD,
            TOLD.replace("48", "84"),
            "收入预算835.27万元，其中：财政拨款收入835.27万元，比2024年预算增加107.62万元；其他收入0万元。",
            "支出预算835.27万元，其中：财政拨款支出预算835.27万元，比2024年预算增加107.62万元。",
            "其中一般公共预算拨款支出预算835.27万元，比2024年预算增加107.62万元。",
            "组织参加第12届江滨龙舟赛，第12届江滨龙舟赛获奖3项。",
            "二、完成情况\n\n年度目标修缮泵站20座，实际完成20座。",
            "做好三项工作：一是宣传，二是培训，三是检查。",
            f"{ONE}{ONE}全年共计3580人次参加，{OTHER}{OTHER}效果良好。",
        ]
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=60)
@given(_TOLD_AGAIN)
def test_no_claim_holds_one_figure_twice(paragraphs: list[str]) -> None:
    for claim in relations_of(read(document_of("\n\n".join(paragraphs), "报告.txt"))).claims:
        figures = [term.figure.start for term in claim.terms if term.figure]
        assert len(figures) == len(set(figures))
