"""The marks that part text: sentences, clauses, items, brackets."""

from __future__ import annotations

import re

STOP = re.compile("[。！？\n]")
"""The end of a sentence, semicolons left out: a list may go on after them."""

SENTENCES = re.compile("[。；;！？]")
"""The end of a sentence or of what stands like one."""

SEMICOLON = re.compile("[；;]")
COMMA = re.compile("[，,]")

CLAUSES = re.compile("[，。；：！？,;:]")
"""The end of a clause."""

BREAKS = re.compile("[，。；：,;:]")
"""The end of a clause within statements."""

BRACKETED = re.compile(r"\([^()]*\)")
"""What stands in brackets that hold no others, in folded text."""
