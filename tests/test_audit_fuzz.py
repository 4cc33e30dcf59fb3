"""The audit of any text: it never fails, its figures are ranges of the text, and its JSON can be written."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.audit.examine import examine
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.manuscript import Manuscript
from wenxiao.documents.text import document_of
from wenxiao.finding import Finding
from wenxiao.place import TextPlace
from wenxiao.report.audited.as_json import audit_as_json, claims_as_json, figures_as_json


def _words(text: str) -> list[str]:
    return text.split()


NUMBERS = _words("0 1 5 12.50 1,234.5 -3 2021年 3月 12日 33.3% 十 千 两 半 第 ² ½ ① ٣ ０ ％ ． 13812345678")
UNITS = _words("万元 元 亿元 人次 人 个 次 % 个百分点 号 分 百 万 千 单位：万元")
WORDS = _words(
    "其中 其中： 包括 分别为 占 比上年 同比 增长 下降 减少 增加 持平 合计 小计 总计 共 收入总计 支出总计 预算 决算 "
    "执行率 完成 完成率 目标 实际 指标值 年度 上年 近 余 多 约 不少于 高于 不超过 人均 每 由 到 从 一是 二是 三个方面 "
    "基本支出 项目支出 甲 乙 附件1 表1 满意度 一、 （一） 1."
)
SIGNS = [
    *"，。；、：（）()〔〕《》“”-—～/|*#≥≤+−\u3000 \u202e\u200b\x0b\x0c\u2028\U0001d7d8",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
]
CELLS = _words(
    "0 1 2 3 5 10 12.5 100 33.3% 201 20101 合计 小计 其中： 甲 金额 万元 预算数 决算数 完成率 指标值 类 款 项"
)

prose = st.lists(st.sampled_from([*NUMBERS, *UNITS, *WORDS, *SIGNS]), max_size=50).map("".join)
tables = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([*CELLS, ""]), min_size=width, max_size=width).map("\t".join),
        min_size=2,
        max_size=8,
    ).map("\n".join)
)
texts = st.lists(prose | tables | st.text(max_size=20), max_size=4).map("\n".join)


@settings(max_examples=300)
@given(texts)
def test_any_text_is_audited_and_told_in_json(text: str) -> None:
    audit = examine(document_of(text, "稿.txt"))
    _check_figures(text, audit.manuscript.reading.figures)
    for finding in audit.findings:
        _check_places(text, finding)
    _check_json(audit.manuscript)
    json.dumps(audit_as_json(audit), ensure_ascii=False, allow_nan=False)


def _check_figures(text: str, figures: tuple[Figure, ...]) -> None:
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


def _check_places(text: str, finding: Finding) -> None:
    assert finding.message
    for place in finding.places:
        assert isinstance(place, TextPlace)
        assert 0 <= place.start <= place.end <= len(text)
        assert place.text == text[place.start : place.end]


def _check_json(manuscript: Manuscript) -> None:
    json.dumps(claims_as_json(manuscript), ensure_ascii=False, allow_nan=False)
    printed = json.loads(json.dumps(figures_as_json(manuscript.reading), allow_nan=False))["figures"]
    for figure, shown in zip(manuscript.reading.figures, printed, strict=True):
        if figure.quantity is not None:
            assert Decimal(shown["value"]) == figure.quantity.value
        bounds = (shown[side] for side in ("low", "high"))
        assert all(bound is None or Decimal(bound).is_finite() for bound in bounds)
