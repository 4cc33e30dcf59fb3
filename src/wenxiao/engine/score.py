"""From facts and a standard to scores: every level-1 project, then the department as a whole."""

from __future__ import annotations

from wenxiao.engine.department_score import score_department
from wenxiao.engine.project_score import score_projects
from wenxiao.engine.scorecard import Scores
from wenxiao.engine.workings import Workings
from wenxiao.fact import FactTable
from wenxiao.packages.model import Package
from wenxiao.standards.model import Standard


def score(package: Package, facts: FactTable, standard: Standard) -> tuple[Scores, FactTable]:
    """Score a package by a standard.

    Returns:
        The scorecards, and the facts with those of scoring added: ``<indicator>.分值`` and ``.得分``,
        ``<project>.得分``, ``.已评得分``, ``.可评分值``, ``.等级`` and so on, each with its derivation.

    Raises:
        InputProblems: the checklist answers points the standard does not have.
        WenxiaoError: a name in the package clashes with one that scoring makes.
    """
    work = Workings(facts)
    projects = score_projects(work, package, standard, standard.project) if standard.project else ()
    department = (
        score_department(work, package, standard, standard.department) if standard.department else None
    )
    return Scores(projects, department), work.table()
