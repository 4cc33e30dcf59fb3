from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.packages.manifest import Manifest, read_manifest, write_manifest

GOOD = '[package]\nunit = "甲"\nyear = 2021\nstandard = "department-overall"\n'


def _read(tmp_path: Path, text: str) -> Manifest:
    (tmp_path / "package.toml").write_text(text, encoding="utf-8")
    return read_manifest(tmp_path)


def test_the_least_manifest_names_unit_year_and_standard(tmp_path: Path) -> None:
    assert _read(tmp_path, GOOD) == Manifest(unit="甲", year=2021, standard="department-overall")


@pytest.mark.parametrize("day", ["2022-03-31", '"2022年3月31日"', "2022-03-31T08:00:00"])
def test_title_date_and_assumptions_are_optional(tmp_path: Path, day: str) -> None:
    text = f'{GOOD}title = " 报告 "\nsignature_date = {day}\n[assumptions]\ntexts = ["假定甲"]\n'
    found = _read(tmp_path, text)
    assert (found.title, found.signature_date, found.assumptions) == ("报告", date(2022, 3, 31), ("假定甲",))


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    assert _read(tmp_path, "\ufeff" + GOOD).unit == "甲"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD.replace("unit", "unti"), "不认识“unti”。您要的是不是「unit」？可用的有：unit、year"),
        (GOOD.replace('unit = "甲"', ""), "缺少 unit，或它不是文字"),
        (GOOD.replace('"甲"', '" "'), "缺少 unit，或它不是文字"),
        (GOOD.replace('"department-overall"', "1"), "缺少 standard，或它不是文字"),
        (GOOD.replace("2021", '"2021"'), "year 应当是四位年份，现为“2021”"),
        (GOOD.replace("2021", "true"), "year 应当是四位年份"),
        (GOOD.replace("2021", "21"), "year 应当是四位年份，现为“21”"),
        (GOOD + "title = 1", "title 应当是文字"),
        (GOOD + 'packs = "a"', "packs 应当是文字的列表"),
        (GOOD + 'packs = ["kexie"]', "行业数据包在本版本中没有"),
        (GOOD + 'signature_date = "明天"', "signature_date“明天”不是日期"),
        (GOOD + "signature_date = 2022", "signature_date“2022”不是日期"),
        (GOOD + "[assumptions]\ntexts = [1]", "texts 应当是文字的列表"),
        (GOOD + "[assumptions]\ntext = []", "不认识“text”。您要的是不是「texts」？"),
        (GOOD + "[packages]", "不认识“packages”。您要的是不是「package」？"),
        ("package = 1", "package 应当是一节"),
        ("", "缺少 unit"),
        (GOOD.replace("department-overall", "../s.toml"), "在本目录之外"),
        (GOOD.replace("department-overall", "/etc/s.toml"), "在本目录之外"),
        (GOOD.replace("department-overall", "s.toml"), "“s.toml”不存在"),
    ],
)
def test_a_wrong_manifest_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputProblems) as refused:
        _read(tmp_path, text)
    assert any(message in problem for problem in refused.value.problems)
    assert all(problem.startswith("「package.toml」：") for problem in refused.value.problems)


def test_all_problems_are_listed_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputProblems) as refused:
        _read(tmp_path, "[package]\ncolour = 1")
    assert len(refused.value.problems) == 4


def test_a_standard_of_ones_own_lies_in_the_package(tmp_path: Path) -> None:
    (tmp_path / "own.toml").touch()
    assert _read(tmp_path, GOOD.replace("department-overall", "own.toml")).standard == "own.toml"


def test_a_link_out_of_the_package_is_no_standard(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    (tmp_path / "outside.toml").touch()
    (folder / "own.toml").symlink_to(tmp_path / "outside.toml")
    with pytest.raises(InputProblems, match="在本目录之外"):
        _read(folder, GOOD.replace("department-overall", "own.toml"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[package", "不符合 TOML 格式"),
        ("甲".encode("gb18030"), "不是 UTF-8 编码"),
        (None, "请确认目录，或用 wenxiao new 新建一个"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / "package.toml").write_bytes(content)
    with pytest.raises(WenxiaoError, match=message):
        read_manifest(tmp_path)


@pytest.mark.parametrize("unit", ["甲市科协", 'a"b\\c', "甲\n乙\t\x01"])
def test_a_new_manifest_reads_back(unit: str) -> None:
    package = tomllib.loads(write_manifest(unit, 2021, "s"))["package"]
    assert package == {"unit": unit, "year": 2021, "standard": "s", "packs": []}
