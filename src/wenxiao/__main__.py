"""``python -m wenxiao`` is the command line."""

from __future__ import annotations

from wenxiao.cli import run

run()
