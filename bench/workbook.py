"""Reading a workbook of 20,000 payments: ours (typed, checked, each value with its cell) beside bare calamine."""

from __future__ import annotations

import tempfile
from pathlib import Path

from python_calamine import CalamineWorkbook

from paired import paired, table
from wenxiao.catalogue.load import core_catalogue
from wenxiao.packages.folder import open_package, package_from_tables
from wenxiao.packages.workbook import write_tables

ROWS = 20_000


def payments() -> list[dict[str, str]]:
    """Make payments of one project, all different."""
    return [
        {
            "凭证号": f"2024-{number:06d}",
            "项目编号": "P1",
            "日期": f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            "金额": f"{number}.{number % 100:02d}",
            "摘要": f"第{number}笔",
        }
        for number in range(1, ROWS + 1)
    ]


def bare(path: Path) -> int:
    """Read every cell of every sheet and do nothing with it."""
    book = CalamineWorkbook.from_path(path)
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


with tempfile.TemporaryDirectory() as folder:
    made = package_from_tables(
        {
            "unit": [{"单位名称": "示例单位"}],
            "project": [{"项目编号": "P1", "项目名称": "示例项目"}],
            "payment": payments(),
        },
        unit="示例单位",
        year=2024,
    )
    path = Path(folder) / "数据.xlsx"
    path.write_bytes(write_tables(made, core_catalogue()))
    (Path(folder) / "package.toml").write_text(
        '[package]\nunit = "示例单位"\nyear = 2024\nstandard = "department-overall"\n', encoding="utf-8"
    )
    (Path(folder) / "report.md").write_text("# 报告\n", encoding="utf-8")
    ours, theirs, ratio = paired(lambda: open_package(Path(folder)), lambda: bare(path))
print(
    table(
        ("reader", "median ms", "ratio"),
        [
            (f"open_package, {ROWS} payments", f"{ours * 1000:.0f}", f"{ratio:.2f}"),
            ("python-calamine, cells only", f"{theirs * 1000:.0f}", "1"),
        ],
    )
)
