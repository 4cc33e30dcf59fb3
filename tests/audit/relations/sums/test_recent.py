from __future__ import annotations

from collections.abc import Callable

Stated = Callable[[str], list[str]]


def test_of_wholes_called_alike_the_nearest_is_taken_or_the_one_that_adds_up(stated: Stated) -> None:
    text = (
        "去年投诉[181.45万件]。\n今年消费者投诉[160.50万件]。\n满意率[98%]。\n"
        "在消费投诉中，商品投诉[85.30万件]，服务投诉[{}万件]。"
    )
    assert "sum pass 85.30 + 75.20 = 160.50" in stated(text.replace("万件", "万元").format("75.20"))
    assert not [one for one in stated(text.format("75.20")) if "fail" in one]


def test_a_sentence_without_amounts_may_name_the_whole_of_the_next(stated: Stated) -> None:
    text = (
        "资产总量[81256.3亿元]，其中经营性资产[41235.6亿元]，其余另计。中央占用[31256.3亿元]。\n"
        "在全部经营性国有资产中，工业企业增长较快。工业占用[18325.1亿元]；商贸占用[13110.3亿元]；其他占用[{}亿元]。"
    )
    assert [one for one in stated(text.format("9800.2")) if one.startswith("sum pass")]
    assert [one for one in stated(text.format("9100.2")) if one.startswith("sum fail")]
