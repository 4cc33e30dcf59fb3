from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.errors import WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import exact
from wenxiao.report.blocks import Cell, Document, Figure, Heading, Inline, Paragraph, Table, Text, Title
from wenxiao.report.verify.run import verify
from wenxiao.report.verify.verification import Kind, Verification
from wenxiao.report.word.package import pack, read_parts
from wenxiao.report.word.write import write_docx

SPENT, SITES = Figure("支出总计", "743.31万元"), Figure("科普.站点数", "12个")
CONTROL = re.compile(r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>")


def facts(spent: str = "7433100") -> FactTable:
    listed = [
        Fact("支出总计", "支出总计", exact(spent, "元")),
        Fact("科普.站点数", "站点数", exact("12", "个")),
        Fact("科普.覆盖率", "覆盖率", None, reason="没有目标值"),
    ]
    return FactTable({fact.key: fact for fact in listed})


def cell(*inlines: Inline) -> Cell:
    return Cell(inlines)


def report(spent: str = "743.31万元", *, with_sites: bool = True) -> Document:
    shown = replace(SPENT, text=spent)
    row = (cell(Text("支出")), cell(shown), cell(Text("按3项列支")))
    table = Table(
        "收支", "表1", ((cell(Text("项目")), cell(Text("金额")), cell(Text("备注"))), row), (1, 1, 1), 1
    )
    sites = (
        (Text("全年建成站点"), SITES, Text("，服务4个县。"))
        if with_sites
        else (Text("全年建成站点若干，服务4个县。"),)
    )
    return Document(
        "自评报告",
        "某市科协",
        2021,
        (
            Title((Text("2021年自评报告"),)),
            Heading(1, (Text("概况"),)),
            Heading(3, (Text("资金"),)),
            Paragraph((Text("当年支出"), shown, Text("，用于3项工作。进度正常。"))),
            Paragraph(sites),
            Paragraph((Text("覆盖率"), Figure("科普.覆盖率", "未评"), Text("，原因是没有目标值。"))),
            table,
        ),
    )


def unchanged(xml: str) -> str:
    return xml


Edit = Callable[[str], str]


def verified(
    edit: Edit = unchanged, *, now: FactTable | None = None, document: Document | None = None
) -> Verification:
    """Write the report, let somebody edit document.xml, and verify the result."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "报告.docx"
        write_docx(report(), facts(), path, digest="d1")
        parts = read_parts(path)
        parts["word/document.xml"] = edit(parts["word/document.xml"].decode()).encode()
        path.write_bytes(pack(parts))
        return verify(path, document or report(), now or facts())


def typed(old: str, new: str, count: int = 1) -> Edit:
    def edit(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new, count)

    return edit


def without_controls(xml: str) -> str:
    return CONTROL.sub(r"\1", xml)


def found(result: Verification) -> list[tuple[Kind, str, str, str, str]]:
    return [(d.kind, str(d.place or ""), d.key, d.found, d.expected) for d in result.differences]


def added(text: str) -> Edit:
    return typed("<w:tbl>", f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:tbl>")


@pytest.mark.parametrize("edit", [unchanged, without_controls], ids=["as written", "controls removed"])
def test_an_untouched_report_is_clean(edit: Edit) -> None:
    result = verified(edit)

    assert result.is_clean
    assert (result.figures, result.has_record, result.digest) == (4, True, "d1")


@pytest.mark.parametrize("prepare", [unchanged, without_controls], ids=["in a control", "control removed"])
def test_a_figure_typed_over_is_found_with_place_sentence_and_remedy(prepare: Edit) -> None:
    result = verified(lambda xml: typed(">743.31<", ">843.31<")(prepare(xml)))

    (difference,) = result.differences
    assert found(result) == [(Kind.CHANGED, "第 4 段", "支出总计", "843.31万元", "743.31万元")]
    assert difference.sentence == "当年支出843.31万元，用于3项工作。"
    assert difference.title == "支出总计"


@pytest.mark.parametrize("prepare", [unchanged, without_controls], ids=["control", "no control"])
@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [(">万元<", ">亿元<", "743.31亿元"), (">万元<", "> 万元整<", ""), (">743.31<", "><", "万元")],
)
def test_a_unit_changed_outside_the_control_is_found(prepare: Edit, old: str, new: str, shown: str) -> None:
    result = verified(lambda xml: typed(old, new)(prepare(xml)))

    assert [d.found for d in result.differences] == ([shown] if shown else [])


def test_a_cell_typed_over_is_found_in_its_row_and_column() -> None:
    def last(xml: str) -> str:
        head, _, tail = xml.rpartition(">743.31<")
        return f"{head}>700<{tail}"

    assert found(verified(last)) == [
        (Kind.CHANGED, "第 1 张表第 2 行第 2 列", "支出总计", "700万元", "743.31万元")
    ]


def test_a_tracked_change_counts_as_accepted() -> None:
    run = '<w:r><w:t xml:space="preserve">12</w:t></w:r>'
    tracked = "<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins>"

    assert found(verified(typed(run, tracked))) == [(Kind.CHANGED, "第 5 段", "科普.站点数", "15个", "12个")]


def test_words_for_a_missing_value_are_guarded_too() -> None:
    assert found(verified(typed(">未评<", ">95%<"))) == [
        (Kind.CHANGED, "第 6 段", "科普.覆盖率", "95%", "未评")
    ]


def test_a_number_added_later_has_no_source() -> None:
    result = verified(added("此外发放补贴88.5万元。2022年6月8日补记。"))

    assert found(result) == [(Kind.UNSOURCED, "第 8 段", "", "88.5", "")]
    assert result.differences[0].sentence == "此外发放补贴88.5万元。"


def test_a_number_of_the_narrative_changed_later_has_no_source() -> None:
    assert found(verified(typed("服务4个县", "服务9个县"))) == [(Kind.UNSOURCED, "第 5 段", "", "9", "")]
    assert found(verified(typed("按3项列支", "按9项列支"))) == [
        (Kind.UNSOURCED, "第 1 张表第 2 行第 3 列", "", "9", "")
    ]


def test_marks_dates_and_moved_clauses_need_no_source() -> None:
    assert verified(added("2.补充情况")).is_clean
    assert verified(added("2021年度另有安排，用于3项工作")).is_clean
    assert verified(typed("，服务4个县。", "。</w:t></w:r></w:p><w:p><w:r><w:t>服务4个县。")).is_clean


def test_a_sentence_copied_with_its_control_stays_tied() -> None:
    def copy(xml: str) -> str:
        control = CONTROL.search(xml)
        assert control
        return added("</w:t></w:r>" + control.group() + "<w:r><w:t>万元已拨付")(xml)

    assert verified(copy).is_clean


@pytest.mark.parametrize("edit", [unchanged, without_controls], ids=["control", "no control"])
def test_a_changed_fact_is_told_from_a_changed_text(edit: Edit) -> None:
    result = verified(edit, now=facts("8000000"), document=report("800万元"))

    assert found(result) == [(Kind.OUTDATED, "", "支出总计", "7433100元", "8000000元")]


def test_a_changed_fact_does_not_excuse_a_changed_text() -> None:
    result = verified(typed(">743.31<", ">843.31<"), now=facts("8000000"), document=report("800万元"))

    assert [d.kind for d in result.differences] == [Kind.CHANGED, Kind.OUTDATED]


def test_a_fact_that_is_no_more_is_outdated() -> None:
    now = FactTable({key: fact for key, fact in facts().facts.items() if key != "科普.站点数"})

    result = verified(now=now, document=report(with_sites=False))

    assert found(result) == [(Kind.OUTDATED, "", "科普.站点数", "12个", "已无此项")]


def without_sites(xml: str) -> str:
    return re.sub(r"<w:p><w:pPr>(?:(?!</w:p>).)*?全年建成站点.*?</w:p>", "", xml)


@pytest.mark.parametrize("document", [report(), report(with_sites=False)], ids=["still due", "no longer due"])
def test_a_fact_deleted_from_the_text_is_missed(document: Document) -> None:
    assert found(verified(without_sites, document=document)) == [(Kind.GONE, "", "科普.站点数", "", "12个")]


def test_an_equal_number_elsewhere_does_not_stand_in_for_a_deleted_fact() -> None:
    result = verified(lambda xml: added("另有12个小组")(without_sites(xml)))

    assert [(d.kind, d.key) for d in result.differences] == [(Kind.UNSOURCED, ""), (Kind.GONE, "科普.站点数")]


def test_a_fact_that_is_no_longer_due_but_stands_there_is_not_gone() -> None:
    result = verified(without_controls, document=report(with_sites=False))

    assert [(d.kind, d.found) for d in result.differences] == [(Kind.UNSOURCED, "12")]


def test_a_record_that_was_doctored_is_not_believed(tmp_path: Path) -> None:
    write_docx(report(), facts(), tmp_path / "a.docx")
    doctored = {
        name: part.replace(b"743.31", b"843.31") for name, part in read_parts(tmp_path / "a.docx").items()
    }
    (tmp_path / "a.docx").write_bytes(pack(doctored))

    result = verify(tmp_path / "a.docx", report(), facts())

    assert [(d.found, d.expected) for d in result.differences] == [("843.31万元", "743.31万元")] * 2


def test_without_a_record_the_report_of_today_is_the_measure(tmp_path: Path) -> None:
    write_docx(report(), facts(), tmp_path / "a.docx")
    parts = read_parts(tmp_path / "a.docx")
    parts["customXml/item1.xml"] = b"<other/>"
    (tmp_path / "a.docx").write_bytes(pack(parts))

    result = verify(tmp_path / "a.docx", report("800万元"), facts("8000000"))

    assert not result.has_record
    assert [(d.kind, d.found, d.expected) for d in result.differences] == [
        (Kind.CHANGED, "743.31万元", "800万元"),
        (Kind.CHANGED, "743.31万元", "800万元"),
    ]
    assert "没有生成时的数字记录" in result.lines()[1]


NUMBER = st.decimals(0, 10**9, places=2).map(lambda value: f"{value:f}")


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 1), NUMBER, st.sampled_from([unchanged, without_controls]))
def test_no_other_number_passes_for_a_figure(which: int, number: str, prepare: Edit) -> None:
    old = ("743.31", "12")[which]

    result = verified(lambda xml: typed(f">{old}<", f">{number}<")(prepare(xml)))

    kinds = [difference.kind for difference in result.differences]
    assert kinds == ([] if number == old else [Kind.CHANGED])


def test_the_result_reads_as_lines_and_as_json() -> None:
    result = verified(lambda xml: added("另有66人。")(typed(">12<", ">15<")(xml)), now=facts("8000000"))

    assert result.lines() == [
        "「报告.docx」：核对 4 处数字，3 处有出入。",
        "被手工改动的数字（请改回，或在数据中更正后重新生成）：1 处",
        "  1. 第 5 段：「站点数」现为“15个”，应为“12个”（“全年建成站点15个，服务4个县。”）",
        "没有出处的数字（请核对；应有出处的，写入数据包后引用）：1 处",
        "  1. 第 8 段：“66”不是由数据生成的（“另有66人。”）",
        "生成之后数据已变的数字（请重新生成报告）：1 处",
        "  1. 「支出总计」生成时为 7433100元，现为 8000000元",
    ]
    written = json.loads(json.dumps(result.as_json()))
    assert (written["clean"], written["has_record"], written["digest"]) == (False, True, "d1")
    assert written["differences"][0] == {
        "kind": "changed",
        "place": "第 5 段",
        "sentence": "全年建成站点15个，服务4个县。",
        "key": "科普.站点数",
        "title": "站点数",
        "found": "15个",
        "expected": "12个",
    }


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("报告")

    with pytest.raises(WenxiaoError, match=r"不是 \.docx 文件"):
        verify(tmp_path / "a.docx", report(), facts())


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_one_clear_error(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(content)
        with pytest.raises(WenxiaoError, match="docx"):
            verify(path, report(), facts())
