"""Small evaluations built by hand: rows as a clerk writes them, scorecards as the engine gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.engine.scorecard import IndicatorScore, Scorecard, Scores
from wenxiao.evaluate import Results
from wenxiao.fact import Fact, FactTable
from wenxiao.finding import Outcome
from wenxiao.packages.folder import package_from_tables
from wenxiao.quantity import exact
from wenxiao.standards.model import Standard

Tables = Mapping[str, Sequence[Mapping[str, str]]]
MakeResults = Callable[..., Results]


def make_results(
    tables: Tables,
    *,
    cards: Iterable[Scorecard] = (),
    department: Scorecard | None = None,
    outcomes: Iterable[Outcome] = (),
    narrative: str = "",
) -> Results:
    """Measure the rows and join them with scorecards and outcomes made by hand."""
    package = package_from_tables(tables, unit="某市科协", year=2021, narrative=narrative)
    measured = facts_of(package, core_catalogue())
    scores = Scores(tuple(cards), department)
    points = {fact.key: fact for card in (*cards, department) if card for fact in _points(card)}
    facts = FactTable({**measured.facts, **points}, measured.aliases)
    standard = cast("Standard", SimpleNamespace(title="示例标准"))
    return Results(package, standard, facts, scores, tuple(outcomes), "d1", "0.1.0")


def _points(card: Scorecard) -> Iterable[Fact]:
    """Make the facts the engine makes of a scorecard."""
    for score in card.indicators:
        for name, value in (("分值", score.weight), ("得分", score.score)):
            quantity = None if value is None else exact(value, "分")
            yield Fact(f"{score.key}.{name}", name, quantity, reason=score.reason)
    for name, value in (("可评分值", card.assessed_weight), ("已评得分", card.earned)):
        yield Fact(f"{card.key}.{name}", name, exact(value, "分"))
    total = exact(card.earned, "分") if card.is_complete else None
    yield Fact(f"{card.key}.得分", "得分", total, reason=card.reason)


def make_score(code: str, key: str, weight: str | None, score: str | None, **more: Any) -> IndicatorScore:
    """Make the score of an indicator; ``more`` are further fields."""
    filled: dict[str, Any] = {
        "level1": "产出指标",
        "level2": "数量指标",
        "name": key.rpartition(".")[2],
        "target": "",
        "actual": "",
        **more,
    }
    return IndicatorScore(code=code, key=key, weight=_decimal(weight), score=_decimal(score), **filled)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def make_card(name: str, scores: Iterable[IndicatorScore], full: str = "100", **more: Any) -> Scorecard:
    """Make a scorecard whose sums follow from its scores."""
    listed = tuple(scores)
    assessed = sum((score.weight or Decimal(0) for score in listed if score.score is not None), Decimal(0))
    earned = sum((score.score for score in listed if score.score is not None), Decimal(0))
    low, high = earned, earned + Decimal(full) - assessed
    filled: dict[str, Any] = {"key": name, "scheme": "项目自评", "grade": "", **more}
    return Scorecard(
        name=name,
        indicators=listed,
        full=Decimal(full),
        assessed_weight=assessed,
        earned=earned,
        low=low,
        high=high,
        **filled,
    )


@pytest.fixture
def build() -> MakeResults:
    """Give the builder of evaluations, for a test that brings its own rows."""
    return make_results


@pytest.fixture
def science() -> Results:
    """Give a department of two projects: one scored in full, one with gaps of every kind."""
    return make_results(SCIENCE, cards=(_popular(), _talent()), department=_framework())


SCIENCE: Tables = {
    "unit": [
        {
            "name": "某市科协",
            "competent_department": "某市委",
            "duties": "科普工作；\n学术交流。",
            "goal_basis": "有关文件",
            "satisfaction": "未做调查",
        }
    ],
    "staffing": [{"category": "编制数", "headcount": "8"}, {"category": "实有人数", "headcount": "10"}],
    "statement": [
        {"line": "上年结转结余", "outturn": "9.27"},
        {"line": "财政拨款收入", "outturn": "734.04"},
        {"line": "其他收入", "outturn": "0"},
        {"line": "收入总计", "outturn": "743.31"},
        {"line": "基本支出", "outturn": "446.58"},
        {"line": "人员经费", "outturn": "353.07"},
        {"line": "公用经费", "outturn": "93.51"},
        {"line": "项目支出", "outturn": "155.74"},
        {"line": "支出总计", "original_budget": "700", "adjusted_budget": "743.31", "outturn": "743.31"},
        {"line": "本年支出合计", "adjusted_budget": "743.31", "outturn": "743.31"},
    ],
    "project": [
        {"code": "KP", "name": "科学普及", "original_budget": "90", "basis": "规划"},
        {
            "code": "KP1",
            "name": "科普活动",
            "parent": "KP",
            "fund_source": "当年财政拨款",
            "adjusted_budget": "80",
            "outturn": "80",
        },
        {"code": "KP2", "name": "素质纲要", "parent": "KP", "adjusted_budget": "20", "outturn": "15"},
        {"code": "RC", "name": "人才发展", "outturn": "55.74"},
    ],
    "goal": [
        {"number": "1", "project": "KP", "expected": "办好活动", "completion": "已办好"},
        {"number": "2", "expected": "服务大局"},
    ],
    "indicator": [
        {
            "code": "KP-01",
            "project": "KP",
            "level1": "产出指标",
            "level2": "数量指标",
            "name": "覆盖人次",
            "target_form": "≥",
            "target_value": "2000",
            "unit": "人次",
            "weight": "50",
        },
        {
            "code": "KP-02",
            "project": "KP",
            "level1": "效益指标",
            "level2": "社会效益",
            "name": "素质提升",
            "target_form": "定性",
            "target_text": "明显提升",
            "weight": "40",
        },
        {
            "code": "RC-01",
            "project": "RC",
            "level1": "产出指标",
            "level2": "数量指标",
            "name": "院士人数",
            "target_form": "≥",
            "target_value": "45",
            "unit": "人",
        },
        {
            "code": "RC-02",
            "project": "RC",
            "level1": "满意度指标",
            "level2": "服务对象满意度",
            "name": "满意程度",
        },
    ],
    "actual": [
        {"indicator": "KP-01", "value": "3000多", "unit": "人次", "text": "线上线下"},
        {
            "indicator": "KP-02",
            "text": "有所提升",
            "attainment": "部分达成",
            "deviation_cause": "时间短。",
            "improvement": "加强宣传",
        },
        {"indicator": "RC-01", "value": "50", "unit": "人次"},
    ],
    "problem": [
        {"number": "1", "description": "目标不细", "cause": "经验不足"},
        {"number": "2", "description": "预算调整大"},
    ],
    "measure": [
        {
            "number": "1",
            "problem": "1",
            "description": "细化目标",
            "owner": "办公室",
            "deadline": "2022-06-08",
            "status": "进行中",
        },
        {"number": "2", "problem": "1", "description": "开展培训"},
        {"number": "3", "description": "完善制度"},
    ],
}


def _popular() -> Scorecard:
    execution = make_score("", "科学普及.预算执行", "10", "9.50", level1="预算执行", level2="")
    persons = make_score("KP-01", "科学普及.覆盖人次", "50", "50.00")
    quality = make_score("KP-02", "科学普及.素质提升", "40", "28.00", level1="效益指标", level2="社会效益")
    return make_card("科学普及", (execution, persons, quality), grade="良")


def _talent() -> Scorecard:
    execution = make_score("", "人才发展.预算执行", "10", None, level1="预算执行", reason="没有全年预算数")
    persons = make_score("RC-01", "人才发展.院士人数", "90", None, reason="口径不同")
    pleased = make_score(
        "RC-02", "人才发展.满意程度", None, None, reason="年初未设目标值", level1="满意度指标"
    )
    return make_card("人才发展", (execution, persons, pleased), reason="未能全部评定")


def _framework() -> Scorecard:
    staffing = make_score(
        "",
        "部门整体.在职人员控制率",
        "60",
        "30.00",
        level1="投入",
        level2="预算配置",
        target="≤100%",
        actual="125%",
    )
    adjusted = make_score(
        "", "部门整体.预算调整率", "40", None, level1="过程", level2="预算执行", reason="没有年初预算数"
    )
    return make_card("部门整体", (staffing, adjusted), scheme="部门整体评价")
