"""Finding the rows and scores of one project in the results, for forms and the summary."""

from __future__ import annotations

from wenxiao.engine.scorecard import Scorecard
from wenxiao.errors import WenxiaoError
from wenxiao.evaluate import Results
from wenxiao.fact import name_key
from wenxiao.nearest import suggestion
from wenxiao.packages.model import Package, Row


def unit(package: Package) -> Row:
    """Give the one row about the unit; an empty one if the table was not filled."""
    rows = package.rows("unit")
    return rows[0] if rows else Row("unit", {}, {})


def projects(package: Package) -> tuple[Row, ...]:
    """Give the level-1 projects, in file order."""
    return funding_lines(package, "")


def funding_lines(package: Package, project: str) -> tuple[Row, ...]:
    """Give the level-2 projects below the project with this code."""
    return tuple(row for row in package.rows("project") if row.text("parent") == project)


def asked_projects(package: Package, name: str) -> tuple[Row, ...]:
    """Give the level-1 project of this name or code, or all of them when ``name`` is "".

    Raises:
        WenxiaoError: there is no such project, or none at all.
    """
    known = projects(package)
    found = tuple(row for row in known if not name or _is_called(row, name))
    if found:
        return found
    if not known:
        raise WenxiaoError("没有一级项目，无法生成此表。请在「项目」表中填写一级项目（上级项目编号留空）。")
    names = [row.text("name") for row in known]
    raise WenxiaoError(
        f"没有名为「{name}」的一级项目。{suggestion(name, names)}请改正，一级项目有：{'、'.join(names)}。"
    )


def _is_called(row: Row, name: str) -> bool:
    return name_key(name) == name_key(row.text("name")) or name == row.text("code")


def project_key(project: Row) -> str:
    """Give the fact key of a project: its name."""
    return name_key(project.text("name"))


def indicators(package: Package, project: str) -> tuple[Row, ...]:
    """Give the indicators of the project with this code ("": of the department as a whole)."""
    return tuple(row for row in package.rows("indicator") if row.text("project") == project)


def goals(package: Package, project: str) -> tuple[Row, ...]:
    """Give the goals of the project with this code ("": of the department as a whole)."""
    return tuple(row for row in package.rows("goal") if row.text("project") == project)


def scorecard(results: Results, project: Row) -> Scorecard:
    """Give the scorecard of a level-1 project.

    Raises:
        WenxiaoError: the standard scores no projects.
    """
    cards = {card.key: card for card in results.scores.projects}
    if not cards:
        raise WenxiaoError(
            f"评价标准「{results.standard.title}」不评项目得分。请换用含项目评分的标准，或删去此表。"
        )
    return cards[project_key(project)]


def scorecards(results: Results) -> tuple[Scorecard, ...]:
    """Give all scorecards: the projects, then the department as a whole if it was scored."""
    department = results.scores.department
    return (*results.scores.projects, department) if department else results.scores.projects
