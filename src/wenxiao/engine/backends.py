"""The engines behind set-wise evaluation, opened through Ibis. Ibis and DuckDB are an optional extra."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wenxiao.errors import WenxiaoError

try:
    import duckdb as _duckdb  # noqa: F401  (missing, it would only show at the first query)
    import ibis
except ImportError as error:
    raise WenxiaoError(
        "批量计算需要 ibis 和 duckdb，当前环境没有安装。请运行：pip install 'wenxiao[lake]'"
    ) from error

__all__ = ["ibis", "open_duckdb"]


def open_duckdb(
    *,
    memory_limit: str | None = None,
    threads: int | None = None,
    temp_directory: Path | None = None,
) -> Any:
    """Open DuckDB inside this process as an Ibis backend that never reaches for the network.

    Args:
        memory_limit: as DuckDB writes it, for instance ``512MB``; by default half of the machine's memory.
            What does not fit is spilled to ``temp_directory``.
        threads: by default one for each core.
        temp_directory: where to spill; by default ``.tmp`` in the current folder.
    """
    chosen: dict[str, Any] = {
        "memory_limit": memory_limit or "50%",
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    if threads is not None:
        chosen["threads"] = threads
    if temp_directory is not None:
        chosen["temp_directory"] = str(temp_directory)
    return ibis.duckdb.connect(**chosen)
