from __future__ import annotations

import pytest

from wenxiao.report.blocks import Attachment, Block, Cell, Figure, Paragraph, Signature, Table, Text
from wenxiao.report.loose_figures import LooseFigure, loose_figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("支出743.31万元，增长 5%", ["743.31万", "5%"]),
        ("共1,234人，其中（2000）人", ["1,234", "2000"]),
        ("2021年6月8日，2019—2021年，6月28日", []),
        ("丽财监督〔2022〕56号、浙委（2003）2号", []),
        ("第36届大赛评出30件", ["30"]),
        ("（1）开展讲座15次", ["15"]),
        ("1. 开展讲座", []),
        ("按GB/T9704和KP-02执行", []),
        ("见附件1和表 2，共3项", ["3"]),
        ("没有数字", []),
    ],
)
def test_measures_are_found_names_and_dates_are_not(text: str, found: list[str]) -> None:
    assert [loose.text for loose in loose_figures([Paragraph((Text(text),))])] == found


def test_a_figure_from_data_is_never_loose() -> None:
    paragraph = Paragraph((Text("支出"), Figure("支出总计", "743.31万元"), Text("，人均80万元")))
    assert loose_figures([paragraph]) == [LooseFigure("80万", "支出743.31万元，人均80万元")]


def test_cells_are_searched_and_what_the_system_writes_is_not() -> None:
    table = Table("表", "", ((Cell((Text("12 人"),)),),), (1,))
    blocks: list[Block] = [table, Attachment(1, "附表3"), Signature("甲", "2022年6月8日")]
    assert [loose.text for loose in loose_figures(blocks)] == ["12"]
