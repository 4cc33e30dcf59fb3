from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


def verdicts(claims: list[str]) -> list[str]:
    return [claim.split()[1] for claim in claims if claim.startswith("share")]


@pytest.mark.parametrize(("share", "verdict"), [("30%", "pass"), ("60%", "fail")])
def test_the_whole_of_items_stands_in_their_lead(stated: Stated, share: str, verdict: str) -> None:
    text = (
        "全县共有合作社[840家]。\n种植类[420家]，占总数的[50%]。\n"
        f"养殖类[252家]，占总数的[{share}]。\n其他[168家]，占总数的[20%]。"
    )
    assert sorted(verdicts(stated(text))) == sorted(["pass", verdict, "pass"])


@pytest.mark.parametrize(("share", "verdict"), [("25%", "pass"), ("65%", "fail")])
def test_a_share_goes_on_with_the_total_of_its_line(stated: Stated, share: str, verdict: str) -> None:
    text = f"在[320件]来信中，本级办结[240件]，占受理总量的[75%]，转交[80件]，占受理总量的[{share}]。"
    assert sorted(verdicts(stated(text))) == sorted(["pass", verdict])


def test_a_whole_that_nobody_tells_is_not_made_up(stated: Stated) -> None:
    text = "城镇人口[480.0万人]，农村人口[120.0万人]，占[20.0%]。"
    assert verdicts(stated(text)) == []


def test_shares_evened_out_stay_out(stated: Stated) -> None:
    text = (
        "用水总量[601.55万元]。甲用水[495.27万元]，占用水总量的[82.3%]；"
        "乙用水[97.64万元]，占用水总量的[16.2%]；丙用水[8.64万元]，占用水总量的[1.5%]。"
    )
    assert "fail" not in verdicts(stated(text))
