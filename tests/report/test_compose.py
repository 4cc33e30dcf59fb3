from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.evaluate import Results
from wenxiao.report.blocks import (
    Attachment,
    AttachmentNote,
    Document,
    Figure,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
    numbered,
)
from wenxiao.report.compose import compose


def report(results: Results, narrative: str, **changes: object) -> Document:
    package = replace(results.package, narrative=narrative, **changes)  # type: ignore[arg-type]  # names checked by replace
    return compose(replace(results, package=package))


def test_body_attachment_note_signature_attachments_in_official_order(science: Results) -> None:
    text = "# {单位名称}报告\n\n正文\n\n# 附件：评分\n\n[[评分汇总表]]\n\n# 附件：台账\n\n[[问题与整改台账]]"
    document = report(science, text, signature_date=date(2022, 6, 8))
    assert (document.title, document.unit, document.year) == ("某市科协报告", "某市科协", 2021)
    assert [type(block) for block in document.blocks] == [
        Title,
        Paragraph,
        AttachmentNote,
        Signature,
        Attachment,
        Table,
        Attachment,
        Table,
    ]
    assert document.blocks[2:4] == (
        AttachmentNote(("评分", "台账")),
        Signature("某市科协", "2022年6月8日"),
    )


def test_without_attachments_the_signature_comes_last(science: Results) -> None:
    blocks = report(science, "正文", signature_date=date(2022, 11, 28)).blocks
    assert blocks[-1] == Signature("某市科协", "2022年11月28日")
    assert not any(isinstance(block, AttachmentNote) for block in blocks)


def test_an_unsigned_report_has_no_signature(science: Results) -> None:
    assert len(report(science, "# 甲\n\n正文").blocks) == 2


def test_the_title_comes_from_the_package_or_the_usual_name(science: Results) -> None:
    document = report(science, "正文", title="年度报告")
    assert (document.title, document.blocks[0]) == ("年度报告", Title((Text("年度报告"),)))
    assert report(science, "正文").title == "某市科协2021年度部门整体支出绩效评价报告"
    assert report(science, "# 甲", title="乙").title == "甲"


def test_figures_of_the_narrative_keep_their_facts(science: Results) -> None:
    (_, paragraph) = report(science, "# 甲\n\n{KP-01}与{人才发展.得分|暂未评定}").blocks
    assert paragraph == Paragraph((Figure("科学普及.覆盖人次", "3000多人次"), Text("与暂未评定")))


def test_an_empty_narrative_is_refused_with_advice(science: Results) -> None:
    with pytest.raises(WenxiaoError, match=r"report.md 没有内容。.*wenxiao new"):
        report(science, " \n")


def test_problems_of_the_narrative_are_all_listed(science: Results) -> None:
    with pytest.raises(InputProblems) as raised:
        report(science, "{甲}\n\n[[乙]]")
    assert len(raised.value.problems) == 2


@pytest.mark.parametrize("name", ["department", "project"])
def test_the_shipped_outlines_compose_as_they_are(science: Results, name: str) -> None:
    outline = (files("wenxiao.standards") / "outlines" / f"{name}.md").read_text(encoding="utf-8")
    document = report(science, outline)
    assert document.title.startswith("某市科协2021年度")
    assert sum(isinstance(block, Attachment) for block in document.blocks) == (
        3 if name == "department" else 1
    )
    assert [mark for mark, _ in numbered(document.blocks) if mark.endswith("、")][-1] in ("四、", "七、")


def test_composing_twice_gives_the_same_document(science: Results) -> None:
    text = "# 甲\n\n{支出总计}\n\n[[基本情况表]]\n\n[[评价发现清单]]"
    assert report(science, text) == report(science, text)
