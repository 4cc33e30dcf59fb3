"""Rows that number the columns of a form."""

from __future__ import annotations

import pytest

from wenxiao.documents.column_numbers import counts_on, numbers_columns


@pytest.mark.parametrize(
    ("row", "is_numbering"),
    [
        (["栏次", "1", "2"], True),
        (["栏次", "1", "栏次", "2"], True),
        (["1", "2", "3", "4"], True),
        (["1", "2"], False),
        (["甲镇", "1", "2", "3"], False),
        (["1", "2", "4"], False),
        (["2", "3", "4"], False),
        (["栏次"], False),
        ([], False),
    ],
)
def test_a_row_that_counts_from_one_numbers_the_columns(*, row: list[str], is_numbering: bool) -> None:
    assert numbers_columns(row) is is_numbering


@pytest.mark.parametrize(
    ("numbers", "is_counting"),
    [
        (["8", "9", "10"], True),
        (["2019", "2020", "2021"], False),
        (["8", "9.0", "10"], False),
        (["x", "y"], False),
    ],
)
def test_numbers_that_count_on_are_no_years(*, numbers: list[str], is_counting: bool) -> None:
    assert counts_on(numbers) is is_counting
