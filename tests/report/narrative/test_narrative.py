from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import exact
from wenxiao.report.blocks import (
    Align,
    Attachment,
    Block,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Table,
    Text,
    Title,
    plain,
)
from wenxiao.report.narrative.read import parse_narrative

MONEY = Figure("支出总计", "743.31万元")
FACTS = FactTable(
    {
        "支出总计": Fact("支出总计", "支出总计", exact("743.31", "万元")),
        "得分": Fact("得分", "得分", None, reason="未设分值"),
    }
)


def _form(argument: str) -> tuple[Block, ...]:
    if argument == "坏":
        raise WenxiaoError("没有名为「坏」的项目。")
    return (Table(f"表-{argument}", "", (), ()),)


def read(text: str) -> tuple[Block, ...]:
    return parse_narrative(text, FACTS, {"汇总表": _form})


def problems(text: str) -> list[str]:
    with pytest.raises(InputProblems) as raised:
        read(text)
    return list(raised.value.problems)


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def test_headings_paragraphs_and_figures() -> None:
    assert read("# 报告\n## 概况\n### 收支\n支出{支出总计}。\n#### 甲\n##### 乙") == (
        Title(words("报告")),
        Heading(1, words("概况")),
        Heading(2, words("收支")),
        Paragraph((Text("支出"), MONEY, Text("。"))),
        Heading(3, words("甲")),
        Heading(4, words("乙")),
    )


def test_bold_is_kept_around_a_figure() -> None:
    assert read("共**支出{支出总计}元整**\n") == (
        Paragraph((Text("共"), Text("支出", bold=True), MONEY, Text("元整", bold=True))),
    )


def test_broken_lines_close_up_in_chinese_and_leave_a_blank_in_latin() -> None:
    assert read("甲\n乙 hello\nworld\n**丙**  \n丁") == (
        Paragraph((Text("甲乙 hello world"), Text("丙", bold=True), Text("丁"))),
    )


def test_items_are_numbered_within_their_list() -> None:
    assert read("- 甲\n- 乙\n\n中\n\n3. 丙\n\n   续{支出总计}") == (
        ListItem(words("甲"), 1),
        ListItem(words("乙"), 2),
        Paragraph(words("中")),
        ListItem(words("丙"), 1),
        Paragraph((Text("续"), MONEY)),
    )


def test_a_table_keeps_alignment_and_a_bar_inside_a_reference() -> None:
    (table,) = read("| 项目 | 数 |\n|---|--:|\n| 甲_乙_ | {得分|未评} |")
    assert isinstance(table, Table)
    (head, _), (left, right) = table.rows
    assert (head.header, head.align, table.header_rows, table.name) == (True, Align.CENTER, 1, "正文表1")
    assert (plain(left.inlines), left.align) == ("甲_乙_", Align.LEFT)
    assert (right.inlines, right.align, table.widths) == (words("未评"), Align.RIGHT, (6, 4))


def test_a_form_may_interrupt_a_paragraph_and_take_an_argument() -> None:
    assert [type(block).__name__ for block in read("甲\n[[汇总表]]\n乙\n\n[[汇总表：科普]]")] == [
        "Paragraph",
        "Table",
        "Paragraph",
        "Table",
    ]
    assert read(" [[汇总表: 科普 ]] ") == (Table("表-科普", "", (), ()),)


def test_attachments_are_counted() -> None:
    assert read("# 附件：基本情况表\n甲\n# 附件2: {支出总计|}".replace("|", "")) == (
        Attachment(1, "基本情况表"),
        Paragraph(words("甲")),
        Attachment(2, "743.31万元"),
    )


def test_escapes_comments_entities_and_hand_made_indents() -> None:
    assert read("\\{甲} 张\\*\\* &amp; \\[\\[x]]<!-- {无} -->") == (Paragraph(words("{甲} 张** & [[x]]")),)
    assert read("<!-- 提示\n{无} -->\n\n    缩进的段落") == (Paragraph(words("缩进的段落")),)
    assert read("\r\n甲\r乙\r\n") == (Paragraph(words("甲乙")),)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("# 甲\n# 乙", 2, "只能有一个总标题"),
        ("## 一、概况", 1, "请删去手工输入的「一、」"),
        ("## （二）概况", 1, "「（二）」"),
        ("## 3.概况", 1, "「3.」"),
        ("###### 甲", 1, "最多用五级"),
        ("甲\n\n> 引", 3, "引用段落"),
        ("```\n甲\n```", 1, "代码块"),
        ("甲\n\n***", 3, "分隔线"),
        ("甲\n乙<b>丙", 2, "HTML 标签"),
        ("<div>甲</div>", 1, "HTML 标签"),
        ("甲\n`乙`", 2, "反引号"),
        ("*甲*", 1, "斜体"),
        ("[甲](http://a.b)", 1, "链接"),
        ("![甲](a.png)", 1, "图片"),
        ("**“三公”**经费", 1, "没有形成加粗"),
        ("- 甲\n  - 乙", 2, "不能再套列表"),
        ("- \n", 1, "应以文字开头"),
        ("[[汇总]]", 1, "您要的是不是「汇总表」？请改正，可用的表格：汇总表"),
        ("[[汇总表:坏]]", 1, "没有名为「坏」的项目"),
    ],
)
def test_what_the_report_cannot_hold_is_refused_with_its_line(text: str, line: int, part: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"「report.md」第 {line} 行第 1 列：")
    assert part in problem


def test_a_decimal_does_not_count_as_a_typed_number() -> None:
    assert read("## 2021.5万元的项目") == (Heading(1, words("2021.5万元的项目")),)


def test_all_problems_come_at_once_in_order_of_place() -> None:
    found = problems("{甲}\n\n| a |\n|---|\n| {甲} 与 {乙} |\n\n{得分} [[x]]\n\n```\n```")
    places = [problem.partition("：")[0] for problem in found]
    assert places == [
        "「report.md」第 1 行第 1 列",
        "「report.md」第 5 行第 3 列",
        "「report.md」第 5 行第 9 列",
        "「report.md」第 7 行第 1 列",
        "「report.md」第 7 行第 6 列",
        "「report.md」第 9 行第 1 列",
    ]


def test_the_file_is_named_in_the_message() -> None:
    with pytest.raises(InputProblems, match=r"「正文\.md」有 1 处需要改正"):
        parse_narrative("{甲}", FACTS, {}, file="正文.md")


@given(st.text(alphabet="甲1 #*_-|`[]{}<>!\\\n~:.", max_size=40))
def test_any_text_is_read_or_refused_with_places(text: str) -> None:
    try:
        read(text)
    except InputProblems as refused:
        found = refused.problems
    else:
        found = ()
    assert all(problem.startswith("「report.md」第 ") for problem in found)
