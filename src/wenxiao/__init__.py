"""Wenxiao 问效: budget performance management, from a department-year to an explained report.

The public names are imported when they are first used, so that the command line starts at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wenxiao.engine.why import explain
    from wenxiao.evaluate import evaluate_folder
    from wenxiao.packages.folder import open_package
    from wenxiao.report.write import write_report

__all__ = ["evaluate_folder", "explain", "open_package", "write_report"]

_HOMES = {
    "evaluate_folder": "wenxiao.evaluate",
    "explain": "wenxiao.engine.why",
    "open_package": "wenxiao.packages.folder",
    "write_report": "wenxiao.report.write",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
