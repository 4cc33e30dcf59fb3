"""WX209 and WX210: staff within posts, scores within their points; comparisons in words are WX204's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]

SCORES = (
    "三级指标\t目标值\t实际完成值\t分值\t得分\n培训人数\t90人\t92人\t20\t{score}\n合格率\t95%\t96%\t30\t29"
)
STAFF = "单位情况表\n人员编制数\t8\t实有人数\t{staff}"
PROSE = "年初预算80.00万元，支出决算60.00万元，决算数大于预算数。"


@pytest.mark.parametrize(
    ("text", "code", "places"),
    [
        (SCORES.format(score="21"), "WX210", ["20", "21"]),
        (SCORES.format(score="20"), "WX210", []),
        (SCORES.format(score="21"), "WX209", []),
        (STAFF.format(staff="9"), "WX209", ["8", "9"]),
        (STAFF.format(staff="8"), "WX209", []),
        (STAFF.format(staff="9"), "WX210", []),
        (STAFF.format(staff="9"), "WX204", []),
        (PROSE, "WX210", []),
        (PROSE, "WX204", ["80.00万元", "60.00万元"]),
    ],
)
def test_what_is_limited_stays_within_its_limit(
    marked: Marked, text: str, code: str, places: list[str]
) -> None:
    assert sorted(marked(code, text)) == sorted(places)
