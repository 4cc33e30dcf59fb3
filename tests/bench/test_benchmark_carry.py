"""Answers about a Word or PDF file are scored in the offsets of the text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.carry import carried


def figure(value: str, start: int, text: str = "") -> dict[str, Any]:
    return {"value": value, "start": start, "end": start + 2, "text": text or value}


LABELS = {"figures": [figure("30", 0), figure("20", 10), figure("10", 20), figure("20", 30)]}


def spans(figures: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(one["start"], one["end"]) for one in figures]


def test_figures_are_lined_up_in_their_order() -> None:
    given_ = [figure("30.0", 100), figure("20", 107), figure("10", 114), figure("20", 121)]

    assert spans(carried(LABELS, {"figures": given_})["figures"]) == spans(LABELS["figures"])


def test_a_figure_without_a_partner_stands_nowhere() -> None:
    given_ = [figure("30", 100), figure("7", 107), figure("20", 114), figure("20", 121)]

    assert spans(carried(LABELS, {"figures": given_})["figures"]) == [(0, 2), (-1, -1), (10, 12), (30, 32)]


@pytest.mark.parametrize("written", ["〔2024〕3号", "〔2024〕 3号"])
def test_what_is_no_quantity_is_known_by_its_writing(written: str) -> None:
    labels = {"figures": [figure("县发〔2024〕3号", 5, "〔2024〕3号")]}

    assert spans(carried(labels, {"figures": [figure("", 50, written)]})["figures"]) == [(5, 7)]


def test_claims_and_findings_follow_their_figures() -> None:
    given_ = [figure("30", 100), figure("20", 107), figure("10", 114)]
    claim = {"kind": "sum", "verdict": "holds", "result": given_[0], "operands": given_[1:]}
    whole = {"start": 90, "end": 109}
    moved = carried(
        LABELS, {"figures": given_, "claims": [claim], "findings": [{"rule": "x", "places": [whole]}]}
    )

    assert spans([moved["claims"][0]["result"], *moved["claims"][0]["operands"]]) == [
        (0, 2),
        (10, 12),
        (20, 22),
    ]
    assert spans(moved["findings"][0]["places"]) == [(0, 2), (10, 12)]


def test_a_claim_may_lack_its_result_and_a_finding_its_figures() -> None:
    claim: dict[str, Any] = {"kind": "sum", "verdict": "unassessable", "result": None, "operands": []}
    moved = carried(LABELS, {"claims": [claim], "findings": [{"places": [{"start": 0, "end": 9}]}]})

    assert moved == {"figures": [], "claims": [claim], "findings": [{"places": []}]}


@given(st.lists(st.integers(0, 5), max_size=12), st.integers(1, 50))
def test_the_text_itself_is_carried_to_itself_from_any_offset(values: list[int], shift: int) -> None:
    labels = [figure(str(value), 10 * number) for number, value in enumerate(values)]
    shifted = [{**one, "start": one["start"] + shift, "end": one["end"] + shift} for one in labels]

    assert spans(carried({"figures": labels}, {"figures": shifted})["figures"]) == spans(labels)
