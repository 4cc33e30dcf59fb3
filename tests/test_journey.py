"""A clerk's whole way: an empty package, a workbook filled by hand, a report, an edited Word file."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from wenxiao import evaluate_folder
from wenxiao.catalogue.load import core_catalogue
from wenxiao.cli import main
from wenxiao.engine.why import WhyNode, explain
from wenxiao.packages.folder import open_package, write_csv
from wenxiao.packages.workbook import write_tables
from wenxiao.quantity import Quantity
from wenxiao.report.compose import compose
from wenxiao.report.outline import figures_of

ROOT = Path(__file__).parent.parent

FILLED: Mapping[str, Sequence[Mapping[str, object]]] = {
    "单位信息": [
        {"单位名称*": "某某市科学技术协会", "单位职能": "普及科学知识", "服务对象满意度说明": "问卷 120 份"}
    ],
    "人员情况": [{"人员类别*": "编制数", "人数（人）*": 10}, {"人员类别*": "实有人数", "人数（人）*": "９"}],
    "收支决算": [
        {
            "项目*": "财政拨款收入",
            "年初预算数（万元）": 90,
            "全年预算数（万元）": 100,
            "决算数（万元）": "1,000,000元",
        },
        {"项目*": "本年收入合计", "决算数（万元）": 100},
        {"项目*": "收入总计", "决算数（万元）": "100万元"},
        {"项目*": "基本支出", "全年预算数（万元）": 60, "决算数（万元）": 60},
        {"项目*": "人员经费", "全年预算数（万元）": 50, "决算数（万元）": 50},
        {"项目*": "公用经费", "全年预算数（万元）": 10, "决算数（万元）": 10},
        {"项目*": "项目支出", "决算数（万元）": "３８"},
        {"项目*": "本年支出合计", "年初预算数（万元）": 90, "全年预算数（万元）": 100, "决算数（万元）": 98},
    ],
    "项目": [
        {
            "项目编号*": "KP",
            "项目名称*": "科普活动",
            "年初预算数（万元）": 40,
            "全年预算数（万元）": 40,
            "全年执行数（万元）": 38,
        }
    ],
    "绩效目标": [
        {
            "序号*": "1",
            "项目编号": "KP",
            "预期目标*": "举办 20 场讲座，覆盖 3000 人次",
            "实际完成情况": "举办 25 场",
        }
    ],
    "绩效指标": [
        {
            "指标编号*": "KP-1",
            "项目编号": "KP",
            "一级指标*": "产出指标",
            "二级指标*": "数量指标",
            "三级指标*": "讲座场次",
            "目标形式": "≥",
            "目标值": 20,
            "计量单位": "场次",
            "分值": 50,
        },
        {
            "指标编号*": "KP-2",
            "项目编号": "KP",
            "一级指标*": "效益指标",
            "二级指标*": "社会效益",
            "三级指标*": "覆盖人次",
            "目标形式": "≥",
            "目标值": "3000",
            "计量单位": "人次",
            "分值": 30,
        },
        {
            "指标编号*": "KP-3",
            "项目编号": "KP",
            "一级指标*": "满意度指标",
            "二级指标*": "服务对象满意度",
            "三级指标*": "听众满意度",
            "目标形式": "≥",
            "目标值": "90%",
            "计量单位": "%",
            "分值": 10,
        },
    ],
    "指标完成": [
        {"指标编号*": "KP-1", "实际完成值": "25场", "数据来源": "活动台账"},
        {"指标编号*": "KP-2", "实际完成值": "近2700人次", "数据来源": "签到表", "偏差原因": "疫情"},
        {"指标编号*": "KP-3", "实际完成值": "81%", "数据来源": "问卷 120 份"},
    ],
}
NARRATIVE = """# {单位名称}{预算年度}年度绩效评价报告

## 收支

全年支出{本年支出合计:万元}，执行率{预算执行率}；讲座{KP-1}，覆盖{KP-2}。

[[项目支出绩效自评表]]

[[评分汇总表]]
"""


def fill(workbook: Path) -> None:
    """Type the rows into the template as a person would, finding each column by its heading."""
    book = openpyxl.load_workbook(workbook)
    for title, rows in FILLED.items():
        sheet = book[title]
        columns = {str(cell.value): cell.column for cell in sheet[1]}
        keys = {str(row[0].value): row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value}
        for number, row in enumerate(rows, 2):
            first = str(next(iter(row.values())))
            line = keys.get(first, number)
            for heading, value in row.items():
                sheet.cell(line, columns[heading], value)
    book.save(workbook)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    folder = tmp_path / "我的单位"
    assert main(["new", str(folder), "--unit", "某某市科学技术协会", "--year", "2024"]) == 0
    fill(folder / "数据.xlsx")
    (folder / "report.md").write_text(NARRATIVE, encoding="utf-8")
    return folder


def test_a_filled_package_is_scored_and_explained(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["evaluate", str(filled), "--format", "json"]) in (0, 1)
    [card, department] = json.loads(capsys.readouterr().out)["scores"]
    scores = {score["name"]: score["score"] for score in card["indicators"]}

    assert scores["讲座场次"] == "50"
    assert scores["听众满意度"] == "9"  # 81 / 90 of 10 points
    assert scores["覆盖人次"] is None  # 近2700 may be 2600 or 2700: the score is not decided
    assert (card["low"], card["high"]) != ("0", "100")
    assert department["name"] == "部门整体"

    assert main(["why", str(filled), "KP-3.得分"]) == 0
    told = capsys.readouterr().out
    assert "81% ÷ 90%" in told
    assert "「数据.xlsx」工作表「指标完成」第 4 行" in told


def test_amounts_in_yuan_and_ten_thousand_yuan_are_the_same_money(filled: Path) -> None:
    facts = evaluate_folder(filled).facts
    revenue, total = facts["财政拨款收入"].value, facts["收入总计"].value

    assert isinstance(revenue, Quantity)
    assert isinstance(total, Quantity)
    assert revenue.value == total.value == 1_000_000


def test_check_finds_the_sum_that_does_not_close(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(filled / "数据.xlsx")
    sheet = book["收支决算"]
    [row] = [row for row in sheet.iter_rows(min_row=2) if row[0].value == "公用经费"]
    heading = [str(cell.value) for cell in sheet[1]].index("决算数（万元）")
    row[heading].value = 11
    book.save(filled / "数据.xlsx")
    capsys.readouterr()

    assert main(["check", str(filled)]) == 1
    told = capsys.readouterr().out
    assert "WX105" in told
    assert "50" in told
    assert "「数据.xlsx」工作表「收支决算」" in told


def test_the_report_is_written_verified_and_a_changed_digit_is_caught(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["report", str(filled), "-o", str(out)]) in (0, 1)
    assert main(["verify", str(out / "report.docx"), "--against", str(filled)]) == 0

    edited = tmp_path / "edited.docx"
    with zipfile.ZipFile(out / "report.docx") as source, zipfile.ZipFile(edited, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert b">98<" in content
                content = content.replace(b">98<", b">99<", 1)
            target.writestr(name, content)
    capsys.readouterr()
    assert main(["verify", str(edited), "--against", str(filled)]) == 1
    told = capsys.readouterr().out
    assert "「本年支出合计」现为“99万元”，应为“98万元”" in told


def test_workbook_and_csv_give_the_same_facts_scores_and_findings(tmp_path: Path) -> None:
    case = ROOT / "examples" / "lishui-kexie-2021"
    twin = tmp_path / "twin"
    twin.mkdir()
    for name in ("package.toml", "standard.toml", "report.md"):
        shutil.copy(case / name, twin / name)
    (twin / "数据.xlsx").write_bytes(write_tables(open_package(case), core_catalogue()))
    again = tmp_path / "again"
    again.mkdir()
    for name in ("package.toml", "standard.toml", "report.md"):
        shutil.copy(case / name, again / name)
    write_csv(open_package(twin), again)

    one, other, third = evaluate_folder(case), evaluate_folder(twin), evaluate_folder(again)
    for results in (other, third):
        assert [(key, fact.value) for key, fact in results.facts.facts.items()] == [
            (key, fact.value) for key, fact in one.facts.facts.items()
        ]
        assert results.scores == one.scores
        assert [(f.rule, f.subject, f.message) for f in results.findings] == [
            (f.rule, f.subject, f.message) for f in one.findings
        ]


def leaves(node: WhyNode) -> Iterator[WhyNode]:
    if not node.inputs:
        yield node
    for below in node.inputs:
        yield from leaves(below)


def test_every_figure_of_the_report_answers_why_down_to_its_sources() -> None:
    results = evaluate_folder(ROOT / "examples" / "lishui-kexie-2021")
    shown = {figure.key for figure in figures_of(compose(results).blocks)}

    assert len(shown) > 200
    for key in shown:
        for leaf in leaves(explain(results.facts, key)):
            assert leaf.fact.sources or leaf.fact.reason or leaf.is_repeated, f"{key}: {leaf.fact.key}"
