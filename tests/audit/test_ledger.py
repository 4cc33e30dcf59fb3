from __future__ import annotations

from datetime import date
from decimal import Decimal

from wenxiao.audit.example import SOUND, Example, grid
from wenxiao.audit.ledger import Ledger, Thresholds, thresholds_of
from wenxiao.audit.trial import ledger_of
from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.fact import Fact, FactTable
from wenxiao.packages.folder import package_from_tables
from wenxiao.quantity import parse
from wenxiao.standards.load import load_standard
from wenxiao.standards.model import Standard


def measured(example: Example) -> Ledger:
    package = package_from_tables(example.tables)
    return Ledger(package, facts_of(package, core_catalogue()))


def test_a_typed_cell_is_the_figure_with_its_cell() -> None:
    term = ledger_of(SOUND).statement("基本支出", "adjusted_budget")
    assert (term.key, term.label) == ("基本支出.全年预算数", "基本支出")
    assert term.quantity is not None
    assert term.quantity.value == 1_000_000
    assert term.quantity.written == "100"
    assert [str(place) for place in term.places] == ["「示例」工作表「收支决算」第 12 行 C 列（全年预算数）"]


def test_the_outturn_of_a_line_has_the_bare_key() -> None:
    assert ledger_of(SOUND).statement("因公出国（境）费", "outturn").key == "因公出国境费"


def test_an_empty_cell_is_filled_by_what_was_derived_with_the_cells_it_came_from() -> None:
    ledger = measured(SOUND.edit("project", "KP", 全年执行数=""))
    (project, _) = ledger.level1()
    term = ledger.project_amount(project, "outturn")
    assert term.quantity is not None
    assert term.quantity.value == 660_000
    assert {str(place).split("（")[0] for place in term.places} == {
        "「示例」工作表「项目」第 3 行 F 列",
        "「示例」工作表「项目」第 4 行 F 列",
    }


def test_a_figure_that_is_nowhere_is_missing() -> None:
    ledger = measured(Example({"project": grid("项目编号 项目名称", "KP 科学普及")}))
    term = ledger.project_amount(ledger.level1()[0], "outturn")
    assert (term.quantity, term.places) == (None, ())
    assert ledger.statement("收入总计", "outturn").quantity is None


def test_a_blank_cell_is_not_filled_by_a_fact_that_was_typed_elsewhere() -> None:
    package = package_from_tables({"statement": grid("项目 决算数", "上年结转结余 9.27")})
    key = "上年结转结余.全年预算数"
    facts = FactTable({key: Fact(key, "同名项目的预算", parse("9.27万元"))})
    assert Ledger(package, facts).statement("上年结转结余", "adjusted_budget").quantity is None


def test_thresholds_come_from_the_standard() -> None:
    found = thresholds_of(load_standard("project-self-evaluation", year=2021))
    assert found == Thresholds(Decimal(30), Decimal(30), Decimal(90))


def test_a_standard_that_sets_nothing_keeps_the_documented_defaults() -> None:
    silent = Standard("x", "无阈值", "1", (), effective_from=date(2021, 1, 1))
    assert thresholds_of(silent) == Thresholds(Decimal(30), Decimal(30), None)
