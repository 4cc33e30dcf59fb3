"""Performance forms read as indicators: columns by their headings, names carried down, merged cells."""

from __future__ import annotations

from dataclasses import replace

from wenxiao.audit.figures.model import Grid, GridCell
from wenxiao.audit.figures.read import read
from wenxiao.audit.indicators import Column, FirstLevel, Indicator, indicators_of
from wenxiao.documents.text import document_of

FORM = """项目支出绩效自评表
项目名称	馆藏修复
预算执行情况（万元）	年初预算数	全年预算数	全年执行数	分值	得分	执行率
年度资金总额	30	30	27	10	9	90%
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
产出指标	数量指标	修复古籍	≥120册	131册	30	30
	质量指标	修复合格率	≥98%	96%	20	19	返工
效益指标	社会效益	古籍开放借阅	≥60种		30	20
总分					100	78
"""


def rows_of(text: str) -> tuple[Indicator, ...]:
    return indicators_of(read(document_of(text, "例.txt")).grids)


def test_rows_below_the_headings_are_read_until_the_total() -> None:
    rows = rows_of(FORM)
    assert [row.name for row in rows] == ["修复古籍", "修复合格率", "古籍开放借阅"]
    assert [row.text(Column.TARGET) for row in rows] == ["≥120册", "≥98%", "≥60种"]
    assert [row.text(Column.ACTUAL) for row in rows] == ["131册", "96%", ""]
    assert [row.text(Column.CAUSE) for row in rows] == ["", "返工", ""]
    assert [row.text(Column.SCORE) for row in rows] == ["30", "19", "20"]


def test_upper_names_are_carried_down_and_tell_the_first_level() -> None:
    rows = rows_of(FORM)
    assert [row.levels[:2] for row in rows] == [
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("效益指标", "社会效益"),
    ]
    assert [row.first_level for row in rows] == [FirstLevel.OUTPUT, FirstLevel.OUTPUT, FirstLevel.BENEFIT]


def test_what_follows_the_total_is_no_indicator() -> None:
    assert len(rows_of(f"{FORM}联系人\t某某\t办公室\t电话\t\t\t\n")) == 3


def test_a_new_outer_name_ends_the_inner_ones() -> None:
    rows = rows_of(
        "一级指标\t二级指标\t三级指标\t年度指标值\n产出指标\t数量指标\t甲事\t3件\n效益指标\t\t乙事\t4件\n"
    )
    assert [row.levels[:2] for row in rows] == [("产出指标", "数量指标"), ("效益指标", "三级指标")]


def test_a_form_of_services_and_benefits_has_two_rows_of_headings() -> None:
    rows = rows_of(
        "\t服务名称\t计划\t实际\n公共服务\t讲座\t办12场\t办了13场\n"
        "\t效益名称\t计划\t实际\n取得的效益\t讲座\t知晓率80%\t知晓率82%\n群众满意度\t满意\t\t\n"
    )
    assert [(row.first_level, row.name, row.is_thing) for row in rows] == [
        (FirstLevel.OUTPUT, "讲座", True),
        (FirstLevel.BENEFIT, "讲座", True),
        (FirstLevel.SATISFACTION, "满意", True),
    ]


def test_a_merged_cell_counts_for_each_row_it_covers() -> None:
    text = "一级指标\t三级指标\t年度指标值\t实际完成值\n产出指标\t甲事\t3件\t3件\n\t乙事\t4件\t\n"
    grid = read(document_of(text, "例.txt")).grids[0]
    rows = [list(row) for row in grid.cells]
    shared = rows[1][3]
    assert shared is not None
    rows[1][3], rows[2][3] = GridCell(shared.text, shared.start, shared.end, shared.figure, 2, 1), None
    merged: Grid = replace(grid, cells=tuple(map(tuple, rows)))
    assert [row.text(Column.ACTUAL) for row in indicators_of([merged])] == ["3件", "3件"]


def test_an_account_is_no_form() -> None:
    assert rows_of("项目\t预算数\t决算数\n办公费\t3.20\t3.10\n合计\t3.20\t3.10\n") == ()


def test_a_heading_that_is_a_sentence_is_no_heading() -> None:
    text = "三级指标及其说明文字很长很长很长很长很长\t年度指标值\n甲事\t3件\n"
    assert rows_of(text) == ()


def test_a_row_with_nothing_but_a_name_is_pointed_at_by_it() -> None:
    text = "附表\n二级指标\t\t年度指标值\t实际完成值\n数量指标\t培训人数\t≥200人\t212人\n\t发放及时率\t\t\n"
    *_, last = rows_of(text)
    assert text[slice(*last.span)] == last.name == "发放及时率"
