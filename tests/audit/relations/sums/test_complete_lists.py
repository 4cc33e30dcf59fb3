"""Lists after 其中 that do not add up: which of them say that they should."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def verdicts(claims: list[str]) -> list[str]:
    return [claim.split()[1] for claim in claims if claim.startswith("sum")]


@pytest.mark.parametrize(
    "text",
    [
        "支出[80万元]，按用途划分，办公[50万元]、差旅[20万元]。",
        "经费由[3个]部分构成，共[80万元]，其中甲[40万元]、乙[20万元]、丙[10万元]。",  # as many parts as said
        "支出[80万元]，其中甲[40万元]，占[50%]；乙[36万元]，占[50%]。",  # shares of 100 %
        "支出[80万元]，其中甲[40万元]、乙[20万元]，分别占[66.7%]、[33.3%]。",
        "支出[80万元]（甲[40万元]、乙[20万元]、丙[10万元]）。",  # a row in brackets
        "支出[132万元]，其中民政[110万元]、教育[19万元]、卫生[25万元]。",  # more than there is
        "验收[62项]，其中优秀[9项]、合格[40项]、不合格[3项]。",
        "对象[54户]、[91人]，其中甲[20户]、[28人]，乙[34户]、[54人]。",  # the sister column adds up
        "支出[80.5万元]（不含结转[9.1万元]），其中人员[50.2万元]、公用[20.3万元]。",  # the whole stands outside
        "资产总额[30万元]、负债[9万元]，其中行政单位资产总额[8万元]，事业单位资产总额[20万元]。",
    ],
)
def test_a_list_that_says_it_is_complete_must_add_up(stated: Stated, text: str) -> None:
    assert "fail" in verdicts(stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "支出[80万元]（甲[40万元]、乙[20万元]等）。",
        "支出[80万元]（年初预算[90万元]、调整[20万元]、结转[5万元]）。",
        "学员[50人]，其中党员[30人]、女性[25人]。",  # people can be both
        "资金[500万元]，其中中央[300万元]、省级[150万元]，其余由县里配套。",
        "资金[800.5万元]，其中中央资金[400.2万元]、地方债券[150.3万元]，另有捐赠[20万元]。",
        "共[6435万元]，其中春季[3120万元]，秋季[3115万元]，其余补发。",
        "企业[100家]，其中规上[60家]、高新[50家]。",  # one can be both
        "教师[120人]，其中高级[30人]、中级[50人]，男[40人]、女[85人]。",
        "户均收入[8万元]，其中城镇[9万元]、农村[5万元]。",  # averages
        "比上年增加[5万元]，其中人员经费增加[9万元]，公用经费减少[3万元]。",  # one up, one down
        "增收[25万元]。税收[66万元]，其中增值税[40万元]、所得税[10万元]。",
    ],
)
def test_a_list_that_may_leave_something_out_claims_nothing(stated: Stated, text: str) -> None:
    assert verdicts(stated(text)) == []


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "收入[43万元]，占预算[90万元]的[48%]。其中：税收[35万元]，占预算[75万元]的[47%]；非税[8万元]，占预算[15万元]的[53%]。",
            ["35.00 + 8.00 = 43.00", "75.00 + 15.00 = 90.00"],
        ),
        (
            "支出[2万元]，预算为[3万元]，差值为[1万元]。其中：甲[0万元]，预算为[1万元]，差值为[1万元]；乙[2万元]，预算为[2万元]，差值为[0万元]。",
            ["0.00 + 2.00 = 2.00", "1.00 + 2.00 = 3.00"],
        ),
        (
            "全年[45个]项目，投资[27.3亿元]。其中[18个]交通项目[11.5亿元]，[27个]民生项目[15.8亿元]。",
            ["18 + 27 = 45", "115000.00 + 158000.00 = 273000.00"],
        ),
        ("建设[2.35万亩]，其中新建[1.5万亩]、改造提升[0.85万亩]。", ["15000 + 8500 = 23500"]),
        ("全年支出[50万元]。支出中，差旅[30万元]，会议[20万元]。", ["30.00 + 20.00 = 50.00"]),
        ("共有[16个]项目。其中快的[11个]，慢的[5个]。", ["11 + 5 = 16"]),
        (
            "收支总预算[57万元]。收入包括：拨款[55万元]、结转[2万元]；支出包括：教育[40万元]、住房[17万元]。",
            ["55.00 + 2.00 = 57.00", "40.00 + 17.00 = 57.00"],
        ),
    ],
)
def test_each_thing_told_of_the_parts_has_its_whole(stated: Stated, text: str, sums: list[str]) -> None:
    found = [claim.removeprefix("sum pass ") for claim in stated(text) if claim.startswith("sum")]
    assert sorted(found) == sorted(sums)


def test_both_sides_of_an_account_have_their_own_parts(stated: Stated) -> None:
    text = "收入总计[120万元]，其中本年[100万元]、结转[20万元]；支出总计[120万元]，其中本年[90万元]、结转[30万元]。"
    found = [claim for claim in stated(text) if claim.startswith("sum")]
    assert found == ["sum pass 100.00 + 20.00 = 120.00", "sum pass 90.00 + 30.00 = 120.00"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "线上[126.4万人次]，线下[3.85万余人次]，合计[超过130万人次]。",
            ["not-assessable 1264000 + 3.85万余人次 = 1302500—1302600，所列为 超过130万人次"],
        ),
        ("分两批，第一批[600万元]，第二批[360万元]，合计拨付[960万元]。", ["pass 600.00 + 360.00 = 960.00"]),
        (
            "预算[980万元]，第一批[600元]，第二批[360万元]，合计拨付[960万元]。",
            ["fail 0.06 + 360.00 = 360.06 ≠ 960.00"],
        ),
        ("市里拨付[310万元]。县里配套[80万元]，合计可用[390万元]。", ["pass 310.00 + 80.00 = 390.00"]),
        ("甲[12个]，乙[30个]。共有[7个]。", []),
    ],
)
def test_a_total_sums_up_what_stands_before_it(stated: Stated, text: str, claims: list[str]) -> None:
    assert [claim.removeprefix("sum ") for claim in stated(text) if claim.startswith("sum")] == claims


@pytest.mark.parametrize(
    "piece", ["，甲乙中，", "按甲分", "；收入包括", "（", "共", "由甲", "，按来源分类，"]
)
def test_many_words_before_one_amount_make_no_sum(stated: Stated, piece: str) -> None:
    claims = stated("支出[80万元]" + piece * 40_000 + "；[3万元]、[4万元]。")
    assert not any("pass" in claim for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "登记在册供应商[3120家]，其中货物类[2040家]、工程类[905家]、服务类[1311家]。",  # one may sell two
        "税收收入[80.56亿元]，其中市级税收收入[40.21亿元]；非税收入[31.47亿元]。",  # beside the whole
        "补助资金[88.47万元]，其中管理费[0.92万元]，目前资金已拨付[87.65万元]。",  # the state of the whole
        (
            "收入调增[61.84万元]，其中非税收入由[30.11万元]调整为[91.95万元]，"
            "主要由于：（1）租金调增[20.16万元]；（2）罚没收入调增[43.96万元]；（3）减免调减[2.28万元]。"
        ),
    ],
)
def test_what_is_no_part_proves_no_error(stated: Stated, text: str) -> None:
    assert "fail" not in verdicts(stated(text))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "采购支出[4256万元]，其中货物类[2040万元]、工程类[905万元]、服务类[1411万元]。",
            "fail",
        ),  # spent once
        ("收入[80.56亿元]，其中税收收入[40.21亿元]；非税收入[40.35亿元]。", "pass"),
        ("补助资金[88.47万元]，其中已拨付[0.92万元]，尚未拨付[87.65万元]。", "fail"),
    ],
)
def test_what_is_a_part_is_still_judged(stated: Stated, text: str, verdict: str) -> None:
    assert verdicts(stated(text)) == [verdict]


def test_what_a_part_grew_by_and_why_is_no_further_part(stated: Stated) -> None:
    text = "支出增加[50.5万元]，其中人员增加[30.2万元]，主要原因是调资增加[12.7万元]；公用增加[20.3万元]。"
    assert "sum pass 30.20 + 20.30 = 50.50" in stated(text)
