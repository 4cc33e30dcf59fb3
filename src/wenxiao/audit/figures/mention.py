"""What the recogniser finds before label, period and section are known."""

from __future__ import annotations

from typing import NamedTuple

from wenxiao.audit.figures.model import FigureKind
from wenxiao.quantity import Quantity


class Mention(NamedTuple):
    """Characters ``start`` to ``end`` and what they say; see :class:`wenxiao.audit.figures.model.Figure`."""

    start: int
    end: int
    kind: FigureKind
    value: str = ""
    unit: str = ""
    quantity: Quantity | None = None
