"""Taking a quantity apart: numbers and ranges, where the unit comes from, and why a text is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wenxiao.numerals import QuantityError
from wenxiao.units import Kind, Unit
from wenxiao.wording import Wording, read


def test_it_takes_a_text_apart() -> None:
    assert read("约2.52万余人次以上", "") == Wording(
        numbers=(Decimal(25200),),
        unit=Unit("人次", Kind.PERSON_TIMES),
        before="约",
        inside="余",
        after="以上",
        names_unit=True,
        spelled="万人次",
    )


@pytest.mark.parametrize(
    ("text", "column", "numbers", "base"),
    [
        ("5—20万元", "", "50000 200000", "元"),
        ("5万元至20万元", "", "50000 200000", "元"),
        ("5千元~2万元", "", "5000 20000", "元"),
        ("5千-2万元", "", "5000 20000", "元"),
        ("5——20", "万元", "50000 200000", "元"),
        ("5-20万", "万元", "50000 200000", "元"),
        ("5%-10%", "", "5 10", "%"),
        ("-5—-3", "%", "-5 -3", "%"),
        ("五至二十万元", "", "50000 200000", "元"),
        ("三至五百人", "", "300 500", "人"),
        ("三百至五百人", "", "300 500", "人"),
        ("三百至五百万人", "", "3000000 5000000", "人"),
        ("十至二十人", "", "10 20", "人"),
        ("3至5", "个", "3 5", "个"),
        ("3〜5", "个", "3 5", "个"),
        ("3‑5", "个", "3 5", "个"),
        ("2020—2022年", "", "2020 2022", "年"),
        ("第1—3期", "", "1 3", "期"),
        ("每周2次—3次", "", "2 3", "次/周"),
    ],
)
def test_both_ends_of_a_range_share_multiplier_and_unit(
    text: str, column: str, numbers: str, base: str
) -> None:
    wording = read(text, column)
    assert wording.numbers == tuple(map(Decimal, numbers.split()))
    assert wording.unit.base == base


@pytest.mark.parametrize(
    ("text", "column", "number", "base"),
    [
        ("12.5", "万元", "125000", "元"),
        ("12.5万", "万元", "125000", "元"),
        ("3千", "万元", "3000", "元"),
        ("两百", "万元", "2000000", "元"),
        ("10多万", "万元", "100000", "元"),
        ("3元", "万元", "3", "元"),
        ("30人次", "人", "30", "人次"),
        ("百分之八十", "", "80", "%"),
        ("千分之五", "", "0.5", "%"),
        ("八成", "", "80", "%"),
        ("每周二次", "", "2", "次/周"),
        ("每年不超过10万元", "", "100000", "元/年"),
        ("5点位", "", "5", "点位"),
        ("5百分点", "", "5", "个百分点"),
        ("5千瓦时", "", "5", "千瓦时"),
    ],
)
def test_the_text_names_its_unit_or_the_column_does(text: str, column: str, number: str, base: str) -> None:
    wording = read(text, column)
    assert wording.numbers == (Decimal(number),)
    assert wording.unit.base == base


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "是空的"),
        ("1e5", "科学计数法"),
        ("NaN", "不是数"),
        ("-Infinity", "不是数"),
        ("数百人次", "没有写明数"),
        ("十几个", "没有写明数"),
        ("3飞", "“飞”不在单位表中"),
        ("半年", "不是能读懂的数量。请改成能读懂的写法，如 743.31万元"),
        ("3元5角", "不是能读懂的数量"),
        ("第3%", "不是届次"),
        ("第3", "不是届次"),
        ("每周5", "不认识单位“每周”"),
        ("百分之80%", "不认识单位"),
        ("500-2万元", "下限大于上限"),
        ("2021-06", "下限大于上限"),
        ("5元—20人", "两端的单位不同"),
        ("5元—20", "两端的单位不同"),
        ("1,23个", "千分位"),
    ],
)
def test_a_refusal_says_why(text: str, problem: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read(text, "")
    assert problem in str(caught.value)
