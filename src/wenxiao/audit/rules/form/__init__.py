"""WX6: numbering, units, signs, years and words, as far as they can be told from the letters alone."""

from __future__ import annotations

from wenxiao.audit.rules.form import document_numbers, numbering, numbers, signs, units, words, years

__all__ = ["document_numbers", "numbering", "numbers", "signs", "units", "words", "years"]
