from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.report.narrative.scan import CLOSE_MARK, MARK, OPEN_MARK, LinePlaces, scan


def test_references_become_marks_with_exact_places() -> None:
    scanned = scan("甲\n乙 {支出总计} 和 {a|b}", "r.md")
    assert scanned.text == f"甲\n乙 {OPEN_MARK}0{CLOSE_MARK} 和 {OPEN_MARK}1{CLOSE_MARK}"
    (first, body), (second, _) = scanned.references
    assert (first.line, first.column, first.text, body) == (2, 3, "{支出总计}", "支出总计")
    assert str(second) == "「r.md」第 2 行第 12 列"


def test_comments_go_and_lines_stay() -> None:
    scanned = scan("一<!-- {不存在}\n[[ -->二\n三", "r.md")
    assert scanned.text == "一\n二\n三"
    assert (scanned.references, scanned.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        ("甲\n {未完", 2, 2, "没有配对的「}」"),
        ("{跨\n行}", 1, 1, "没有配对的「}」"),
        ("甲}", 1, 2, "前面没有「{」"),
        ("甲 [[表]]", 1, 3, "独占一行"),
        ("[[表", 1, 1, "独占一行"),
        ("甲<!-- {x} 乙", 1, 2, "没有结束"),
        (f"甲{OPEN_MARK}0{CLOSE_MARK}", 1, 2, "看不见的字符 U+FDD0"),
    ],
)
def test_what_is_unclosed_or_astray_is_reported_with_its_place(
    text: str, line: int, column: int, part: str
) -> None:
    problem = scan(text, "r.md").problems[0]
    assert (problem.place.line, problem.place.column) == (line, column)
    assert part in str(problem)


@pytest.mark.parametrize("text", ["\\{a}", "\\{a\\}", "\\[\\[甲]]", "[[表名:参数]]", "  [[表名]]  "])
def test_escapes_and_forms_pass_untouched(text: str) -> None:
    scanned = scan(text, "r.md")
    assert (scanned.text, scanned.problems) == (text, ())


@given(st.text(alphabet="甲{}[]\\<!->| \n", max_size=60))
def test_any_text_is_scanned_and_keeps_its_line_count(text: str) -> None:
    scanned = scan(text, "r.md")
    assert scanned.text.count("\n") == text.count("\n") or scanned.problems
    assert len(MARK.findall(scanned.text)) == len(scanned.references)


def test_lines_have_places() -> None:
    lines = LinePlaces("一\n二三\n", "r.md")
    assert [lines.line(number).text for number in (1, 2, 3)] == ["一", "二三", ""]


def test_unclosed_input_does_not_take_quadratic_time() -> None:
    counted = len(scan("<!--" * 200_000, "r.md").problems)
    assert counted == 1
    assert len(scan("{" * 50_000, "r.md").problems) == 50_000
