"""WX503 and WX507: tables without data, and notes that speak of another table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]

TABLE = "{title}\n单位：万元\n项目\t合计\n合计\t{amount}\n\n{note}\n"


@pytest.mark.parametrize(
    ("title", "amount", "note", "is_told"),
    [
        ("政府性基金预算支出表", "", "本单位坚持厉行节约。", True),
        ("政府性基金预算支出表", "0.00", "本单位坚持厉行节约。", False),
        ("政府性基金预算支出表", "", "本单位无政府性基金预算支出。", False),
        ("政府性基金预算支出表", "", "本表为空表。", False),
        ("培训安排", "", "本单位坚持厉行节约。", False),
    ],
)
def test_an_empty_table_is_explained(
    marked: Marked, title: str, amount: str, note: str, *, is_told: bool
) -> None:
    assert bool(marked("WX503", TABLE.format(title=title, amount=amount, note=note))) is is_told


def test_a_sentence_elsewhere_explains_it_too(marked: Marked) -> None:
    table = TABLE.format(title="政府性基金预算支出表", amount="", note="本单位坚持厉行节约。")
    assert marked("WX503", f"本单位2023年没有政府性基金预算安排的支出。\n\n{table}") == []


@pytest.mark.parametrize(
    ("title", "fund", "is_told"),
    [
        ("国有资本经营预算支出表", "政府性基金", True),
        ("国有资本经营预算支出表", "国有资本经营", False),
        ("政府性基金和国有资本经营预算支出表", "政府性基金", False),
        ("某类预算支出表", "政府性基金", False),
    ],
)
def test_a_note_speaks_of_its_own_table(marked: Marked, title: str, fund: str, *, is_told: bool) -> None:
    note = f"注：本单位没有{fund}预算支出，故本表为空表。"
    assert bool(marked("WX507", TABLE.format(title=title, amount="", note=note))) is is_told
