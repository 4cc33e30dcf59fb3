"""The main job on the real case, split by stage; each stage in a process that has done what comes before."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from paired import seconds, table
from wenxiao.catalogue.load import core_catalogue
from wenxiao.evaluate import evaluate
from wenxiao.packages.folder import open_package
from wenxiao.report.compose import compose
from wenxiao.report.write import FORMATS, write_report
from wenxiao.standards.load import load_standard

RUNS = 7
CASE = Path(__file__).parent.parent / "examples" / "lishui-kexie-2021"


def stages(out: Path) -> dict[str, Callable[[], object]]:
    """Name the stages; each is given what the stages before it made."""
    package = open_package(CASE)
    standard = load_standard(package.standard, base=CASE, year=package.year)
    results = evaluate(package, core_catalogue(), standard)
    writing = {
        f"write {name}": lambda name=name: write_report(results, out, formats=[name]) for name in FORMATS
    }
    return {
        "start, load the code": load,
        "read the package": lambda: open_package(CASE),
        "load the standard": lambda: load_standard(package.standard, base=CASE, year=package.year),
        "measure, score, check": lambda: evaluate(package, core_catalogue(), standard),
        "compose": lambda: compose(results),
        **writing,
    }


def load() -> None:
    """Start an interpreter and load all the code that the command uses."""
    modules = ["wenxiao.cli", "wenxiao.evaluate", "wenxiao.report.summary", "typst", "xlsxwriter"]
    modules += [f"wenxiao.report.{name}" for name in (*FORMATS, "write")]
    subprocess.run([sys.executable, "-c", f"import {', '.join(modules)}"], check=True)


def whole_process(out: Path) -> float:
    """Time the command a person runs, start-up included."""
    command = [sys.executable, "-m", "wenxiao", "report", str(CASE), "-o", str(out)]
    return seconds(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=False))


with tempfile.TemporaryDirectory() as folder:
    rows: list[tuple[str, ...]] = []
    for stage, action in stages(Path(folder)).items():
        action()
        rows.append((stage, f"{median(seconds(action) for _ in range(RUNS)) * 1000:.0f}"))
    rows.append(("whole process", f"{median(whole_process(Path(folder)) for _ in range(RUNS)) * 1000:.0f}"))
print(table(("stage", "median ms"), rows))
