from __future__ import annotations

from collections.abc import Mapping, Sequence

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

    assert _check(project=PROJECTS, indicator=[indicator("K1", "A"), indicator("K2", "A1")]) == []
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
    (problem,) = _check(goal=goals)
    assert "引用了「项目」，但「项目」没有数据（共 2 行这样）" in problem


def test_references_to_a_table_that_could_not_be_read_are_not_judged() -> None:
    assert _check(["project"], goal=[{"number": "1", "project": "A", "expected": "好"}]) == []
