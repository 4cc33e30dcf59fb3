"""Editions of one event, and the years of a title, that are told differently."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.editions import pairs_of_editions, pairs_of_titles
from wenxiao.audit.relations.mentions.labels import mentions_of
from wenxiao.documents.text import document_of


def _editions(text: str) -> list[tuple[str, str]]:
    reading = read(document_of(text, "报告.txt"))
    return [
        (one.figure.text, other.figure.text)
        for one, other in pairs_of_editions(reading, mentions_of(reading))
    ]


def _years(text: str) -> list[tuple[str, str]]:
    reading = read(document_of(text, "报告.txt"))
    return [
        (one.figure.text, other.figure.text) for one, other in pairs_of_titles(reading, mentions_of(reading))
    ]


FAIR = "第9届江滨农民丰收节展销会"


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (f"举办{FAIR}。\n\n{FAIR}成交良好。\n\n第8届江滨农民丰收节展销会宣传到位。\n", ("第9届", "第8届")),
        (
            "第五次全国林地普查开展。\n\n第五次全国林地普查完成。\n\n第四次全国林地普查结果公布。\n",
            ("第五次", "第四次"),
        ),
        (f"江滨区{FAIR}总结[1]\n\n办好第8届江滨农民丰收节展销会，成效好。\n", ("第9届", "第8届")),
        (
            "比2010年第四次全国林地普查多。\n\n与2010年第四次全国林地普查同。\n\n较2010年第三次全国林地普查少。\n",
            ("第四次", "第三次"),
        ),
    ],
)
def test_an_edition_that_stands_alone_is_set_against_the_others(text: str, pair: tuple[str, str]) -> None:
    assert _editions(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        f"举办{FAIR}。\n\n{FAIR}成交良好。\n\n成交额比第8届江滨农民丰收节展销会多。\n",
        f"举办{FAIR}。\n\n{FAIR}成交良好。\n\n明年将举办第10届江滨农民丰收节展销会。\n",
        f"举办{FAIR}。\n\n{FAIR}成交良好。\n\n第8届江滨书画联展闭幕。\n",
        f"举办{FAIR}。\n\n第8届江滨农民丰收节展销会闭幕。\n",
        f"{FAIR}、第10届江滨农民丰收节展销会、{FAIR}回顾。\n",
        "第五次全国林地普查开展。\n\n第五次全国林地普查完成。\n\n比2013年（2013年是第四次全国林地普查年份）增加。\n",
        "召开第二次全体会议。\n\n第二次全体会议通过。\n\n第三次全体会议召开。\n",
        "2010年第四次全国林地普查。\n\n2010年第四次全国林地普查。\n\n2020年第五次全国林地普查。\n",
    ],
)
def test_other_editions_may_be_told_too(text: str) -> None:
    assert _editions(text) == []


@pytest.mark.parametrize(
    ("again", "pairs"),
    [
        ("2022年度农田水利设施管护绩效报告", [("2023年度", "2022年度")]),
        ("2022年度农田水利设施管护绩效报告附表\n\n项目\t座数\n泵站\t20", [("2023年度", "2022年度")]),
        ("2023年度农田水利设施管护绩效报告", [("2023年度", "2023年度")]),
        ("2022年度农村饮水工程", []),
        ("2022年度农田水利设施管护绩效报告曾指出，泵站老化，维修不及时，影响灌溉，应当整改。", []),
    ],
)
def test_the_year_of_a_title_is_that_of_the_heading_that_repeats_it(
    again: str, pairs: list[tuple[str, str]]
) -> None:
    assert (
        _years(
            f"2023年度农田水利设施管护绩效报告\n\n一、概况\n\n管护泵站20座。\n\n{again}\n\n二、附注\n\n无。\n"
        )
        == pairs
    )


def test_years_of_numbered_headings_are_no_years_of_a_title() -> None:
    text = (
        "一、2022年农田水利设施管护经费决算\n\n12万元。\n\n二、2023年农田水利设施管护经费决算\n\n15万元。\n"
    )
    assert _years(f"关于管护经费的说明\n\n{text}") == []
