from __future__ import annotations

from wenxiao.catalogue.dictionary import as_markdown
from wenxiao.catalogue.load import core_catalogue


def test_every_table_field_and_code_is_in_the_dictionary() -> None:
    text = as_markdown(core_catalogue())
    for table in core_catalogue().tables.values():
        assert f"### {table.title}（`{table.name}`）" in text
        for field in table.fields:
            assert f"| {field.title} | `{field.name}` |" in text
    for codes in core_catalogue().codes.values():
        assert all(f"| {label} |" in text for label in codes.labels)


def test_a_line_says_type_unit_need_and_limits() -> None:
    lines = as_markdown(core_catalogue()).splitlines()
    assert "| 年初预算数 | `original_budget` | 金额（万元） |  | 批复的年初预算 | 不小于 0 |" in lines
    assert "| 目标值 | `target_value` | 数量（见“计量单位”） |  | 定量指标的目标值，可带单位 |  |" in lines
    assert "引用：上级项目编号 → 项目.项目编号，只限“上级项目编号”留空的行。" in lines
    assert "| ≥ | 正向：不低于目标值 | >= |" in lines


def test_rows_of_a_table_have_as_many_cells_as_its_head() -> None:
    widths = {line.count("|") for line in as_markdown(core_catalogue()).splitlines() if line.startswith("|")}
    assert widths == {4, 7}
