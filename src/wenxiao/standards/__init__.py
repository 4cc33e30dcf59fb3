"""How it is judged: evaluation standards as data, and the formulas they are written in."""

from __future__ import annotations
