"""The names nearest to one that does not exist, for error messages."""

from __future__ import annotations

from collections.abc import Iterable

from wenxiao.fact import name_key

_SIMILAR_ENOUGH = 50


def nearest(name: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Give up to ``limit`` choices like ``name``, the most alike first.

    A dotted choice is compared whole and by each of its parts, so ``主场活动`` finds
    ``科学普及.主场活动覆盖人次``.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  (start-up time: only needed for an error)

    def likeness(choice: str) -> float:
        asked = ".".join(name_key(part) for part in name.split("."))
        last = asked.rpartition(".")[2]
        parts = [fuzz.ratio(last, part) for part in choice.split(".")]
        return max(fuzz.ratio(asked, choice), *parts) + fuzz.partial_ratio(asked, choice) / 1000

    ranked = sorted(((likeness(choice), choice) for choice in choices), key=lambda pair: (-pair[0], pair[1]))
    return [choice for score, choice in ranked[:limit] if score >= _SIMILAR_ENOUGH]


def suggestion(name: str, choices: Iterable[str]) -> str:
    """Say which names are near, as the tail of an error message ("" when none is)."""
    near = nearest(name, choices)
    return f"相近的名称：{'、'.join(near)}。" if near else ""
