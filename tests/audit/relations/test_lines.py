from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.audit.claims import Direction
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.amounts import Amount, Role, outward
from wenxiao.audit.relations.lines import lines_of
from wenxiao.documents.text import document_of

WORDS = st.sampled_from(
    ["收入", "比上年增加", "，下降", "（其中", "）", "。", "；", "占", "的", "\n", "3万元", "5%", "2023年"]
)


def amounts_of(text: str) -> list[Amount]:
    return [amount for line in lines_of(read(document_of(text, "例.txt"))) for amount in line.amounts]


@pytest.mark.parametrize(
    ("text", "role", "direction"),
    [
        ("收入3万元。", Role.MAIN, None),
        ("比上年增加3万元。", Role.CHANGE, Direction.UP),
        ("同比减收3万元。", Role.CHANGE, Direction.DOWN),
        ("较上年同期增加支出3万元。", Role.CHANGE, Direction.UP),
        ("降幅达3%。", Role.PERCENT, Direction.DOWN),
        ("比上年的3万元多。", Role.REFERENCE, None),
        ("同期新招3人。", Role.MAIN, None),
        ("较上年无变化乙组3人。", Role.MAIN, None),
        ("与上年数量相同乙组3人。", Role.MAIN, None),
        ("与上年相同口径的3万元相比。", Role.REFERENCE, None),
        ("与上年不变价3万元相比。", Role.REFERENCE, None),
        ("比上年预算数加3万元。", Role.MAIN, None),
        ("执行率为3%。", Role.PERCENT, None),
    ],
)
def test_words_before_a_figure_give_its_role(text: str, role: Role, direction: Direction | None) -> None:
    assert [(one.role, one.direction) for one in amounts_of(text)] == [(role, direction)]


@pytest.mark.parametrize(
    ("text", "label"),
    [("本年，支出合计为3万元", "支出合计"), ("节约3万元", "节约"), ("拨款约3万元", "拨款"), ("3万元。", "")],
)
def test_a_label_is_the_last_words_before_a_figure(text: str, label: str) -> None:
    assert [one.label for one in amounts_of(text)] == [label]


def test_what_stands_in_closed_brackets_is_stepped_over() -> None:
    amounts = amounts_of("总量9万元（其中甲4万元，乙3万元），比上年增加1万元。")
    assert [amounts[at].figure.text for at in outward(amounts, 3)] == ["9万元"]
    assert [amounts[at].figure.text for at in outward(amounts, 2)] == ["4万元", "9万元"]


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_every_counted_figure_is_one_amount_in_order(words: list[str]) -> None:
    starts = [amount.figure.start for amount in amounts_of("".join(words))]
    assert starts == sorted(set(starts))
