"""Sound sentences in which another reading would find an error: of them no claim fails."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import manuscript_of


@pytest.mark.parametrize(
    "paragraphs",
    [
        # the base stands right before its change, with no 的 between
        ["采购规模较上年同期35.20亿元增加1.76亿元，增长5.0%。"],
        # after a semicolon another thing is spoken of, told in the sentence before
        [
            "预算2,000.00万元，其中：人员经费500.00万元，公用经费300.00万元，项目支出1,200.00万元。",
            "人员经费和公用经费合计800.00万元，为基本支出，占预算的40.0%；项目支出占60.0%。",
        ],
        # nothing of nothing fits any whole
        [
            "本年收入总计1250.50万元，上年收入1310.20万元，减少59.70万元。",
            "收入的具体构成为：财政拨款收入1250.50万元，占100%；事业收入0万元，占0%；其他收入0万元，占0%。",
        ],
        # what 其中 opens in brackets may leave something out, and one of a list is no whole of the next
        ["康复救助96人（其中，省四类康复训练31人、辅助器具6人、假肢矫形器5人）。"],
        ["康复救助96人（其中，省四类康复训练31人，辅助器具6人、假肢矫形器5人）。"],
        # two of four quarters
        [
            "到期30.00亿元，其中一季度5.00亿元、二季度11.00亿元、三季度9.00亿元、四季度5.00亿元，二、三季度合计占66.7%。"
        ],
        # 收入 is told of anything: what stands beside a sum that closes need not close
        [
            "县级收入完成30300万元，加上上划收入20500万元，全县总收入50800万元。完成情况是：",
            "——税收收入17800万元，国内增值税收入7600万元，契税收入2600万元。",
            "——非税收入12500万元，行政事业性收费收入3300万元，罚没收入5100万元。",
        ],
    ],
)
def test_a_sound_sentence_has_no_failing_claim(paragraphs: list[str]) -> None:
    assert [one.claim for one in manuscript_of("\n".join(paragraphs)).failing] == []
    assert [one.claim for one in manuscript_of("".join(paragraphs)).failing] == []
