from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.packages.intake import rows_from_dicts
from wenxiao.packages.keys import check_keys
from wenxiao.packages.model import Row

PROJECTS = [{"code": "A", "name": "甲", "parent": ""}, {"code": "A1", "name": "甲一", "parent": "A"}]
INDICATOR = {"level1": "产出指标", "level2": "数量指标"}


def _check(unread: Sequence[str] = (), **tables: Sequence[Mapping[str, str]]) -> list[str]:
    catalogue = core_catalogue()
    rows: dict[str, tuple[Row, ...]] = {
        name: rows_from_dicts(catalogue, name, dicts) for name, dicts in tables.items()
    }
    return check_keys(catalogue, rows, unread)


def test_sound_tables_have_no_problem() -> None:
    assert _check(project=PROJECTS) == []


def test_a_duplicate_key_names_both_rows() -> None:
    assert _check(project=[*PROJECTS, {"code": "A", "name": "乙"}]) == [
        "「示例」工作表「项目」第 4 行 A 列（项目编号）：项目编号“A”与第 2 行重复。请改成不同的，或合并两行。"
    ]


def test_the_same_indicator_may_stand_in_two_projects_but_not_twice_in_one() -> None:
    def indicator(code: str, project: str) -> dict[str, str]:
        return {"code": code, "project": project, "name": "培训", **INDICATOR}

    projects = [*PROJECTS, {"code": "B", "name": "乙", "parent": ""}]
    assert _check(project=projects, indicator=[indicator("K1", "A"), indicator("K2", "B")]) == []
    (problem,) = _check(project=PROJECTS, indicator=[indicator("K1", "A"), indicator("K2", "A")])
    assert "项目编号、三级指标“A、培训”与第 2 行重复" in problem
    (problem,) = _check(project=PROJECTS, indicator=[indicator("K1", ""), indicator("K2", "")])
    assert "“培训”与第 2 行重复" in problem


def test_a_reference_to_nothing_names_the_nearest() -> None:
    (problem,) = _check(project=[*PROJECTS, {"code": "B", "name": "乙", "parent": "Q1"}])
    assert problem == (
        "「示例」工作表「项目」第 4 行 C 列（上级项目编号）：“Q1”在「项目」的“项目编号”列中找不到。"
        "您要的是不是「A1」？请改正，或在「项目」补上这一行。"
    )


def test_an_empty_table_is_one_problem_not_one_for_each_row() -> None:
    goals = [{"number": number, "project": "A", "expected": "好"} for number in "12"]
    assert _check(goal=goals) == [
        "「示例」工作表「绩效目标」第 2 行 B 列（项目编号），还有第 3 行：引用了「项目」，但「项目」没有数据。请填写「项目」。"
    ]


def test_one_wrong_value_in_many_rows_is_one_problem() -> None:
    goals = [{"number": str(number), "project": "Q", "expected": "好"} for number in range(8)]
    (problem,) = _check(project=PROJECTS, goal=goals)
    assert "第 2 行 B 列（项目编号），还有第 3、4、5、6、7 等 7 行：“Q”在「项目」" in problem


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("goal", {"number": "1", "project": "A1", "expected": "好"}),
        ("indicator", {"code": "K1", "project": "A1", "name": "培训", **INDICATOR}),
    ],
)
def test_goals_and_indicators_belong_to_level_1_projects(table: str, row: Mapping[str, str]) -> None:
    (problem,) = _check((), project=PROJECTS, **{table: [row]})
    assert problem.endswith(
        "（项目编号）：“A1”的“上级项目编号”是“A”，不能填在这里。请改填「项目」中“上级项目编号”留空的一行：A。"
    )
    assert _check((), project=PROJECTS, **{table: [{**row, "project": "A"}]}) == []


@pytest.mark.parametrize(
    ("projects", "faulty"),
    [
        ([*PROJECTS, {"code": "A11", "name": "甲一一", "parent": "A1"}], 4),
        ([{"code": "A", "name": "甲", "parent": "A"}], 2),
        ([{"code": "A", "name": "甲", "parent": "B"}, {"code": "B", "name": "乙", "parent": "A"}], 2),
    ],
)
def test_projects_have_two_levels_and_never_lie_within_themselves(
    projects: Sequence[Mapping[str, str]], faulty: int
) -> None:
    problem = _check(project=projects)[0]
    assert f"第 {faulty} 行 C 列（上级项目编号）" in problem
    assert "不能填在这里" in problem


def test_references_to_a_table_that_could_not_be_read_are_not_judged() -> None:
    assert _check(["project"], goal=[{"number": "1", "project": "A", "expected": "好"}]) == []


def test_keys_are_judged_as_far_as_they_could_be_read() -> None:
    catalogue = core_catalogue()
    goals = rows_from_dicts(catalogue, "goal", [{"number": "1", "project": "Q", "expected": "好"}])
    (known,) = rows_from_dicts(catalogue, "project", [{"code": "A", "name": "甲"}])
    nameless = Row("project", {"name": "乙"}, known.cells)  # its code cell could not be read
    assert len(check_keys(catalogue, {"project": (known,), "goal": goals})) == 1
    assert check_keys(catalogue, {"project": (known, nameless), "goal": goals}) == []


def test_a_repeated_key_is_one_problem_not_also_a_wrong_level() -> None:
    (problem,) = _check(
        project=[*PROJECTS, {"code": "A", "name": "乙", "parent": "A"}],
        goal=[{"number": "1", "project": "A", "expected": "好"}],
    )
    assert "与第 2 行重复" in problem
