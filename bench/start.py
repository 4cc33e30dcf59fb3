"""``wenxiao --help`` beside a bare interpreter, as whole processes."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from paired import paired, table

run = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL)
ours, bare, ratio = paired(
    partial(run, [sys.executable, "-m", "wenxiao", "--help"]),
    partial(run, [sys.executable, "-c", "pass"]),
    runs=15,
)
print(
    table(
        ("command", "median ms", "ratio"),
        [
            ("wenxiao --help", f"{ours * 1000:.0f}", f"{ratio:.1f}"),
            ("python -c pass", f"{bare * 1000:.0f}", "1"),
        ],
    )
)
