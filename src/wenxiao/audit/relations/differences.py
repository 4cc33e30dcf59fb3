"""Differences in sentences: 收入 A，支出 B，结余 C; 预算 A，实际支出 B，节约 C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Line, alike, claim
from wenxiao.audit.relations.plausible import is_slip
from wenxiao.finding import Verdict

_LEFT = re.compile("(?:结余|节余|节约|节省|剩余|结转)(?:资金|经费)?(?:了|为)?$")
_OVER = re.compile("(?:超支|超出)(?:了|为)?$")
_FROM = re.compile("收入|预算|总额|资金|安排|下达")
_TAKEN = re.compile("支出|决算|实际|支付|使用")


def differences_in(line: Line) -> Iterator[Claim]:
    """Give what is left of the two figures before it, where the sentence has no others."""
    mains = line.mains()
    for rest, first, second in zip(mains[2:], mains, mains[1:], strict=False):
        left, over = _LEFT.search(rest.lead), _OVER.search(rest.lead)
        if not (left or over) or not (alike(first, second) and alike(first, rest)):
            continue
        if _FROM.search(first.label) and _TAKEN.search(second.label):
            found = claim(ClaimKind.DIFFERENCE, rest, (first, second) if left else (second, first))
            if judge(found).verdict is Verdict.PASS or _is_slip(first, second, rest, left=bool(left)):
                yield found


def _is_slip(first: Amount, second: Amount, rest: Amount, *, left: bool) -> bool:
    """Tell whether one slip of the pen parts whole = taken + rest from closing."""
    whole, taken = (first, second) if left else (second, first)
    return is_slip(whole.quantity, [taken.quantity, rest.quantity])
