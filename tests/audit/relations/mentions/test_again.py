from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.again import pairs_told_again
from wenxiao.audit.relations.mentions.by_name import Said
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.audit.relations.mentions.names import SharedNames
from wenxiao.documents.text import document_of


def _pairs(text: str) -> list[tuple[str, str]]:
    mentions = mentions_of(read(document_of(text, "报告.txt")))
    pairs = pairs_told_again(mentions, SharedNames(mentions), Said(mentions))
    return [(one.figure.label, other.figure.label) for one, other in pairs]


@pytest.mark.parametrize(
    "text",
    [
        "公务用车购置及运行费支出4.7万元。\n\n公务用车购置及运行维护费4.7万元。\n",
        "公务接待费支出2万元。\n\n2021年公务接待费预算数2万元。\n",
        "主要是基本支出减少13.26万元。\n\n基本支出186万元，比上年减少13.26万元。\n",
        "实现了节约资金21.6亿元。\n\n全年节约资金21.60亿元。\n",
        "群众满意度达到94.7%。\n\n问卷显示，群众满意度94.7%。\n",
        "项目实际支出163.8万元。\n\n项目资金已支出163.8万元。\n",
        "下达我县新增专项债券额度为8235万元，建议将新增专项债券资金8235万元用于水库。\n",
    ],
)
def test_one_value_under_names_that_are_alike_is_one_thing(text: str) -> None:
    assert len(_pairs(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "培训费支出4.7万元。\n\n公务用车运行维护费4.7万元。\n",
        "2020年公务接待费支出2.6万元。\n\n2021年公务接待费支出2.6万元。\n",
        "税收收入86.2亿元。\n\n非税收入86.2亿元。\n",
        "公务接待费支出决算2.6万元。\n\n公务接待费预算2.6万元。\n",
        "基本支出增加13.26万元。\n\n基本支出减少13.26万元。\n",
        "受理案件减少12件。\n\n办理案件减少12件。\n",
        "全市供水量36.1亿立方米。\n\n全市用水量36.1亿立方米。\n",
        "收入总额1236.5万元，其中本年收入1236.5万元。\n",
        "地区生产总值比上年增长13.1%。\n\n人均地区生产总值比上年增长13.1%。\n",
        "维修费12.6万元。\n\n维修费16.2万元。\n",
    ],
)
def test_what_is_named_apart_is_not(text: str) -> None:
    assert _pairs(text) == []


def test_the_earlier_mention_named_most_like_it_is_taken() -> None:
    text = "设备采购资金2368.5万元。\n\n泵站设备采购资金2368.5万元。\n\n泵站设备采购资金2368.5万元到位。\n"

    assert _pairs(text)[-1] == ("泵站设备采购资金", "泵站设备采购资金")
