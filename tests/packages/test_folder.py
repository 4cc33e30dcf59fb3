from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.packages import folder
from wenxiao.packages.folder import create_package, open_package, package_from_tables, write_csv
from wenxiao.packages.workbook import write_tables

TOML = '[package]\nunit = "甲"\nyear = 2021\nstandard = "s"\nsignature_date = 2022-03-31\n'
GOOD: dict[str, str | bytes] = {
    "package.toml": TOML,
    "report.md": "\ufeff# 报告\r\n",
    "项目.csv": "项目编号,项目名称,年初预算数（万元）\nA1,人才发展,31.85\n",
    "evidence/a.txt": "凭证",
}


def _folder(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


def _problems(tmp_path: Path, files: Mapping[str, str | bytes]) -> tuple[str, ...]:
    with pytest.raises(InputProblems) as refused:
        open_package(_folder(tmp_path, files))
    return refused.value.problems


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    package = open_package(_folder(tmp_path, GOOD))
    assert (package.unit, package.year, package.standard) == ("甲", 2021, "s")
    assert package.signature_date == date(2022, 3, 31)
    assert package.narrative == "# 报告\n"
    (row,) = package.rows("project")
    assert str(row.cells["code"]) == "「项目.csv」工作表「项目」第 2 行 A 列（项目编号）"
    assert package.rows("payment") == ()


def test_every_file_is_digested_in_order_but_not_what_editors_leave(tmp_path: Path) -> None:
    left = {"~$数据.xlsx": "", ".DS_Store": "", ".git/config": "", "evidence/.hidden": ""}
    package = open_package(_folder(tmp_path, {**GOOD, **left}))
    assert list(package.digests) == ["evidence/a.txt", "package.toml", "report.md", "项目.csv"]
    assert package.digests["evidence/a.txt"] == hashlib.sha256("凭证".encode()).hexdigest()


def test_tables_may_lie_in_a_folder_of_their_own_under_either_name(tmp_path: Path) -> None:
    files = {name: content for name, content in GOOD.items() if name != "项目.csv"}
    package = open_package(_folder(tmp_path, {**files, "数据/project.CSV": GOOD["项目.csv"]}))
    assert package.rows("project")[0].cells["code"].file == "数据/project.CSV"


def test_csv_files_elsewhere_are_evidence(tmp_path: Path) -> None:
    package = open_package(_folder(tmp_path, {**GOOD, "evidence/名单.csv": "x"}))
    assert set(package.tables) == {"project"}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"数据.xlsx": b"x"}, "既有「数据.xlsx」又有 CSV 文件（项目.csv）。请只保留一种。"),
        ({"数据/project.csv": "项目编号,项目名称\n"}, "与「数据/project.csv」工作表「project」是同一张表"),
        ({"旧数据.xls": b"x"}, "「旧数据.xls」不会被读取"),
        ({"备忘.csv": "x"}, "不认识这张表"),
        ({"项目.csv": "\xff\xfe".encode("latin-1")}, "「项目.csv」的编码"),
        ({"项目.csv": "项目编号,项目名称\nA1,甲\nA1,乙\n"}, "项目编号“A1”与第 2 行重复"),
        ({"report.md": "甲".encode("gb18030")}, "「report.md」不是 UTF-8 编码"),
        ({"package.toml": "["}, "不符合 TOML 格式"),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, files: Mapping[str, str | bytes], message: str
) -> None:
    problems = _problems(tmp_path, {**GOOD, **files})
    assert len(problems) == 1
    assert message in problems[0]


def test_missing_parts_are_all_named_at_once(tmp_path: Path) -> None:
    problems = _problems(tmp_path, {})
    assert len(problems) == 3
    assert "没有 package.toml" in problems[0]
    assert "「report.md」无法读取" in problems[1]
    assert problems[2].startswith("没有数据：")


def test_a_damaged_workbook_is_one_problem(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"package.toml": TOML, "report.md": "", "数据.xlsx": b"PK"}
    assert _problems(tmp_path, files) == (
        "「数据.xlsx」已损坏，或不是 Excel 工作簿。请用 Excel 或 WPS 打开检查，另存为 .xlsx。",
    )


def test_references_to_a_table_in_an_unknown_encoding_are_not_judged(tmp_path: Path) -> None:
    goals = "序号,项目编号,预期目标\n1,A1,好\n"
    (problem,) = _problems(tmp_path, {**GOOD, "绩效目标.csv": goals, "项目.csv": b"\xff\xfe"})
    assert "编码" in problem


def test_a_narrative_of_absurd_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_NARRATIVE_BYTES", 3)
    assert "不像一份报告" in _problems(tmp_path, GOOD)[0]


def test_links_may_not_lead_out_of_the_package(tmp_path: Path) -> None:
    inside = _folder(tmp_path / "package", GOOD)
    outside = _folder(tmp_path / "outside", {"secret.txt": "x"})
    (inside / "evidence/file.txt").symlink_to(outside / "secret.txt")
    (inside / "evidence/folder").symlink_to(outside)
    (inside / "evidence/fine.txt").symlink_to(inside / "evidence/a.txt")
    with pytest.raises(InputProblems) as refused:
        open_package(inside)
    assert sorted(refused.value.problems) == [
        "「evidence/file.txt」是指向本目录之外的链接。请换成文件本身。",
        "「evidence/folder」是指向本目录之外的链接。请换成文件本身。",
    ]


@pytest.mark.parametrize("name", ["nowhere", "package.toml"])
def test_a_package_is_a_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(WenxiaoError, match="没有目录"):
        open_package(_folder(tmp_path, GOOD) / name)


def test_a_new_package_is_the_same_every_time(tmp_path: Path) -> None:
    contents = []
    for name in ("a", "b"):
        paths = create_package(tmp_path / name, unit="甲", year=2021, standard="s", narrative="# 报告\n")
        assert all(path.exists() for path in paths)
        contents.append([path.read_bytes() for path in paths if path.is_file()])
    assert contents[0] == contents[1]
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == [
        "attachments",
        "evidence",
        "package.toml",
        "report.md",
        "数据.xlsx",
    ]


def test_a_new_package_has_only_one_problem_that_nothing_was_filled_in(tmp_path: Path) -> None:
    create_package(tmp_path / "a", unit="甲", year=2021, standard="s", narrative="# 报告\n")
    with pytest.raises(InputProblems) as refused:
        open_package(tmp_path / "a")
    (problem,) = refused.value.problems
    assert "数据表还没有填写，无法检查和评价。空着的有：人员情况、收支决算、项目、" in problem
    assert "单位信息" not in problem


def test_a_new_package_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    for path in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(WenxiaoError, match="已有内容，没有改动"):
            create_package(path, unit="甲", year=2021, standard="s", narrative="")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_csv_and_workbook_hold_the_same_rows(tmp_path: Path) -> None:
    package = open_package(_folder(tmp_path / "csv", GOOD))
    text = {"package.toml": TOML, "report.md": ""}
    as_book = open_package(
        _folder(tmp_path / "x", {**text, "数据.xlsx": write_tables(package, core_catalogue())})
    )
    _folder(tmp_path / "y", text)
    assert [path.name for path in write_csv(package, tmp_path / "y")] == ["项目.csv"]
    as_csv = open_package(tmp_path / "y")
    assert as_book.rows("project")[0].values == as_csv.rows("project")[0].values
    assert as_book.rows("project")[0].values == package.rows("project")[0].values


def test_a_package_of_texts_checks_tables_and_keys() -> None:
    package = package_from_tables({"project": [{"code": "A1", "name": "甲"}]}, year=2020, assumptions=("乙",))
    assert (package.year, package.assumptions, package.rows("project")[0].text("name")) == (
        2020,
        ("乙",),
        "甲",
    )
    with pytest.raises(InputProblems, match="未知的表：\n  · projekt"):
        package_from_tables({"projekt": []})
    with pytest.raises(InputProblems, match="“A2”在「项目」"):
        package_from_tables({"project": [{"code": "A1", "name": "甲", "parent": "A2"}]})
