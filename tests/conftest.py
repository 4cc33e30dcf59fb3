"""What all tests share: no property is judged by the clock."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("wenxiao", deadline=None)
settings.load_profile("wenxiao")
