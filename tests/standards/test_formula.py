"""The formula language: what it reads, what it refuses and how it says so, and its two writings."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.errors import WenxiaoError
from wenxiao.standards import tree
from wenxiao.standards.formula import FormulaError, check_cycles, check_names, parse, substitute
from wenxiao.standards.sentence import sentence, text, text_of
from wenxiao.standards.tree import Arithmetic, Choice, Comparison, Extreme, Name, Number, Rounding

A, B, ONE = Name("甲"), Name("乙"), Number(Decimal(1))


def refusal(written: str) -> str:
    with pytest.raises(FormulaError) as caught:
        parse(written)
    return str(caught.value)


def test_a_scoring_rule_is_read_into_a_tree() -> None:
    formula = parse("round(分值 if 实际值 >= 目标值 else 分值 * max(实际值, 0) / 目标值, 2)")
    points, actual, target = Name("分值"), Name("实际值"), Name("目标值")
    earned = Arithmetic("*", points, Extreme("max", (actual, Number(Decimal(0)))))
    reached = Comparison(actual, ((">=", target),))
    assert formula.root == Rounding(Choice(points, reached, Arithmetic("/", earned, target)), 2)
    assert formula.names == ("分值", "实际值", "目标值")
    assert not formula.is_condition


@pytest.mark.parametrize(
    ("typographic", "plain"),
    [
        ("（甲＋乙）× ２．５ ÷ 甲 − 乙", "(甲+乙)*2.5/甲-乙"),
        ("甲≥乙 and 甲≤1 or 乙≠３", "甲>=乙 and 甲<=1 or 乙!=3"),
        ("max（甲，乙）", "max(甲,乙)"),
        ("人才发展。执行率", "人才发展.执行率"),
        ("  甲\n\u3000+ 乙\n", "甲 + 乙"),
    ],
)
def test_typographic_signs_mean_the_same(typographic: str, plain: str) -> None:
    assert parse(typographic) == parse(plain)


def test_names_are_normalised_and_listed_once_in_order_of_appearance() -> None:
    formula = parse("ＫＰ02.目标值 / 甲 if 乙 > 甲 else 0")
    assert formula.names == ("KP02.目标值", "甲", "乙")


def test_numbers_are_exact() -> None:
    assert parse("0.1").root == Number(Decimal("0.1"))
    assert parse("123456789012345678901234567.891").root == Number(Decimal("123456789012345678901234567.891"))


@pytest.mark.parametrize(
    ("written", "construct"),
    [
        ("甲 ** 2", "乘方“**”"),
        ("甲 // 2", "整除“//”"),
        ("甲 % 2", "百分号“%”"),
        ("80％", "百分号“%”"),
        ("甲 ^ 2", "运算符“^”"),
        ("+甲", "正号"),
        ("甲.upper()", "没有函数“甲.upper”"),
        ("(甲 + 乙).丙", "点号只能连接名称"),
        ("__import__('os')", "引号"),
        ("__import__(os)", "没有函数“__import__”"),
        ("sum(甲, 乙)", "没有函数“sum”"),
        ("人次（万）", "名称里的括号请省去"),
        ("lambda: 1", "lambda"),
        ("[甲 for 甲 in 乙]", "列表推导"),
        ("(甲 := 1)", "赋值"),
        ("甲[0]", "下标"),
        ("甲, 乙", "用逗号隔开的多个值"),
        ("甲 is 乙", "比较“is”"),
        ("甲 in 乙", "比较“in”"),
        ("甲 = 1", "请写“==”"),
        ("甲 > True", "不支持“True”"),
        ("1e5", "后面紧跟着文字"),
        ("2021年预算数", "名称不能以数字开头"),
        ("甲\u200b + 1", "U+200B"),
        ("甲\x00", "U+0000"),
        ("甲 # 注", "注释"),
        ("(甲", "没有对应的右括号"),
        ("甲)", "没有对应的左括号"),
        ("甲 乙", "读不下去"),
        ("甲 +", "读不下去"),
        ("012", "读不下去"),
        (" \n", "公式是空的"),
        ("min(甲)", "参数个数不对"),
        ("max(甲, key=乙)", "请写“==”"),
        ("max(*甲, 乙)", "展开“*”"),
        ("max(**甲)", "参数不能带名称"),
        ("round(甲)", "参数个数不对"),
        ("round(甲, 乙)", "0 到 10 的整数"),
        ("round(甲, 11)", "0 到 10 的整数"),
        ("甲 + (乙 > 1)", "这里要一个数"),
        ("1 if 甲 else 2", "这里要一个条件"),
        ("甲 if 甲 > 1 else 乙 > 1", "这里要一个数"),
        ("甲 > 1 if 甲 > 1 else 乙", "这里要一个条件"),
        ("not 甲", "这里要一个条件"),
    ],
)
def test_whatever_is_beyond_the_language_is_refused_by_name(written: str, construct: str) -> None:
    assert construct in refusal(written)


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("甲" * 2001, "超过上限 2000"),
        ("(" * 51 + "甲" + ")" * 51, "括号超过 50 层"),
        ("-" * 1900 + "甲", "公式超过 50 层"),
        ("not " * 450 + "甲 > 1", "公式超过 50 层"),
        ("+".join(["甲"] * 60), "公式超过 50 层"),
        ("1 if 甲 > 1 else " * 100 + "2", "公式超过 50 层"),
        ("9" * 31, "数字超过 30 位"),
    ],
)
def test_limits_end_in_an_error_never_in_a_crash(written: str, limit: str) -> None:
    assert limit in refusal(written)


def test_an_error_points_at_the_place() -> None:
    assert refusal("（全年执行数 ÷ 甲）\n   ** 2").splitlines()[:3] == [
        "公式第 2 行第 4 列：不支持乘方“**”。请改写，可用的有：数、名称、+ - * /、比较、and or not、“甲 if 条件 else 乙”、min max abs round。",
        "       ** 2",
        "       ^",
    ]
    wide = "\u3000"  # a caret below Chinese text needs blanks as wide as the characters
    assert refusal("预算 - 甲 @ 乙").splitlines()[2] == f"    {wide}{wide}   {wide} ^"


def test_a_long_line_is_shown_around_the_place() -> None:
    _, line, caret = refusal("预算 + " * 20 + "甲 ** 2").splitlines()
    assert len(line) <= 84
    assert "** 2" in line
    assert line[len(caret) - 1] == "*"


@given(st.text(max_size=60) | st.text("甲乙()（）+-*/<>=.,1 9ifelsandormx\n×≥", max_size=60))
def test_any_text_is_a_formula_or_a_clear_error(written: str) -> None:
    try:
        formula = parse(written)
    except WenxiaoError:
        return
    assert parse(text(formula)) == formula


LEAVES = st.sampled_from([A, B, Name("人才发展.执行率")]) | st.decimals(0, 999, places=2).map(Number)
DECIMALS = st.integers(0, 10)
Draw = Callable[[st.SearchStrategy[Any]], Any]
KINDS = st.sampled_from(["leaf", *"+-*/", "min", "max", "round", "abs", "negative", "choice"])
TESTS = st.sampled_from(["compare", "compare", "chain", "and", "or", "not", "choice"])
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])


def number_of(draw: Draw, depth: int) -> Any:
    kind: Any = draw(KINDS) if depth else "leaf"
    if kind == "leaf":
        return draw(LEAVES)
    first = number_of(draw, depth - 1)
    if kind == "round":
        return tree.Rounding(first, draw(DECIMALS))
    if kind in {"abs", "negative"}:
        return (tree.Absolute if kind == "abs" else tree.Negation)(first)
    second = number_of(draw, depth - 1)
    if kind == "choice":
        return tree.Choice(first, condition_of(draw, depth - 1), second)
    return (
        tree.Extreme(kind, (first, second))
        if kind in {"min", "max"}
        else tree.Arithmetic(kind, first, second)
    )


def condition_of(draw: Draw, depth: int) -> Any:
    kind: Any = draw(TESTS) if depth > 0 else "compare"
    if kind in {"compare", "chain"}:
        rest = tuple((draw(SIGNS), number_of(draw, max(depth - 1, 0))) for _ in range(1 + (kind == "chain")))
        return tree.Comparison(number_of(draw, max(depth - 1, 0)), rest)
    parts = tuple(condition_of(draw, depth - 1) for _ in range(1 if kind == "not" else 3))
    if kind == "choice":
        return tree.Choice(*parts)
    return tree.Not(*parts) if kind == "not" else tree.Junction(kind, parts)


@st.composite
def nodes(draw: Draw, depth: int) -> Any:
    return condition_of(draw, depth) if draw(st.booleans()) else number_of(draw, depth)


@settings(deadline=None)
@given(nodes(3))
def test_writing_and_reading_give_the_same_tree(node: Any) -> None:
    assert parse(text_of(node)).root == node


@pytest.mark.parametrize(
    "minimal",
    [
        "甲 - (乙 - 1)",
        "甲 - 乙 - 1",
        "-(甲 * 乙)",
        "(甲 + 1) * 乙",
        "not (甲 > 1 or 乙 > 1)",
        "甲 / (乙 / 2)",
    ],
)
def test_brackets_stand_only_where_they_must(minimal: str) -> None:
    assert text(parse(f"({minimal.replace(' ', '  ')})")) == minimal


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("全年执行数 / 全年预算数 * 100", "全年执行数 ÷ 全年预算数 × 100"),
        ("甲 * (乙 - 1) / -3", "甲 ×（乙 − 1）÷（−3）"),
        ("min(甲 / 乙, 1) * 10", "（甲 ÷ 乙 与 1 中较小者）× 10"),
        ("max(甲, 乙, 1)", "甲、乙 与 1 中最大者"),
        ("abs(甲 - 乙) / 甲", "（甲 − 乙）的绝对值 ÷ 甲"),
        ("round(甲 / 乙, 2)", "甲 ÷ 乙，四舍五入保留 2 位小数"),
        ("round(甲, 0) + 1", "（甲，四舍五入取整数）+ 1"),
        ("1 if 甲 >= 乙 else 2 if 甲 != 3 else 0", "当 甲 ≥ 乙 时为 1；当 甲 ≠ 3 时为 2；否则为 0"),
        ("not (甲 > 1 or 乙 <= 1) and 甲 == 2", "并非（甲 > 1 或 乙 ≤ 1）且 甲 = 2"),
        ("甲 > 1 and 乙 > 1 or 甲 < 2", "甲 > 1 且 乙 > 1 或 甲 < 2"),
        ("(甲 > 1 or 乙 > 1) and 甲 < 2", "（甲 > 1 或 乙 > 1）且 甲 < 2"),
    ],
)
def test_a_formula_is_said_in_chinese(written: str, said: str) -> None:
    assert sentence(parse(written)) == said


def test_unknown_names_are_listed_with_the_nearest_known_ones() -> None:
    known = ["全年预算数", "人才发展.“全年”执行数"]
    check_names(parse("人才发展.全年执行数 / 全年预算数"), known)
    with pytest.raises(FormulaError) as caught:
        check_names(parse("全年预算 + xyz"), known)
    first, nearest, none_near = str(caught.value).splitlines()
    assert "“全年预算 + xyz”" in first
    assert "没有名为「全年预算」的数据。您要的是不是「全年预算数」" in nearest
    assert "「xyz」的数据。请检查写法" in none_near


def test_formulas_that_need_each_other_are_refused_with_the_path() -> None:
    fine = {"甲": parse("乙 + 丙"), "乙": parse("丙 * 2"), "丙": parse("支出")}
    check_cycles(fine)
    with pytest.raises(FormulaError, match="甲 → 乙 → 丁 → 甲"):
        check_cycles({"甲": parse("乙 + 丙"), "乙": parse("丁"), "丁": parse("1 + 甲")})
    with pytest.raises(FormulaError, match="甲 → 甲"):
        check_cycles({"“甲”": parse("甲")})


def test_substitution_is_simultaneous_and_keeps_the_meaning() -> None:
    swapped = substitute(parse("甲 * 乙"), {"甲": parse("乙 + 1"), "乙": parse("甲")})
    assert swapped == parse("(乙 + 1) * 甲")
    assert swapped.text == "(乙 + 1) * 甲"
    assert swapped.names == ("乙", "甲")


def test_substitution_reaches_every_construct() -> None:
    written = "round(min(abs(-甲), 1), 2) if not 甲 > 1 and 0 < 甲 or 甲 == 2 else 3"
    assert substitute(parse(written), {"甲": parse("乙")}) == parse(written.replace("甲", "乙"))


def test_substitution_refuses_conditions_and_what_gets_too_deep() -> None:
    with pytest.raises(FormulaError, match="是条件，不是数，不能代入"):
        substitute(parse("甲 + 1"), {"甲": parse("乙 > 1")})
    deep = parse("+".join(["甲"] * 40))
    with pytest.raises(FormulaError, match="代入其他公式后超过 50 层"):
        substitute(deep, {"甲": deep})
