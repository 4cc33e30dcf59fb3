from __future__ import annotations

import pytest

from wenxiao.audit.rules.agreement.variants import variants_in
from wenxiao.documents.text import document_of


def _variants(*paragraphs: str) -> list[tuple[str, str]]:
    document = document_of("\n\n".join(paragraphs) + "\n", "报告.txt")
    return [(one.text, other.text) for one, other in variants_in(document)]


@pytest.mark.parametrize(
    ("paragraphs", "variants"),
    [
        (
            ("参加全省青少年航海模型大赛。", "全省青年航海模型大赛获奖3项。"),
            [("全省青年航海模型大赛", "全省青少年航海模型大赛")],
        ),
        (
            ("举办江南省东部茶业论坛。", "江南东部茶业论坛圆满结束。", "江南省东部茶业论坛反响好。"),
            [("江南东部茶业论坛", "江南省东部茶业论坛")],
        ),
        (
            ("落实河湖健康保护行动计划纲要。", "河湖健康保护行动纲要经费8万元。"),
            [("河湖健康保护行动计划纲要", "河湖健康保护行动纲要")],
        ),
        (
            (
                "临江省船舶制造产业联合体会长到会。",
                "临江省船舶制造产业联合会会长到会。",
                "邀请临江省船舶制造产业联合会会长到会。",
            ),
            [("临江省船舶制造产业联合体", "临江省船舶制造产业联合会")],
        ),
        (
            (
                "参加第六届“航模创新”交易会。",
                "第六届“航模创新”交易会闭幕。",
                "第六届“逐浪江南”航模创新交易会签约。",
            ),
            [("第六届“逐浪江南”航模创新交易会", "第六届“航模创新”交易会")],
        ),
        (
            ("依据《县级河道巡查管理办法》。", "《县级河道巡察管理办法》要求。", "《县级河道巡查管理办法》"),
            [("县级河道巡察管理办法", "县级河道巡查管理办法")],
        ),
    ],
)
def test_a_name_in_two_spellings_is_found(
    paragraphs: tuple[str, ...], variants: list[tuple[str, str]]
) -> None:
    found = [frozenset(pair) for pair in _variants(*paragraphs)]

    assert found == [frozenset(pair) for pair in variants]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("市第一实验小学教育集团", "市第二实验小学教育集团"),
        ("全国青少年航海模型大赛", "全市青少年航海模型大赛"),
        ("临江县河东区域工作站", "临江县河西区域工作站"),
        ("江南省梅州市水利协会", "江南省惠州市水利协会", "江南省梅州市水利协会"),
        ("本县政府投资项目管理办法", "本县政府投资项目资金管理办法"),
        ("临江县城市建设投资集团有限公司", "临江县城市建设投资有限公司"),
        ("临江县岸线保护利用专项规划", "临江县岸线保护利用规划"),
        ("《渔船安全管理暂行办法》", "《渔船安全管理办法》"),
        ("参加全省青少年航海模型大赛", "组织全省青少年航海模型大赛"),
        ("第六届临江市龙舟邀请大赛", "第六届龙舟邀请大赛"),
        ("第六届“航模创新”交易会", "第七届“逐浪江南”航模创新交易会"),
        ("临江县水利局", "临江县水务局"),
        ("协会", "学会", ""),
    ],
)
def test_names_that_are_meant_to_differ_are_left_alone(paragraphs: tuple[str, ...]) -> None:
    assert _variants(*paragraphs) == []


def test_places_are_those_of_the_document_though_lines_break_within_a_name() -> None:
    text = (
        "本年教育部门会同体育部门选拔队员并聘请教练集中训练三周，组队参加全省青少年航\n"
        "海模型大赛，全部按期完成，队员和家长反映良好，来年将继续组织，并增加中学组。\n\n"
        "全省青年航海模型大赛获奖。\n"
    )
    document = document_of(text, "报告.txt")

    ((rarer, commoner),) = variants_in(document)

    spellings = {text[name.start : name.end] for name in (rarer, commoner)}
    assert spellings == {"全省青少年航\n海模型大赛", "全省青年航海模型大赛"}


def test_a_name_does_not_reach_into_the_cell_before_it() -> None:
    text = "表\n\n单位\t事项\n江南省渔\t业余航海模型大赛\n\n另有。江南省业余航海模型大赛。\n"

    assert list(variants_in(document_of(text, "表.txt"))) == []


def test_the_time_is_linear_in_names() -> None:
    names = "\n\n".join(f"{chr(0x4E00 + 7 * number)}江县航海模型科技大赛" for number in range(3000))

    assert list(variants_in(document_of(names, "报告.txt"))) == []
