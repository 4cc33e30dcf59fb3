"""The command line as its users meet it: a process with arguments, output and an exit status."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from wenxiao.cli import cli, main

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "lishui-kexie-2021"


def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wenxiao", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the real case that a test may damage."""
    return Path(shutil.copytree(CASE, tmp_path / "case"))


def test_help_lists_every_command_in_chinese_and_loads_nothing_heavy() -> None:
    script = (
        "import sys; from wenxiao.cli import main; main(['--help']);"
        "heavy = {'lxml', 'typst', 'ibis', 'duckdb', 'xlsxwriter', 'python_calamine', 'markdown_it', 'rich'};"
        "print('LOADED', len(sys.modules), sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    loaded = re.search(r"LOADED (\d+) \[(.*)\]", done.stdout)
    assert loaded is not None
    assert loaded[2] == ""
    assert int(loaded[1]) < 150
    for name in cli.commands:
        assert f"  {name} " in done.stdout
    assert "用法" in done.stdout


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_each_command_explains_itself_with_an_example_that_runs(
    name: str, case: Path, tmp_path: Path
) -> None:
    command = cli.commands[name]
    example = re.search(r"例：(wenxiao .*)", command.epilog or "")
    assert example is not None
    words = shlex.split(example[1])[1:]
    if name == "verify":
        assert run("report", case, "-o", tmp_path / "out", "--only", "docx").returncode == 1
    words = [
        word.replace("examples/lishui-kexie-2021", str(case)).replace("out/", f"{tmp_path}/out/")
        for word in words
    ]
    done = run(*words, cwd=tmp_path)

    assert done.returncode in (0, 1), done.stderr
    assert done.stderr == ""
    assert done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "没有命令 'chekc'"),
        (["check"], "缺少参数 'DIR'"),
        (["check", "a", "--format", "xml"], "不在可选范围"),
        (["new", "x", "--unit", "某单位", "--year", "99"], "不在范围"),
        (["check", "没有这个目录"], "没有这个目录"),
        (["why", "examples/lishui-kexie-2021", "预算执行绿"], "预算执行率"),
        (["explain", "WX000"], "WX000"),
        (["new", "x", "--unit", "某单位", "--year", "2024", "--standard", "lishuii"], "lishui"),
        (["verify", "没有.docx", "--against", "examples/lishui-kexie-2021"], "没有.docx"),
    ],
)
def test_bad_usage_is_one_chinese_message_and_status_2(
    arguments: Sequence[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status = main(arguments)
    captured = capsys.readouterr()

    assert status == 2
    assert said in captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_check_exits_1_and_names_cells(case: Path) -> None:
    done = run("check", case)

    assert done.returncode == 1
    assert "WX115" in done.stdout
    assert "人员情况.csv" in done.stdout


def test_check_select_and_ignore_narrow_the_rules(case: Path) -> None:
    chosen = json.loads(run("check", case, "--select", "WX3", "--ignore", "WX302", "--format", "json").stdout)

    codes = {outcome["rule"] for outcome in chosen["outcomes"]}
    assert codes
    assert all(code.startswith("WX3") for code in codes)
    assert "WX302" not in codes


@pytest.mark.parametrize("command", ["check", "evaluate", "report"])
def test_json_carries_amounts_as_strings(command: str, case: Path, tmp_path: Path) -> None:
    extra = ["-o", str(tmp_path / "out"), "--only", "data"] if command == "report" else []
    done = run(command, case, "--format", "json", *extra)

    parsed = json.loads(
        done.stdout, parse_float=lambda text: pytest.fail(f"a bare number with decimals: {text}")
    )
    assert parsed


def test_evaluate_twice_gives_the_same_bytes(case: Path) -> None:
    assert (
        run("evaluate", case, "--format", "json").stdout == run("evaluate", case, "--format", "json").stdout
    )


def test_a_new_package_that_nobody_filled_in_is_no_pass(tmp_path: Path) -> None:
    made = run("new", "我的单位", "--unit", "某某市科学技术协会", "--year", "2024", cwd=tmp_path)
    again = run("new", "我的单位", "--unit", "某某市科学技术协会", "--year", "2024", cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert sorted(path.name for path in (tmp_path / "我的单位").iterdir()) == [
        "attachments",
        "evidence",
        "package.toml",
        "report.md",
        "数据.xlsx",
    ]
    assert again.returncode == 2
    assert "我的单位" in again.stderr
    empty = run("check", "我的单位", cwd=tmp_path)
    assert empty.returncode == 2
    assert empty.stdout == ""
    assert "还没有填写，无法检查和评价。空着的有：人员情况、收支决算、项目" in empty.stderr


def test_all_faults_of_the_data_come_at_once_and_nothing_is_written(case: Path, tmp_path: Path) -> None:
    table = case / "项目.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(
        text.replace("KP1,科普活动经费,KP", "KP1,科普活动经费,XX").replace(",80,80,", ",八十块,-80,"),
        encoding="utf-8",
    )
    done = run("report", case, "-o", tmp_path / "out")

    assert done.returncode == 2
    assert "八十块" in done.stderr
    assert "-80" in done.stderr
    assert "XX" in done.stderr
    assert "第 3 行" in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_unknown_reference_in_the_narrative_gives_place_and_neighbour(case: Path, tmp_path: Path) -> None:
    narrative = case / "report.md"
    narrative.write_text("# 报告\n\n## 情况\n\n全年支出{本年支出合记}，{没有收尾\n", encoding="utf-8")
    done = run("report", case, "-o", tmp_path / "out")

    assert done.returncode == 2
    assert "第 5 行" in done.stderr
    assert "本年支出合计" in done.stderr
    assert not list((tmp_path / "out").glob("report.*")) if (tmp_path / "out").exists() else True


def test_a_full_disk_is_said_and_leaves_the_old_report(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("report", case, "-o", out, "--only", "html").returncode == 1
    before = (out / "report.html").read_bytes()
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from wenxiao.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "report", str(case), "-o", str(out), "--only", "html"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2, done.stderr
    assert "没有改动" in done.stderr
    assert (out / "report.html").read_bytes() == before
    assert [path.name for path in out.iterdir()] == ["report.html"]


def test_killed_half_way_nothing_is_half_written(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = (
        "import os, signal, sys; from wenxiao.report import write;"
        "write._WRITERS['pdf'] = lambda *_: os.kill(os.getpid(), signal.SIGKILL);"
        "from wenxiao.cli import main; main(sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "report", str(case), "-o", str(out)], capture_output=True, check=False
    )

    assert done.returncode == -9
    assert [path.name for path in out.iterdir() if not path.name.startswith(".")] == []
    assert run("report", case, "-o", out, "--only", "docx").returncode == 1
    assert (out / "report.docx").is_file()
