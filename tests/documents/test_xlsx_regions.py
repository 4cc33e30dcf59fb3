from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.xlsx_regions import Area, regions_of


def areas(sheet: str) -> list[Area]:
    """Read a drawn sheet: cells parted by bars, blanks for empty cells, ``<`` for what a merged cell covers."""
    found: list[Area] = []
    for row, line in enumerate(sheet.strip("\n").splitlines()):
        for column, cell in enumerate(line.split("|")):
            text = cell.strip()
            if text == "<":
                found[-1] = found[-1]._replace(right=column)
            elif text:
                found.append(Area(row, column, row, column, text))
    return found


def seen(sheet: str) -> list[str | list[str]]:
    """Give each line as its text and each table as the texts of its cells."""
    return [
        [area.text for area in region.areas]
        if region.is_table
        else "/".join(area.text for area in region.areas)
        for region in regions_of(areas(sheet))
    ]


def test_title_unit_and_notes_are_lines_around_the_table() -> None:
    assert seen("""
收支决算表 | < | <
编制单位：某局 | | 单位：万元
项目 | 预算 | 决算
水费 | 3 | 2
注：决算数含结转。
""") == [
        "收支决算表",
        "编制单位：某局/单位：万元",
        ["项目", "预算", "决算", "水费", "3", "2"],
        "注：决算数含结转。",
    ]


def test_prose_between_two_tables_parts_them() -> None:
    assert seen("""
项目 | 数
水费 | 2
本年用水比上年节约。
指标 | 值
满意度 | 90%
""") == [["项目", "数", "水费", "2"], "本年用水比上年节约。", ["指标", "值", "满意度", "90%"]]


def test_a_blank_row_before_headings_begins_another_table() -> None:
    assert seen("""
项目 | 数
水费 | 2

指标 | 值
满意度 | 90%
""") == [["项目", "数", "水费", "2"], ["指标", "值", "满意度", "90%"]]


def test_a_blank_row_before_more_amounts_does_not() -> None:
    assert seen("""
项目 | 数
水费 | 2

电费 | 3
""") == [["项目", "数", "水费", "2", "电费", "3"]]


def test_tables_side_by_side_are_two_with_their_own_titles() -> None:
    assert seen("""
某局收支 | < | < | < | <
收入表 | | | 支出表 |
来源 | 数 | | 用途 | 数
拨款 | 9 | | 水费 | 4
其他 | 1 | | 电费 | 6
""") == [
        "某局收支",
        "收入表",
        ["来源", "数", "拨款", "9", "其他", "1"],
        "支出表",
        ["用途", "数", "水费", "4", "电费", "6"],
    ]


def test_a_blank_column_beside_a_single_one_parts_nothing() -> None:
    sheet = """
项目 | 数 | | 备注
水费 | 4 | | 已付
"""
    assert len(seen(sheet)) == 1


def test_a_label_within_a_table_is_a_row_of_it() -> None:
    assert seen("""
项目 | 数
一、收入 |
拨款 | 9
二、支出 |
水费 | 9
""") == [["项目", "数", "一、收入", "拨款", "9", "二、支出", "水费", "9"]]


def test_a_remark_in_a_later_column_stays_in_its_row() -> None:
    assert seen("""
指标 | 值 | 原因
满意度 | 80% | 样本少
 | | 已按要求整改。
知晓率 | 90% |
""") == [["指标", "值", "原因", "满意度", "80%", "样本少", "已按要求整改。", "知晓率", "90%"]]


def test_merged_text_inside_a_form_does_not_cut_it() -> None:
    assert seen("""
项目名称 | 普法 | 金额 | 5
年度目标：办好讲座，人人知法。 | < | < | <
指标 | 目标 | 实际 | 得分
场次 | 5 | 5 | 10
""")[0][:5] == ["项目名称", "普法", "金额", "5", "年度目标：办好讲座，人人知法。"]


def test_a_second_table_under_its_own_title_and_unit() -> None:
    assert seen("""
项目 | 数
水费 | 2
表二
单位：元
指标 | 值
满意度 | 90
""") == [["项目", "数", "水费", "2"], "表二", "单位：元", ["指标", "值", "满意度", "90"]]


def test_one_column_of_numbers_is_a_table() -> None:
    assert seen("金额\n1\n2\n") == ["金额", ["1", "2"]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 12), st.integers(0, 8)),
        st.sampled_from(["1", "2.5%", "水费", "单位：元", "注：无。", "附表1", "一段完整的话。"]),
        max_size=60,
    )
)
def test_every_cell_is_in_one_region(texts: dict[tuple[int, int], str]) -> None:
    given_areas = [Area(row, column, row, column, text) for (row, column), text in texts.items()]
    found = [area for region in regions_of(given_areas) for area in region.areas]
    assert sorted(found) == sorted(given_areas)
    assert all(list(region.areas) == sorted(region.areas) for region in regions_of(given_areas))
