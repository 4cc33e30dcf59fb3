"""The benchmark is sound: sources parse, labels are proven, and the scorer can tell good from bad."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from accuracy import answers, page
from consistency.build import build, labels_of, sources
from consistency.formats import WRITERS
from consistency.proof import contradictions
from consistency.score import Score, score_folder
from consistency.scoreboard import lines_of, overview
from consistency.source import SourceError, parse_source

SUM = (
    "收入{{a:money=300000元|30万元}}，其中拨款{{b:money=200000元|20万元}}、其他{{c:money=100000元|10万元}}。"
)


def answers_of(labels: dict[str, Any]) -> dict[str, Any]:
    return {"figures": labels["figures"], "claims": labels["claims"], "findings": []}


def test_every_label_of_every_source_is_proven() -> None:
    assert len(sources()) >= 20
    assert {kind for source in sources() for _, kind in source.errors} >= {
        *("digit-swap", "unit-slip", "stale-copy", "broken-sum", "broken-share"),
        *("edition-shift", "direction", "cut-rounding", "missed-target"),
    }


def test_a_figure_stands_where_its_label_says() -> None:
    for source in sources():
        for mark in source.marks:
            assert source.text[mark.start : mark.end] == mark.text


def test_a_label_that_the_arithmetic_contradicts_is_found() -> None:
    holds = parse_source("x", SUM + "\n---\nsum a = b c holds\n")
    fails = parse_source("x", SUM + "\n---\nsum a = b c fails\n")

    assert list(contradictions(holds)) == []
    assert list(contradictions(fails)) == ["x: sum a is labelled fails"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("收入30万元。", "stands outside"),
        ("收入{{a:gold=1元|1元}}。", "unknown kind"),
        (SUM + "\n---\nsum a = b d holds\n", "no figure is named d"),
        (SUM + "\n---\nsum a = b c perhaps\n", "cannot be read"),
        (SUM + SUM, "given twice"),
        (SUM + "\n---\nerror a mood\n", "cannot be read"),
    ],
)
def test_a_malformed_source_is_refused(content: str, problem: str) -> None:
    with pytest.raises(SourceError, match=problem):
        parse_source("x", content)


def test_an_approximation_carries_its_bounds() -> None:
    source = parse_source("x", "约{{a:count=3000人 3000..|3000人以上}}")

    assert (source.marks[0].low, source.marks[0].high) == (Decimal(3000), None)


def test_the_labels_themselves_score_full_marks() -> None:
    score = Score()
    for source in sources():
        labels = labels_of(source)
        score.count(labels, answers_of(labels))

    assert score.figures_found == score.figures_labelled == score.figures_right == score.figures_given
    assert all(counts["found"] == counts["labelled"] for counts in score.claims.values())
    assert score.missed == []


def test_a_wrong_value_and_a_wrong_verdict_cost() -> None:
    labels = labels_of(parse_source("x", SUM + "\n---\nsum a = b c holds\n"))
    given = json.loads(json.dumps(answers_of(labels)))
    given["figures"][0]["value"] = "30"
    given["claims"][0]["verdict"] = "fails"
    score = Score()
    score.count(labels, given)

    assert (score.figures_found, score.figures_labelled) == (2, 3)
    assert score.claims["sum"] == {"labelled": 1, "wrong": 1}


def test_a_claim_over_a_trap_is_wrong() -> None:
    labels = labels_of(parse_source("x", SUM + "\n---\nnone a b\n"))
    claim = {"kind": "equal", "verdict": "holds", "result": labels["figures"][0]}
    score = Score()
    score.count(labels, {"claims": [{**claim, "operands": [labels["figures"][1]]}]})

    assert score.claims["equal"]["wrong"] == 1


def test_a_claim_that_fails_over_an_error_is_not_wrong() -> None:
    labels = labels_of(parse_source("x", SUM + "\n---\nsum a = b c holds\nerror b direction\n"))
    claim = {"verdict": "fails", "result": labels["figures"][0], "operands": labels["figures"][1:]}
    score = Score()
    score.count(labels, {"claims": [{"kind": kind, **claim} for kind in ("sum", "difference")]})

    assert not any(counts["wrong"] for counts in score.claims.values())


def test_findings_on_and_off_an_error() -> None:
    labels = labels_of(parse_source("x", SUM + "\n---\nsum a = b c holds\nerror c digit-swap\n"))
    figure = labels["claims"][0]["operands"][1]
    hit = {"rule": "WX131", "severity": "error", "message": "x", "places": [figure]}
    off = {"rule": "WX605", "severity": "error", "message": "x", "places": [{"start": 0, "end": 1}]}
    score = Score()
    score.count(labels, {"findings": [hit, off]})

    assert score.errors["digit-swap"] == {"labelled": 1, "found": 1}
    assert score.findings == {"WX131": {"right": 1}, "WX605": {"false": 1}}


def test_an_answer_to_another_format_is_scored_by_the_order_of_its_figures(tmp_path: Path) -> None:
    build(tmp_path)
    label = tmp_path / "labels" / "09-purchase.json"
    figures = json.loads(label.read_text(encoding="utf-8"))["figures"]
    shifted = [{**one, "start": one["start"] + 5, "end": one["end"] + 5} for one in figures]
    (tmp_path / "answers").mkdir()
    answer = tmp_path / "answers" / "09-purchase.docx.figures.json"
    answer.write_text(json.dumps({"figures": shifted}), encoding="utf-8")

    assert score_folder(tmp_path / "labels", tmp_path / "answers", "docx").figures_found == len(figures)
    assert score_folder(tmp_path / "labels", tmp_path / "answers", "pdf").figures_found == 0
    assert score_folder(tmp_path / "labels", tmp_path / "answers").figures_found == 0


def test_a_document_without_a_table_is_not_missed_in_excel(tmp_path: Path) -> None:
    build(tmp_path)
    with_tables = [source for source in sources() if "\t" in source.text]
    score = score_folder(tmp_path / "labels", tmp_path / "answers", "xlsx")

    assert 0 < len(with_tables) < len(sources())
    assert score.figures_labelled == sum(len(source.marks) for source in with_tables)
    assert len(list((tmp_path / "documents").glob("*.xlsx"))) == len(with_tables)


def test_a_score_is_shown_by_kind_and_by_format() -> None:
    labels = labels_of(parse_source("x", SUM + "\n---\nsum a = b c holds\nerror c digit-swap\n"))
    score = Score()
    score.count(labels, answers_of(labels))

    assert {"| sum | 1 | 1 | 0 | 100.0 % | 100.0 % |", "| digit-swap | 0 | 1 |"} <= set(lines_of(score))
    assert overview({"docx": score})[-1] == "| docx | 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0 | 1 | 0 |"


def test_the_audit_of_a_file_is_scored_and_put_on_a_page() -> None:
    source = parse_source("x", SUM + "\n---\nsum a = b c holds\n")
    labels = labels_of(source)
    scores = {"txt": Score(), "docx": Score()}
    for extension, score in scores.items():
        score.count_version(labels, answers(WRITERS[extension](source.text), f"x.{extension}"), extension)
    made = page(scores)

    assert "| txt | 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0 | 0 | 0 |" in made
    assert "| docx | 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0 | 0 | 0 |" in made
    assert "Figures: precision 100.0 %, recall 100.0 %." in made


def test_the_benchmark_builds_the_same_bytes_and_scores_from_disk(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(tmp_path / name)
    one, two = (sorted((tmp_path / name).rglob("*.*")) for name in ("one", "two"))
    (tmp_path / "answers").mkdir()
    score = score_folder(tmp_path / "one" / "labels", tmp_path / "answers")

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert score.figures_found == 0
    assert score.figures_labelled == sum(len(source.marks) for source in sources())
