from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "立项[64项]，其中重点[14项]、面上[38项]、青年[12项]，分别占[21.9%]、[59.4%]和[18.8%]。",
            ["pass"] * 3,
        ),
        (
            "立项[64项]，其中重点[14项]、面上[38项]、青年[12项]，分别占[21.9%]、[54.9%]和[18.8%]。",
            ["pass", "fail", "pass"],
        ),
        ("立项[46项]，其中重点[14项]、面上[38项]、青年[12项]，分别占[21.9%]、[59.4%]和[18.8%]。", []),
        (
            "立项[640项]，其中重点[140项]、面上[380项]、青年[120项]，分别占[21.9%]、[59.4%]和[18.8%]。",
            ["pass"] * 3,
        ),
        ("立项[460项]，重点[142项]、面上[378项]、青年[120项]，分别占[22.2%]、[59.1%]和[18.8%]。", []),
        (
            "立项[604项]，重点[142项]、面上[377项]、青年[121项]，分别占[22.2%]、[58.9%]和[18.9%]。",
            ["fail"] * 3,
        ),
        ("第一产业[17072万人]。第二产业[21712万人]，占比分别为[22.9%]和[29.1%]。", []),
    ],
)
def test_shares_told_respectively(stated: Stated, text: str, verdicts: list[str]) -> None:
    shares = [claim for claim in stated(text) if claim.startswith("share")]
    assert [claim.split()[1] for claim in shares] == verdicts


def test_shares_of_parts_that_stand_apart_are_found_by_their_digits(stated: Stated) -> None:
    text = (
        "三公支出[71.36万元]。出国费[17.98万元]，[2个]团组；公车费[49.73万元]，保有[23辆]，平均每车[2.16万元]；"
        "接待费[3.65万元]，接待[41批次]。三项费用占三公支出的比重分别为[25.2%]、[{}]、[5.1%]。"
    )
    shares = [claim for claim in stated(text.format("69.7%")) if claim.startswith("share")]
    assert [claim.split()[1] for claim in shares] == ["pass"] * 3
    assert not [claim for claim in stated(text.format("70.9%")) if claim.startswith("share pass 49.73")]
