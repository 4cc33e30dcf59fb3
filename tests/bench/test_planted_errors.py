"""Planting errors: each kind changes what it says, contradicts its claim, and is counted rightly."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from mutate import Trial, is_found, try_document
from pages import put
from planting import KINDS, Planted, planted
from wenxiao.audit.examine import examine, manuscript_of
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

SUM = "全年收入1234.50万元，其中：财政拨款1034.50万元，其他收入200.00万元。"
SHARE = "年初预算80.00万元，支出决算60.00万元，完成年初预算的75%。"
GROWTH = "2023年支出120.00万元，比上年100.00万元增加20.00万元，增长20%。"
COMPARED = "年初预算80.00万元，支出决算60.00万元，决算数小于预算数。"
COUNTED = "重点做好三个方面的工作：一是健全制度；二是加强培训；三是开展检查。"
EDITION = (
    "一、绩效目标\n组织参加第12届全市青少年机器人竞赛，选送作品20件。\n"
    "二、目标完成情况\n组织参加第12届全市青少年机器人竞赛，选送作品22件。\n"
)


def seeded(seed: int = 7) -> Random:
    return Random(seed)  # noqa: S311  (a choice of figures, no secret)


def errors(text: str, seed: int = 7) -> list[Planted]:
    random = seeded(seed)
    holding = [one.claim for one in manuscript_of(text).judged if one.judgement.verdict is Verdict.PASS]
    return [error for claim in holding for error in planted(text, claim, random)]


def changed(text: str, kind: str) -> set[str]:
    return {error.text[error.start : error.end] for error in errors(text) if error.kind == kind}


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        (SUM, "broken-sum", "2234.50万元"),
        (SHARE, "broken-share", "85%"),
        (GROWTH, "direction", "下降"),
        (COMPARED, "direction", "大于"),
        (COUNTED, "count", "四个"),
        (EDITION, "edition-shift", "第13届"),
    ],
)
def test_each_kind_changes_what_it_is_named_after(text: str, kind: str, written: str) -> None:
    assert any(written in one or one in written for one in changed(text, kind))


def test_digits_change_places_and_units_slip() -> None:
    kinds = {error.kind for seed in range(5) for error in errors(SUM, seed)}

    assert {"digit-swap", "unit-slip", "broken-sum"} <= kinds <= set(KINDS)


def test_no_number_begins_with_a_zero_by_a_swap() -> None:
    swapped = {
        error.text[error.start : error.end]
        for seed in range(20)
        for error in errors("收入30万元，其中拨款20万元、其他10万元。", seed)
        if error.kind == "digit-swap"
    }

    assert not any(one.startswith("0") for one in swapped)


def test_what_does_not_contradict_is_not_planted() -> None:
    text = "一、绩效目标\n举办讲座不少于12场。\n二、完成情况\n实际举办讲座48场。\n"

    assert all("84" not in error.text for seed in range(20) for error in errors(text, seed))


def test_one_thing_is_changed_and_the_figures_of_the_claim_are_told() -> None:
    for error in [error for seed in range(5) for error in errors(SUM, seed)]:
        before, after = error.text[: error.start], error.text[error.end :]

        assert SUM.startswith(before)
        assert SUM.endswith(after)
        told = {error.text[start:end] for start, end in error.spans}
        assert error.text[error.start : error.end] in told
        assert len(told & {"1234.50万元", "1034.50万元", "200.00万元"}) == len(told) - 1


def test_a_new_finding_on_the_claim_finds_the_error() -> None:
    error = next(error for error in errors(SUM) if error.kind == "broken-sum")

    assert is_found(error, examine(document_of(SUM, "甲.txt")))


def test_what_was_told_before_finds_nothing() -> None:
    error = next(error for error in errors(SUM) if error.kind == "broken-sum")

    assert not is_found(error, examine(document_of(error.text, "甲.txt")))


def test_a_trial_counts_by_kind_and_gives_the_same_twice() -> None:
    tables = []
    for _ in range(2):
        trial = Trial()
        try_document(trial, document_of(f"{SUM}\n\n{SHARE}\n", "甲.txt"), seeded())
        tables.append(trial.table())

    found, of = trial.totals
    assert tables[0] == tables[1]
    assert found == of > 0
    assert trial.missed == []
    assert trial.alarms == 0
    assert f"| all | {of} | {of} | 100.0 % |" in tables[0]


def test_at_most_so_many_errors_are_planted() -> None:
    trial = Trial()
    try_document(trial, document_of(f"{SUM}\n\n{SHARE}\n", "甲.txt"), seeded(), most=2)

    assert trial.totals[1] == 2


def test_a_miss_is_quoted_with_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mutate.is_found", lambda *_: False)
    trial = Trial()
    try_document(trial, document_of(SUM, "甲.txt"), seeded())

    assert any(line.startswith("甲.txt: broken-sum: 全年收入【2234.50万元】，其中") for line in trial.missed)


def test_a_table_is_put_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("前\n\n<!-- x -->\n旧\n<!-- /x -->\n\n后\n", encoding="utf-8")
    for content in ("新", "新的"):
        put(page, "x", content)

    assert page.read_text(encoding="utf-8") == "前\n\n<!-- x -->\n\n新的\n\n<!-- /x -->\n\n后\n"


def test_a_page_without_marks_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- x -->\n", encoding="utf-8")

    with pytest.raises(ValueError, match="needs the lines"):
        put(page, "x", "新")
