from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.copies import pairs_in_copies
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.mentions import claims_between_mentions
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

TOLD = (
    "2023年全区读书月共举办讲座48场，到场居民3600多人次，在街道书房设借阅点27处，配送图书15200册，"
    "居民对服务表示满意，各街道都安排专人管理，借阅点全年开放，节假日照常，图书每季更换，新增座位130个。"
)


def _pairs(text: str) -> list[tuple[str, str]]:
    reading = read(document_of(text, "报告.txt"))
    mentions = [mention for mention in mentions_of(reading) if not mention.is_bare]
    pairs = pairs_in_copies(reading.document.text, mentions)
    return [(one.figure.text, other.figure.text) for one, other in pairs]


def _failing(text: str) -> list[str]:
    claims = claims_between_mentions(read(document_of(text, "报告.txt")))
    failing = [one for one in claims if one.kind is ClaimKind.EQUAL and judge(one).verdict is Verdict.FAIL]
    return [one.operands[0].figure.text for one in failing if one.operands[0].figure]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("48场", "46场"), ("27处", "77处"), ("3600多人次", "3800多人次"), ("2023年", "2022年")],
)
def test_one_figure_that_differs_in_a_copy_fails(written: str, meant: str) -> None:
    text = f"一、情况\n\n{TOLD}\n\n二、附表\n\n{TOLD.replace(written, meant)}\n"

    assert (written, meant) in _pairs(text)
    assert _failing(text) == [meant]


def test_of_three_prints_the_one_that_differs_fails() -> None:
    text = f"一、情况\n\n{TOLD}\n\n二、成效\n\n{TOLD}\n\n三、附表\n\n{TOLD.replace('27处', '21处')}\n"

    assert _failing(text) == ["21处"]


@pytest.mark.parametrize(("written", "meant"), [("第17届", "第18届"), ("33个", "23个")])
def test_a_short_passage_is_a_copy_if_many_of_its_figures_agree(written: str, meant: str) -> None:
    told = "第17届青少年航模竞赛，江滨学校等5所学校获一等奖7个、二等奖4个、三等奖6个，有3位同学总分领先，代表团获33个奖项，"

    assert _failing(f"{told}创历史最好。\n\n另报：{told.replace(written, meant)}名列前茅。\n") == [meant]


TEMPLATE = (
    "{}预算财政拨款收入{}万元，为本级财政当年拨付的资金，已按规定全部用于保障单位日常运转和完成特定工作任务，"
    "与上年度相比增加3.75万元，增长11.5%，主要原因是人员和工作任务增加，涉及职工28人，各项开支标准没有调整。"
)


@pytest.mark.parametrize(
    ("name", "amount"), [("政府性基金", "0.00"), ("政府性基金", "53.29"), ("一般公共", "0.00")]
)
def test_one_template_for_two_things_is_no_copy(name: str, amount: str) -> None:
    told = TEMPLATE.format("一般公共", "35.29")

    assert _failing(f"1.{told}\n\n2.{TEMPLATE.format(name, amount)}\n") == []


def test_a_template_that_ends_in_another_figure_is_no_copy() -> None:
    told = "按照部门决算编制要求，对照单位职责和年度工作任务，逐项核对原始凭证和往来账目，经内部审核和集体研究确认，合计"

    assert _failing(f"{told}526.17万元。\n\n（二）支出\n\n{told}562.17万元。\n") == []


def test_tags_and_blanks_around_a_figure_do_not_hide_it() -> None:
    printed = TOLD.replace("共举办讲座48场", "</p><p>共举办讲座 43 场")

    assert _failing(f"{TOLD}\n\n附表\n\n{printed}\n") == ["43 场"]


def test_a_short_passage_is_a_copy_if_its_other_figures_tell() -> None:
    told = "2023年本区财政收入812.46万元，其中上年结转6.35万元，财政拨款收入806.11万元，"

    assert _failing(f"{told}均已入账。\n\n{told.replace('6.35', '8.35')}按规定使用。\n") == ["8.35万元"]


@pytest.mark.parametrize(
    "other",
    [
        TOLD.replace("48", "31").replace("3600", "2900").replace("27", "19"),
        TOLD.replace("2023", "2022").replace("48场", "46场"),
        "2023年全区读书月共举办讲座48场，居民反映良好。",
    ],
)
def test_a_form_filled_in_anew_is_no_copy(other: str) -> None:
    assert _failing(f"{TOLD}\n\n{other}\n") == []


def test_a_small_number_in_a_short_passage_is_no_copy_by_itself() -> None:
    row = "{}补贴发放标准\t元/月/人\t不低于{}元\t{}\t达到目标{}元\n"
    form = "标准表\n\n项目\t单位\t标准\t现值\t完成\n"

    assert _pairs(form + row.format("巡山", 60, 60, 60) + row.format("护林", 60, 60, 60)) == []
    assert _pairs(form + row.format("巡山", 6318, 6318, 6318) + row.format("护林", 6318, 6318, 6318))


def test_the_year_compared_with_in_a_form_filled_in_twice_is_not_claimed() -> None:
    told = "1.{}收入{}万元，为本级财政当年拨付的资金，已按规定全部用于保障单位日常运转和完成特定工作任务，没有截留、挤占和挪用的情形，全部款项已按时入账，较2022年度增加{}万元，"
    text = f"{told.format('拨款', '35.29', '4.1')}\n\n{told.format('经营', '12.76', '3.8')}\n"

    assert ("2022年度", "2022年度") not in _pairs(text)
