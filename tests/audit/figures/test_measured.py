"""Units that stand once for several numbers, are implied by a name, or are in no table."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.figures.read import as_json, figures_of
from wenxiao.documents.text import document_of


def told(text: str) -> list[tuple[str, str, str]]:
    figures = map(as_json, figures_of(document_of(f"说明\n\n{text}\n", "样本.txt")))
    return [(figure["text"], figure["value"], figure["unit"]) for figure in figures]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "分别下降2.1和5.6个百分点。",
            [("2.1", "2.1", "个百分点"), ("5.6个百分点", "5.6", "个百分点")],
        ),
        ("为15、20万元。", [("15", "150000", "元"), ("20万元", "200000", "元")]),
        ("雨季在7、8月份。", [("7", "7", "月"), ("8月", "8", "月")]),
        ("2019、2020年。", [("2019", "2019", "年"), ("2020年", "2020", "年")]),
        ("办公费3.2、会议费5万元。", [("3.2", "3.2", ""), ("5万元", "50000", "元")]),
        (
            "分别下降0.2个、提高0.8个百分点。",
            [("0.2个", "0.2", "个百分点"), ("0.8个百分点", "0.8", "个百分点")],
        ),
        ("增长2.1，下降3.4%。", [("2.1", "2.1", "%"), ("3.4%", "3.4", "%")]),
        ("收支各为12.5,13.6万元。", [("12.5", "125000", "元"), ("13.6万元", "136000", "元")]),
        ("指数102.1，上涨2.1%。", [("102.1", "102.1", ""), ("2.1%", "2.1", "%")]),
        ("购置2个、增长0.8个百分点。", [("2个", "2", "个"), ("0.8个百分点", "0.8", "个百分点")]),
    ],
)
def test_a_unit_behind_several_numbers_counts_for_each(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("支出9.8万，", ("9.8万", "98000", "元")),
        ("参观人次达到12万。", ("12万", "120000", "人次")),
        ("受益人数3.5万。", ("3.5万", "35000", "人")),
        ("使6.5万农村居民受益。", ("6.5万", "65000", "人")),
        ("出国费用0；", ("0", "0", "元")),
        ("用电400千瓦时。", ("400千瓦时", "400", "千瓦时")),
        ("费用为零万元。", ("零万元", "0", "元")),
        ("接待费2, 537.4万元。", ("2, 537.4万元", "25374000", "元")),
        ("接待费1,537. 4万元。", ("1,537. 4万元", "15374000", "元")),
        ("运送663万标箱。", ("663万标箱", "6630000", "标箱")),
        ("发放5万册。", ("5万册", "50000", "册")),
        ("光纤12芯。", ("12芯", "12", "芯")),
        ("结余2.7万。", ("2.7万", "27000", "")),
        ("排在第3，共12的。", ("12", "12", "")),
    ],
)
def test_a_missing_unit_is_that_of_the_name_or_the_word_behind(
    text: str, found: tuple[str, str, str]
) -> None:
    assert told(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("装机20.5万千瓦。", ("20.5万千瓦", "205000", "千瓦")),
        ("变压器3.2万千伏安。", ("3.2万千伏安", "32000", "千伏安")),
        ("产粮108亿斤。", ("108亿斤", "10800000000", "斤")),
        ("修路550米。", ("550米", "550", "米")),
        ("造林近30公顷。", ("近30公顷", "30", "公顷")),
        ("亩产420公斤/亩。", ("420公斤/亩", "420", "公斤/亩")),
        ("浓度46微克/立方米。", ("46微克/立方米", "46", "微克/立方米")),
        ("折合6500美元。", ("6500美元", "6500", "美元")),
        ("下降0.7个千分点。", ("0.7个千分点", "0.07", "个百分点")),
        ("万分之三。", ("万分之三", "0.03", "%")),
        ("一成半。", ("一成半", "15", "%")),
        ("增长三成五。", ("三成五", "35", "%")),
        ("近三成一线职工。", ("近三成", "30", "%")),
        ("设备12台（套）。", ("12台（套）", "12", "台(套)")),
        ("楼高4.3m。", ("4.3m", "4.3", "m")),
    ],
)
def test_measures_are_told_in_the_unit_they_are_written_in(text: str, found: tuple[str, str, str]) -> None:
    assert told(text) == [found]


def test_bounds_are_told_in_the_same_unit() -> None:
    (figure,) = map(as_json, figures_of(document_of("修路约550米。", "样本.txt")))
    assert (figure["value"], figure["low"], figure["high"]) == ("550", "545", "555")


@given(st.integers(1000, 10**9))
def test_thousands_parted_by_blanks_are_one_number(number: int) -> None:
    (figure,) = told(f"受理{number:,}件。".replace(",", " "))
    assert figure == (f"{number:,}件".replace(",", " "), str(number), "件")


@pytest.mark.parametrize(
    "text", ["2021 100个", "表3 120人", "附件3 120人", "1 234", "12 34件", "第3 120人", "1234 567件"]
)
def test_numbers_side_by_side_stay_two(text: str) -> None:
    assert len(told(text)) == 2


@pytest.mark.parametrize("text", ["共" + "1 234 " * 20_000, "共" + "1，234" * 20_000, "1、" * 40_000])
def test_hostile_rows_of_numbers_take_linear_time(text: str) -> None:
    start = process_time()
    told(text)
    assert process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("比去年的575项多出67项。", ["575项", "67项"]),
        ("比去年575项多67项。", ["575项", "67项"]),
        ("按每人600元多获补助12万元。", ["600元", "12万元"]),
        ("服务500多家、3万多人次，办班12项多。", ["500多家", "3万多人次", "12项多"]),
    ],
)
def test_many_is_no_verb(text: str, found: list[str]) -> None:
    assert [written for written, _, _ in told(text)] == found


def test_money_is_implied_behind_the_verb_of_its_name() -> None:
    assert told("总收入达到了374.53亿，超出预算。") == [("374.53亿", "37453000000", "元")]
