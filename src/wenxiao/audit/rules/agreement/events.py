"""Names of one edition of one event: 第十届“人才”峰会 and 第十届“智汇”人才峰会 are told of the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.rules.agreement.spellings import Name

EVENTS = "大赛 竞赛 联赛 锦标赛 论坛 峰会 博览会 交易会 运动会 研讨会 艺术节 文化节"
"""How the names of events end."""

_NAMED = re.compile(
    rf"第\s*([0-9一二三四五六七八九十百]{{1,5}})\s*届([^，。；：、（）()\n]{{3,24}}?({'|'.join(EVENTS.split())}))"
)
_MARKS = re.compile(r"[\W_]+")
_PLACE = re.compile("全国|中国|国际|世界|[省市州县区镇乡]$")
_FEWEST_SHARED = 5
_MOST_ALIKE = 20
"""So many names of one edition are compared with each other at most."""


def editions_in(text: str) -> Iterator[tuple[Name, Name]]:
    """Give the pairs of names of one edition of which one has words more before the other; the rarer comes first."""
    told: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for found in _NAMED.finditer(text):
        letters = _MARKS.sub("", found[2])
        told[found[1]][letters].append(Name("".join(found[0].split()), *found.span(), found[3]))
    for names in told.values():
        alike = list(names)[:_MOST_ALIKE]
        for longer in alike:
            for shorter in alike:
                if _is_same_event(longer, shorter):
                    rarer, commoner = sorted((names[longer], names[shorter]), key=len)
                    yield rarer[0], commoner[0]


def _is_same_event(longer: str, shorter: str) -> bool:
    """Tell whether a name is another with words before it that are no place: a place is often left out."""
    more = longer.removesuffix(shorter)
    return len(shorter) >= _FEWEST_SHARED and more not in {longer, ""} and not _PLACE.search(more)
