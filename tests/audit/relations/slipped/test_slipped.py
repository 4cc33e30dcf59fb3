"""Relations that one slip of the pen breaks: what is certain by its form, what is only likely, and what is neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "suspicion"),
    [
        (
            "演出[36场]，春季[9场]、夏季[8场]、秋季[21场]、冬季[7场]，场均成本[1.61万元]。",
            "sum certain 36场 9场 8场 21场 7场 秋季=12",
        ),
        (
            "收入[9233.62万元]：拨款[8642.17万元]、基金[350.00万元]、其他[61.45万元]。",
            "sum certain 9233.62万元 8642.17万元 350.00万元 61.45万元 基金=5300000",
        ),
        (
            "红十字会接收资金[1286.30万元]、物资[402.17万元]，合[2688.47万元]。",
            "sum certain 2688.47万元 1286.30万元 402.17万元 合=16884700",
        ),
        (
            "读者[46.2万人次]，同比下降[19.4%]（2021年为[38.7万人次]）。",
            "growth certain 19.4% 46.2万人次 38.7万人次 turned",
        ),
    ],
)
def test_what_the_form_makes_certain_is_an_error(slipped: Stated, text: str, suspicion: str) -> None:
    assert suspicion in slipped(text)


@pytest.mark.parametrize(
    ("text", "suspicion"),
    [
        ("抽查[200份]，要素不全[14份]，差错率[70.0%]。", "rate likely 70.0% 14份 200份 差错率=7"),
        (
            "报名[3172人次]，录取[1288人次]，录取面[40.9%]。",
            "rate likely 40.9% 1288人次 3172人次 录取面=40.6",
        ),
        (
            "认定工伤[2864件]，比上年增加[188件]（上年[3052件]）。",
            "difference likely 188件 2864件 3052件 turned",
        ),
        ("走访[150户]，改善的[171户]，没有变化的[33户]。", "sum likely 150户 171户 33户 改善的=117"),
    ],
)
def test_what_is_only_likely_is_worth_a_look(slipped: Stated, text: str, suspicion: str) -> None:
    assert suspicion in slipped(text)


@pytest.mark.parametrize(
    "text",
    [
        "演出[36场]，春季[9场]、夏季[8场]、秋季[12场]、冬季[7场]。",  # holds
        "演出[36场]，春季[9场]、夏季[8场]、秋季[3场]、冬季[11场]。",  # two slips, or a list that leaves some out
        "其中甲[1286.30万元]、乙[402.17万元]、丙[2688.47万元]。",  # told beside each other
        "培训[3172人次]，更新[1288人次]，低于上年同期的[40.9%]。",  # another year's
        "报名[3172人次]，录取[1288元]，录取面[40.9%]。",  # not one measure
        "支出[1210.0万元]，其中助学[52.06万元]，完成预算的[104.3%]。",  # of a plan that is not told
        "一般公共预算收入[1210.0万元]，助学[52.06万元]，完成预算的[104.3%]。",
        "救助[82人]（其中，省[四类]康复[28人]，辅助器具[4人]、假肢[4人]）。",  # one of a list itself
        "到位[31.2万元]。支出[20.7万元]。\n结存[8.1万元]。",  # 10.5: not one digit off
    ],
)
def test_what_holds_or_is_no_slip_is_left_alone(slipped: Stated, text: str) -> None:
    assert slipped(text) == []


def test_what_a_known_sum_binds_is_not_suspected_again(slipped: Stated) -> None:
    alone = "收支相抵。项目[14.52万元]、基本[8.26万元]，合[23.78万元]。"
    bound = "合计[22.78万元]，其中项目[14.52万元]、基本[8.26万元]，合[23.78万元]。"
    assert any("23.78万元 14.52万元 8.26万元" in one for one in slipped(alone))
    assert not any("23.78万元 14.52万元 8.26万元" in one for one in slipped(bound))
