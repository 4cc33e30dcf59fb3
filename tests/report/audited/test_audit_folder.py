"""Folders of reports audited in parallel: what each process is told, and what happens when one is ended."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wenxiao.errors import WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import parse
from wenxiao.report.audited import batch as module
from wenxiao.report.audited.batch import Audited, Options, audit_file, audit_files, files_in
from wenxiao.report.audited.summary import summary_lines

SENTENCE = "2023年第{0}组支出{1}.50万元，其中：基本支出80.20万元，项目支出43.30万元。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of five reports, and two processes whatever the machine has."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for number in range(5):
        text = SENTENCE.format(number, 123 if number else 120)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_process_audits_by_the_same_options(folder: Path) -> None:
    facts = FactTable({"基本支出": Fact("基本支出", "基本支出", parse("90万元"))})
    found = audit_files(files_in([folder]), Options(select=("WX211",), facts=facts))
    assert [one.path.name for one in found] == [f"{number}.txt" for number in range(5)]
    assert [one.counts["error"] for one in found] == [1] * 5


def test_results_are_those_of_one_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = files_in([folder])
    parallel = audit_files(paths, Options())
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert audit_files(paths, Options()) == parallel
    assert [one.counts["error"] for one in parallel] == [1, 0, 0, 0, 0]
    assert len(summary_lines(parallel)) == len(paths) + 1


def _end(path: Path, options: Options) -> Audited:
    os._exit(9 if path.name == "3.txt" and options else 0)


def test_a_process_that_is_ended_is_one_clear_message(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "audit_file", _end)
    with pytest.raises(WenxiaoError, match=r"内存不足.*请"):
        audit_files(files_in([folder]), Options())


def _are_at_work(processes: list[str]) -> bool:
    """Tell whether two processes at least have begun to calculate: 20 ticks of their own."""
    ticks = [Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()[11] for one in processes]
    return len(ticks) > 1 and all(int(spent) >= 20 for spent in ticks)


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor audits in one process")
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc to see the processes")
def test_a_break_at_the_keyboard_ends_all_processes_without_a_word_too_many(tmp_path: Path) -> None:
    for number in range(20):
        text = "".join(SENTENCE.format(number, line) for line in range(6_000))
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "wenxiao", "audit", str(tmp_path)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and not _are_at_work(children.read_text().split()):
        os.sched_yield()
    os.killpg(process.pid, signal.SIGINT)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert error.strip().startswith("已中断")
    assert len(error.split()) == 1


def test_an_audit_leaves_no_garbage(folder: Path) -> None:
    audit_file(folder / "0.txt", Options())
    gc.collect()
    assert audit_file(folder / "0.txt", Options()).counts["error"] == 1
    assert gc.collect() == 0
