"""Two ways to do one thing, timed in turn (A B A B ...), so that a drifting machine treats both alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median


def seconds(action: Callable[[], object]) -> float:
    """Time one call by the wall clock."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def paired(
    ours: Callable[[], object], theirs: Callable[[], object], runs: int = 5
) -> tuple[float, float, float]:
    """Give the medians of both in seconds and the median of the ratios ours/theirs, after one warm-up."""
    ours(), theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    return (
        median(one for one, _ in pairs),
        median(other for _, other in pairs),
        median(one / other for one, other in pairs),
    )


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Give a Markdown table."""
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
