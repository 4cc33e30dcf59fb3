from __future__ import annotations

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.targets import targets_claimed
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict


def _claims(text: str) -> list[Claim]:
    reading = read(document_of(text, "报告.txt"))
    return list(targets_claimed(reading, mentions_of(reading)))


def _verdicts(text: str) -> list[tuple[str, str, Verdict]]:
    return [
        (claim.result.figure.text, claim.operands[0].figure.text, judge(claim).verdict)
        for claim in _claims(text)
        if claim.result.figure and claim.operands[0].figure
    ]


def _report(goal: str, result: str) -> str:
    return f"一、绩效目标\n\n{goal}\n\n二、完成情况\n\n{result}\n"


def test_a_target_is_reached() -> None:
    text = _report("全年开展社区义诊活动20场以上。", "全年开展社区义诊活动23场，群众欢迎。")

    assert _verdicts(text) == [("20场以上", "23场", Verdict.PASS)]


def test_a_target_is_missed() -> None:
    text = _report("全年开展社区义诊活动20场以上。", "全年开展社区义诊活动18场，群众欢迎。")

    assert _verdicts(text) == [("20场以上", "18场", Verdict.FAIL)]


def test_the_same_number_of_other_things_is_no_result() -> None:
    assert _verdicts(_report("选派30名医师进修。", "邀请30名居民座谈。")) == []


def test_each_target_takes_its_own_result() -> None:
    text = _report(
        "更新消防水带120条，检修消火栓300个。", "全年检修消火栓310个。另更新消防水带96条，均通过验收。"
    )

    assert _verdicts(text) == [
        ("120条", "96条", Verdict.FAIL),
        ("300个", "310个", Verdict.PASS),
    ]


def test_a_result_told_twice_is_measured_once() -> None:
    text = _report(
        "全年开展社区义诊活动20场以上。",
        "全年开展社区义诊活动23场，群众欢迎。\n\n汇总：全年开展社区义诊活动23场。",
    )

    assert _verdicts(text) == [("20场以上", "23场", Verdict.PASS)]


def test_a_target_told_again_among_the_results_is_no_result() -> None:
    text = _report(
        "全年开展社区义诊活动20场。", "社区义诊活动计划20场。\n\n全年开展社区义诊活动23场，群众欢迎。"
    )

    assert _verdicts(text) == [("20场", "23场", Verdict.PASS)]


def test_a_part_of_a_joint_target_is_not_called_missed() -> None:
    text = _report("邀请40名以上专家来区讲学和参加论坛。", "邀请了12名专家参加论坛。")

    assert _verdicts(text) == []


def test_a_limit_is_kept_from_above() -> None:
    text = _report("公务接待批次控制在30批以内。", "公务接待批次为26批。")

    assert [verdict for *_, verdict in _verdicts(text)] == [Verdict.PASS]


def test_another_edition_of_an_event_is_told_as_two_editions() -> None:
    text = _report("组队参加第12届全市青少年航模锦标赛。", "组队参加第11届全市青少年航模锦标赛。")

    (claim,) = _claims(text)
    assert claim.kind is ClaimKind.EQUAL
    assert judge(claim).verdict is Verdict.FAIL


def test_results_of_another_edition_are_no_results_of_the_target() -> None:
    text = _report(
        "第12届全市青少年航模锦标赛推荐优秀作品30件。", "第11届全市青少年航模锦标赛推荐优秀作品25件。"
    )

    assert [claim.kind for claim in _claims(text)] == [ClaimKind.EQUAL]


def test_a_form_pairs_the_columns_of_each_row() -> None:
    text = (
        "绩效目标表\n\n项目\t计划\t实际\n"
        "义诊\t全年开展社区义诊活动20场以上\t全年开展社区义诊活动18场\n"
        "宣传\t发放健康手册500册\t发放健康手册520册\n"
    )

    assert _verdicts(text) == [("20场以上", "18场", Verdict.FAIL), ("500册", "520册", Verdict.PASS)]


def test_a_paragraph_says_by_its_first_words_whether_it_tells_plan_or_result() -> None:
    text = "2、绩效目标。修缮路灯不少于60盏。\n\n3、完成情况。修缮路灯54盏。\n"

    assert _verdicts(text) == [("不少于60盏", "54盏", Verdict.FAIL)]


def test_plan_and_result_of_one_paragraph_are_told_by_their_clauses() -> None:
    assert _verdicts("项目计划栽种苗木12批。实际栽种11批，长势良好。") == [("12批", "11批", Verdict.FAIL)]


def test_a_figure_is_measured_against_the_target_named_behind_it() -> None:
    text = "改造水站26座，超过20座的目标；用户满意率91%，低于95%的目标。"

    assert _verdicts(text) == [("超过20座", "26座", Verdict.PASS), ("低于95%", "91%", Verdict.FAIL)]


def test_a_row_of_a_form_pairs_its_target_with_what_was_reached() -> None:
    text = "指标\t年度指标值\t实际完成值\n巡查河道\t≥300次\t286次\n水质达标率\t≥90%\t93%\n"

    assert _verdicts(text) == [("≥300次", "286次", Verdict.FAIL), ("≥90%", "93%", Verdict.PASS)]


def test_an_edition_planned_and_another_reported_are_claimed_equal() -> None:
    text = "目标：举办第六届文化灯会。\n\n结果：第五届文化灯会如期开幕。\n"

    (claim,) = _claims(text)

    assert claim.kind is ClaimKind.EQUAL
    assert judge(claim).verdict is Verdict.FAIL


def test_what_is_worked_out_of_target_and_result_is_neither() -> None:
    form = "项目进度表\n\n项目\t年度计划\t实际完成\t执行率\t得分\n{}\n"

    assert _verdicts(form.format("清淤\t清淤30公里\t清淤32公里\t完成清淤107%\t按清淤得9分")) == [
        ("30公里", "32公里", Verdict.PASS)
    ]
    assert _verdicts(form.format("合格率\t合格率95%\t见附件\t合格率执行90%\t9")) == []


def test_what_one_year_reached_is_not_measured_by_the_target_of_the_next() -> None:
    table = "指标\t2030年实际完成\t{year}年目标\n接待人次\t5210人次\t6000人次\n"
    assert _claims(table.format(year="2031")) == []
    assert [claim.kind for claim in _claims(table.format(year="2030"))] == [ClaimKind.TARGET]
