"""The names nearest to one that does not exist, for error messages."""

from __future__ import annotations

from collections.abc import Iterable

from wenxiao.fact import name_key

_SIMILAR_ENOUGH = 50


def nearest(name: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Give up to ``limit`` choices like ``name``, the most alike first.

    Names are compared as fact keys are, so brackets and blanks do not count. A dotted choice is compared
    whole and by each of its parts, so ``主场活动`` finds ``科学普及.主场活动覆盖人次``.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  (start-up time: only needed for an error)

    asked = _normalised(name)
    last = asked.rpartition(".")[2]

    def likeness(choice: str) -> float:
        known = _normalised(choice)
        parts = [fuzz.ratio(last, part) for part in known.split(".")]
        return max(fuzz.ratio(asked, known), *parts) + fuzz.partial_ratio(asked, known) / 1000

    ranked = sorted(((likeness(choice), choice) for choice in choices), key=lambda pair: (-pair[0], pair[1]))
    return [choice for score, choice in ranked[:limit] if score >= _SIMILAR_ENOUGH]


def suggestion(name: str, choices: Iterable[str]) -> str:
    """Ask, as a sentence, whether a near name was meant; "" when none is near."""
    near = "、".join(f"「{choice}」" for choice in nearest(name, choices))
    return f"您要的是不是{near}？" if near else ""


def _normalised(name: str) -> str:
    return ".".join(map(name_key, name.casefold().split(".")))
